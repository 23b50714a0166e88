/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Tables as spreadsheets write them: which rows and cells there are, whatever parts them and in whatever pieces they come. */
#include "base/sheet.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "tests/tap.h"

static struct arena *arena;

static void take(void *context, const struct sheet_row *row)
{
	struct buffer *out = context;

	buffer_printf(out, "%lld", (long long)row->number);
	for (size_t i = 0; i < row->count; i++)
		buffer_printf(out, "[%s]", row->cells[i]);
	buffer_char(out, '.');
}

/* Rows as 1[a][b]. and behind them, where there is a fault, which and in which row. */
static const char *rows_of(const char *text, size_t length, size_t piece)
{
	static const char *const faults[] = { "", "no-text", "quotes", "too-long" };
	struct buffer out = buffer_in(arena, 100);
	struct sheet *sheet = sheet_new(arena, take, &out);
	int64_t row;

	for (size_t at = 0; at < length; at += piece)
		sheet_feed(sheet, text + at, length - at < piece ? length - at : piece);
	enum sheet_fault fault = sheet_finish(sheet, &row);
	if (fault != SHEET_SOUND)
		buffer_printf(&out, "%s %lld", faults[fault], (long long)row);
	return buffer_string(&out);
}

static void test_rows(void)
{
	static const struct { const char *text, *rows; } cases[] = {
		{ "a,b\nc,d\n", "1[a][b].2[c][d]." }, { "a,b\r\nc,d", "1[a][b].2[c][d]." }, { "a,b\rc,d\r", "1[a][b].2[c][d]." },
		{ "\xef\xbb\xbf\"a\";b\n1,5;x", "1[a][b].2[1,5][x]." }, { "a\tb\nc d\te, f\n", "1[a][b].2[c d][e, f]." }, { "sep=;\na;b,c\n", "2[a][b,c]." },
		{ "a;b;\"x,y,z,w\"\n", "1[a][b][x,y,z,w]." }, { "a,\"b\r\nc\"\r\n\r\nd,\r\n", "1[a][b\nc].2.3[d][]." }, { "a,b\n,\n \t \nc,d", "1[a][b].2.3.4[c][d]." },
		{ "a\n\"say \"\"hi\"\"\"\n", "1[a].2[say \"hi\"]." }, { "a , b\n", "1[a][b]." }, { "", "" }, { "\n\na,b", "1.2.3[a][b]." },
		{ "a,b\n\"c,d\n", "1[a][b].quotes 2" }, { "a,b\nc\"d,e\nf,g\n", "1[a][b].quotes 2" }, { "a,b\n\"c\"d,e\n", "1[a][b].quotes 2" },
		{ "a,b\nSi\xe2n,c\nd,e", "1[a][b].no-text 2" }, { "\xff\xfe""a", "no-text 1" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t length = strlen(cases[i].text);
		is(rows_of(cases[i].text, length, length + 1), cases[i].rows, arena_printf(arena, "a table (%zu)", i + 1));
		ok(text_is(rows_of(cases[i].text, length, 1), cases[i].rows), "comes to the same byte by byte");
	}
	is(rows_of("a,b\nc\0,d\ne", 10, 10), "1[a][b].no-text 2", "NUL is no text");
}

static void test_bounds(void)
{
	struct buffer long_cell = buffer_in(arena, 1 << 18), many = buffer_in(arena, 1000), long_row = buffer_in(arena, 1 << 19);

	buffer_text(&long_cell, "a\n\"");
	for (int i = 0; i < 70000; i++)
		buffer_char(&long_cell, 'x');
	is(rows_of(buffer_string(&long_cell), long_cell.length, 4000), "1[a].too-long 2", "a cell has an end, be there a quote or not");
	for (int i = 0; i < 300; i++)
		buffer_text(&many, "x,");
	is(rows_of(buffer_string(&many), many.length, 4000), "too-long 1", "a row has so many cells and no more");
	for (int i = 0; i < 6; i++) {
		for (int c = 0; c < 60000; c++)
			buffer_char(&long_row, 'x');
		buffer_char(&long_row, ',');
	}
	is(rows_of(buffer_string(&long_row), long_row.length, 4000), "too-long 1", "and is so long and no longer");
}

/* What is written is read back, and nothing of it begins a formula. */
static void test_cells(void)
{
	static const char *const texts[] = { "", "Gwen", "=1+1", "+44 1632", "-", "@x", "|calc", "%x", "say \"hi\", then\ngo", "'t Hooft", "'=1", "''=1", "'", "''", "a=b" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buffer out = buffer_in(arena, 64);
		sheet_cell(&out, texts[i]);
		ok(!strchr("=+-@|%", out.bytes[1]) , arena_printf(arena, "a cell begins no formula: %s", texts[i]));
		const char *row = rows_of(buffer_string(&out), out.length, 100), *cell = *row ? row + 2 : "";
		is(*texts[i] ? sheet_text(arena_slice(arena, cell, strlen(cell) - 2)) : "", texts[i], "and is read back as it was");
	}
}

int main(void)
{
	arena = arena_new(64 << 20);
	test_rows();
	test_bounds();
	test_cells();
	arena_free(arena);
	return done();
}
