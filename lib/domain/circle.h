/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The rings and chains that pairs make: in a ring each person mentors the next and the last mentors the
   first; a chain begins with somebody who only gives here and ends with somebody who only receives.
   Each pair is in one of them, so that when it ends, only its own link is gone: a ring becomes a chain,
   a chain two. */
#ifndef DOMAIN_CIRCLE_H
#define DOMAIN_CIRCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct circle_tie {
	int64_t mentor_id, mentee_id;
};

struct circle {
	bool closed;               /* a ring */
	const size_t *ties;        /* numbers of ties; each one's mentee is the next one's mentor */
	size_t count;
};

struct circles {
	struct circle *list;       /* rings first, then chains, the longest first; of equal ones as found */
	size_t count;
};

/* In the arena. The same ties give the same circles, whatever their order was. Short rings are found
   before long ones that go through the same people. */
struct circles circles_of(struct arena *arena, const struct circle_tie *ties, size_t count);

#endif
