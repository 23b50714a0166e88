/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the tools of this folder share: the clock, and the order of numbers. */
#ifndef BENCH_WEB_MEASURE_H
#define BENCH_WEB_MEASURE_H

#include <time.h>

/* Microseconds of a clock that never steps back. */
static inline double now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* For qsort, of doubles: the least first. */
static inline int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

#endif
