/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody has died. No mail goes to them any more, and none tells anybody: a coordinator rings whom they met with. */
#ifndef DOMAIN_DEATH_H
#define DOMAIN_DEATH_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

/* A coordinator has heard of it. Their mail that waits is stopped, what is on the way to a pair ends without the
   reason, their sign-ups that wait are declined, their asks close. Their pairs rest; each is a task to ring the other.
   False when they are not there any more. */
bool death_heard(struct work *work, int64_t person_id);

/* It was a mistake: they are there again, and their pairs whose other was not told yet are as they were. */
bool death_mistaken(struct work *work, int64_t person_id);

/* The other of a pair has been told: it ends. */
struct death_told {
	int64_t pair_id;
	const char *told_by;     /* who, and how */
	const char *follow_up;   /* a day to ask how they are, or "" */
	bool look;               /* somebody else is looked for, for what the other asked */
};
bool death_told(struct work *work, const struct death_told *told);

#endif
