/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/part.h"

#include "base/text.h"
#include "base/view.h"
#include "sql_match.h"

/* The most of each, as often as it may count, come to PART_SUM_MOST; of the four of place one counts. */
const struct part_line part_lines[PART_COUNT] = {
	/* part           kind        usual least most times */
	[PART_TOPIC]    = { "topic",    120, 1, 120, 1 },
	[PART_VALUES]   = { "values",    50, 0,  60, 3 },
	[PART_PLACE]    = { "place",    150, 0, 160, 1 },
	[PART_DISTRICT] = { "district", 150, 0, 160, 1 },
	[PART_NEAR]     = { "near",     110, 0, 160, 1 },
	[PART_FAR]      = { "far",       60, 0, 160, 1 },
	[PART_WAY]      = { "way",       40, 0,  50, 1 },
	[PART_TONGUE]   = { "tongue",    50, 0,  60, 1 },
	[PART_RHYTHM]   = { "rhythm",    40, 0,  50, 1 },
	[PART_WISH]     = { "wish",      80, 0,  80, 1 },
	[PART_WAITED]   = { "waited",    10, 0,  10, 6 },
	[PART_MISSED]   = { "missed",    40, 0,  40, 2 },
	[PART_BOTH]     = { "both",      40, 0,  40, 2 },
	[PART_FREE]     = { "free",      40, 0,  60, 1 },
	[PART_SEEN]     = { "seen",      10, 0,  20, 1 },
};

struct parts parts_usual(void)
{
	struct parts parts;

	for (int i = 0; i < PART_COUNT; i++)
		parts.points[i] = part_lines[i].usual;
	return parts;
}

enum part part_named(const char *kind)
{
	for (int i = 0; i < PART_COUNT; i++)
		if (text_is(part_lines[i].kind, kind))
			return (enum part)i;
	return PART_COUNT;
}

static int64_t within(const struct part_line *line, int64_t points)
{
	return points < line->least ? line->least : points > line->most ? line->most : points;
}

struct parts parts_of(struct work *work, int64_t programme_id)
{
	struct parts parts = parts_usual();
	struct list rows = sql_parts_of(work, &(struct parts_of_in){ programme_id });

	for (size_t i = 0; i < rows.count; i++) {
		const struct parts_of *row = list_row(&parts_of_view, rows, i);
		enum part part = part_named(row->kind);
		if (part != PART_COUNT)
			parts.points[part] = within(&part_lines[part], row->points);
	}
	return parts;
}

bool parts_put(struct work *work, int64_t programme_id, enum part part, int64_t points)
{
	const struct part_line *line = &part_lines[part];

	if (points != within(line, points))
		return false;
	return sql_part_put(work, &(struct part_put_in){ .programme_id = programme_id, .kind = line->kind, .points = points }) > 0;
}
