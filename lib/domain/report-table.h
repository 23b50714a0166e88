/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A report as a table: codes and numbers, the same for a spreadsheet at the desk and for a script at the command line. */
#ifndef DOMAIN_REPORT_TABLE_H
#define DOMAIN_REPORT_TABLE_H

#include "base/buffer.h"
#include "domain/report.h"

struct arena;

struct report_row {
	const char *part, *what;   /* codes of a-z, 0-9 and -: no cell can be a formula */
	struct shown_count count;
};

/* All that a report says, as struct report_row, in the order of the page. `wanted`: as report_wanted gave it. In the arena. */
struct list report_rows(struct arena *arena, const struct report *report, struct list wanted);

/* A mean of what is never below 0, in tenths, rounded half up. `n` is not 0. */
int64_t report_tenths(int64_t sum, int64_t n);

/* The same as CSV (RFC 4180), with what it is of before it; a number that is not told is left empty. */
void report_csv(struct buffer *out, struct list rows, int64_t programme_id, const char *first_day, const char *last_day);

#endif
