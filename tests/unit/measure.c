/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Short measures: when somebody is asked, what is kept of it, and what it comes to. */
#include "domain/measure.h"

#include "base/text.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;
static const int64_t calm[MEASURE_ITEMS] = { 1, 1, 1, 5, 8, 8, 8, 2 };

static const char *asked(int64_t person_id)
{
	struct list due = measures_due(&p->work, person_id, "en");

	return due.count ? ((const struct measure_due *)due.rows)->moment : "";
}

static bool kept(bool said)
{
	if (said)
		programme_commit(p);
	else
		db_rollback(&p->work);
	p->work.trouble = TROUBLE_NONE;
	return said;
}

static bool give(int64_t person_id, const int64_t answers[MEASURE_ITEMS])
{
	programme_write(p);
	return kept(measure_give(&p->work, person_id, 1, answers));
}

static bool on_paper(int64_t person_id, const int64_t answers[MEASURE_ITEMS])
{
	programme_write(p);
	return kept(measure_give_on_paper(&p->work, person_id, 1, answers));
}

static bool choose(const char *instruments)
{
	programme_write(p);
	bool done = measures_choose(&p->work, 1, instruments);
	programme_commit(p);
	return done;
}

static void put_pair(int64_t number, int64_t mentor, int64_t mentee)
{
	programme_sql(p, arena_printf(p->arena, "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (%lld, 1, %lld, %lld, %lld, %lld, 1, 'opened', 0, 0);"
		"insert into pair (id, proposal_id, due_at, opened_at, trial_until) values (%lld, %lld, 0, %lld, '2026-12-24')",
		(long long)number, (long long)mentee, (long long)mentor, (long long)mentor, (long long)mentee, (long long)number, (long long)number,
		(long long)p->work.now));
}

static void test_scoring(void)
{
	is_count(measure_ucla(1, 1, 1), 3, "the three items come to 3 at the least");
	is_count(measure_ucla(3, 3, 3), 9, "and to 9 at the most");
	is_count(measure_ucla(3, MEASURE_UNSAID, 3), 0, "of who leaves one out there is no score");
}

static void test_asking(int64_t mentor, int64_t mentee)
{
	is(asked(mentee), "", "nobody is asked where the programme does not ask");
	ok(!give(mentee, calm), "and nothing is kept");
	ok(!choose("ucla-3 mood"), "an instrument that nobody knows is refused");
	ok(choose("ucla-3 direct ons-4"), "a programme turns them on");
	is(asked(mentee), "start", "then they are asked at the start");
	ok(!give(mentee, (int64_t[MEASURE_ITEMS]){ 4, 1, 1, 5, 8, 8, 8, 2 }), "what no item has is refused");
	is_count(programme_count(p, "select count(*) from measure"), 0, "whole");
	ok(give(mentee, (int64_t[MEASURE_ITEMS]){ 3, 3, -1, 1, 0, 10, -1, 9 }), "what they say is kept");
	is_count(programme_count(p, "select count(*) from measure where moment = 'start' and answered >= 0"), 6, "but for what they would rather not say");
	ok(give(mentee, (int64_t[MEASURE_ITEMS]){ 3, 3, 2, 1, 4, 5, 6, 7 }), "and may be said otherwise");
	is_count(programme_count(p, "select sum(answered) from measure"), 31, "which replaces it");
	ok(!on_paper(mentee, calm), "what is there already is not put in from paper");
	is_count(programme_count(p, "select sum(answered) from measure where given_how = 'self'"), 31, "and stays as it was");
	programme_sql(p, "delete from measure");
	ok(on_paper(mentee, calm) && !on_paper(mentee, calm), "from paper it is put in once");
	is_count(programme_count(p, "select sum(answered) from measure where given_how = 'paper'"), 34, "as what came on paper");
	ok(give(mentee, (int64_t[MEASURE_ITEMS]){ 3, 3, 2, 1, 4, 5, 6, 7 }), "they themselves may say it otherwise");
	is_count(programme_count(p, "select count(*) from measure where given_how = 'paper'"), 0, "which is then theirs");
	put_pair(1, mentor, mentee);
	programme_later(p, 15);
	is(asked(mentee), "", "a while into a first pair they are not asked");
	is(asked(mentor), "", "nor is who did not answer at the start");
	programme_later(p, 182);
	is(asked(mentee), "half-year", "after half a year they are asked again");
	is(asked(mentor), "", "but who did not begin is not");
	ok(give(mentee, calm), "and answer");
}

static void test_ending(int64_t mentor, int64_t mentee)
{
	programme_sql(p, arena_printf(p->arena, "update pair set state = 'ended', ended_how = 'death', ended_at = %lld where id = 1", (long long)p->work.now));
	is(asked(mentee), "half-year", "a death asks nobody");
	programme_sql(p, "update pair set ended_how = 'planned'");
	is(asked(mentee), "end", "when a pair has ended they are asked a last time");
	put_pair(2, mentor, mentee);
	is(asked(mentee), "half-year", "but not while another goes on");
	programme_sql(p, arena_printf(p->arena, "update pair set state = 'ended', ended_how = 'sudden', ended_at = %lld where id = 2", (long long)p->work.now));
	ok(give(mentee, (int64_t[MEASURE_ITEMS]){ 2, 1, 1, 4, -1, 6, 6, 3 }), "however it ended");
	programme_later(p, 62);
	is(asked(mentee), "", "two months later it is over");
}

static void test_changes(int64_t other)
{
	struct measure_change c[MEASURE_SCALES];
	const int64_t always[2] = { 0, INT64_MAX }, never[2] = { 0, 1 };

	programme_sql(p, arena_printf(p->arena, "insert into measure (programme_id, moment, person_id, item, answered, at) values"
		" (1, 'start', %lld, 'anxious', 2, 0), (1, 'half-year', %lld, 'anxious', 6, 0), (1, 'start', %lld, 'lonely', -1, 0), (1, 'half-year', %lld, 'lonely', 3, 0),"
		" (1, 'start', %lld, 'left-out', 2, 0), (1, 'half-year', %lld, 'left-out', 3, 0)",
		(long long)other, (long long)other, (long long)other, (long long)other, (long long)other, (long long)other));
	measure_changes(&p->work, 0, "half-year", always, c);
	ok(text_is(c[0].scale, "loneliness") && c[0].n == 1 && c[0].before == 8 && c[0].after == 3 && c[0].least == -5, "the scale of three counts who answered all three, twice");
	ok(c[0].better == 1 && c[0].worse == 0, "and lower is better");
	ok(text_is(c[1].scale, "lonely") && c[1].n == 1 && c[1].better == 1, "of the direct question higher is better; who would rather not say is not counted");
	ok(text_is(c[5].scale, "anxious") && c[5].n == 2 && c[5].before == 9 && c[5].after == 8, "anxiety counts both");
	ok(c[5].least == -5 && c[5].most == 4 && c[5].better == 1 && c[5].worse == 1, "with the range of the changes, and who is better and worse");
	ok(c[5].before_least == 2 && c[5].before_most == 7 && c[5].after_least == 2 && c[5].after_most == 6, "and the range of the answers");
	measure_changes(&p->work, 1, "end", always, c);
	ok(c[2].n == 0 && c[3].n == 1 && c[3].before == 5 && c[3].after == 6, "the end is counted by itself");
	measure_changes(&p->work, 2, "half-year", always, c);
	is_count(c[5].n, 0, "another programme by itself");
	measure_changes(&p->work, 1, "half-year", never, c);
	ok(c[5].n == 1 && c[0].n == 0, "and another time");
}

int main(void)
{
	p = programme_new(1);
	int64_t mentor = programme_add(p, &(struct someone){ .called = "Ann Reed", .offers = 1 });
	int64_t mentee = programme_add(p, &(struct someone){ .called = "Ben Hill", .asks = 1 });
	test_scoring();
	test_asking(mentor, mentee);
	test_ending(mentor, mentee);
	test_changes(mentor);
	ok(programme_refuses(p, "update measure set answered = 11"), "the database keeps no answer that no item has");
	programme_free(p);
	return done();
}
