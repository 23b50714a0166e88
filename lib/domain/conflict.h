/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Ties through which a mentor could gain by the mentee's failure, and people who must not meet: always
   a bar, never a weight. The rules are those of docs/privacy.md and the table at conflict_between. */
#ifndef DOMAIN_CONFLICT_H
#define DOMAIN_CONFLICT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

/* In the order in which they are told where there are several: what is private comes last, so that
   nobody learns of it who could have been told something else. */
enum conflict {
	CONFLICT_NONE,
	CONFLICT_SAME_REACH,    /* the same e-mail, phone or address: one household, or one person twice */
	CONFLICT_ORGANISATION,
	CONFLICT_DEPARTMENT,
	CONFLICT_POST,          /* both are after the same post, place or prize, until a day */
	CONFLICT_LINE,          /* one is over the other, over any number of steps */
	CONFLICT_FAMILY,        /* family, partner, household */
	CONFLICT_CARE,          /* carer, landlord, attorney, money between them */
	CONFLICT_OTHER,         /* declared in their own words; of one that nobody has decided on yet, with everybody */
	CONFLICT_PRIVATE,       /* a name on somebody's own list, or a pair that a concern ended: only a lead may know more */
	CONFLICT_COUNT
};

/* `organisation`, `private`: as templates and rows name it; "" for none. */
const char *conflict_name(enum conflict conflict);

/* What is known of a set of people on work->today: read once, asked for many pairs. In the work's arena. */
struct conflict_book;

/* Of all who are in a programme. */
struct conflict_book *conflict_book_of(struct work *work, int64_t programme_id);

/* Of all who are in one of two. */
struct conflict_book *conflict_book_joined(struct work *work, int64_t programme_id, int64_t joined_id);

/* Of two people. */
struct conflict_book *conflict_book_between(struct work *work, int64_t one_id, int64_t other_id);

/* Of all who meet somebody, or are on the way to it, in any programme. */
struct conflict_book *conflict_book_live(struct work *work);

/* What bars these two, in either direction; people who are not in the book are barred from nobody. */
enum conflict conflict_between(const struct conflict_book *book, int64_t one_id, int64_t other_id);

/* Whether one of the two named the other as a friend or neighbour: a coordinator has to allow it. */
bool conflict_is_friend(const struct conflict_book *book, int64_t one_id, int64_t other_id);

/* The same of two people alone: conflict_between(conflict_book_between(…)). */
enum conflict conflict_now(struct work *work, int64_t one_id, int64_t other_id);

#endif
