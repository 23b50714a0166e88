/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a mentee aims at in a pair: practical or personal, in their own words, to change at any time. The
   mentor sees all; a coordinator counts them, and reads those that the mentee shares. */
#ifndef DOMAIN_AIM_H
#define DOMAIN_AIM_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

enum { AIMS_OPEN = 5 };      /* so many at once */

struct aim {
	int64_t pair_id;
	int64_t number;          /* within the pair; 0: a new one */
	const char *kind;        /* practical, personal */
	const char *words;
	bool shared;             /* with the coordinator */
	const char *state;       /* open, reached, dropped */
};

/* By the mentee. False when the pair has ended, there is no such aim, or too many would be open. */
bool aim_put(struct work *work, const struct aim *aim);

#endif
