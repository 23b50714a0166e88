/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: prices of pairs of people, of whom one arc at most may join the two. */
#ifndef MATCHING_PAIRS_H
#define MATCHING_PAIRS_H

#include "matching/net.h"

struct pairs {
	struct matching_price *prices;   /* in the order in which they came */
	uint32_t count, room;
	uint32_t *table;                 /* by hash: number + 1 of a price; 0: none */
	uint32_t table_room;             /* a power of two */
};

void pairs_free(struct pairs *pairs, struct memory *memory);

int64_t pairs_price(const struct pairs *pairs, uint32_t one, uint32_t other);

/* The place of a pair's price, made where there is none; NULL: no memory. Holds till the next is made. */
int64_t *pairs_place(struct pairs *pairs, struct memory *memory, uint32_t one, uint32_t other);

#endif
