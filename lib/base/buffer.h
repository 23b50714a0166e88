/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A string that grows, in an arena. `bytes` always ends in NUL once something was added. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

struct arena;

struct buffer {
	struct arena *arena;
	char *bytes;
	size_t length;
	size_t room;
};

/* An empty buffer in `arena`, with room for `room` bytes (0: made when first needed). */
struct buffer buffer_in(struct arena *arena, size_t room);

void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char c);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What was added, as a string; "" where nothing was. It lives as long as the arena. */
const char *buffer_string(const struct buffer *buffer);

#endif
