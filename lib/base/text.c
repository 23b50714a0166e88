/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/text.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"

bool text_is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

bool text_same(const char *a, const char *b)
{
	return strcasecmp(a, b) == 0;
}

bool text_starts(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

bool text_ends(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && text_is(text + length - tail, end);
}

bool text_has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	if (!length)
		return false;
	for (const char *at = words; (at = strstr(at, word)); at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

const char *text_piece(struct arena *arena, const char **rest, char separator)
{
	const char *start = *rest;

	if (!start)
		return NULL;
	const char *end = strchr(start, separator);
	*rest = end ? end + 1 : NULL;
	return arena_slice(arena, start, end ? (size_t)(end - start) : strlen(start));
}

const char *text_encoded(struct arena *arena, const char *text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *encoded = arena_alloc(arena, 3 * strlen(text) + 1);
	char *out = encoded;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		    || strchr("-._~", c)) {
			*out++ = (char)c;
			continue;
		}
		*out++ = '%';
		*out++ = digits[c >> 4];
		*out++ = digits[c & 15];
	}
	return encoded;
}
