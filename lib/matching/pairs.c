/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/pairs.h"

static uint32_t place_in(const struct pairs *pairs, uint32_t one, uint32_t other)
{
	uint64_t hash = ((uint64_t)one << 32 | other) * UINT64_C(0x9e3779b97f4a7c15);
	uint32_t at = (uint32_t)(hash >> 32) & (pairs->table_room - 1);

	while (pairs->table[at]) {
		const struct matching_price *p = &pairs->prices[pairs->table[at] - 1];
		if (p->one == one && p->other == other)
			break;
		at = (at + 1) & (pairs->table_room - 1);
	}
	return at;
}

void pairs_free(struct pairs *pairs, struct memory *memory)
{
	memory_give(memory, pairs->prices, pairs->room, sizeof *pairs->prices);
	memory_give(memory, pairs->table, pairs->table_room, sizeof *pairs->table);
	*pairs = (struct pairs){ 0 };
}

int64_t pairs_price(const struct pairs *pairs, uint32_t one, uint32_t other)
{
	if (!pairs->count)
		return 0;
	uint32_t number = pairs->table[one < other ? place_in(pairs, one, other) : place_in(pairs, other, one)];
	return number ? pairs->prices[number - 1].price : 0;
}

static bool grow(struct pairs *pairs, struct memory *memory)
{
	uint32_t room = pairs->room ? 2 * pairs->room : 32;
	uint32_t *table = memory_take(memory, 2 * (size_t)room, sizeof *table);
	struct matching_price *prices = table ? memory_grow(memory, pairs->prices, (size_t[]){ pairs->room, room }, sizeof *prices) : NULL;

	if (!prices) {
		memory_give(memory, table, 2 * (size_t)room, sizeof *table);
		return false;
	}
	memory_give(memory, pairs->table, pairs->table_room, sizeof *pairs->table);
	*pairs = (struct pairs){ .prices = prices, .count = pairs->count, .room = room, .table = table, .table_room = 2 * room };
	for (uint32_t i = 0; i < pairs->count; i++)
		table[place_in(pairs, prices[i].one, prices[i].other)] = i + 1;
	return true;
}

int64_t *pairs_place(struct pairs *pairs, struct memory *memory, uint32_t one, uint32_t other)
{
	struct matching_price new = { one < other ? one : other, one < other ? other : one, 0 };

	if (pairs->count == pairs->room && !grow(pairs, memory))
		return NULL;
	uint32_t at = place_in(pairs, new.one, new.other);
	if (!pairs->table[at]) {
		pairs->prices[pairs->count++] = new;
		pairs->table[at] = pairs->count;
	}
	return &pairs->prices[pairs->table[at] - 1].price;
}
