/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Small things about strings that more than one room needs. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

bool text_is(const char *a, const char *b);
/* The same but for the case of ASCII letters. */
bool text_same(const char *a, const char *b);
bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);

/* Whether `word` is one of the words of `words`, which have one space between them. */
bool text_has_word(const char *words, const char *word);

/* The next piece of *rest up to `separator`, which is passed over; NULL when nothing is left.
   Pieces may be empty. In the arena. */
const char *text_piece(struct arena *arena, const char **rest, char separator);

/* Percent-encodes all but RFC 3986's unreserved characters. */
const char *text_encoded(struct arena *arena, const char *text);

#endif
