/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Single sentences in a site's own words, before those of the catalogue: the charity's, and what a reader of a translation corrects.
   Where a language has none, finding that out is one call of the kernel each time it is chosen. */
#ifndef LANGUAGE_WORDS_H
#define LANGUAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;

enum { WORDS_FORMS = 6 };      /* of a text that depends on a number, in any language */

/* Once, with the data folder. */
void words_start(const char *folder);

/* From now on words are of this language. */
void words_use(const char *code);
/* The language that they are of now. */
const char *words_in_use(struct arena *arena);

/* The words for a text, or NULL. With a context it is `context U+0004 text`. What does not fit its text is as if it were not there.
   Lives until the next choice of a language. */
const char *words_of(const char *key);

/* The same of a text that depends on a number: its form `form`, from 0. The key has the English for one, `many` is the other. */
const char *words_form(const char *key, const char *many, size_t form);

/* Whether drafts are shown in the place of words from now on: to somebody at the desk who looks at a page. */
void words_drafts(bool shown);

/* The draft of a text in a language, or NULL. Lives until another is kept. */
const char *words_draft(const char *code, const char *key);

/* Whether they have the marks of the text, {who} and {link}…{/link}, each as often, properly nested. */
bool words_fit(const char *text, const char *words);

/* The same of one form: it may say {n} in letters, or not at all. */
bool words_fit_number(const char *many, const char *words);

/* Keeps them, or forgets them where they are "": forms with a line end between, no tab. False, and a line in the log, when they cannot
   be written. */
bool words_keep(struct arena *arena, const char *code, const char *key, const char *words);

/* The same of words that nobody sees before they are kept by words_keep. */
bool words_keep_draft(struct arena *arena, const char *code, const char *key, const char *words);

/* Where what is kept of a language lies, and a whole file of it written there: false as above. */
const char *words_path(struct arena *arena, const char *code, const char *ending);
bool words_put(struct arena *arena, const char *path, const struct buffer *bytes);

#endif
