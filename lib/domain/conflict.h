/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Ties through which a mentor could gain by the mentee's failure, and people who must not meet: always
   a bar, never a weight. */
#ifndef DOMAIN_CONFLICT_H
#define DOMAIN_CONFLICT_H

#include <stddef.h>
#include <stdint.h>

#include "db/work.h"

enum conflict {
	CONFLICT_NONE,
	CONFLICT_SAME_REACH,    /* the same e-mail, phone or address: one household, or one person twice */
	CONFLICT_ORGANISATION,
	CONFLICT_DEPARTMENT,
	CONFLICT_PRIVATE        /* a name on somebody's own list: only a lead may know more */
};

/* `organisation`, `private`: as templates and rows name it; "" for none. */
const char *conflict_name(enum conflict conflict);

/* What is known of a set of people: read once, asked for many pairs. In the work's arena. */
struct conflict_book;

/* Of all who are in a programme. */
struct conflict_book *conflict_book_of(struct work *work, int64_t programme_id);

/* Of all who are in one of two. */
struct conflict_book *conflict_book_joined(struct work *work, int64_t programme_id, int64_t joined_id);

/* Of two people. */
struct conflict_book *conflict_book_between(struct work *work, int64_t one_id, int64_t other_id);

/* What bars these two, in either direction; people who are not in the book are barred from nobody. */
enum conflict conflict_between(const struct conflict_book *book, int64_t one_id, int64_t other_id);

#endif
