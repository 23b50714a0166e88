/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/memory.h"

#include <stdint.h>
#include <stdlib.h>

/* Bytes of a block, or 0 where they are refused. */
static size_t allowed(struct memory *memory, size_t count, size_t size, size_t instead)
{
	size_t bytes = count < SIZE_MAX / size - 1 ? (count + 1) * size : 0;

	if (!bytes || (memory->limit && memory->held - instead + bytes > memory->limit)) {
		memory->refused = true;
		return 0;
	}
	return bytes;
}

void *memory_take(struct memory *memory, size_t count, size_t size)
{
	size_t bytes = allowed(memory, count, size, 0);
	void *block = bytes ? calloc(1, bytes) : NULL;

	if (block)
		memory->held += bytes;
	else
		memory->refused = true;
	return block;
}

void *memory_grow(struct memory *memory, void *block, const size_t counts[2], size_t size)
{
	size_t old = block ? (counts[0] + 1) * size : 0;
	size_t bytes = allowed(memory, counts[1], size, old);
	void *grown = bytes ? realloc(block, bytes) : NULL;

	if (grown)
		memory->held += bytes - old;
	else
		memory->refused = true;
	return grown;
}

void memory_give(struct memory *memory, void *block, size_t count, size_t size)
{
	if (block)
		memory->held -= (count + 1) * size;
	free(block);
}
