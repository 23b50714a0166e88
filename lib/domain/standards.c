/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/standards.h"

#include "base/arena.h"
#include "base/day.h"
#include "sql_report.h"

/* Tenths, rounded; never 0 or 10, which would be none or all. */
static int64_t tenths_of(int64_t done, int64_t whole)
{
	int64_t tenths = (20 * done + whole) / (2 * whole);

	return tenths < 1 ? 1 : tenths > 9 ? 9 : tenths;
}

static struct evidence *read_all(struct work *work, int64_t programme_id, const char *first_day, const char *last_day, size_t *count)
{
	const struct report_evidence_in in = { .since = day_end(day_add(work->arena, first_day, -1)), .until = day_end(last_day),
		.first_day = first_day, .last_day = last_day, .programme_id = programme_id };
	struct list rows = sql_report_evidence(work, &in);
	struct evidence *all = arena_array(work->arena, rows.count + 1, sizeof *all);

	for (size_t i = 0; i < rows.count; i++) {
		const struct report_evidence *row = list_row(&report_evidence_view, rows, i);
		all[i] = (struct evidence){ .kind = row->kind, .whole = { row->whole, false }, .told = row->whole >= REPORT_FEW,
			.all = row->done == row->whole, .none = !row->done, .tenths = row->whole ? tenths_of(row->done, row->whole) : 0 };
		report_hide((struct shown_count *[]){ &all[i].whole }, 1);
	}
	*count = rows.count;
	return all;
}

/* A number of one programme that is hidden alone would be told by those of the others and of all, which come first. */
static void hide_across(struct arena *arena, struct evidence **of, size_t programmes, size_t count)
{
	struct shown_count **parts = arena_array(arena, programmes + 1, sizeof *parts);

	for (size_t k = 0; k < count; k++) {
		for (size_t i = 1; i < programmes; i++)
			parts[i - 1] = &of[i][k].whole;
		if (!of[0][k].whole.few && programmes > 2)
			report_hide(parts, programmes - 1);
	}
}

struct list standards_of(struct work *work, int64_t programme_id, const char *first_day, const char *last_day)
{
	struct list programmes = sql_report_programmes(work, &(struct report_programmes_in){ "en" }), wanted = { NULL, 0 };
	struct evidence **of = arena_array(work->arena, programmes.count + 1, sizeof *of);
	size_t count = 0;

	for (size_t i = 0; i < programmes.count; i++) {
		const struct report_programmes *programme = list_row(&report_programmes_view, programmes, i);
		of[i] = read_all(work, programme->programme_id, first_day, last_day, &count);
		if (programme->programme_id == programme_id)
			wanted = (struct list){ of[i], count };
	}
	hide_across(work->arena, of, programmes.count, count);
	return wanted;
}
