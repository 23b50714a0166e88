/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/report.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/circle.h"
#include "domain/outlook.h"
#include "sql_report.h"

enum { GIVES = 1, RECEIVES = 2, DAY_SECONDS = 86400 };

static const int64_t length_ends[REPORT_LENGTHS] = { 42, 91, 182, 365, INT64_MAX };

struct counting {
	struct arena *arena;
	struct list members, pairs;   /* of report_members by number, and report_pairs */
	unsigned char *does;          /* of each member: GIVES, RECEIVES */
};

/* Place of a member among the rows, or -1. */
static int64_t find(const struct counting *c, int64_t person_id)
{
	size_t low = 0, high = c->members.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct report_members *m = list_row(&report_members_view, c->members, middle);
		if (m->person_id == person_id)
			return (int64_t)middle;
		if (m->person_id < person_id)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

static bool is_open(const struct report_pairs *pair, int64_t at)
{
	return pair->opened_at < at && (!pair->ended_at || pair->ended_at >= at);
}

static void mark(struct counting *c, int64_t person_id, unsigned char what)
{
	int64_t place = find(c, person_id);

	if (place >= 0)
		c->does[place] |= what;
}

/* How many pairs were open then. */
static int64_t mark_all(struct counting *c, int64_t at)
{
	int64_t pairs = 0;

	for (size_t i = 0; i < c->members.count; i++)
		c->does[i] = 0;
	for (size_t i = 0; i < c->pairs.count; i++) {
		const struct report_pairs *pair = list_row(&report_pairs_view, c->pairs, i);
		if (!is_open(pair, at))
			continue;
		pairs++;
		mark(c, pair->mentor_id, GIVES);
		mark(c, pair->mentee_id, RECEIVES);
	}
	return pairs;
}

static struct report_moment moment_of(struct counting *c, const char *day)
{
	int64_t at = day_end(day), of[4] = { 0 }, members = 0, pairs = mark_all(c, at);

	for (size_t i = 0; i < c->members.count; i++) {
		const struct report_members *m = list_row(&report_members_view, c->members, i);
		if (m->since >= at || (m->until && m->until < at))
			continue;
		members++;
		of[c->does[i]]++;
	}
	struct report_moment moment = { .day = day, .members = { members, false }, .both = { of[GIVES | RECEIVES], false }, .gives = { of[GIVES], false },
		.receives = { of[RECEIVES], false }, .neither = { of[0], false }, .pairs = { pairs, false } };
	moment.share = members ? (200 * moment.both.n + members) / (2 * members) : 0;
	return moment;
}

static bool is_other_generation(const struct report_pairs *pair)
{
	return is_reverse(pair->mentor_age, pair->mentee_age, pair->reverse_years) || is_reverse(pair->mentee_age, pair->mentor_age, pair->reverse_years);
}

static void count_rings(struct counting *c, const struct circle_tie *ties, size_t count, struct report *report)
{
	struct circles circles = circles_of(c->arena, ties, count);

	for (size_t i = 0; i < circles.count && circles.list[i].closed; i++) {
		int64_t pairs = (int64_t)circles.list[i].count;
		report->rings.n++;
		report->in_rings.n += pairs;
		if (pairs > report->longest)
			report->longest = pairs;
	}
}

static int compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static struct report_days days_of(int64_t *days, size_t count)
{
	struct report_days spread = { .count = { (int64_t)count, false } };

	if (count < REPORT_FEW)
		return spread;
	qsort(days, count, sizeof *days, compare);
	spread.least = days[0];
	spread.middle = days[(count - 1) / 2];
	spread.most = days[count - 1];
	return spread;
}

static size_t length_of(int64_t days)
{
	size_t i = 0;

	while (days >= length_ends[i])
		i++;
	return i;
}

/* What began, ended and was open in the time from `since` to before `until`. */
static void count_pairs(struct counting *c, int64_t since, int64_t until, struct report *report)
{
	struct circle_tie *ties = arena_array(c->arena, c->pairs.count + 1, sizeof *ties);
	int64_t *lengths = arena_array(c->arena, c->pairs.count + 1, sizeof *lengths);
	size_t open = 0, ended = 0;

	for (size_t i = 0; i < c->pairs.count; i++) {
		const struct report_pairs *pair = list_row(&report_pairs_view, c->pairs, i);
		report->begun.n += pair->opened_at >= since && pair->opened_at < until;
		if (is_open(pair, until)) {
			ties[open++] = (struct circle_tie){ pair->mentor_id, pair->mentee_id };
			report->reverse.n += is_reverse(pair->mentor_age, pair->mentee_age, pair->reverse_years);
			report->generations.n += is_other_generation(pair);
		}
		if (pair->ended_at < since || pair->ended_at >= until || !pair->ended_at)
			continue;
		report->sudden.n += text_is(pair->ended_how, "sudden");
		report->died.n += text_is(pair->ended_how, "death");
		report->planned.n += !text_is(pair->ended_how, "sudden") && !text_is(pair->ended_how, "death");
		lengths[ended] = (pair->ended_at - pair->opened_at) / DAY_SECONDS;
		report->lengths[length_of(lengths[ended++])].n++;
	}
	report->open.n = (int64_t)open;
	report->length = days_of(lengths, ended);
	count_rings(c, ties, open, report);
}

static void count_waits(struct work *work, int64_t programme_id, int64_t since, int64_t until, struct report *report)
{
	struct list rows = sql_report_waits(work, &(struct report_waits_in){ .programme_id = programme_id, .since = since, .until = until });
	int64_t *sent = arena_array(work->arena, rows.count + 1, sizeof *sent), *met = arena_array(work->arena, rows.count + 1, sizeof *met);
	size_t sent_count = 0, met_count = 0;

	for (size_t i = 0; i < rows.count; i++) {
		const struct report_waits *row = list_row(&report_waits_view, rows, i);
		if (row->sent_at >= row->approved_at)
			sent[sent_count++] = (row->sent_at - row->approved_at) / DAY_SECONDS;
		if (*row->met_day && row->sent_at >= row->approved_at) {
			int64_t days = day_between(day_of(work->arena, row->approved_at), row->met_day);
			if (days >= 0)
				met[met_count++] = days;
		}
	}
	report->to_proposal = days_of(sent, sent_count);
	report->to_meeting = days_of(met, met_count);
}

static void count_answers(struct work *work, int64_t programme_id, const char *first_day, const char *last_day, struct report *report)
{
	struct list rows = sql_report_signals(work, &(struct report_signals_in){ .programme_id = programme_id, .first_day = first_day, .last_day = last_day });

	for (size_t i = 0; i < rows.count; i++) {
		const struct report_signals *r = list_row(&report_signals_view, rows, i);
		struct report_answers *of = report->answers[r->is_mentor ? 0 : 1];
		of[0] = (struct report_answers){ { r->productive_yes, false }, { r->productive_bit, false }, { r->productive_no, false } };
		of[1] = (struct report_answers){ { r->useful_yes, false }, { r->useful_bit, false }, { r->useful_no, false } };
		of[2] = (struct report_answers){ { r->energising_yes, false }, { r->energising_bit, false }, { r->energising_no, false } };
	}
}

/* All is counted, and nothing hidden yet. */
static struct report *count_all(struct work *work, int64_t programme_id, const char *first_day, const char *last_day)
{
	struct report *report = arena_alloc(work->arena, sizeof *report);
	struct counting c = { .arena = work->arena, .members = sql_report_members(work, &(struct report_members_in){ programme_id }),
		.pairs = sql_report_pairs(work, &(struct report_pairs_in){ programme_id }) };
	int64_t since = day_end(day_add(work->arena, first_day, -1)), until = day_end(last_day), days = day_between(first_day, last_day);
	struct report_meetings meetings = { 0 };
	struct report_warnings warnings = { 0 };

	*report = (struct report){ .longest = 0 };
	c.does = arena_array(work->arena, c.members.count + 1, sizeof *c.does);
	for (size_t i = 0; i < REPORT_MOMENTS; i++)
		report->over[i] = moment_of(&c, day_add(work->arena, first_day, (int)(days * (int64_t)i / (REPORT_MOMENTS - 1))));
	count_pairs(&c, since, until, report);
	count_waits(work, programme_id, since, until, report);
	sql_report_meetings(work, &(struct report_meetings_in){ .programme_id = programme_id, .first_day = first_day, .last_day = last_day }, &meetings);
	report->held.n = meetings.held;
	report->missed.n = meetings.missed;
	sql_report_warnings(work, &(struct report_warnings_in){ .since = since, .until = until, .programme_id = programme_id }, &warnings);
	report->asked.n = warnings.asked;
	report->quiet.n = warnings.quiet;
	count_answers(work, programme_id, first_day, last_day, report);
	for (size_t i = 0; i < 2; i++) {
		measure_changes(work, programme_id, i ? "end" : "half-year", (const int64_t[2]){ since, until }, report->changes[i]);
		for (size_t k = 0; k < MEASURE_SCALES; k++)
			report->changed[i][k].n = report->changes[i][k].n;
	}
	return report;
}

struct report *report_of(struct work *work, int64_t programme_id, const char *first_day, const char *last_day)
{
	struct list programmes = sql_report_programmes(work, &(struct report_programmes_in){ "en" });
	struct report **reports = arena_array(work->arena, programmes.count, sizeof *reports), *wanted = NULL;

	for (size_t i = 0; i < programmes.count; i++) {
		const struct report_programmes *programme = list_row(&report_programmes_view, programmes, i);
		reports[i] = count_all(work, programme->programme_id, first_day, last_day);
		if (programme->programme_id == programme_id)
			wanted = reports[i];
	}
	report_hide_all(work->arena, reports, programmes.count);
	return wanted;
}
