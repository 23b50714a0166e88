/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* All that a catalogue says, sentence by sentence: in whose words, where it stands, and who has read it. */
#ifndef LANGUAGE_SENTENCES_H
#define LANGUAGE_SENTENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct arena;

struct sentence {
	const char *id;            /* of this sentence in every language */
	const char *context;
	const char *text, *many;   /* English; of what depends on a number for one and for many, else many is "" */
	const char *shipped;       /* in that language; forms with a line end between */
	const char *own;           /* the site's, or "" */
	const char *draft;         /* what it may become, or "" */
	const char *words;         /* what is said: own or shipped */
	const char *where, *note;  /* the templates it stands in; what translators are told */
	const char *mark;          /* of this English with these words: another as soon as either changes */
	const char *day;           /* it was read on, or "" */
	int64_t person_id;         /* by whom; 0 */
	int64_t number;            /* its place, from 1, template by template */
	bool read;
	uint64_t id_hash, mark_hash;
	uint32_t place;            /* in the catalogue */
};
extern const struct view sentence_view;

/* Which ones: "unread", "corrected", and else all; with a needle those whose words in that language, or in English, hold all of it, in
   any case of ASCII letters. */
struct sentence_question {
	const char *show, *needle;
	size_t first, most;        /* from 0, and how many */
};
struct sentence_answer {
	struct list rows;          /* struct sentence, in the order of their numbers */
	int64_t all, read, corrected;  /* of the whole language */
	int64_t found;             /* of those that were asked for */
};
void sentences_ask(struct arena *arena, const char *code, const struct sentence_question *question, struct sentence_answer *answer);

/* One of them. */
bool sentence_one(struct arena *arena, const char *code, const char *id, struct sentence *sentence);

/* Those that do not depend on a number. Found: whose words hold the needle; with "" those that have own words, or a draft. Named: whose
   ids are among the words of `ids`. At most `most`, in the order of the catalogue. */
struct list sentences_find(struct arena *arena, const char *code, const char *needle, size_t most);
struct list sentences_named(struct arena *arena, const char *code, const char *ids, size_t most);

/* The id of the sentence with that key. */
const char *sentence_id(struct arena *arena, const char *key);

/* What words_of and words_keep call it. */
const char *sentence_key(struct arena *arena, const struct sentence *sentence);

/* All of a language, `count` of them; none where there is no such language. For this room. */
struct sentence *sentences_all(struct arena *arena, const char *code, size_t *count);

/* reading.c: words/cy.read holds a line for each mark: who read it, and when. Those marks whose sentence or words are gone are
   left out when it is written anew. False, and a line in the log, when it cannot be. */
bool reading_keep(struct arena *arena, const char *code, struct texts marks, int64_t person_id, const char *day);

/* The same with no new marks, where the file was written for other words or another catalogue than there are now. */
bool reading_freshen(struct arena *arena, const char *code);

/* Says of each sentence who has read it. `count` of them. */
void reading_put(struct arena *arena, const char *code, struct sentence *rows, size_t count);

/* Whether all of a language is read as it is said now. Where nobody has read one call of the kernel, else five; all is counted where
   anything changed since the last mark and the last night. */
bool reading_is_whole(struct arena *arena, const char *code);

/* Who has read in it: numbers of people, each once, at most `most`. Returns how many. */
size_t reading_people(struct arena *arena, const char *code, int64_t *people, size_t most);

/* po.c: the language as a .po, with the site's own words. What nobody has read is fuzzy; `readers` are named in its header where it is
   whole. NULL where there is no such language. */
const char *sentences_po(struct arena *arena, const char *code, const char *readers);

#endif
