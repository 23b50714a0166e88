/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One owner for all that a request allocates. Nothing is freed singly: the arena is emptied
   between requests, so a handler cannot leak and cannot free too early. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena that will never hold more than `cap` bytes. The caller frees it. */
struct arena *arena_new(size_t cap);

/* `size` zeroed bytes, aligned for anything, never NULL: where there is no memory, or the cap is
   passed, the process ends with a line in the log (a hostile request costs one worker). */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` elements of `size` bytes, as arena_alloc; a product that overflows ends the process. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy that ends in NUL: of a whole string, or of `length` bytes. NULL is copied as "". */
char *arena_copy(struct arena *arena, const char *text);
char *arena_slice(struct arena *arena, const char *bytes, size_t length);

char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Empties the arena; what it gave out is gone. Its first block is kept for the next request. */
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

/* The bytes handed out since the last reset. */
size_t arena_used(const struct arena *arena);

#endif
