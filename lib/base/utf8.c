/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"

bool utf8_is_valid(const char *bytes, size_t length)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes;
	size_t left = length;

	while (left) {
		utf8proc_int32_t point;
		utf8proc_ssize_t took = utf8proc_iterate(at, (utf8proc_ssize_t)left, &point);
		if (took <= 0 || point == 0)
			return false;
		at += took;
		left -= (size_t)took;
	}
	return true;
}

uint32_t utf8_next(const char **text)
{
	utf8proc_int32_t point;

	if (!**text)
		return 0;
	utf8proc_ssize_t took = utf8proc_iterate((const utf8proc_uint8_t *)*text, -1, &point);
	if (took <= 0)
		die("text that was not checked is not UTF-8");
	*text += took;
	return (uint32_t)point;
}

size_t utf8_units(const char *text)
{
	size_t units = 0;
	uint32_t point;

	while ((point = utf8_next(&text)))
		units += point > 0xffff ? 2 : 1;
	return units;
}

size_t utf8_points(const char *text)
{
	size_t points = 0;

	while (utf8_next(&text))
		points++;
	return points;
}

bool utf8_is_control(uint32_t point)
{
	if (point == '\t' || point == '\n')
		return false;
	return point < ' ' || (point >= 0x7f && point < 0xa0) || point == 0x200e || point == 0x200f
		|| (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

static const char *mapped(struct arena *arena, const char *text, utf8proc_option_t options)
{
	utf8proc_uint8_t *result = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, 0, &result,
					       options | UTF8PROC_NULLTERM);

	if (length < 0)
		die("text cannot be normalised: %s", utf8proc_errmsg(length));
	const char *copy = arena_slice(arena, (const char *)result, (size_t)length);
	free(result);
	return copy;
}

static bool is_space(uint32_t point)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);

	return point == '\t' || point == '\n' || category == UTF8PROC_CATEGORY_ZS
		|| category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

const char *utf8_trimmed(struct arena *arena, const char *text)
{
	const char *composed = mapped(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	const char *start = composed, *end = composed, *at = composed;
	bool begun = false;

	for (;;) {
		const char *before = at;
		uint32_t point = utf8_next(&at);
		if (!point)
			break;
		if (is_space(point))
			continue;
		if (!begun)
			start = before;
		begun = true;
		end = at;
	}
	return begun ? arena_slice(arena, start, (size_t)(end - start)) : "";
}

/* Letters that have no decomposition, and how people write them without the stroke. */
static const char *plain_letters(uint32_t point)
{
	switch (point) {
	case 0x142: return "l";
	case 0xf8: return "o";
	case 0x111: case 0xf0: return "d";
	case 0xe6: return "ae";
	case 0x153: return "oe";
	case 0xfe: return "th";
	case 0x127: return "h";
	case 0x131: return "i";
	case 0x167: return "t";
	default: return NULL;
	}
}

static bool is_word(uint32_t point)
{
	switch (utf8proc_category((utf8proc_int32_t)point)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}

const char *utf8_folded(struct arena *arena, const char *text)
{
	const char *at = mapped(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE
				| UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
	struct buffer folded = buffer_in(arena, strlen(at) + 1);

	for (;;) {
		const char *from = at;
		uint32_t point = utf8_next(&at);
		if (!point)
			break;
		const char *plain = plain_letters(point);
		if (plain)
			buffer_text(&folded, plain);
		else if (is_word(point))
			buffer_add(&folded, from, (size_t)(at - from));
		else if (folded.length && folded.bytes[folded.length - 1] != ' ')
			buffer_char(&folded, ' ');
	}
	if (folded.length && folded.bytes[folded.length - 1] == ' ')
		folded.bytes[--folded.length] = '\0';
	return buffer_string(&folded);
}
