/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Backups, as the desk and set-up show them. */
#ifndef BACKUP_VIEWS_H
#define BACKUP_VIEWS_H

#include "base/view.h"
#include "house/backup.h"

extern const struct view backup_view;

/* Bringing one back: what there is to choose from, and which checks the last one tried did not pass. */
struct desk_restore {
	struct list backups;
	const char *broken;
};
extern const struct view desk_restore_view;
extern const struct view setup_restore_view;

struct desk_backups {
	struct list backups;
	const char *broken;        /* checks of the last night that found something */
	bool is_late;              /* none of the last two days */
	int64_t people, erased;    /* of the last that was brought back */
	int64_t made_at, vouched_at; /* 0: none was */
	bool has_list;
};
extern const struct view desk_backups_view;

/* A file to take away: when it was made; 0: there is none. */
struct desk_take_away {
	int64_t made_at;
};
extern const struct view desk_take_away_view;
extern const struct view desk_hand_over_view;

#endif
