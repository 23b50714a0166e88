/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* People put in from a file: who of them is known already, and the putting in. */
#ifndef DOMAIN_IMPORT_H
#define DOMAIN_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "sql_import.h"

struct arena;
struct enrolment;
struct import_book;
struct work;

/* What somebody is known by; "" where it is not told. */
struct import_who {
	const char *email, *phone, *full_name;
};

/* Whom the desk knows by that address, that number or that name, however they are written: `by` is email, phone or
   name, whichever says most. False where it knows nobody. */
bool import_known(struct work *work, const struct import_who *who, struct import_known *known);

/* Those of the same file so far, kept in the arena. */
struct import_book *import_book_new(struct arena *arena);
/* The row that told of the same person, and by what; 0: none. */
int64_t import_book_find(struct work *work, const struct import_book *book, const struct import_who *who, const char **by);
void import_book_add(struct work *work, struct import_book *book, const struct import_who *who, int64_t row);

/* That a file was put in: one row of the audit, beside those of each person that enrol() writes. */
void import_done(struct work *work);

#endif
