/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Graphs for measuring and testing the engine, in its file format (docs/matching.md), on standard output. */
#ifndef BENCH_GENERATE_H
#define BENCH_GENERATE_H

#include <stdbool.h>
#include <stdint.h>

#include "bench/matching/random.h"

struct wanted {
	uint32_t people;
	uint32_t seed;
	uint32_t joined;       /* dense: percent of all twos that are joined */
	uint32_t mutual;       /* dense: percent of those that are joined both ways */
	bool asks;             /* version 2: a need of two is two asks, of two topics */
	bool sides;            /* mentoring: the first half only mentors, the second only asks */
};

/* One person, and one arc; people are numbered from 0, and written from 1. */
void write_start(bool asks);
void write_person(uint32_t person, uint32_t capacity, uint32_t need);
void write_arc(uint32_t mentor, uint32_t mentee, uint32_t weight);
void write_ask_arc(uint32_t mentor, uint32_t mentee, uint32_t weight, uint32_t ask);

/* The shapes of docs/matching.md ("How it is tested"). */
void shape_mentoring(const struct wanted *wanted);
void shape_dense(const struct wanted *wanted);
void shape_mutual(const struct wanted *wanted);
void shape_pairs(const struct wanted *wanted);
void shape_ring3(const struct wanted *wanted);
void shape_scarce(const struct wanted *wanted);
void shape_blood(const struct wanted *wanted);

/* Zeroed room for `count` elements of `size` bytes, or the end of the program. */
void *room_for(uint32_t count, uint32_t size);

#endif
