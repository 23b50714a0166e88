/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Catalogues: which there are, which is in use, what they say (the only place that includes libintl).
   English is the source and needs no catalogue. A language is named as HTML names it (`cy`, `en-XA`);
   its folder as gettext does (`cy`, `en_XA`). */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct arena;

struct language {
	const char *code;
	const char *name;   /* in itself: Cymraeg */
	const char *dir;    /* ltr or rtl */
	bool reviewed;      /* it came with a fluent reader's name, or all of it was read on this site */
};

/* Once, with the folder that holds the catalogues. Only LC_MESSAGES is set: numbers and letters stay
   byte-exact. */
void language_start(const char *folder);

/* From now on texts are of this language; where it has no catalogue, English. Returns what is known
   of it, from the catalogue's own header; it lives as long as the arena. */
struct language language_use(struct arena *arena, const char *code);

/* What is known of a language, while texts stay in the one that is in use. Whether it is reviewed is as it came with the program. */
struct language language_about(struct arena *arena, const char *code);

/* What a catalogue says for an English text. `context` may be NULL. The text itself where it says
   nothing. Lives until another language is chosen. */
const char *language_text(const char *context, const char *text);

/* The same for a text that depends on a number, by the language's own plural rule. */
const char *language_plural(const char *context, const char *one, const char *many, int64_t count);

/* Which of the forms of such a text a number takes, from 0. `key` is the English for one, with its context as words.h has it. */
int language_form(const char *key, const char *many, int64_t count);

/* The first of a visitor's wishes (an Accept-Language header, RFC 9110 12.5.4) that is among the
   languages on offer (codes with one space between); the first on offer where none is. */
const char *language_wish(struct arena *arena, const char *header, const char *offered);

/* "Tuesday 3 March 2026", of a day as day.h writes it; the same with the time of a moment,
   "Tuesday 3 March 2026 at 2:30pm". */
const char *language_day(struct arena *arena, const char *day);
const char *language_moment(struct arena *arena, int64_t moment);

/* The months' names in this language as in a date, then by themselves, then in English: what people
   may type for a month. Each twelve starts with January. */
struct texts language_months(struct arena *arena);

/* The codes of all languages that there are catalogues for, English first; those of tests alone (-X…) are left out. */
struct texts language_all(struct arena *arena);

#endif
