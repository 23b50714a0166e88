/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A death: nobody writes to the dead, no mail tells anybody, whom they met with is rung, and a mistake is taken back. */
#include <stdio.h>

#include "base/text.h"
#include "domain/death.h"
#include "domain/find.h"
#include "domain/invariant.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/run.h"
#include "domain/tell.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { MANY = 200 };

struct scene {
	struct programme *p;
	int64_t owen, margaret, pair;
};

/* Owen helps Margaret; Nesta would help Owen. */
static struct scene scene_new(void)
{
	struct scene s = { .p = programme_new(4) };

	s.owen = programme_add(s.p, &(struct someone){ .called = "Owen", .offers = 1, .asks = 2 });
	s.margaret = programme_add(s.p, &(struct someone){ .called = "Margaret", .asks = 1 });
	int64_t nesta = programme_add(s.p, &(struct someone){ .called = "Nesta", .offers = 2 });
	programme_sql(s.p, "update person set email = 'p' || id || '@example.org'; update signup set adult = 1");
	programme_write(s.p);
	for (int64_t id = s.owen; id <= nesta; id++)
		find_learn(&s.p->work, id);
	run_match(&s.p->work, 1);
	programme_commit(s.p);
	programme_sql(s.p, arena_printf(s.p->arena, "update proposal set state = 'sent', mentor_answer = 'yes' where mentor_id <> %lld;"
		"update proposal set state = 'agreed', mentor_answer = 'yes', mentee_answer = 'yes' where mentor_id = %lld", (long long)s.owen, (long long)s.owen));
	programme_write(s.p);
	s.pair = proposal_open(&s.p->work, programme_count(s.p, "select id from proposal where state = 'agreed'"));
	programme_commit(s.p);
	return s;
}

static bool act(const struct scene *s, bool (*does)(struct work *work, int64_t person_id), int64_t who)
{
	programme_write(s->p);
	bool done = does(&s->p->work, who);
	programme_commit(s->p);
	return done;
}

static int64_t count(const struct scene *s, const char *sql)
{
	return programme_count(s->p, sql);
}

static void night(const struct scene *s)
{
	programme_write(s->p);
	night_run(&s->p->work);
	programme_commit(s->p);
}

static void count_broken(void *context, const char *name, const char *noun, struct list broken)
{
	int64_t *all = context;

	if (text_has_word("signup-audit proposal-audit", name))
		return;
	*all += (int64_t)broken.count;
	if (broken.count)
		printf("# %s %s\n", name, noun);
}

/* What the check of how people are found has used. */
struct used {
	const struct arena *arena;
	size_t before, people;
};

/* Whether all that must always be true is; but for the audit of how these people came here, and were put forward. */
static bool is_whole(const struct scene *s)
{
	int64_t broken = 0;

	programme_write(s->p);
	invariants_check(&s->p->work, count_broken, &broken);
	programme_commit(s->p);
	return broken == 0;
}

static void note_used(void *context, const char *name, const char *noun, struct list broken)
{
	struct used *used = context;
	size_t now = arena_used(used->arena);

	(void)noun;
	(void)broken;
	if (text_is(name, "people-found"))
		used->people = now - used->before;
	used->before = now;
}

/* What is known of each person is looked at one by one: the check of a large site takes no more than of a small one. */
static void test_many(void)
{
	struct scene s = scene_new();
	struct used used = { .arena = s.p->arena };

	for (int i = 0; i < MANY; i++)
		programme_add(s.p, &(struct someone){ .called = "Myfanwy Cadwaladr" });
	programme_write(s.p);
	invariants_check(&s.p->work, note_used, &used);
	programme_commit(s.p);
	ok(used.people < (MANY + 10) * 64, "a check keeps no more than a number of each person");
	programme_free(s.p);
}

static void test_heard(void)
{
	struct scene s = scene_new();
	const char *of_owen = arena_printf(s.p->arena, "select count(*) from outbox where state = 'waiting' and person_id = %lld", (long long)s.owen);
	const char *of_margaret = arena_printf(s.p->arena, "select count(*) from outbox where person_id = %lld", (long long)s.margaret);
	int64_t before = count(&s, of_margaret);

	ok(s.pair && count(&s, of_owen) > 0, "two meet, and a mail waits for one of them");
	ok(act(&s, death_heard, s.owen), "a coordinator hears that he has died");
	is_count(count(&s, of_owen), 0, "the mail that waits for him is stopped");
	programme_write(s.p);
	ok(!tell(&s.p->work, s.owen, "news"), "and no other is written");
	programme_commit(s.p);
	is_count(count(&s, of_margaret), before, "no mail tells whom he met with");
	is_count(count(&s, "select count(*) from pair where state = 'paused' and paused_why = 'death'"), 1, "their meetings rest");
	is_count(count(&s, arena_printf(s.p->arena, "select count(*) from task where state = 'open' and kind = 'bereaved' and person_id = %lld", (long long)s.margaret)), 1,
		 "a coordinator is to ring her");
	is_count(count(&s, "select count(*) from task where state = 'open'"), 1, "and has nothing else to do about the two");
	is_count(count(&s, "select count(*) from proposal where state = 'replaced'"), 1, "what was on the way to a pair ends");
	is_count(count(&s, "select count(*) from outbox where kind = 'another'"), 1, "and the other hears what anybody hears");
	is_count(count(&s, "select count(*) from audit where verb = 'person.die' and columns = 'state'"), 1, "the audit tells of it");
	ok(!act(&s, death_heard, s.owen), "it is heard once");
	ok(is_whole(&s), "and everything is as it has to be");
	programme_later(s.p, 120);
	for (int i = 0; i < 3; i++)
		night(&s);
	is_count(count(&s, of_owen), 0, "no night writes to him");
	is_count(count(&s, of_margaret), before, "nor to her");
	programme_free(s.p);
}

static void test_told(void)
{
	struct scene s = scene_new();
	const struct death_told told = { .pair_id = s.pair, .told_by = "I rang her", .follow_up = "", .look = true };
	int64_t mails;

	programme_write(s.p);
	ok(!death_told(&s.p->work, &told), "nobody is told of somebody who lives");
	programme_commit(s.p);
	act(&s, death_heard, s.owen);
	mails = count(&s, "select count(*) from outbox");
	programme_write(s.p);
	ok(!pair_step(&s.p->work, s.pair, "end", ACTOR_MENTEE) && !pair_step(&s.p->work, s.pair, "release", ACTOR_LEAD)
	   && !pair_step(&s.p->work, s.pair, "resume", ACTOR_COORDINATOR), "until she is told, nothing else is done with the pair");
	ok(death_told(&s.p->work, &told), "she is told");
	programme_commit(s.p);
	is_count(count(&s, "select count(*) from pair where state = 'ended' and ended_how = 'death' and told_by = 'I rang her'"), 1, "the pair ends, and it is written how");
	is_count(count(&s, "select count(*) from outbox"), mails, "without a mail");
	is_count(count(&s, "select count(*) from task where state = 'open'"), 0, "nothing is left to do");
	is_count(count(&s, arena_printf(s.p->arena, "select count(*) from ask where id = %lld and state = 'open'", (long long)s.margaret)), 1, "and somebody else is looked for");
	ok(is_whole(&s), "everything is as it has to be");
	programme_free(s.p);
}

static void test_mentee(void)
{
	struct scene s = scene_new();

	act(&s, death_heard, s.margaret);
	is_count(count(&s, arena_printf(s.p->arena, "select count(*) from ask where id = %lld and state = 'closed'", (long long)s.margaret)), 1, "what the dead asked for is closed");
	is_count(count(&s, arena_printf(s.p->arena, "select count(*) from task where state = 'open' and kind = 'bereaved' and person_id = %lld", (long long)s.owen)), 1,
		 "who helped them is rung too");
	programme_free(s.p);
}

static void test_mistake(void)
{
	struct scene s = scene_new();
	int64_t before;

	act(&s, death_heard, s.margaret);
	before = count(&s, "select count(*) from outbox");
	ok(act(&s, death_mistaken, s.margaret), "it was a mistake");
	ok(!act(&s, death_mistaken, s.owen), "of nobody who lives");
	is_count(count(&s, "select count(*) from pair where state = 'trial' and paused_why = ''"), 1, "the pair is where it was");
	is_count(count(&s, arena_printf(s.p->arena, "select count(*) from ask where id = %lld and state = 'met'", (long long)s.margaret)), 1, "and so is the ask");
	is_count(count(&s, "select count(*) from task where state = 'open' and kind = 'bereaved'"), 0, "nobody is rung");
	is_count(count(&s, "select count(*) from outbox"), before, "and nobody gets a mail");
	ok(is_whole(&s), "everything is as it has to be");
	programme_free(s.p);
}

/* A pair that rested for a concern rests for the death now: nobody lets it go on. */
static void test_resting(void)
{
	struct scene s = scene_new();

	programme_write(s.p);
	pair_pause(&s.p->work, s.pair, PAUSE_CONCERN, ACTOR_LEAD);
	programme_commit(s.p);
	act(&s, death_heard, s.owen);
	is_count(count(&s, "select count(*) from task where state = 'open' and kind = 'bereaved'"), 1, "the other of a pair that rests is rung too");
	programme_write(s.p);
	ok(pair_pause(&s.p->work, s.pair, PAUSE_CONCERN, ACTOR_LEAD), "another pause changes nothing");
	programme_commit(s.p);
	is_count(count(&s, "select count(*) from pair where paused_why = 'death' and before_pause = 'trial'"), 1, "as it was");
	programme_free(s.p);
}

int main(void)
{
	test_heard();
	test_told();
	test_mentee();
	test_mistake();
	test_resting();
	test_many();
	return done();
}
