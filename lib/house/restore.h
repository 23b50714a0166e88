/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Bringing a backup back. Everything is looked at and done in a copy beside the database: logins, codes and waiting mail
   go, whoever was erased since is erased again. Only then the copy takes the place of what is there, in one transaction,
   and what was there is kept as a backup. Before that nobody can have signed in to it. */
#ifndef HOUSE_RESTORE_H
#define HOUSE_RESTORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct site;

struct restore_plan {
	const char *path;          /* of the backup, locked or not */
	const char *passphrase;    /* "": it is not locked */
	const char *erased;        /* the newest list of erasures, as text; "": none was given */
	bool only_look;            /* everything but the last step */
};

enum restore_answer {
	RESTORED,                  /* or, with only_look, it could be */
	RESTORE_NO_FILE,           /* there is none, or it cannot be read */
	RESTORE_NO_PASSPHRASE,     /* it is locked, and none was given */
	RESTORE_WRONG_PASSPHRASE,  /* or the file was changed or cut */
	RESTORE_NO_BACKUP,         /* it is no database of Bothways, or it is damaged */
	RESTORE_NEWER,             /* of a newer Bothways */
	RESTORE_OLDER,             /* of an older one that cannot be brought up to date */
	RESTORE_NOT_SOUND,         /* what must be true of it is not: `broken` says which checks */
	RESTORE_NO_LIST,           /* what was given as a list of erasures is none */
	RESTORE_OTHER_LIST,        /* it is the list of another site */
	RESTORE_STOPPED            /* disk full, or others were writing for too long; nothing was changed */
};

struct restored {
	int64_t people;            /* who are in it and have not left */
	int64_t erased;            /* who were erased again */
	int64_t made_at;           /* when the backup was made; 0: it does not say */
	int64_t vouched_at;        /* until then all erasures are made good; what was erased later may be back */
	bool has_list;             /* a list later than the backup was given, or lay beside the backups */
	bool other_key;            /* it comes from another host: apps for signing in are set up anew, and so is its mail */
	const char *broken;        /* names of checks, with spaces between */
	const char *kept;          /* the backup of what was there; "" where nothing was */
};

/* `work` is of the site that is open; in no transaction. */
enum restore_answer restore_run(struct work *work, const struct site *site, const struct restore_plan *plan, struct restored *done);

/* For a host where nothing is, or whose database is damaged or gone: makes key and database, puts aside what is damaged.
   False, with a line in the log, when it cannot. Afterwards the site is opened again. */
bool restore_make_room(struct arena *arena, const struct site *site, int64_t now);

#endif
