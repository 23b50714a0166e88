/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { FIRST_BLOCK = 32 * 1024, NEXT_BLOCK = 64 * 1024 };

struct block {
	struct block *next;
	size_t room;
	size_t used;
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *first;
	struct block *last;
	size_t cap;
	size_t used;
};

static struct block *block_new(size_t room)
{
	struct block *block = malloc(sizeof *block + room);

	if (!block)
		die("no memory for a block of %zu bytes", room);
	block->next = NULL;
	block->room = room;
	block->used = 0;
	return block;
}

struct arena *arena_new(size_t cap)
{
	struct arena *arena = malloc(sizeof *arena);

	if (!arena)
		die("no memory for an arena");
	arena->first = arena->last = block_new(FIRST_BLOCK);
	arena->cap = cap;
	arena->used = 0;
	return arena;
}

/* As arena_alloc, but not zeroed. */
static char *reserve(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > arena->cap)
		die("%zu bytes asked of an arena capped at %zu", size, arena->cap);
	size = (size + align - 1) / align * align;
	if (arena->used + size > arena->cap)
		die("the arena's cap of %zu bytes is passed", arena->cap);

	struct block *block = arena->last;
	if (block->room - block->used < size) {
		block = block_new(size > NEXT_BLOCK ? size : NEXT_BLOCK);
		arena->last->next = block;
		arena->last = block;
	}
	char *bytes = block->bytes + block->used;
	block->used += size;
	arena->used += size;
	return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(reserve(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		die("an array of %zu times %zu bytes", count, size);
	return arena_alloc(arena, count * size);
}

char *arena_slice(struct arena *arena, const char *bytes, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	if (length)
		memcpy(copy, bytes, length);
	return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
	return text ? arena_slice(arena, text, strlen(text)) : arena_slice(arena, "", 0);
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	char *tail = arena->last->bytes + arena->last->used;
	size_t room = arena->last->room - arena->last->used;
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(tail, room, format, args);
	va_end(args);
	if (length < 0)
		die("a format that cannot be printed: %s", format);

	/* Nearly always it is printed where it may stay. */
	char *text = reserve(arena, (size_t)length + 1);
	if (text != tail)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

static void free_after(struct block *block)
{
	struct block *next = block->next;

	block->next = NULL;
	while (next) {
		struct block *gone = next;
		next = gone->next;
		free(gone);
	}
}

void arena_reset(struct arena *arena)
{
	free_after(arena->first);
	arena->last = arena->first;
	arena->first->used = 0;
	arena->used = 0;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	free_after(arena->first);
	free(arena->first);
	free(arena);
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
