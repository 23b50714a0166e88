/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "template/compiler/pool.h"

enum { ROOM = 4096, SLOTS = 1024 };

/* Open addressing; a slot holds an offset and one, so that 0 is an empty one. */
struct pool {
	struct arena *arena;
	char *bytes;
	size_t size, room;
	uint32_t *slots;
	size_t slot_count, strings;
};

struct pool *pool_new(struct arena *arena)
{
	struct pool *pool = arena_alloc(arena, sizeof *pool);

	*pool = (struct pool){ .arena = arena, .bytes = arena_alloc(arena, ROOM), .room = ROOM,
		.slots = arena_array(arena, SLOTS, sizeof *pool->slots), .slot_count = SLOTS };
	pool_offset(pool, "");
	return pool;
}

static uint32_t *slot_of(struct pool *pool, const char *text)
{
	size_t i = hash_text(HASH_START, text) & (pool->slot_count - 1);

	while (pool->slots[i] && strcmp(pool->bytes + pool->slots[i] - 1, text) != 0)
		i = (i + 1) & (pool->slot_count - 1);
	return &pool->slots[i];
}

static void spread(struct pool *pool)
{
	pool->slot_count *= 2;
	pool->slots = arena_array(pool->arena, pool->slot_count, sizeof *pool->slots);
	for (size_t at = 0; at < pool->size; at += strlen(pool->bytes + at) + 1)
		*slot_of(pool, pool->bytes + at) = (uint32_t)at + 1;
}

uint32_t pool_offset(struct pool *pool, const char *text)
{
	size_t length = strlen(text) + 1;
	uint32_t *slot = slot_of(pool, text);

	if (*slot)
		return *slot - 1;
	if (pool->size + length > pool->room) {
		char *old = pool->bytes;
		pool->room = 2 * (pool->room + length);
		pool->bytes = arena_alloc(pool->arena, pool->room);
		memcpy(pool->bytes, old, pool->size);
	}
	memcpy(pool->bytes + pool->size, text, length);
	*slot = (uint32_t)pool->size + 1;
	pool->size += length;
	if (2 * ++pool->strings > pool->slot_count)
		spread(pool);
	return (uint32_t)(pool->size - length);
}

const char *pool_bytes(const struct pool *pool, size_t *size)
{
	*size = pool->size;
	return pool->bytes;
}
