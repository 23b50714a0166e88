/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The strings of one page, or of all pages of one program, each kept once. */
#ifndef TEMPLATE_COMPILER_POOL_H
#define TEMPLATE_COMPILER_POOL_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct pool;

/* Holds "" at offset 0, so that 0 can also stand for nothing. */
struct pool *pool_new(struct arena *arena);

/* Where `text` stands among the bytes; put there if it was not. */
uint32_t pool_offset(struct pool *pool, const char *text);

/* All strings with their NULs, one after the other, and in *size how many bytes; good until the next string is put in. */
const char *pool_bytes(const struct pool *pool, size_t *size);

#endif
