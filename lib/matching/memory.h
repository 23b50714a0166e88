/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: memory that is counted, so that a limit is kept before it is passed. */
#ifndef MATCHING_MEMORY_H
#define MATCHING_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

struct memory {
	size_t held, limit;    /* bytes; a limit of 0: none */
	bool refused;          /* something was, since the start */
};

/* Zeroed room for `count` of `size` bytes and one more; NULL when the limit or the machine refuses. */
void *memory_take(struct memory *memory, size_t count, size_t size);

/* The same with room for `count` instead of `old`; what is new is not zeroed. NULL leaves it as it was. */
void *memory_grow(struct memory *memory, void *block, const size_t counts[2], size_t size);

void memory_give(struct memory *memory, void *block, size_t count, size_t size);

#endif
