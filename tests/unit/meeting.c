/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Meetings, and what each side says of them. */
#include "domain/meeting.h"

#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;

static int64_t note(const char *day, const char *how)
{
	programme_write(p);
	int64_t id = meeting_note(&p->work, &(struct meeting){ .pair_id = 1, .day = day, .way = "phone", .how = how });
	programme_commit(p);
	return id;
}

static bool say(struct feedback_given given)
{
	programme_write(p);
	bool done = feedback_give(&p->work, &given);
	if (!done)
		db_rollback(&p->work);
	else
		programme_commit(p);
	p->work.trouble = TROUBLE_NONE;
	return done;
}

static void put_pair(void)
{
	int64_t mentor = programme_add(p, &(struct someone){ .called = "Ann Reed", .offers = 1 }), mentee = programme_add(p, &(struct someone){ .called = "Ben Hill", .asks = 1 });

	programme_sql(p, arena_printf(p->arena, "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (1, 1, %lld, %lld, %lld, %lld, 1, 'opened', 0, 0);"
		"insert into pair (id, proposal_id, due_at, opened_at, trial_until) values (1, 1, 0, 0, '2026-12-24')",
		(long long)mentee, (long long)mentor, (long long)mentor, (long long)mentee));
}

static void test_noting(void)
{
	int64_t first = note("2026-11-20", "self");

	ok(first > 0, "a meeting is noted");
	is_count(note("2026-11-20", "paper"), first, "noted again, by the other or on paper, it is the same");
	ok(note("2026-11-21", "phone") != first, "another day is another meeting");
	is_count(programme_count(p, "select count(*) from meeting where pair_id = 1"), 2, "there are two");
	is_count(programme_count(p, "select count(*) from meeting where noted_how = 'self' and noted_by = 1 and way = 'phone'"), 1, "with who noted it, and how");
	is_count(programme_count(p, "select count(*) from audit where verb = 'meeting.note'"), 2, "as the audit says, once each");
}

static void test_saying(void)
{
	const struct feedback_given mentor = { .meeting_id = 1, .by_mentor = true, .did_meet = "yes", .productive = "yes", .useful = "bit", .energising = "no",
		.listened = "yes", .split = "listening", .next_time = "n", .private_word = "w", .how = "self" };
	struct feedback_given mentee = mentor;

	mentee.by_mentor = false;
	ok(say(mentor) && say(mentee), "both say how it went");
	is_count(programme_count(p, "select count(*) from feedback where side = 'mentor' and split = 'listening' and listened = ''"), 1, "a mentor is not asked whether they felt listened to");
	is_count(programme_count(p, "select count(*) from feedback where side = 'mentee' and listened = 'yes' and split = ''"), 1, "nor a mentee how the time was split");
	mentee.useful = "no";
	mentee.how = "paper";
	ok(say(mentee), "said again");
	is_count(programme_count(p, "select count(*) from feedback where side = 'mentee' and useful = 'no' and given_how = 'paper'"), 1, "it takes the place of what was said before");
	is_count(programme_count(p, "select count(*) from feedback"), 2, "and the other side's stands");
	is_count(programme_count(p, "select count(*) from audit where verb = 'feedback.give' and subject_id = 1 and columns in ('mentor', 'mentee')"), 3,
		 "the audit says which side spoke, not what");
	mentee.meeting_id = 99;
	ok(!say(mentee), "of a meeting that is none nothing is said");
}


int main(void)
{
	p = programme_new(1);
	put_pair();
	test_noting();
	test_saying();
	programme_free(p);
	return done();
}
