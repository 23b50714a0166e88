/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a programme came to, in numbers. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/report.h"
#include "pages_desk.h"
#include "sql_report.h"

enum { YEAR = 365, LEFT = 60, WIDE = 500, BOTTOM = 200, HIGH = 180 };

static const char *day_asked(struct request *q, const char *name, const char *usual)
{
	const char *day = query_value(q, name);
	struct day_parts parts;

	/* As the form has it: a year that begins with 20. */
	return day_parse(day, &parts) && parts.year >= 2000 && parts.year < 2100 ? day : usual;
}

/* The share who both give and receive, step by step; a gap where it is not told. */
static void draw(struct arena *arena, struct desk_report *view)
{
	struct buffer line = buffer_in(arena, 128);
	struct desk_point *points = arena_array(arena, REPORT_MOMENTS, sizeof *points);
	size_t count = 0;

	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		const struct report_moment *m = &((const struct report_moment *)view->over.rows)[i];
		if (!m->has_share)
			continue;
		points[count] = (struct desk_point){ LEFT + (int64_t)i * WIDE / (REPORT_MOMENTS - 1), BOTTOM - m->share * HIGH / 100 };
		buffer_printf(&line, "%s%lld,%lld", count ? " " : "", (long long)points[count].x, (long long)points[count].y);
		count++;
	}
	view->points = (struct list){ points, count };
	view->line = buffer_string(&line);
	view->has_share = count > 1;
}

static struct list counts_of(struct arena *arena, const struct desk_count *counts, size_t count)
{
	struct desk_count *rows = arena_array(arena, count, sizeof *rows);

	for (size_t i = 0; i < count; i++)
		rows[i] = counts[i];
	return (struct list){ rows, count };
}

#define COUNTS(...) counts_of(arena, (const struct desk_count[]){ __VA_ARGS__ }, sizeof((const struct desk_count[]){ __VA_ARGS__ }) / sizeof(struct desk_count))

static void list_answers(struct arena *arena, const struct report *r, struct desk_report *view)
{
	static const char *const kinds[] = { "productive", "useful", "energising" };
	struct desk_answers *rows = arena_array(arena, 6, sizeof *rows);

	for (size_t i = 0; i < 6; i++) {
		const struct report_answers *said = &r->answers[i / 3][i % 3];
		rows[i] = (struct desk_answers){ kinds[i % 3], i < 3, *said };
		view->has_answers = view->has_answers || said->yes.n || said->bit.n || said->no.n;
	}
	view->answers = (struct list){ rows, 6 };
}

static void list_all(struct arena *arena, const struct report *r, struct desk_report *view)
{
	struct desk_days *times = arena_array(arena, 3, sizeof *times);

	view->over = (struct list){ r->over, REPORT_MOMENTS };
	view->now = r->over[REPORT_MOMENTS - 1];
	view->pairs = COUNTS({ "begun", r->begun }, { "open", r->open }, { "reverse", r->reverse }, { "generations", r->generations },
			     { "rings", r->rings }, { "in-rings", r->in_rings });
	view->endings = COUNTS({ "planned", r->planned }, { "sudden", r->sudden }, { "died", r->died });
	view->meetings = COUNTS({ "held", r->held }, { "missed", r->missed });
	times[0] = (struct desk_days){ .kind = "proposal", .days = r->to_proposal };
	times[1] = (struct desk_days){ .kind = "meeting", .days = r->to_meeting };
	times[2] = (struct desk_days){ .kind = "length", .days = r->length };
	for (size_t i = 0; i < 3; i++)
		times[i].told = times[i].days.count.n >= REPORT_FEW;
	view->times = (struct list){ times, 3 };
	view->longest = r->longest;
	list_answers(arena, r, view);
	draw(arena, view);
}

struct outcome report_show(struct request *q, void *into)
{
	struct desk_report *view = into;
	struct arena *arena = q->work.arena;
	const char *today = q->work.today;

	view->programmes = sql_report_programmes(&q->work, &(struct report_programmes_in){ q->language.code });
	text_is_count(query_value(q, "programme"), &view->programme_id);
	view->words = "";
	for (size_t i = 0; i < view->programmes.count; i++) {
		const struct report_programmes *g = list_row(&report_programmes_view, view->programmes, i);
		if (g->programme_id == view->programme_id)
			view->words = g->words;
	}
	if (!*view->words)
		view->programme_id = 0;
	view->last_day = day_asked(q, "last", today);
	if (day_between(view->last_day, today) < 0)
		view->last_day = today;
	view->first_day = day_asked(q, "first", day_add(arena, view->last_day, -YEAR));
	if (day_between(view->first_day, view->last_day) < 0)
		view->first_day = view->last_day;
	list_all(arena, report_of(&q->work, view->programme_id, view->first_day, view->last_day), view);
	return shown;
}

static void put(struct buffer *out, const char *part, const char *name, struct shown_count count)
{
	if (count.few)
		buffer_printf(out, "%s,%s,\r\n", part, name);
	else
		buffer_printf(out, "%s,%s,%lld\r\n", part, name, (long long)count.n);
}

static void put_list(struct buffer *out, const char *part, struct list rows)
{
	for (size_t i = 0; i < rows.count; i++) {
		const struct desk_count *row = list_row(&desk_count_view, rows, i);
		put(out, part, row->kind, row->count);
	}
}

static void put_times(struct buffer *out, const struct desk_report *view)
{
	const struct desk_days *rows = view->times.rows;

	for (size_t i = 0; i < view->times.count; i++) {
		put(out, rows[i].kind, "known", rows[i].days.count);
		if (rows[i].told)
			buffer_printf(out, "%1$s,least,%2$lld\r\n%1$s,middle,%3$lld\r\n%1$s,most,%4$lld\r\n", rows[i].kind, (long long)rows[i].days.least,
				      (long long)rows[i].days.middle, (long long)rows[i].days.most);
	}
}

static void put_answers(struct request *q, struct buffer *out, const struct desk_report *view)
{
	const struct desk_answers *rows = view->answers.rows;

	for (size_t i = 0; i < view->answers.count; i++) {
		const char *part = arena_printf(q->work.arena, "%s-%s", rows[i].is_mentor ? "mentor" : "mentee", rows[i].kind);
		put(out, part, "yes", rows[i].said.yes);
		put(out, part, "bit", rows[i].said.bit);
		put(out, part, "no", rows[i].said.no);
	}
}

/* The same as a table for a spreadsheet: codes and numbers alone, so that no cell can be a formula. RFC 4180. */
struct outcome report_file_show(struct request *q, void *into)
{
	struct desk_report view = { .programme_id = 0 };
	struct buffer out = buffer_in(q->work.arena, 4096);

	(void)into;
	report_show(q, &view);
	buffer_printf(&out, "part,what,number\r\nprogramme,id,%lld\r\nfrom,day,%s\r\nto,day,%s\r\n", (long long)view.programme_id, view.first_day, view.last_day);
	for (size_t i = 0; i < view.over.count; i++) {
		const struct report_moment *m = &((const struct report_moment *)view.over.rows)[i];
		put(&out, m->day, "people", m->members);
		put(&out, m->day, "both", m->both);
		put(&out, m->day, "only-give", m->gives);
		put(&out, m->day, "only-receive", m->receives);
		put(&out, m->day, "neither", m->neither);
	}
	put_list(&out, "pairs", view.pairs);
	put_list(&out, "endings", view.endings);
	put_times(&out, &view);
	put_list(&out, "meetings", view.meetings);
	put_answers(q, &out, &view);
	return web_download(q, "bothways-report.csv", buffer_string(&out));
}

struct outcome report_keep(struct request *q, const void *answers)
{
	const struct desk_report_form *f = answers;

	if (*f->first_day && *f->last_day && day_between(f->first_day, f->last_day) < 0)
		return blamed(q, "last_day", REASON_NOT_ALLOWED);
	return go_to(q, "desk", arena_printf(q->work.arena, "/report?programme=%lld&first=%s&last=%s#found", (long long)f->programme_id, f->first_day, f->last_day));
}
