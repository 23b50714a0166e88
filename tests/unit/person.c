/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Resting and being back; asks and offers, one by one; what is told when somebody is reached in another way. */
#include "base/text.h"
#include "domain/ask.h"
#include "domain/night.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "domain/run.h"
#include "domain/signup.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

struct scene {
	struct programme *p;
	int64_t owen, margaret;
};

static struct scene scene_new(void)
{
	struct scene s = { .p = programme_new(4) };

	s.owen = programme_add(s.p, &(struct someone){ .called = "Owen", .offers = 1 });
	s.margaret = programme_add(s.p, &(struct someone){ .called = "Margaret", .asks = 1 });
	programme_sql(s.p, "update person set email = 'p' || id || '@example.org'");
	return s;
}

static int64_t match(const struct scene *s)
{
	programme_write(s->p);
	run_match(&s->p->work, 1);
	programme_commit(s->p);
	return programme_count(s->p, "select count(*) from proposal where state = 'proposed'");
}

static bool rest(const struct scene *s, int64_t who, const char *until, bool pairs)
{
	programme_write(s->p);
	bool done = person_pause(&s->p->work, who, until, pairs, ACTOR_SELF);
	programme_commit(s->p);
	return done;
}

static bool back(const struct scene *s, int64_t who)
{
	programme_write(s->p);
	bool done = person_resume(&s->p->work, who, ACTOR_SELF);
	programme_commit(s->p);
	return done;
}

static void night(const struct scene *s)
{
	programme_write(s->p);
	night_run(&s->p->work);
	programme_commit(s->p);
}

static int64_t mails(const struct scene *s, int64_t who, const char *kind)
{
	return programme_count(s->p, arena_printf(s->p->arena, "select count(*) from outbox where person_id = %lld and kind = '%s'", (long long)who, kind));
}

static void test_rest(void)
{
	struct scene s = scene_new();

	is_count(match(&s), 1, "two who suit each other are put forward");
	programme_sql(s.p, "update proposal set state = 'sent'");
	ok(rest(&s, s.owen, "", false), "one of them rests");
	is_count(programme_count(s.p, "select count(*) from proposal where state = 'replaced'"), 1, "what was on the way ends");
	is_count(mails(&s, s.margaret, "another"), 1, "the other hears that somebody else is looked for");
	is_count(mails(&s, s.owen, "another"), 0, "and who rests does not");
	is_count(match(&s), 0, "nobody who rests is put forward");
	ok(!rest(&s, s.owen, "", false), "who rests does not rest again");
	ok(back(&s, s.owen), "who is back is back");
	is_count(match(&s), 1, "and is put forward again, to the same as before");
	ok(!rest(&s, s.owen, s.p->work.today, false), "nobody rests until today");
	ok(rest(&s, s.owen, "2026-12-24", false), "until a day");
	night(&s);
	is_count(programme_count(s.p, "select count(*) from person where state = 'paused'"), 1, "until that day they rest");
	programme_later(s.p, 60);
	night(&s);
	night(&s);
	is_count(programme_count(s.p, "select count(*) from person where state = 'paused'"), 0, "after it they are back");
	is_count(mails(&s, s.owen, "back"), 1, "and hear it once");
	programme_free(s.p);
}

static int64_t paired(const struct scene *s, const char *state)
{
	return programme_count(s->p, arena_printf(s->p->arena, "select count(*) from pair where state = '%s'", state));
}

static void test_pairs_rest(void)
{
	struct scene s = scene_new();

	match(&s);
	programme_sql(s.p, "update proposal set state = 'agreed', mentor_answer = 'yes', mentee_answer = 'yes'");
	programme_write(s.p);
	proposal_open(&s.p->work, programme_count(s.p, "select id from proposal"));
	programme_commit(s.p);
	rest(&s, s.owen, "", false);
	is_count(paired(&s, "trial"), 1, "who rests may go on meeting");
	back(&s, s.owen);
	rest(&s, s.owen, "", true);
	is_count(paired(&s, "paused"), 1, "or their meetings rest too");
	rest(&s, s.margaret, "", true);
	back(&s, s.owen);
	is_count(paired(&s, "paused"), 1, "while one of the two rests, so do their meetings");
	back(&s, s.margaret);
	is_count(paired(&s, "trial"), 1, "when both are back, they go on where they were");
	programme_free(s.p);
}

static int64_t ask_for(const struct scene *s, int64_t topic)
{
	programme_write(s->p);
	int64_t id = ask_add(&s->p->work, &(struct ask_put){ .person_id = s->margaret, .signup_id = s->margaret, .topic_id = topic, .words = "", .wish = "" });
	programme_commit(s->p);
	return id;
}

static void test_asks(void)
{
	struct scene s = scene_new();
	int64_t second = ask_for(&s, 2), third = ask_for(&s, 3);

	ok(second && third, "somebody may have three asks open");
	is_count(ask_for(&s, 4), 0, "and not a fourth");
	programme_write(s.p);
	ok(ask_step(&s.p->work, second, "close", ACTOR_SELF), "one is closed");
	programme_commit(s.p);
	is_count(ask_for(&s, 1001), 0, "another programme's topic is none of theirs");
	ok(ask_for(&s, 4) != 0, "now there is room for another");
	programme_write(s.p);
	ok(!ask_step(&s.p->work, second, "open", ACTOR_SELF), "and none for the closed one again");
	ok(!ask_change(&s.p->work, third, &(struct ask_put){ .person_id = s.owen, .words = "not mine", .wish = "" }), "nobody changes another's ask");
	ok(!offer_change(&s.p->work, s.owen, &(struct ask_put){ .person_id = s.margaret, .words = "not mine", .wish = "" }), "nor another's offer");
	ok(offers_add(&s.p->work, &(struct ask_put){ .person_id = s.owen, .signup_id = s.owen, .words = "", .wish = "", .group_most = 9, .level = 2 },
		(struct texts){ (const char *const[]){ "2", "3" }, 2 }), "somebody offers more");
	programme_commit(s.p);
	is_count(programme_count(s.p, "select count(*) from offer where group_most = 1 and level = 0"), 3, "with no groups and levels where nobody teaches");
	is_count(match(&s), 1, "each ask is matched on its own: Owen has room for one");
	programme_sql(s.p, "update signup set capacity = 3");
	is_count(match(&s), 1, "and helps the same person with one thing at a time");
	programme_free(s.p);
}

static void test_closing(void)
{
	struct scene s = scene_new();

	match(&s);
	programme_sql(s.p, "update proposal set state = 'sent', mentor_answer = 'yes'");
	programme_write(s.p);
	ask_step(&s.p->work, s.margaret, "close", ACTOR_SELF);
	programme_commit(s.p);
	is_count(programme_count(s.p, "select count(*) from proposal where state = 'withdrawn'"), 1, "an ask that is closed ends what was under way for it");
	is_count(mails(&s, s.owen, "closed"), 1, "and whoever was asked hears it kindly");
	programme_free(s.p);
}

static void test_reach(void)
{
	struct scene s = scene_new();

	programme_write(s.p);
	ok(person_reached_by(&s.p->work, s.owen, &(struct person_reached){ .reach = "email", .email = "new@example.org", .phone = "", .address = "" }), "another address");
	ok(person_rename(&s.p->work, s.owen, "Owain", "Owain Parry"), "another name");
	programme_commit(s.p);
	is_count(programme_count(s.p, arena_printf(s.p->arena, "select count(*) from outbox where kind = 'reach' and recipient in ('p%lld@example.org', 'new@example.org')", (long long)s.owen)), 2,
		 "the old address and the new one hear of it");
	is_count(programme_count(s.p, "select count(*) from audit where verb = 'person.change' and columns not like '%example%'"), 2, "the audit names columns and no values");
	programme_free(s.p);
}

static void test_join(void)
{
	struct scene s = scene_new();

	programme_sql(s.p, "update signup set core_values = 'patience', adult = 1");
	programme_write(s.p);
	int64_t id = signup_join(&s.p->work, s.margaret, 2);
	ok(id != 0, "somebody joins another programme");
	ok(signup_join(&s.p->work, s.margaret, 2) == 0, "once");
	ok(signup_join(&s.p->work, s.owen, 1) == 0, "and not the one that they are in");
	programme_commit(s.p);
	is_count(programme_count(s.p, arena_printf(s.p->arena, "select count(*) from signup where id = %lld and core_values = 'patience' and adult = 1 and person_id = %lld", (long long)id, (long long)s.margaret)), 1,
		 "what they have told is not asked again");
	programme_free(s.p);
}

int main(void)
{
	test_rest();
	test_pairs_rest();
	test_asks();
	test_closing();
	test_reach();
	test_join();
	return done();
}
