/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/held.h"

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "sql_data.h"

const char *held_json(struct work *work, int64_t person_id, const char *language)
{
	struct data_json row;

	return sql_data_json(work, &(struct data_json_in){ .person_id = person_id, .language = language }, &row) ? row.json : "{}";
}

/* The day of "2026-03-03" and of "2026-03-03T14:02:00Z". */
static const char *day_in(struct arena *arena, const char *value)
{
	size_t length = strlen(value), day_length = strcspn(value, "T");
	const char *day = arena_slice(arena, value, day_length);
	struct day_parts parts;

	return (length == day_length || length == strlen("2026-03-03T14:02:00Z")) && day_parse(day, &parts) ? day : "";
}

/* Lines of one place are one group. */
static struct list grouped(struct arena *arena, struct list lines)
{
	struct held_group *groups = arena_array(arena, lines.count + 1, sizeof *groups);
	struct held_line *rows = arena_array(arena, lines.count + 1, sizeof *rows);
	struct list list = { groups, 0 };
	const char *place = "", *part = "";

	for (size_t i = 0; i < lines.count; i++) {
		const struct data_lines *line = list_row(&data_lines_view, lines, i);
		rows[i] = (struct held_line){ line->name, line->value, day_in(arena, line->value) };
		if (!text_is(place, line->place))
			groups[list.count++] = (struct held_group){ line->part, !text_is(part, line->part), { &rows[i], 0 } };
		groups[list.count - 1].lines.count++;
		place = line->place;
		part = line->part;
	}
	return list;
}

struct list held_groups(struct work *work, const char *json)
{
	return grouped(work->arena, sql_data_lines(work, &(struct data_lines_in){ .json = json, .at_desk = false }));
}

struct list held_groups_at_desk(struct work *work, const char *json)
{
	return grouped(work->arena, sql_data_lines(work, &(struct data_lines_in){ .json = json, .at_desk = true }));
}
