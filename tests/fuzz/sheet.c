/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A file of people: read whole and in pieces to the same rows, and each row made the answers of a form, and judged. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/sheet.h"
#include "base/text.h"
#include "intake/columns.h"
#include "pages_desk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
	struct buffer rows;
	const struct reading *reading;   /* NULL: rows alone */
	int column_of_cell[300];
	bool begun;
};

static void judge(const struct seen *seen, const struct sheet_row *row)
{
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };
	const char *cells[COLUMNS] = { NULL };

	for (size_t i = 0; i < row->count; i++)
		if (seen->column_of_cell[i] >= 0)
			cells[seen->column_of_cell[i]] = sheet_text(row->cells[i]);
	struct sent_row sent = sent_of(row->arena, seen->reading, cells);
	struct form_sending sending = { sent.sent, sent.count, seen->reading->offered, { months, 12 } };
	struct answers answers = form_read(row->arena, &seen->reading->form, &sending);
	form_judge(row->arena, &answers, &sending);
	if (!answers.refused)
		form_fill(row->arena, &answers, &desk_new_person_form_view, arena_alloc(row->arena, desk_new_person_form_view.size));
}

static void take(void *context, const struct sheet_row *row)
{
	struct seen *seen = context;

	buffer_printf(&seen->rows, "%lld:", (long long)row->number);
	for (size_t i = 0; i < row->count; i++)
		buffer_printf(&seen->rows, "%s\037", row->cells[i]);
	if (!seen->reading || !row->count)
		return;
	if (seen->begun)
		judge(seen, row);
	for (size_t i = 0; i < row->count && !seen->begun; i++)
		seen->column_of_cell[i] = column_named(row->arena, seen->reading, row->cells[i]);
	seen->begun = true;
}

static struct seen read_in(struct arena *arena, const struct reading *reading, const uint8_t *data, size_t size, size_t piece)
{
	struct seen seen = { .rows = buffer_in(arena, size + 1), .reading = reading };
	struct sheet *sheet = sheet_new(arena, take, &seen);
	int64_t row;

	memset(seen.column_of_cell, -1, sizeof seen.column_of_cell);
	for (size_t at = 0; at < size; at += piece)
		sheet_feed(sheet, (const char *)data + at, size - at < piece ? size - at : piece);
	enum sheet_fault fault = sheet_finish(sheet, &row);
	buffer_printf(&seen.rows, "%d %lld", (int)fault, (long long)row);
	return seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(64 << 20);
	static const struct desk_spoken language = { "en" };
	struct desk_new_person view = { .programme = { 1, true, "" }, .languages = { &language, 1 },
		.row = { .how = "", .call_name = "", .full_name = "", .reach = "", .email = "", .phone = "", .address = "", .language = "en", .age_band = "", .ask_words = "",
			.ask_wish = "any", .offer_words = "", .offer_wish = "any", .time_offered = "", .ways = "", .district = "", .tongues = "en", .other_tongue = "",
			.core_values = "", .capacity = 1, .bars = { "", "", "", "", "", "", "", "", "", "" } } };
	static const struct named names[] = { { "ask_topic_id", "cooking", "1" }, { "offer_topics", "cooking", "1" } };
	const struct reading reading = { template_form(&desk_new_person_template), template_offers(arena, &desk_new_person_template, &view), &view, names, 2 };
	struct seen whole = read_in(arena, &reading, data, size, size + 1), pieces = read_in(arena, NULL, data, size, 3);

	if (!text_is(buffer_string(&whole.rows), buffer_string(&pieces.rows)))
		abort();
	arena_free(arena);
	return 0;
}
