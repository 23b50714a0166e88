/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/review.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/pair.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_pair.h"
#include "sql_review.h"

const char review_none[] = "none";

enum { SIDES = ACTOR_EITHER, ANSWER_DAYS = 7, RING_DAYS = 5 };

static const struct step review_steps[] = {
	/* from         event      who                              to           told      next act           days */
	{ review_none, "ask",     ACTOR_COORDINATOR | ACTOR_CLOCK, "open",      "review", ACTOR_EITHER,      ANSWER_DAYS },
	{ "open",      "first",   SIDES | ACTOR_COORDINATOR,       "half",      "",       ACTOR_EITHER,      ANSWER_DAYS },
	{ "half",      "again",   SIDES | ACTOR_COORDINATOR,       "half",      "",       ACTOR_EITHER,      ANSWER_DAYS },
	{ "half",      "second",  SIDES | ACTOR_COORDINATOR,       review_none, "",       ACTOR_NOBODY,      0 },
	{ "open",      "silence", ACTOR_CLOCK,                     "silent",    "",       ACTOR_COORDINATOR, RING_DAYS },
	{ "half",      "silence", ACTOR_CLOCK,                     "silent",    "",       ACTOR_COORDINATOR, RING_DAYS },
	{ "silent",    "first",   SIDES | ACTOR_COORDINATOR,       "half",      "",       ACTOR_EITHER,      ANSWER_DAYS },
	{ "silent",    "again",   SIDES | ACTOR_COORDINATOR,       "silent",    "",       ACTOR_COORDINATOR, RING_DAYS },
	{ "silent",    "second",  SIDES | ACTOR_COORDINATOR,       review_none, "",       ACTOR_NOBODY,      0 },
};
const struct life review_life = { "review", review_steps, sizeof review_steps / sizeof *review_steps };

/* Whoever wishes to end or to rest need not wait for the other. */
const struct verdict review_verdicts[] = {
	{ "end",    NULL,    "end" },
	{ "pause",  NULL,    "pause" },
	{ "change", "change", "change" },
	{ "change", "go-on", "change" },
	{ "go-on",  "go-on", "go-on" },
};
const unsigned review_verdict_count = sizeof review_verdicts / sizeof *review_verdicts;

static bool fits(const struct verdict *v, const char *one, const char *other)
{
	return text_is(v->one, one) && (!v->other || text_is(v->other, other));
}

const char *review_verdict(const char *one, const char *other)
{
	for (unsigned i = 0; i < review_verdict_count; i++)
		if (fits(&review_verdicts[i], one, other) || fits(&review_verdicts[i], other, one))
			return review_verdicts[i].event;
	return "";
}

static const char *state_of(const struct pair_state *p)
{
	return *p->review_state ? p->review_state : review_none;
}

static bool meets(const struct pair_state *p)
{
	return text_is(p->state, "trial") || text_is(p->state, "active");
}

static bool find(struct work *work, int64_t pair_id, struct pair_state *p)
{
	return sql_pair_state(work, &(struct pair_state_in){ pair_id }, p);
}

static bool take(struct work *work, const struct pair_state *p, const struct step *step, int64_t number)
{
	const struct review_step_in in = { .review_state = step->to == review_none ? "" : step->to, .review_number = number,
		.due_at = life_due(work->now, step), .pair_id = p->pair_id, .from_state = p->review_state };

	if (sql_review_step(work, &in) <= 0)
		return false;
	audit_add(work, arena_printf(work->arena, "review.%s", step->event), "pair", p->pair_id, "review_state");
	return work->trouble == TROUBLE_NONE;
}

/* Whoever cannot be asked by mail, or has not answered, is rung. */
static void ring(struct work *work, const struct pair_state *p, bool mentor)
{
	task_add(work, &(struct task_new){ .kind = "review-phone", .role = "coordinator", .owner_id = p->coordinator_id,
		.person_id = mentor ? p->mentor_id : p->mentee_id, .subject = "pair", .subject_id = p->pair_id, .days = RING_DAYS });
}

static int64_t next_number(struct work *work, const struct pair_state *p)
{
	struct review_last last;

	if (!p->review_number)
		return 1;
	return sql_review_last(work, &(struct review_last_in){ p->pair_id }, &last) ? last.number + 1 : 0;
}

bool review_ask(struct work *work, int64_t pair_id, unsigned actor)
{
	struct pair_state p;

	if (!find(work, pair_id, &p) || !meets(&p))
		return false;
	const struct step *step = life_step(&review_life, state_of(&p), "ask", actor);
	if (!step || !take(work, &p, step, next_number(work, &p)))
		return false;
	if (!tell(work, p.mentor_id, step->told))
		ring(work, &p, true);
	if (!tell(work, p.mentee_id, step->told))
		ring(work, &p, false);
	return work->trouble == TROUBLE_NONE;
}

static void put(struct work *work, const struct pair_state *p, const struct review_answer *a)
{
	sql_review_put(work, &(struct review_put_in){ .pair_id = p->pair_id, .number = p->review_number, .side = a->by_mentor ? "mentor" : "mentee",
		.kind = text_is(p->state, "trial") ? "trial" : "review", .answer = a->answer, .words = a->words, .gained = "", .next_step = "",
		.again = "", .given_how = a->how, .now = work->now });
	task_over(work, &(struct task_new){ .kind = "review-phone", .subject = "pair", .subject_id = p->pair_id,
		.person_id = a->by_mentor ? p->mentor_id : p->mentee_id });
}

/* Kept while the other side is waited for. */
static bool wait_for_other(struct work *work, const struct review_answer *a)
{
	if (a->by_mentor)
		sql_review_mentor_says(work, &(struct review_mentor_says_in){ .says = a->answer, .pair_id = a->pair_id });
	else
		sql_review_mentee_says(work, &(struct review_mentee_says_in){ .says = a->answer, .pair_id = a->pair_id });
	return work->trouble == TROUBLE_NONE;
}

static unsigned actor_of(const char *how, bool by_mentor)
{
	return !text_is(how, "self") ? ACTOR_COORDINATOR : by_mentor ? ACTOR_MENTOR : ACTOR_MENTEE;
}

static void wish(struct work *work, const struct pair_state *p, const char *kind, int64_t person_id)
{
	task_add(work, &(struct task_new){ .kind = kind, .role = "coordinator", .owner_id = p->coordinator_id, .person_id = person_id,
		.subject = "pair", .subject_id = p->pair_id, .days = ANSWER_DAYS });
}

/* What the verdict means for the pair. A change is the coordinator's to see to. */
static bool decide(struct work *work, const struct pair_state *p, const char *event, unsigned actor)
{
	if (text_is(event, "pause"))
		return pair_pause(work, p->pair_id, PAUSE_ASKED, actor);
	if (!pair_step(work, p->pair_id, event, actor))
		return false;
	if (text_is(event, "change"))
		wish(work, p, "change", 0);
	return work->trouble == TROUBLE_NONE;
}

static bool is_answer(const struct pair_state *p, const char *answer)
{
	return text_has_word("go-on change end", answer) || (text_is(answer, "pause") && text_is(p->state, "active"));
}

bool review_answer(struct work *work, const struct review_answer *a)
{
	struct pair_state p;

	if (!find(work, a->pair_id, &p) || !meets(&p) || !is_answer(&p, a->answer))
		return false;
	unsigned actor = actor_of(a->how, a->by_mentor);
	const char *own = a->by_mentor ? p.mentor_says : p.mentee_says, *other = a->by_mentor ? p.mentee_says : p.mentor_says;
	const char *event = *other ? "second" : *own ? "again" : "first", *verdict = review_verdict(a->answer, other);
	const struct step *step = life_step(&review_life, state_of(&p), event, actor);
	if (!step || !take(work, &p, step, p.review_number))
		return false;
	put(work, &p, a);
	return *verdict ? decide(work, &p, verdict, actor) : wait_for_other(work, a);
}

void review_due(struct work *work)
{
	struct list rows = sql_reviews_due(work, &(struct reviews_due_in){ work->now });

	for (size_t i = 0; i < rows.count; i++) {
		const struct reviews_due *row = list_row(&reviews_due_view, rows, i);
		review_ask(work, row->pair_id, ACTOR_CLOCK);
	}
}

void review_silent(struct work *work)
{
	struct list rows = sql_reviews_silent(work, &(struct reviews_silent_in){ work->now });

	for (size_t i = 0; i < rows.count; i++) {
		const struct reviews_silent *row = list_row(&reviews_silent_view, rows, i);
		struct pair_state p;
		if (!find(work, row->pair_id, &p))
			return;
		const struct step *step = life_step(&review_life, state_of(&p), "silence", ACTOR_CLOCK);
		if (!step || !take(work, &p, step, p.review_number))
			continue;
		if (!*p.mentor_says)
			ring(work, &p, true);
		if (!*p.mentee_says)
			ring(work, &p, false);
	}
}
