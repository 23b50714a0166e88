/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The columns that a file of people may have, and what becomes of a cell: the answer of a field of the form in
   templates/desk/new-person.xml. Private to lib/intake. */
#ifndef INTAKE_COLUMNS_H
#define INTAKE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/sheet.h"
#include "form/form.h"
#include "intake/new-person.h"

struct arena;
struct work;

enum { COLUMNS = 36 };

struct column {
	const char *name;          /* what the first row calls it: spaces, hyphens and capitals do not count */
	const char *field;         /* of the form; a column may be called so too */
	const char *also;          /* another name; NULL */
	bool aged;                 /* only where the programme asks for ages */
};
extern const struct column columns[COLUMNS];

/* A topic or place by one of its names. */
struct named {
	const char *field;
	const char *folded;        /* the name, compared without accents */
	const char *value;
};

/* What cells are read by: the form, what it offers, and what an empty one is filled with. */
struct reading {
	struct form form;
	const struct texts *offered;
	const struct desk_new_person *view;
	const struct named *names;
	size_t name_count;
};

struct reading reading_of(struct work *work, const struct new_person_of *of, const struct desk_new_person *view);

/* The column that a cell of the first row names, or -1. */
int column_named(struct arena *arena, const struct reading *reading, const char *cell);

/* The column of a field, or -1. */
int column_of(const char *field);

/* A row as the form would have been sent; `cells` has one for each column, NULL or "" where it tells nothing. */
struct sent_row {
	struct sent *sent;
	size_t count;
	bool unclear[COLUMNS];     /* neither yes nor no */
};
struct sent_row sent_of(struct arena *arena, const struct reading *reading, const char *const *cells);

#endif
