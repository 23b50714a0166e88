/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/pair.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/bar.h"
#include "domain/conflict.h"
#include "domain/tell.h"
#include "sql_pair.h"

const char pair_as_before[] = "as before";

enum { SIDES = ACTOR_EITHER, PAIR_DAYS = 90 };

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
	{ "ended",  "reopen",  ACTOR_COORDINATOR,                                      "active",       "going-on",  ACTOR_COORDINATOR, PAIR_DAYS },
};
const struct life pair_life = { "pair", pair_steps, sizeof pair_steps / sizeof *pair_steps };

const char *pause_why_name(enum pause_why why)
{
	static const char *const names[] = { "asked", "conflict", "concern", "person" };

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

/* Who may resume depends on why it was paused: see pair.h. */
static bool may_resume(const struct pair_state *p, const char *event)
{
	bool asked = text_is(p->paused_why, "asked") || text_is(p->paused_why, "person");

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

static bool take(struct work *work, const struct pair_state *p, const char *event, unsigned actor, const char *why)
{
	const struct step *step = life_step(&pair_life, p->state, event, actor);

	if (!step || !may_resume(p, event) || is_barred(work, p, step))
		return false;
	bool pauses = text_is(step->to, "paused"), back = step->to == pair_as_before;
	const struct pair_step_in in = { .state = back ? p->before_pause : step->to, .due_at = due_of(work, p, step),
		.before_pause = pauses ? p->state : "", .paused_why = pauses ? why : "", .ended_at = text_is(step->to, "ended") ? work->now : 0,
		.pair_id = p->pair_id, .from_state = p->state };
	if (!sql_pair_step(work, &in))
		return false;
	write_audit(work, p, event, why);
	if (text_is(step->to, "ended") && text_is(p->paused_why, "concern"))
		bar_after_concern(work, p->mentor_id, p->mentee_id);
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
	return text_is(why, "concern") ? 3 : text_is(why, "conflict") ? 2 : text_is(why, "person") ? 1 : 0;
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
