/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways report: what a programme came to, in numbers, as the desk counts it. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/report-table.h"
#include "sql_report.h"

enum { YEAR = 365 };

struct asked {
	int64_t programme_id;      /* 0: all */
	const char *first_day, *last_day;
};

/* A day that exists; false, with a message. */
static bool day_of_flag(struct call *call, const char *name, const char *usual, const char **day)
{
	struct day_parts parts;

	*day = call_flag(call, name) ? call_flag(call, name) : usual;
	if (day_parse(*day, &parts) && parts.year >= 2000)
		return true;
	call_refuse(call, "--%s is a day such as 2026-03-31, not %s", name, *day);
	return false;
}

static bool read_days(struct call *call, struct asked *asked)
{
	const char *today = call->work.today;

	if (!day_of_flag(call, "to", today, &asked->last_day))
		return false;
	if (day_between(asked->last_day, today) < 0) {
		call_refuse(call, "--to is a day that is to come: %s", asked->last_day);
		return false;
	}
	if (!day_of_flag(call, "from", day_add(call->arena, asked->last_day, -YEAR), &asked->first_day))
		return false;
	if (day_between(asked->first_day, asked->last_day) >= 0)
		return true;
	call_refuse(call, "--from %s comes after --to %s", asked->first_day, asked->last_day);
	return false;
}

static bool find_programme(struct call *call, struct asked *asked)
{
	const char *slug = call_flag(call, "programme");
	struct report_programme_named found = { 0 };

	if (!slug)
		return true;
	if (sql_report_programme_named(&call->work, &(struct report_programme_named_in){ slug }, &found)) {
		asked->programme_id = found.programme_id;
		return true;
	}
	call_refuse(call, "there is no programme %s", slug);
	return false;
}

static void tell_json(const struct asked *asked, struct list rows)
{
	printf("{\"programme\":%lld,\"from\":\"%s\",\"to\":\"%s\",\"rows\":[", (long long)asked->programme_id, asked->first_day, asked->last_day);
	for (size_t i = 0; i < rows.count; i++) {
		const struct report_row *row = (const struct report_row *)rows.rows + i;
		printf("%s{\"part\":\"%s\",\"what\":\"%s\",\"number\":", i ? "," : "", row->part, row->what);
		if (row->count.few)
			fputs("null}", stdout);
		else
			printf("%lld}", (long long)row->count.n);
	}
	puts("]}");
}

static void tell_lines(const struct asked *asked, struct list rows)
{
	printf("from %s to %s\n", asked->first_day, asked->last_day);
	for (size_t i = 0; i < rows.count; i++) {
		const struct report_row *row = (const struct report_row *)rows.rows + i;
		if (row->count.few)
			printf("%-18s %-14s few\n", row->part, row->what);
		else
			printf("%-18s %-14s %lld\n", row->part, row->what, (long long)row->count.n);
	}
}

static void tell(struct call *call, const struct asked *asked, struct list rows)
{
	struct buffer out = buffer_in(call->arena, 4096);

	if (call_flag(call, "json")) {
		tell_json(asked, rows);
	} else if (call_flag(call, "csv")) {
		report_csv(&out, rows, asked->programme_id, asked->first_day, asked->last_day);
		fputs(buffer_string(&out), stdout);
	} else {
		tell_lines(asked, rows);
	}
}

int report_command(struct call *call)
{
	struct asked asked = { 0 };
	int64_t others = 0;

	if (call_flag(call, "json") && call_flag(call, "csv"))
		return call_refuse(call, "--json and --csv are two ways to say the same: choose one");
	if (!call_open_site(call) || !read_days(call, &asked))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	bool found = find_programme(call, &asked);
	struct list rows = { NULL, 0 };
	if (found)
		rows = report_rows(call->arena, report_of(&call->work, asked.programme_id, asked.first_day, asked.last_day),
				   report_wanted(&call->work, asked.programme_id, "en", &others));
	db_end_read(&call->work);
	if (call->work.trouble != TROUBLE_NONE)
		return call_trouble(call);
	if (!found)
		return EXIT_USAGE;
	tell(call, &asked, rows);
	return EXIT_DONE;
}
