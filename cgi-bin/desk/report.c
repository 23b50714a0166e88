/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a programme came to, in numbers. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-report-views.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/reports.h"
#include "domain/report-table.h"
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

/* A number of each moment, of `most` at the top; a gap where it is not told. */
static struct desk_line line_of(struct arena *arena, const struct desk_report *view, bool share, int64_t most)
{
	struct buffer words = buffer_in(arena, 128);
	struct desk_point *points = arena_array(arena, REPORT_MOMENTS, sizeof *points);
	size_t count = 0;

	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		const struct report_moment *m = &((const struct report_moment *)view->over.rows)[i];
		if (share ? !m->has_share : m->pairs.few)
			continue;
		points[count] = (struct desk_point){ LEFT + (int64_t)i * WIDE / (REPORT_MOMENTS - 1), BOTTOM - (share ? m->share : m->pairs.n) * HIGH / most };
		buffer_printf(&words, "%s%lld,%lld", count ? " " : "", (long long)points[count].x, (long long)points[count].y);
		count++;
	}
	return (struct desk_line){ { points, count }, buffer_string(&words), most, count > 1 };
}

/* The top of a picture: the next ten from this on. */
static int64_t top_of(int64_t most)
{
	return most / 10 * 10 + 10;
}

static void draw(struct arena *arena, const struct report *r, struct desk_report *view)
{
	static const char *const kinds[REPORT_LENGTHS] = { "42", "91", "182", "365", "more" };
	struct desk_length *bars = arena_array(arena, REPORT_LENGTHS, sizeof *bars);
	int64_t pairs = 0, most = 0;

	for (size_t i = 0; i < REPORT_MOMENTS; i++)
		pairs = r->over[i].pairs.n > pairs && !r->over[i].pairs.few ? r->over[i].pairs.n : pairs;
	for (size_t i = 0; i < REPORT_LENGTHS; i++)
		most = r->lengths[i].n > most && !r->lengths[i].few ? r->lengths[i].n : most;
	view->share = line_of(arena, view, true, 100);
	view->going = line_of(arena, view, false, top_of(pairs));
	view->bars_most = top_of(most);
	for (size_t i = 0; i < REPORT_LENGTHS; i++) {
		int64_t high = r->lengths[i].few ? 0 : r->lengths[i].n * HIGH / view->bars_most;
		bars[i] = (struct desk_length){ kinds[i], r->lengths[i], LEFT + 10 + (int64_t)i * WIDE / REPORT_LENGTHS, BOTTOM - high, high };
	}
	view->bars = (struct list){ bars, REPORT_LENGTHS };
	view->has_bars = most > 0;
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

static const char *mean(struct arena *arena, int64_t sum, int64_t n)
{
	int64_t tenths = report_tenths(sum, n);

	return arena_printf(arena, "%lld.%lld", (long long)tenths / 10, (long long)tenths % 10);
}

static void list_changes(struct arena *arena, const struct report *r, struct desk_report *view)
{
	struct desk_change *rows = arena_array(arena, 2 * MEASURE_SCALES, sizeof *rows);

	for (size_t i = 0; i < 2 * MEASURE_SCALES; i++) {
		const struct measure_change *c = &r->changes[i / MEASURE_SCALES][i % MEASURE_SCALES];
		struct shown_count count = r->changed[i / MEASURE_SCALES][i % MEASURE_SCALES];
		struct desk_change row = { .scale = c->scale, .later = i < MEASURE_SCALES ? "half-year" : "end", .count = count, .told = count.n && !count.few };
		if (!count.n)
			continue;
		if (row.told) {
			row.before = mean(arena, c->before, c->n);
			row.after = mean(arena, c->after, c->n);
			row.least = c->least;
			row.most = c->most;
		}
		rows[view->changes.count++] = row;
	}
	view->changes.rows = rows;
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
	view->warnings = COUNTS({ "asked", r->asked }, { "quiet", r->quiet });
	times[0] = (struct desk_days){ .kind = "proposal", .days = r->to_proposal };
	times[1] = (struct desk_days){ .kind = "meeting", .days = r->to_meeting };
	times[2] = (struct desk_days){ .kind = "length", .days = r->length };
	for (size_t i = 0; i < 3; i++)
		times[i].told = times[i].days.count.n >= REPORT_FEW;
	view->times = (struct list){ times, 3 };
	view->longest = r->rings.few ? 0 : r->longest;
	list_answers(arena, r, view);
	list_changes(arena, r, view);
	draw(arena, r, view);
}

/* Whoever is no coordinator, who sees each pair anyway, gets the numbers of whole years: those of two times of which one is a
   few days longer would tell what was in these. */
static void whole_year(struct arena *arena, struct desk_report *view, const char *today)
{
	const char *end = arena_printf(arena, "%.4s-12-31", view->last_day);

	view->first_day = arena_printf(arena, "%.4s-01-01", view->last_day);
	view->last_day = day_between(end, today) < 0 ? today : end;
}

void report_scope(struct request *q, struct desk_report *view)
{
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
	view->any_day = (q->visitor.who & COORDINATOR) != 0;
	if (!view->any_day)
		whole_year(arena, view, today);
}

struct outcome report_show(struct request *q, void *into)
{
	struct desk_report *view = into;
	struct arena *arena = q->work.arena;

	report_scope(q, view);
	list_all(arena, report_of(&q->work, view->programme_id, view->first_day, view->last_day), view);
	view->wanted = report_wanted(&q->work, view->programme_id, q->language.code, &view->wanted_others);
	return shown;
}

/* The same as a table for a spreadsheet. */
struct outcome report_file_show(struct request *q, void *into)
{
	struct desk_report view = { .programme_id = 0 };
	struct buffer out = buffer_in(q->work.arena, 4096);
	int64_t others = 0;

	(void)into;
	report_scope(q, &view);
	struct list wanted = report_wanted(&q->work, view.programme_id, q->language.code, &others);
	const struct report *report = report_of(&q->work, view.programme_id, view.first_day, view.last_day);
	report_csv(&out, report_rows(q->work.arena, report, wanted), view.programme_id, view.first_day, view.last_day);
	return web_download(q, "bothways-report.csv", buffer_string(&out));
}

struct outcome report_keep(struct request *q, const void *answers)
{
	const struct desk_report_form *f = answers;

	if (*f->first_day && *f->last_day && day_between(f->first_day, f->last_day) < 0)
		return blamed(q, "last_day", REASON_NOT_ALLOWED);
	return go_to(q, "desk", arena_printf(q->work.arena, "/report?programme=%lld&first=%s&last=%s#found", (long long)f->programme_id, f->first_day, f->last_day));
}
