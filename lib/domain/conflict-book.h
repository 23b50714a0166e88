/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to conflict*.c: what a book of conflicts holds. */
#ifndef DOMAIN_CONFLICT_BOOK_H
#define DOMAIN_CONFLICT_BOOK_H

#include <stddef.h>

#include "domain/conflict.h"
#include "domain/name.h"

/* Something that two people may have in common. Two are the same when their words are; the key is a
   number made of the words, so that few words are ever compared. */
struct common {
	int64_t person_id;
	enum conflict kind;
	uint64_t key;
	const char *words;
};

/* A person named by somebody. CONFLICT_NONE: as a friend. */
struct tie {
	int64_t person_id;
	enum conflict kind;
	int64_t other_id;         /* the one it means; 0: whomever the name could mean */
	struct name name;
};

struct known {
	int64_t id;
	struct name full;
	struct name called;
	const char *email;
	const char *phone;        /* figures alone */
	const char *address;      /* folded */
	size_t commons, common_count;   /* of the book's, by key */
	size_t ties, tie_count;
	bool waits;               /* declared something that nobody has decided on */
};

/* Who is over whom, by who is under; `round` is the last walk that came by. */
struct line {
	int64_t under, over;
	uint32_t round;
};

struct lines {
	struct line *lines;
	size_t count;
	int64_t *queue;
	uint32_t round;
};

struct conflict_book {
	struct known *people;     /* by number */
	size_t count;
	struct common *commons;
	struct tie *ties;
	struct lines *lines;
};

/* conflict.c */
struct known *conflict_find(const struct conflict_book *book, int64_t id);

/* line.c: whether `over` is over `under`, directly or over others. Each line is looked at once. */
struct lines *lines_of(struct arena *arena, const struct view *view, struct list rows);
bool lines_lead(struct lines *lines, int64_t under, int64_t over);

#endif
