/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The list of who was erased, outside the database: numbers and moments, nothing else. A backup may be older than an
   erasure; with this list nobody comes back with it. It lies beside the backups, as text that a mail can carry:

     Bothways list of erasures, site 6pX…
     12 2026-11-26T03:00:00Z
     until 2026-11-27T03:00:00Z                                                                                     */
#ifndef HOUSE_ERASED_H
#define HOUSE_ERASED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct site;

#define ERASED_FILE "erased.txt"

struct erased_one {
	int64_t person_id;
	int64_t at;
};

struct erased_list {
	const char *site;        /* which it is of; "" where no list was read */
	struct list rows;        /* struct erased_one, each person and moment once */
	int64_t until;           /* all erasures until then are in it; 0 where no list was read */
};

/* Reads a list from text: as it lies there, or as it came back in a mail (quoted with >, other lines around). False where
   a line that belongs to a list is no such line, or its end is missing. */
bool erased_read(struct arena *arena, const char *text, struct erased_list *list);

/* The list that lies beside the backups; empty where there is none. False where what lies there is no list. */
bool erased_kept(struct arena *arena, const struct site *site, struct erased_list *list);

/* Both of two lists; `until` is the later. */
struct erased_list erased_both(struct arena *arena, const struct erased_list *a, const struct erased_list *b);

/* The list as text, all of it: its end says until when it is whole. */
const char *erased_text(struct arena *arena, const struct erased_list *list);

/* Brings the kept list up to date with the database, and returns it. In no transaction. False, with a line in the log,
   where it cannot be written; `list` then has what the database knows. */
bool erased_note(struct work *work, const struct site *site, struct erased_list *list);

/* The site's own number, which the list and each backup bear; made when it is first asked for. In no transaction. */
const char *house_site_number(struct work *work);

#endif
