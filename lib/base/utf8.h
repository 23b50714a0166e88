/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Unicode, as far as forms and names need it (the only place that includes utf8proc). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Well-formed UTF-8 with no NUL in it. */
bool utf8_is_valid(const char *bytes, size_t length);

/* The next code point of valid UTF-8 and the bytes it took; 0 at the end. */
uint32_t utf8_next(const char **text);

/* Length in UTF-16 units, as HTML counts maxlength. */
size_t utf8_units(const char *text);

/* Number of code points. */
size_t utf8_points(const char *text);

/* A control character other than tab and line feed, or a mark that turns the direction of the text
   around it (U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F). */
bool utf8_is_control(uint32_t point);

/* The text in NFC, its spaces at both ends taken off. In the arena. */
const char *utf8_trimmed(struct arena *arena, const char *text);

/* For comparing what people typed: case folded, accents and ligatures taken off (also from the
   letters that Unicode does not take apart: l with stroke, o with stroke, ...), each run of
   anything but letters and digits made one space. In the arena. */
const char *utf8_folded(struct arena *arena, const char *text);

#endif
