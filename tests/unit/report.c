/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a report hides, so that no group of one to four can be worked out. */
#include "domain/report.h"

#include "base/arena.h"
#include "tests/tap.h"

enum { MANY = 70 };

static struct arena *arena;

static struct report *empty(void)
{
	struct report *report = arena_alloc(arena, sizeof *report);

	*report = (struct report){ .longest = 0 };
	return report;
}

static void put_moment(struct report *report, const int64_t of[4])
{
	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		struct report_moment *m = &report->over[i];
		m->both.n = of[0];
		m->gives.n = of[1];
		m->receives.n = of[2];
		m->neither.n = of[3];
		m->members.n = of[0] + of[1] + of[2] + of[3];
	}
}

static int64_t hidden(const struct report_moment *m)
{
	return m->both.few + m->gives.few + m->receives.few + m->neither.few;
}

static void test_sums(void)
{
	struct report *ones = empty(), *fives = empty(), *told = empty();

	put_moment(ones, (const int64_t[4]){ 98, 1, 1, 0 });
	put_moment(fives, (const int64_t[4]){ 94, 2, 4, 0 });
	put_moment(told, (const int64_t[4]){ 94, 6, 0, 0 });
	report_hide_all(arena, (struct report *[]){ ones }, 1);
	report_hide_all(arena, (struct report *[]){ fives }, 1);
	report_hide_all(arena, (struct report *[]){ told }, 1);
	ok(ones->over[0].both.few && hidden(&ones->over[0]) == 3, "two of one each: what is left of the whole would tell both, so the third is hidden too");
	ok(!ones->over[0].has_share, "and the share with it");
	ok(!fives->over[0].both.few && hidden(&fives->over[0]) == 2, "two that come to five or more can be anything");
	is_count(hidden(&told->over[0]), 0, "what is large enough is told");
}

static void test_across(void)
{
	struct report *all = empty(), *a = empty(), *b = empty();

	all->open.n = 12;
	all->reverse.n = 10;
	a->open.n = 2;
	b->open.n = b->reverse.n = 10;
	report_hide_all(arena, (struct report *[]){ all, a, b }, 3);
	ok(all->reverse.few && b->reverse.few && !a->reverse.few, "a number of all that is hidden is not told by those of the programmes");
}

static void test_ones_across(void)
{
	struct report *reports[4];

	for (size_t i = 0; i < 4; i++) {
		reports[i] = empty();
		reports[i]->held.n = (const int64_t[]){ 32, 1, 1, 30 }[i];
	}
	report_hide_all(arena, reports, 4);
	ok(!reports[0]->held.few && reports[1]->held.few && reports[2]->held.few && reports[3]->held.few,
	   "two programmes of one each: what is left of all would tell both, so a third is hidden too");
}

static void test_many(void)
{
	struct report *reports[MANY];
	bool all = true;

	for (size_t i = 0; i < MANY; i++) {
		reports[i] = empty();
		reports[i]->begun.n = i ? 3 : 3 * (MANY - 1);
	}
	report_hide_all(arena, reports, MANY);
	for (size_t i = 1; i < MANY; i++)
		all = all && reports[i]->begun.few;
	ok(all && !reports[0]->begun.few, "however many programmes there are, each hides what is small");
}

int main(void)
{
	arena = arena_new(8 * 1024 * 1024);
	test_sums();
	test_across();
	test_ones_across();
	test_many();
	arena_free(arena);
	return done();
}
