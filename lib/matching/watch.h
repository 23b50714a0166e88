/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: counts steps, and sees when it is time to end. */
#ifndef MATCHING_WATCH_H
#define MATCHING_WATCH_H

#include "matching/matching.h"

struct watch {
	const struct matching_options *options;
	uint64_t steps, next_look;
	int64_t began;           /* milliseconds of a clock that never goes back */
	enum matching_end end;   /* MATCHING_COMPLETE: go on */
};

struct watch watch_start(const struct matching_options *options);

/* Looks at clock and flag. Returns whether to go on. */
bool watch_look(struct watch *watch);

/* Milliseconds since it began. */
int64_t watch_spent(const struct watch *watch);

/* One more step. Returns whether to go on. */
static inline bool watch_step(struct watch *watch)
{
	return ++watch->steps < watch->next_look || watch_look(watch);
}

/* Several. */
static inline bool watch_steps(struct watch *watch, uint64_t count)
{
	watch->steps += count - 1;
	return watch_step(watch);
}

#endif
