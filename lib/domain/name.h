/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Whom a typed name could mean. People write "Bob Jones", "Jones, Robert", "Mrs Jones", "my sister
   Margaret": a name that somebody must not be matched with bars everybody it could mean, until a
   safeguarding lead ties it to one person. */
#ifndef DOMAIN_NAME_H
#define DOMAIN_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/view.h"

struct arena;

enum { NAME_WORDS_MAX = 12 };

/* A name taken apart: its words folded (utf8_folded), titles and small words left out, "Mc Donald" and
   "O Neill" joined. */
struct name {
	const char *words[NAME_WORDS_MAX];
	size_t count;
};

struct name name_read(struct arena *arena, const char *text);

/* The single names that people wrote into one box: a line each, "Bob and Sue Jones" taken as two. */
struct texts name_split(struct arena *arena, const char *text);

/* Whether what was typed could mean the person of that full name and that name they are called by:
   the same surname with the same first or chosen name, a common short form of it, or its initial, in
   any order; of one word alone, whoever has it as any of their names. Rule: issue "bars", PRACTICE. */
bool name_could_be(const struct name *typed, const struct name *full, const struct name *called);

/* Whether two folded first names are the same, or short forms of the same: bob, robert. */
bool name_is_short_for(const char *a, const char *b);

#endif
