/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* People from a file. Each row is judged as if the form of a new person had been sent with it, and told: what would become of
   it, or what has. The text is read piece by piece; only who was in it is remembered. */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "language/language.h"

struct buffer;
struct intake;
struct work;

/* One mistake of a row. */
struct intake_mistake {
	const char *column;
	const char *words, *lang;  /* the form's own words and their language, where the kind is "form" */
	const char *kind;          /* form, or one of these: adult, agreed, yes-no, more-cells */
};

/* One row of the file. */
struct intake_line {
	int64_t row;               /* as a spreadsheet numbers it */
	const char *state;         /* new, known, wrong or blank */
	const char *name;          /* the full name that it tells */
	const char *by;            /* where known, by what: email, phone or name */
	int64_t known_id;          /* who that is, */
	const char *known_name;
	int64_t known_row;         /* or the row of this file that tells of them already */
	struct list mistakes;      /* struct intake_mistake */
};
extern const struct view intake_line_view;

/* What it came to. */
struct intake_end {
	const char *trouble;       /* "", or why it was not read to its end: no-text, quotes, too-long, too-many-rows, no-names, twice */
	int64_t row;               /* where that is */
	const char *column;        /* which column is there twice */
	int64_t added, known, wrong, blank;
	const char *passed_over;   /* names of columns that are not used, with commas between */
};
extern const struct view intake_end_view;

struct intake_of {
	int64_t programme_id;
	struct language language;  /* of the words */
	const char *spoken;        /* what people are written to in whose row says nothing; NULL: the same */
	const char *site_languages;
	int64_t rows_most;         /* with the first */
	bool puts;                 /* puts in who is new, inside a write transaction; else only looks */
	void (*line)(void *context, const struct intake_line *line);  /* for each row behind the first; its texts go with it */
	void *context;
};

/* NULL where there is no such programme. */
struct intake *intake_begin(struct work *work, const struct intake_of *of);
void intake_feed(struct intake *intake, const char *bytes, size_t length);
/* Always to be called. Where it puts and somebody was put in, the audit says so. */
struct intake_end intake_finish(struct intake *intake);

/* A column that a file may have, and what may stand in it: words with commas between, or "". */
struct intake_column {
	const char *name, *takes;
};
extern const struct view intake_column_view;
/* Those of a programme; and a file with all of them, of two people who do not exist. */
struct list intake_columns(struct work *work, const struct intake_of *of);
void intake_example(struct work *work, const struct intake_of *of, struct buffer *out);

#endif
