/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A programme: its kind, and the topics that it begins with. */
#ifndef DOMAIN_PROGRAMME_H
#define DOMAIN_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/work.h"

/* Words that a programme of a kind begins with (data/programme-kinds.txt); topic -1: of the programme itself. */
struct kind_words {
	const char *kind;
	int topic;
	const char *language;
	const char *words;
	const char *more;
};
extern const struct kind_words kind_words[];
extern const size_t kind_word_count;

struct programme_new {
	const char *kind;
	const char *name;          /* in English; "": that of the kind */
	const char *name_cy;       /* in Welsh; "": that of the kind, where the name is the kind's too */
	bool intergenerational;
};

/* Begins a programme with its kind's topics, in every language that there are words in. Its number; 0 and
   work->trouble when it cannot. */
int64_t programme_begin(struct work *work, const struct programme_new *programme);

#endif
