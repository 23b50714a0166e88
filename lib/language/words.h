/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Single sentences in the charity's own words, before those of the catalogue. Where a language has none, finding that out is
   one call of the kernel each time it is chosen. */
#ifndef LANGUAGE_WORDS_H
#define LANGUAGE_WORDS_H

#include <stdbool.h>

#include "base/view.h"

struct arena;

/* Once, with the data folder. */
void words_start(const char *folder);

/* From now on words are of this language. */
void words_use(const char *code);

/* The words for a text, or NULL. With a context it is `context U+0004 text`. What does not fit its text is as if it were not there.
   Lives until the next choice of a language. */
const char *words_of(const char *key);

/* Whether drafts are shown in the place of words from now on: to somebody at the desk who looks at a page. */
void words_drafts(bool shown);

/* The draft of a text in a language, or NULL. Lives until another is kept. */
const char *words_draft(const char *code, const char *key);

/* Whether they have the marks of the text, {who} and {link}…{/link}, each as often, properly nested. */
bool words_fit(const char *text, const char *words);

/* Keeps them, or forgets them where they are "". One line: no tab, no line end. False, and a line in the log, when they cannot be written. */
bool words_keep(struct arena *arena, const char *code, const char *key, const char *words);

/* The same of words that nobody sees before they are kept by words_keep. */
bool words_keep_draft(struct arena *arena, const char *code, const char *key, const char *words);

/* sentences.c: what a catalogue holds, but for sentences that depend on a number. */
struct sentence {
	const char *id;        /* of this sentence in every language */
	const char *context;
	const char *text;      /* English */
	const char *shipped;   /* in that language */
	const char *own;       /* the charity's, or "" */
	const char *draft;     /* what it may become, or "" */
};
extern const struct view sentence_view;

/* Those whose words in that language, or in English, hold all of `needle`, in any case of ASCII letters; at most `most`. With "" those
   that have words of the charity's own, or a draft. */
struct list sentences_find(struct arena *arena, const char *code, const char *needle, size_t most);

/* One of them. */
bool sentence_one(struct arena *arena, const char *code, const char *id, struct sentence *sentence);

/* The id of the sentence with that key. */
const char *sentence_id(struct arena *arena, const char *key);

/* Those whose ids are among the words of `ids`, in the order of the catalogue. */
struct list sentences_named(struct arena *arena, const char *code, const char *ids, size_t most);

/* What words_of and words_keep call it. */
const char *sentence_key(struct arena *arena, const struct sentence *sentence);

#endif
