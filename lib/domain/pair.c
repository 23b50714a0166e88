/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/pair.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/ask.h"
#include "domain/audit.h"
#include "domain/bar.h"
#include "domain/conflict.h"
#include "domain/proposal.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_meeting.h"
#include "sql_pair.h"

const char pair_as_before[] = "as before";

enum { SIDES = ACTOR_EITHER, PAIR_DAYS = 90, RING_DAYS = 2 };

static const struct step pair_steps[] = {
	/* from      event      who                                                     to              told         next act           days */
	{ "trial",  "go-on",   SIDES | ACTOR_COORDINATOR,                              "active",       "going-on",  ACTOR_COORDINATOR, PAIR_DAYS },
	{ "trial",  "change",  SIDES | ACTOR_COORDINATOR,                              "trial",        "news",      ACTOR_COORDINATOR, 42 },
	{ "trial",  "pause",   SIDES | ACTOR_COORDINATOR | ACTOR_LEAD | ACTOR_CLOCK,   "paused",       "in-touch",  ACTOR_COORDINATOR, 14 },
	{ "trial",  "end",     SIDES | ACTOR_COORDINATOR | ACTOR_LEAD,                 "ended",        "ended",     ACTOR_COORDINATOR, 14 },
	{ "active", "go-on",   SIDES | ACTOR_COORDINATOR,                              "active",       "going-on",  ACTOR_COORDINATOR, PAIR_DAYS },
	{ "active", "change",  SIDES | ACTOR_COORDINATOR,                              "active",       "news",      ACTOR_COORDINATOR, PAIR_DAYS },
	{ "active", "pause",   SIDES | ACTOR_COORDINATOR | ACTOR_LEAD | ACTOR_CLOCK,   "paused",       "in-touch",  ACTOR_COORDINATOR, 14 },
	{ "active", "end",     SIDES | ACTOR_COORDINATOR | ACTOR_LEAD,                 "ended",        "ended",     ACTOR_COORDINATOR, 14 },
	{ "paused", "resume",  SIDES | ACTOR_COORDINATOR,                              pair_as_before, "resumed",   ACTOR_COORDINATOR, 14 },
	{ "paused", "release", ACTOR_LEAD,                                             pair_as_before, "resumed",   ACTOR_COORDINATOR, 14 },
	{ "paused", "end",     SIDES | ACTOR_COORDINATOR | ACTOR_LEAD,                 "ended",        "ended",     ACTOR_COORDINATOR, 14 },
	{ "trial",  "death",   ACTOR_COORDINATOR,                                      "paused",       "",          ACTOR_COORDINATOR, RING_DAYS },
	{ "active", "death",   ACTOR_COORDINATOR,                                      "paused",       "",          ACTOR_COORDINATOR, RING_DAYS },
	{ "paused", "told",    ACTOR_COORDINATOR,                                      "ended",        "",          ACTOR_COORDINATOR, 14 },
	{ "paused", "undo",    ACTOR_COORDINATOR,                                      pair_as_before, "",          ACTOR_COORDINATOR, 14 },
	{ "trial",  "leave",   SIDES | ACTOR_COORDINATOR,                              "ended",        "",          ACTOR_COORDINATOR, 14 },
	{ "active", "leave",   SIDES | ACTOR_COORDINATOR,                              "ended",        "",          ACTOR_COORDINATOR, 14 },
	{ "paused", "leave",   SIDES | ACTOR_COORDINATOR,                              "ended",        "",          ACTOR_COORDINATOR, 14 },
	{ "ended",  "reopen",  ACTOR_COORDINATOR,                                      "active",       "going-on",  ACTOR_COORDINATOR, PAIR_DAYS },
};
const struct life pair_life = { "pair", pair_steps, sizeof pair_steps / sizeof *pair_steps };

const char *pause_why_name(enum pause_why why)
{
	static const char *const names[] = { "asked", "conflict", "concern", "person", "death" };

	return names[why];
}

static int64_t due_of(const struct work *work, const struct pair_state *p, const struct step *step)
{
	struct step own = *step;

	/* The programme says how long: the table's days are what is usual. */
	if (step->days == PAIR_DAYS)
		own.days = (int)p->review_days;
	else if (text_is(step->to, "trial"))
		own.days = (int)p->trial_days;
	return life_due(work->now, &own);
}

/* What may come after a pause depends on why there is one: see pair.h. After a death the other is told first. */
static bool may_follow(const struct pair_state *p, const char *event)
{
	bool asked = text_is(p->paused_why, "asked") || text_is(p->paused_why, "person"), died = text_is(p->paused_why, "death");

	if (died || text_is(event, "told") || text_is(event, "undo"))
		return died && text_has_word("told undo", event);
	return text_is(event, "resume") ? asked : !text_is(event, "release") || !asked;
}

/* A pair that goes on again must not have become conflicted meanwhile. */
static bool is_barred(struct work *work, const struct pair_state *p, const struct step *step)
{
	bool begins = step->to == pair_as_before || text_is(p->state, "ended");

	return begins && conflict_now(work, p->mentor_id, p->mentee_id) != CONFLICT_NONE;
}

/* Whoever reads the audit must not tell a pause for a concern from one for a conflict, nor see who raised it. */
static void write_audit(struct work *work, const struct pair_state *p, const char *event, const char *why)
{
	const char *verb = arena_printf(work->arena, "pair.%s", event);

	if (text_is(event, "pause") && (text_is(why, "concern") || text_is(why, "conflict")))
		audit_add_unsaid(work, verb, "pair", p->pair_id);
	else
		audit_add(work, verb, "pair", p->pair_id, "state");
}

/* What the pair is on trial until: a trial that is changed or gone back to has as long again. */
static const char *trial_until(const struct work *work, const struct pair_state *p, const char *state, int64_t due_at)
{
	return text_is(state, "trial") ? day_of(work->arena, due_at) : p->trial_until;
}

/* Lines on the desk that a step begins, and those that it is the end of; an end calls off what was planned. The audit names nobody for them:
   it must not say who brought a pause about. */
static void desk_lines(struct work *work, const struct pair_state *p, const struct step *step)
{
	struct work nobody = *work;
	struct task_new task = { .role = "coordinator", .owner_id = p->coordinator_id, .subject = "pair", .subject_id = p->pair_id, .days = step->days };

	nobody.person_id = 0;
	task_over(&nobody, &task);
	/* Why it pauses is told to leads alone: the line is the same whatever the reason. */
	task.kind = text_is(step->event, "death") ? NULL : text_is(step->to, "paused") ? "paused" : text_is(step->to, "ended") ? "closing" : NULL;
	if (task.kind)
		task_add(&nobody, &task);
	if (text_is(step->to, "ended"))
		sql_meetings_off(&nobody, &(struct meetings_off_in){ .pair_id = p->pair_id, .today = work->today });
	work->trouble = nobody.trouble;
}

static bool take(struct work *work, const struct pair_state *p, const char *event, unsigned actor, const char *why)
{
	const struct step *step = life_step(&pair_life, p->state, event, actor);

	if (!step || !may_follow(p, event) || is_barred(work, p, step))
		return false;
	bool pauses = text_is(step->to, "paused");
	const char *to = step->to == pair_as_before ? p->before_pause : step->to;
	int64_t due_at = due_of(work, p, step);
	const struct pair_step_in in = { .state = to, .due_at = due_at, .before_pause = pauses ? p->state : "", .paused_why = pauses ? why : "",
		.today = work->today, .trial_until = trial_until(work, p, to, due_at), .ended_at = text_is(to, "ended") ? work->now : 0,
		.pair_id = p->pair_id, .from_state = p->state };
	if (!sql_pair_step(work, &in))
		return false;
	write_audit(work, p, event, why);
	if (text_is(step->to, "ended") && text_is(p->paused_why, "concern"))
		bar_after_concern(work, p->mentor_id, p->mentee_id);
	desk_lines(work, p, step);
	tell(work, p->mentor_id, step->told);
	tell(work, p->mentee_id, step->told);
	return work->trouble == TROUBLE_NONE;
}

bool pair_step(struct work *work, int64_t pair_id, const char *event, unsigned actor)
{
	struct pair_state p;

	return sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p) && take(work, &p, event, actor, pause_why_name(PAUSE_ASKED));
}

static int gravity(const char *why)
{
	return text_is(why, "death") ? 4 : text_is(why, "concern") ? 3 : text_is(why, "conflict") ? 2 : text_is(why, "person") ? 1 : 0;
}

bool pair_pause(struct work *work, int64_t pair_id, enum pause_why why, unsigned actor)
{
	const char *name = pause_why_name(why);
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p))
		return false;
	if (!text_is(p.state, "paused"))
		return take(work, &p, "pause", actor, name);
	if (gravity(name) > gravity(p.paused_why))
		sql_pair_pause_why(work, &(struct pair_pause_why_in){ .paused_why = name, .pair_id = pair_id });
	return work->trouble == TROUBLE_NONE;
}

bool pair_death(struct work *work, int64_t pair_id, int64_t left_id)
{
	struct task_new task = { .subject = "pair", .subject_id = pair_id, .role = "coordinator", .person_id = 0, .days = RING_DAYS };
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p) || text_is(p.state, "ended"))
		return false;
	if (text_is(p.state, "paused"))
		sql_pair_pause_why(work, &(struct pair_pause_why_in){ .paused_why = pause_why_name(PAUSE_DEATH), .pair_id = pair_id });
	else if (!take(work, &p, "death", ACTOR_COORDINATOR, pause_why_name(PAUSE_DEATH)))
		return false;
	task_over(work, &task);
	task.kind = "bereaved";
	task.person_id = left_id;
	task.owner_id = p.coordinator_id;
	task_add(work, &task);
	return work->trouble == TROUBLE_NONE;
}

bool pair_agree(struct work *work, int64_t pair_id, bool by_mentor)
{
	int64_t agreed = by_mentor
		? sql_pair_mentor_agree(work, &(struct pair_mentor_agree_in){ .now = work->now, .pair_id = pair_id })
		: sql_pair_mentee_agree(work, &(struct pair_mentee_agree_in){ .now = work->now, .pair_id = pair_id });

	if (agreed <= 0)
		return false;
	audit_add(work, "pair.agree", "pair", pair_id, by_mentor ? "mentor_agreed" : "mentee_agreed");
	return work->trouble == TROUBLE_NONE;
}

const char *pair_in_the_way(struct work *work, int64_t pair_id)
{
	struct pair_people people;

	if (!sql_pair_people(work, &(struct pair_people_in){ pair_id }, &people) || !people.both_active)
		return "gone";
	return proposal_in_the_way(work, people.proposal_id);
}

bool pair_reopen(struct work *work, int64_t pair_id)
{
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p) || *pair_in_the_way(work, pair_id)
	    || !pair_step(work, pair_id, "reopen", ACTOR_COORDINATOR))
		return false;
	sql_pair_reopened(work, &(struct pair_reopened_in){ pair_id });
	ask_step(work, p.ask_id, "meet", ACTOR_COORDINATOR);
	return work->trouble == TROUBLE_NONE;
}

bool pair_close(struct work *work, const struct pair_closed *c)
{
	const struct pair_closed_in in = { .ended_how = c->how, .told_by = c->told_by, .follow_up = c->follow_up, .pair_id = c->pair_id };
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ c->pair_id }, &p) || sql_pair_closed(work, &in) <= 0)
		return false;
	audit_add(work, "pair.close", "pair", c->pair_id, "ended_how told_by follow_up");
	struct task_new task = { .kind = "closing", .role = "coordinator", .owner_id = p.coordinator_id, .subject = "pair", .subject_id = c->pair_id };
	task_over(work, &task);
	task.kind = "follow-up";
	task_over(work, &task);
	if (*c->follow_up) {
		task.days = (int)day_between(work->today, c->follow_up);
		task_add(work, &task);
	}
	return work->trouble == TROUBLE_NONE;
}

bool pair_leave(struct work *work, int64_t pair_id, int64_t stays_id, bool ring, unsigned actor)
{
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p) || !pair_step(work, pair_id, "leave", actor))
		return false;
	if (!ring && tell(work, stays_id, "ended"))
		return pair_close(work, &(struct pair_closed){ .pair_id = pair_id, .how = "planned", .told_by = "", .follow_up = "" });
	task_add(work, &(struct task_new){ .kind = "ring-left", .role = "coordinator", .owner_id = p.coordinator_id, .person_id = stays_id,
		.subject = "pair", .subject_id = pair_id, .days = RING_DAYS });
	return work->trouble == TROUBLE_NONE;
}
