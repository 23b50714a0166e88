/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/sheet.h"

#include <csv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/utf8.h"

enum { CELL_MAX = 64 * 1024, ROW_MAX = 256 * 1024, CELLS_MAX = 300, HEAD_MAX = 16 * 1024, ROW_ARENA = 16 * 1024 * 1024 };

#define FORMULAS "=+-@\t\r\n|%"

struct sheet {
	void (*take)(void *context, const struct sheet_row *row);
	void *context;
	struct csv_parser parser;
	struct arena *row_arena;
	struct sheet_row row;
	const char **cells;
	size_t row_bytes;
	struct buffer head;        /* the first line, until it is known what parts its cells */
	bool begun;
	bool after_return;         /* the last byte was CR */
	enum sheet_fault fault;
};

/* libcsv asks for more where a cell is longer than what it has. */
static void *cell_room(void *old, size_t size)
{
	if (size > CELL_MAX)
		return NULL;
	void *room = realloc(old, size);
	if (!room)
		die("no memory for a cell of %zu bytes", size);
	return room;
}

static void fail(struct sheet *sheet, enum sheet_fault fault)
{
	if (sheet->fault == SHEET_SOUND)
		sheet->fault = fault;
}

static void take_cell(void *bytes, size_t length, void *context)
{
	struct sheet *sheet = context;

	sheet->row_bytes += length;
	if (!utf8_is_valid(length ? bytes : "", length))
		fail(sheet, SHEET_NO_TEXT);
	if (sheet->row.count == CELLS_MAX || sheet->row_bytes > ROW_MAX)
		fail(sheet, SHEET_TOO_LONG);
	if (sheet->fault == SHEET_SOUND)
		sheet->cells[sheet->row.count++] = arena_slice(sheet->row_arena, length ? bytes : "", length);
}

static bool is_blank(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->row.count; i++)
		if (*sheet->cells[i])
			return false;
	return true;
}

static void take_row(int ended_by, void *context)
{
	struct sheet *sheet = context;

	(void)ended_by;
	if (sheet->fault != SHEET_SOUND)
		return;
	sheet->row.number++;
	if (is_blank(sheet))
		sheet->row.count = 0;
	sheet->take(sheet->context, &sheet->row);
	sheet->row.count = 0;
	sheet->row_bytes = 0;
	arena_reset(sheet->row_arena);
}

struct sheet *sheet_new(struct arena *arena, void (*take)(void *context, const struct sheet_row *row), void *context)
{
	struct sheet *sheet = arena_alloc(arena, sizeof *sheet);

	*sheet = (struct sheet){ .take = take, .context = context, .row_arena = arena_new(ROW_ARENA),
		.cells = arena_array(arena, CELLS_MAX, sizeof *sheet->cells), .head = buffer_in(arena, 256) };
	sheet->row = (struct sheet_row){ .arena = sheet->row_arena, .cells = sheet->cells };
	/* Every line end is told, so that rows can be counted. */
	if (csv_init(&sheet->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		die("libcsv cannot be used");
	csv_set_realloc_func(&sheet->parser, cell_room);
	return sheet;
}

static void parse(struct sheet *sheet, const char *bytes, size_t length)
{
	if (sheet->fault != SHEET_SOUND || csv_parse(&sheet->parser, bytes, length, take_cell, take_row, sheet) == length)
		return;
	fail(sheet, csv_error(&sheet->parser) == CSV_EPARSE ? SHEET_QUOTES : SHEET_TOO_LONG);
}

/* How often a byte stands in a line outside quotes. */
static size_t count_in(const char *line, char wanted)
{
	size_t count = 0;
	bool quoted = false;

	for (; *line; line++) {
		quoted ^= *line == '"';
		count += !quoted && *line == wanted;
	}
	return count;
}

/* Once the first line is there. */
static void begin(struct sheet *sheet)
{
	static const char partings[] = ",;\t";
	const char *line = buffer_string(&sheet->head);
	size_t length = sheet->head.length, most = 0;

	sheet->begun = true;
	if (strncmp(line, "\xef\xbb\xbf", 3) == 0) {
		line += 3;
		length -= 3;
	}
	if (strncmp(line, "sep=", 4) == 0 && line[4] && strchr(partings, line[4])) {
		csv_set_delim(&sheet->parser, (unsigned char)line[4]);
		sheet->row.number++;
		return;
	}
	for (const char *parting = partings; *parting; parting++)
		if (count_in(line, *parting) > most) {
			most = count_in(line, *parting);
			csv_set_delim(&sheet->parser, (unsigned char)*parting);
		}
	parse(sheet, line, length);
}

/* Line ends are LF by now. Returns what the first line took. */
static size_t take_head(struct sheet *sheet, const char *bytes, size_t length)
{
	const char *end = memchr(bytes, '\n', length);
	size_t taken = end ? (size_t)(end - bytes) + 1 : length;

	buffer_add(&sheet->head, bytes, taken);
	if (end || sheet->head.length > HEAD_MAX)
		begin(sheet);
	return taken;
}

void sheet_feed(struct sheet *sheet, const char *bytes, size_t length)
{
	char piece[4096];
	size_t filled = 0;

	for (size_t i = 0; i < length && sheet->fault == SHEET_SOUND; i++) {
		char c = bytes[i];
		bool second = c == '\n' && sheet->after_return;
		sheet->after_return = c == '\r';
		if (!second)
			piece[filled++] = c == '\r' ? '\n' : c;
		if (filled < sizeof piece && i + 1 < length)
			continue;
		size_t head = sheet->begun ? 0 : take_head(sheet, piece, filled);
		parse(sheet, piece + head, filled - head);
		filled = 0;
	}
}

enum sheet_fault sheet_finish(struct sheet *sheet, int64_t *row)
{
	if (!sheet->begun)
		begin(sheet);
	if (sheet->fault == SHEET_SOUND && csv_fini(&sheet->parser, take_cell, take_row, sheet) != 0)
		fail(sheet, csv_error(&sheet->parser) == CSV_EPARSE ? SHEET_QUOTES : SHEET_TOO_LONG);
	csv_free(&sheet->parser);
	arena_free(sheet->row_arena);
	*row = sheet->row.number + 1;
	return sheet->fault;
}

/* What looks like one that was guarded is guarded too, so that it is read back as it was. */
static bool is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr(FORMULAS, *text);
}

void sheet_cell(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	if (is_formula(text))
		buffer_char(out, '\'');
	for (; *text; text++) {
		if (*text == '"')
			buffer_char(out, '"');
		buffer_char(out, *text);
	}
	buffer_char(out, '"');
}

const char *sheet_text(const char *cell)
{
	return *cell == '\'' && is_formula(cell) ? cell + 1 : cell;
}
