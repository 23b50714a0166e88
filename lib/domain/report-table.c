/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/report-table.h"

#include "base/arena.h"

enum { ROWS_MOST = REPORT_MOMENTS * 6 + 64 + 10 * MEASURE_SCALES + REPORT_WANTED };

struct table {
	struct arena *arena;
	struct report_row *rows;
	size_t count;
};

static void put(struct table *t, const char *part, const char *what, struct shown_count count)
{
	if (t->count < ROWS_MOST)
		t->rows[t->count++] = (struct report_row){ part, what, count };
}

static void put_number(struct table *t, const char *part, const char *what, int64_t n)
{
	put(t, part, what, (struct shown_count){ n, false });
}

static void put_over(struct table *t, const struct report *r)
{
	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		const struct report_moment *m = &r->over[i];
		put(t, m->day, "people", m->members);
		put(t, m->day, "both", m->both);
		put(t, m->day, "only-give", m->gives);
		put(t, m->day, "only-receive", m->receives);
		put(t, m->day, "neither", m->neither);
		put(t, m->day, "pairs", m->pairs);
	}
}

static void put_pairs(struct table *t, const struct report *r)
{
	put(t, "pairs", "begun", r->begun);
	put(t, "pairs", "open", r->open);
	put(t, "pairs", "reverse", r->reverse);
	put(t, "pairs", "generations", r->generations);
	put(t, "pairs", "rings", r->rings);
	put(t, "pairs", "in-rings", r->in_rings);
	if (r->longest && !r->rings.few)
		put_number(t, "pairs", "longest-ring", r->longest);
	put(t, "endings", "planned", r->planned);
	put(t, "endings", "sudden", r->sudden);
	put(t, "endings", "died", r->died);
}

static void put_days(struct table *t, const char *part, const struct report_days *days)
{
	put(t, part, "known", days->count);
	if (days->count.n < REPORT_FEW)
		return;
	put_number(t, part, "least", days->least);
	put_number(t, part, "middle", days->middle);
	put_number(t, part, "most", days->most);
}

static void put_answers(struct table *t, const struct report *r)
{
	static const char *const parts[] = { "mentor-productive", "mentor-useful", "mentor-energising", "mentee-productive", "mentee-useful", "mentee-energising" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct report_answers *said = &r->answers[i / 3][i % 3];
		put(t, parts[i], "yes", said->yes);
		put(t, parts[i], "bit", said->bit);
		put(t, parts[i], "no", said->no);
	}
}

/* Means in tenths, rounded half up. */
static void put_changes(struct table *t, const struct report *r)
{
	for (size_t i = 0; i < 2 * MEASURE_SCALES; i++) {
		const struct measure_change *c = &r->changes[i / MEASURE_SCALES][i % MEASURE_SCALES];
		struct shown_count count = r->changed[i / MEASURE_SCALES][i % MEASURE_SCALES];
		if (!count.n)
			continue;
		const char *part = arena_printf(t->arena, "%s-%s", c->scale, i < MEASURE_SCALES ? "half-year" : "end");
		put(t, part, "people", count);
		if (count.few)
			continue;
		put_number(t, part, "before-tenths", report_tenths(c->before, c->n));
		put_number(t, part, "after-tenths", report_tenths(c->after, c->n));
		put_number(t, part, "least", c->least);
		put_number(t, part, "most", c->most);
	}
}

int64_t report_tenths(int64_t sum, int64_t n)
{
	return (20 * sum + n) / (2 * n);
}

struct list report_rows(struct arena *arena, const struct report *r, struct list wanted)
{
	static const char *const lengths[REPORT_LENGTHS] = { "42", "91", "182", "365", "more" };
	struct table t = { arena, arena_array(arena, ROWS_MOST, sizeof(struct report_row)), 0 };

	put_over(&t, r);
	put_pairs(&t, r);
	put_days(&t, "proposal", &r->to_proposal);
	put_days(&t, "meeting", &r->to_meeting);
	put_days(&t, "length", &r->length);
	for (size_t i = 0; i < REPORT_LENGTHS; i++)
		put(&t, "lengths", lengths[i], r->lengths[i]);
	put(&t, "meetings", "held", r->held);
	put(&t, "meetings", "missed", r->missed);
	put(&t, "signals", "asked", r->asked);
	put(&t, "signals", "quiet", r->quiet);
	put_answers(&t, r);
	put_changes(&t, r);
	for (size_t i = 0; i < wanted.count; i++) {
		const struct report_want *want = (const struct report_want *)wanted.rows + i;
		put_number(&t, "wanted", arena_printf(arena, "topic-%lld", (long long)want->topic_id), want->people);
	}
	return (struct list){ t.rows, t.count };
}

void report_csv(struct buffer *out, struct list rows, int64_t programme_id, const char *first_day, const char *last_day)
{
	buffer_printf(out, "part,what,number\r\nprogramme,id,%lld\r\nfrom,day,%s\r\nto,day,%s\r\n", (long long)programme_id, first_day, last_day);
	for (size_t i = 0; i < rows.count; i++) {
		const struct report_row *row = (const struct report_row *)rows.rows + i;
		if (row->count.few)
			buffer_printf(out, "%s,%s,\r\n", row->part, row->what);
		else
			buffer_printf(out, "%s,%s,%lld\r\n", row->part, row->what, (long long)row->count.n);
	}
}
