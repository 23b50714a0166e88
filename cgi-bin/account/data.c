/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Everything that is held on a person, to read, to print, and as a file. The page shows what the file says. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/request.h"
#include "pages_account.h"

enum { COMPLAINTS_AN_HOUR = 20, HOUR = 3600 };

static const char *held(struct request *q)
{
	struct data_json row;

	return sql_data_json(&q->work, &(struct data_json_in){ .person_id = q->visitor.person_id, .language = q->language.code }, &row) ? row.json : "{}";
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
	struct account_data_group *groups = arena_array(arena, lines.count + 1, sizeof *groups);
	struct account_data_line *rows = arena_array(arena, lines.count + 1, sizeof *rows);
	struct list list = { groups, 0 };
	const char *place = "", *part = "";

	for (size_t i = 0; i < lines.count; i++) {
		const struct data_lines *line = list_row(&data_lines_view, lines, i);
		rows[i] = (struct account_data_line){ line->name, line->value, day_in(arena, line->value) };
		if (!text_is(place, line->place))
			groups[list.count++] = (struct account_data_group){ line->part, !text_is(part, line->part), { &rows[i], 0 } };
		groups[list.count - 1].lines.count++;
		place = line->place;
		part = line->part;
	}
	return list;
}

struct outcome data_show(struct request *q, void *into)
{
	struct account_data *view = into;

	view->groups = grouped(q->work.arena, sql_data_lines(&q->work, &(struct data_lines_in){ held(q) }));
	return shown;
}

struct outcome data_file_show(struct request *q, void *into)
{
	(void)into;
	return web_download(q, "bothways.json", held(q));
}

struct outcome complaint_show(struct request *q, void *into)
{
	struct account_complaint *view = into;

	view->is_visitor = !q->work.person_id;
	return shown;
}

struct outcome complaint_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "complaint", web_network(q), COMPLAINTS_AN_HOUR, HOUR) ? too_often : go_on;
}

struct outcome complaint_keep(struct request *q, const void *answers)
{
	const struct account_complaint_form *f = answers;
	/* Not a rule of the template: whoever is signed in is not asked. */
	if (!q->work.person_id && !*f->reply_to)
		return blamed(q, "reply_to", REASON_NONE_CHOSEN);
	const struct request_new request = { .kind = f->kind, .words = f->words, .reply_to = q->work.person_id ? "" : f->reply_to };

	return when(q, request_make(&q->work, &request) != 0, next_page);
}

struct outcome complaint_sent_show(struct request *q, void *into)
{
	struct account_complaint_sent *view = into;

	view->by_day = day_add(q->work.arena, q->work.today, REQUEST_DAYS);
	return shown;
}
