/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rows and cells as spreadsheets write them to a text, CSV (RFC 4180), read piece by piece (the only place that includes
   libcsv). Commas, semicolons or tabs part the cells: whichever the first row has most of, or the one that a first
   line `sep=;` names. Line ends become LF, a byte order mark goes. */
#ifndef BASE_SHEET_H
#define BASE_SHEET_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct buffer;
struct sheet;

/* A row: its number is the one that a spreadsheet shows, 1 for the first. A blank one has no cells. It lives until the
   next one comes. */
struct sheet_row {
	struct arena *arena;       /* for what is made of the row; emptied behind it */
	int64_t number;
	const char *const *cells;  /* UTF-8 */
	size_t count;
};

/* What keeps a text from being read. Nothing is read behind it. */
enum sheet_fault {
	SHEET_SOUND,
	SHEET_NO_TEXT,     /* not UTF-8, or holds NUL */
	SHEET_QUOTES,      /* a quote stands where none can, or has no end */
	SHEET_TOO_LONG     /* a cell of more than 64 KiB, a row of more than 256 KiB or 300 cells */
};

struct sheet *sheet_new(struct arena *arena, void (*take)(void *context, const struct sheet_row *row), void *context);
void sheet_feed(struct sheet *sheet, const char *bytes, size_t length);

/* The end of it; frees the sheet. Returns what was wrong, and in which row. */
enum sheet_fault sheet_finish(struct sheet *sheet, int64_t *row);

/* Adds a cell in quotes. What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text:
   https://owasp.org/www-community/attacks/CSV_Injection */
void sheet_cell(struct buffer *out, const char *text);

/* A cell's text without such an apostrophe. */
const char *sheet_text(const char *cell);

#endif
