/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Numbers that look random and are the same on any machine: SplitMix64 (Steele, Lea, Flood 2014). */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

static inline uint32_t random_next(struct random *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((z ^ z >> 31) >> 32);
}

/* 0 .. n - 1; 0 when n is 0. */
static inline uint32_t random_below(struct random *r, uint32_t n)
{
	return (uint32_t)((uint64_t)random_next(r) * n >> 32);
}

static inline uint32_t random_between(struct random *r, uint32_t least, uint32_t most)
{
	return least + random_below(r, most - least + 1);
}

static inline bool random_chance(struct random *r, uint32_t percent)
{
	return random_below(r, 100) < percent;
}

/* An index into `shares`, each as likely as its share of their sum. */
static inline uint32_t random_share(struct random *r, const uint32_t *shares, uint32_t count)
{
	uint32_t sum = 0, i;

	for (i = 0; i < count; i++)
		sum += shares[i];
	uint32_t left = random_below(r, sum);
	for (i = 0; i + 1 < count && left >= shares[i]; i++)
		left -= shares[i];
	return i;
}

#endif
