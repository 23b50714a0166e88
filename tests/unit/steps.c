/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Lives whose steps are taken by one function: every event in every state as every role does what the table says and
   nothing else. (tests/unit/lives.c has those whose steps are acts.) */
#include "base/text.h"
#include "domain/ask.h"
#include "domain/invitation.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

/* A thing with a life: its row has the number 1. */
struct subject {
	const struct life *life;
	const char *table;
	const char *states;      /* all that the schema knows */
	bool (*step)(struct work *work, int64_t id, const char *event, unsigned actor);
	bool undated;            /* its row has no day: who has to act is told by another */
};

static const unsigned roles[] = { ACTOR_NOBODY, ACTOR_SELF, ACTOR_MENTOR, ACTOR_MENTEE, ACTOR_COORDINATOR, ACTOR_LEAD, ACTOR_CLOCK, ACTOR_HOST, ACTOR_GUEST };
enum { ROLES = sizeof roles / sizeof *roles };

static const char *events_of(struct arena *arena, const struct life *life)
{
	const char *events = "no-such-event";

	for (size_t i = 0; i < life->count; i++)
		if (!text_has_word(events, life->steps[i].event))
			events = arena_printf(arena, "%s %s", events, life->steps[i].event);
	return events;
}

/* The one line of the table that allows it; NULL: none does. */
static const struct step *allowed(const struct life *life, const char *state, const char *event, unsigned role)
{
	const struct step *found = NULL;

	for (size_t i = 0; i < life->count; i++)
		if (text_is(life->steps[i].from, state) && text_is(life->steps[i].event, event) && role & life->steps[i].who)
			found = &life->steps[i];
	return found;
}

static bool try_step(struct programme *p, const struct subject *s, const char *state, const char *event, unsigned role)
{
	const struct step *step = allowed(s->life, state, event, role);

	programme_sql(p, arena_printf(p->arena, "update %s set state = '%s'%s where id = 1", s->table, state, s->undated ? "" : ", due_at = 77"));
	int64_t before = programme_count(p, "select count(*) from audit");
	programme_write(p);
	bool taken = s->step(&p->work, 1, event, role);
	programme_commit(p);
	int64_t written = programme_count(p, "select count(*) from audit") - before;
	const char *now = step ? step->to : state;
	bool there = programme_count(p, arena_printf(p->arena, "select count(*) from %s where id = 1 and state = '%s'", s->table, now)) == 1;
	bool kept = s->undated || programme_count(p, arena_printf(p->arena, "select due_at from %s where id = 1", s->table)) == 77;
	bool same_day = s->undated || !step || step->days == LIFE_SAME;
	return taken == (step != NULL) && there && kept == same_day && written == (step != NULL);
}

static void live(struct programme *p, const struct subject *s)
{
	const char *events = events_of(p->arena, s->life), *states = s->states, *state, *event;
	const char *wrong = "";
	int64_t tries = 0;

	while ((state = text_piece(p->arena, &states, ' '))) {
		const char *rest = events;
		while ((event = text_piece(p->arena, &rest, ' ')))
			for (int r = 0; r < ROLES; r++, tries++)
				if (!try_step(p, s, state, event, roles[r]))
					wrong = arena_printf(p->arena, "%s %s-%s-%u", wrong, state, event, roles[r]);
	}
	is(wrong, "", arena_printf(p->arena, "%s: each of %lld tries does what the table says, with one row of the audit for each step", s->life->noun, (long long)tries));
}

/* No state of the table is one that the schema does not know; who has to act has a day. */
static void check_table(struct programme *p, const struct subject *s)
{
	const char *wrong = "";

	for (size_t i = 0; i < s->life->count; i++) {
		const struct step *step = &s->life->steps[i];
		if (!text_has_word(s->states, step->from) || !text_has_word(s->states, step->to) || (step->next != ACTOR_NOBODY) != (step->days != 0))
			wrong = arena_printf(p->arena, "%s %s-%s", wrong, step->from, step->event);
	}
	is(wrong, "", arena_printf(p->arena, "%s: no state rests without an owner and a day", s->life->noun));
}

int main(void)
{
	static const struct subject subjects[] = {
		{ &proposal_life, "proposal", "proposed kept sent agreed opened dropped replaced declined withdrawn lapsed", proposal_step, false },
		{ &invitation_life, "invitation", "open accepted declined withdrawn lapsed", invitation_step, false },
		{ &ask_life, "ask", "open met closed", ask_step, true },
		{ &offer_life, "offer", "open closed", offer_step, true },
		{ &person_life, "person", "new active paused left died erased", person_step, false },
	};
	struct programme *p = programme_new(3);
	int64_t mentor = programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 });
	int64_t mentee = programme_add(p, &(struct someone){ .called = "Margaret", .asks = 1 });

	programme_sql(p, arena_printf(p->arena, "update person set email = call_name || '@example.org';"
		"insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, due_at, changed_at) values (1, 1, %lld, %lld, %lld, %lld, 1, 0, 0);"
		"insert into invitation (id, by_id, kind, ask_id, due_at, at) values (1, %lld, 'suggest', %lld, 0, 0)",
		(long long)mentee, (long long)mentor, (long long)mentor, (long long)mentee, (long long)mentor, (long long)mentee));
	programme_sql(p, arena_printf(p->arena, "insert into ask (id, signup_id, topic_id, since) values (1, %lld, 2, 0); insert into offer (id, signup_id, topic_id) values (1, %lld, 2)",
		(long long)mentee, (long long)mentor));
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		check_table(p, &subjects[i]);
		live(p, &subjects[i]);
	}
	programme_free(p);
	return done();
}
