/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/watch.h"

#include <time.h>

enum { STEPS_A_LOOK = 4096, MILLI = 1000, NANOS_A_MILLI = 1000000 };

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * MILLI + t.tv_nsec / NANOS_A_MILLI;
}

struct watch watch_start(const struct matching_options *options)
{
	struct watch watch = { .options = options, .next_look = 1, .began = now() };

	return watch;
}

int64_t watch_spent(const struct watch *w)
{
	return now() - w->began;
}

bool watch_look(struct watch *w)
{
	const struct matching_options *o = w->options;

	if (w->end == MATCHING_COMPLETE && o->stop && *o->stop)
		w->end = MATCHING_STOPPED;
	if (w->end == MATCHING_COMPLETE && o->steps && w->steps >= o->steps)
		w->end = MATCHING_STEPS;
	if (w->end == MATCHING_COMPLETE && o->milliseconds && now() - w->began >= o->milliseconds)
		w->end = MATCHING_TIME;
	w->next_look = w->steps + STEPS_A_LOOK;
	if (o->steps && w->next_look > o->steps)
		w->next_look = o->steps > w->steps ? o->steps : w->steps + 1;
	return w->end == MATCHING_COMPLETE;
}
