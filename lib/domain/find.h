/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Finding a person by any word of their names, or of how to reach them, however its accents are typed. */
#ifndef DOMAIN_FIND_H
#define DOMAIN_FIND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct arena;
struct work;

/* Brings what somebody is found by up to how they are now; nothing is left of whoever is erased. Inside every act that
   changes names, ways to reach somebody or districts. */
bool find_learn(struct work *work, int64_t person_id);

/* Whether that is so already: for `bothways check`. */
bool find_is_true(struct work *work, int64_t person_id);

enum { FIND_WORDS = 3 };

/* What was typed as words to look for, the longest first, FIND_WORDS at the most; a phone number is one word, and of an
   e-mail address what stands before the @. */
struct texts find_words(struct arena *arena, const char *typed);

/* A phone number as it is compared: its figures, with a nought for +44; "" where it is none. A name as it is put in order. */
const char *find_phone(struct arena *arena, const char *text);
const char *find_name(struct arena *arena, const char *name);

/* The end of the range in which all words begin with `word`. */
const char *find_beyond(struct arena *arena, const char *word);

#endif
