/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

struct buffer buffer_in(struct arena *arena, size_t room)
{
	struct buffer buffer = { .arena = arena };

	if (room) {
		buffer.bytes = arena_alloc(arena, room);
		buffer.room = room;
	}
	return buffer;
}

static void make_room(struct buffer *buffer, size_t more)
{
	size_t need = buffer->length + more + 1;

	if (need <= buffer->room)
		return;
	size_t room = buffer->room ? buffer->room : 64;
	while (room < need)
		room *= 2;
	char *bytes = arena_alloc(buffer->arena, room);
	if (buffer->length)
		memcpy(bytes, buffer->bytes, buffer->length);
	buffer->bytes = bytes;
	buffer->room = room;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
	if (!length)
		return;
	make_room(buffer, length);
	memcpy(buffer->bytes + buffer->length, bytes, length);
	buffer->length += length;
	buffer->bytes[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_char(struct buffer *buffer, char c)
{
	buffer_add(buffer, &c, 1);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	make_room(buffer, 0);
	size_t room = buffer->room - buffer->length;
	int length = vsnprintf(buffer->bytes + buffer->length, room, format, args);
	va_end(args);
	if (length < 0)
		die("a format that cannot be printed: %s", format);

	if ((size_t)length >= room) {
		make_room(buffer, (size_t)length);
		vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
	}
	va_end(again);
	buffer->length += (size_t)length;
}

const char *buffer_string(const struct buffer *buffer)
{
	return buffer->bytes ? buffer->bytes : "";
}
