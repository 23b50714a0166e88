/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody of the charity has to do that no state of anything else says: a line on the desk, with
   an owner and a date. */
#ifndef DOMAIN_TASK_H
#define DOMAIN_TASK_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

struct task_new {
	const char *kind;
	const char *role;        /* coordinator, lead, trustee, keeper */
	int64_t owner_id;        /* whose it is; 0: anybody with the role */
	int64_t person_id;       /* about whom; 0: nobody in particular */
	const char *subject;     /* pair, proposal, …, and its number; NULL: none */
	int64_t subject_id;
	const char *words;       /* for whoever does it; NULL: none */
	int days;                /* within how many */
};

/* One open task of a kind about the same: a second is the first. Returns its number, or 0 with trouble. */
int64_t task_add(struct work *work, const struct task_new *task);

/* False when it was done before. */
bool task_done(struct work *work, int64_t task_id);

/* Ends what has come about by itself: of one kind (NULL: all), about one person (0: all). */
void task_over(struct work *work, const struct task_new *like);

#endif
