/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/proposal-life.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "domain/meeting.h"
#include "domain/score.h"
#include "domain/tell.h"
#include "sql_programme.h"

/* Whose yes of two begins a pair, or closes what else is under way for the ask. */
enum { SIDES = ACTOR_EITHER | ACTOR_COORDINATOR };

static const struct step proposal_steps[] = {
	/* from        event       who                to           told        next act           days */
	{ "proposed", "keep",     ACTOR_COORDINATOR, "kept",      "",         ACTOR_COORDINATOR, 7 },
	{ "proposed", "drop",     ACTOR_COORDINATOR, "dropped",   "another",  ACTOR_NOBODY,      0 },
	{ "proposed", "replace",  ACTOR_COORDINATOR, "replaced",  "",         ACTOR_NOBODY,      0 },
	{ "proposed", "send",     ACTOR_EITHER,      "sent",      "proposal", ACTOR_EITHER,      10 },
	{ "proposed", "withdraw", ACTOR_EITHER,      "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "proposed", "rest",     SIDES | ACTOR_SELF, "replaced", "another", ACTOR_NOBODY,      0 },
	{ "proposed", "bar",      ACTOR_CLOCK,       "replaced",  "another",  ACTOR_NOBODY,      0 },
	{ "proposed", "close",    SIDES,             "replaced",  "closed",   ACTOR_NOBODY,      0 },
	{ "kept",     "undo",     ACTOR_COORDINATOR, "proposed",  "",         ACTOR_COORDINATOR, 7 },
	{ "kept",     "drop",     ACTOR_COORDINATOR, "dropped",   "another",  ACTOR_NOBODY,      0 },
	{ "kept",     "send",     ACTOR_COORDINATOR, "sent",      "proposal", ACTOR_EITHER,      10 },
	{ "kept",     "withdraw", ACTOR_EITHER,      "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "kept",     "rest",     SIDES | ACTOR_SELF, "replaced", "another", ACTOR_NOBODY,      0 },
	{ "kept",     "bar",      ACTOR_CLOCK,       "replaced",  "another",  ACTOR_NOBODY,      0 },
	{ "kept",     "close",    SIDES,             "replaced",  "closed",   ACTOR_NOBODY,      0 },
	{ "dropped",  "undo",     ACTOR_COORDINATOR, "proposed",  "",         ACTOR_COORDINATOR, 7 },
	{ "sent",     "remind",   ACTOR_CLOCK,       "sent",      "reminder", ACTOR_EITHER,      LIFE_SAME },
	{ "sent",     "yes",      SIDES,             "sent",      "",         ACTOR_EITHER,      LIFE_SAME },
	{ "sent",     "agree",    SIDES,             "agreed",    "",         ACTOR_COORDINATOR, 7 },
	{ "sent",     "no",       SIDES,             "declined",  "another",  ACTOR_NOBODY,      0 },
	{ "sent",     "rest",     SIDES | ACTOR_SELF, "replaced", "another", ACTOR_NOBODY,      0 },
	{ "sent",     "bar",      ACTOR_CLOCK,       "replaced",  "another",  ACTOR_NOBODY,      0 },
	{ "sent",     "withdraw", ACTOR_EITHER,      "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "sent",     "drop",     ACTOR_COORDINATOR, "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "sent",     "close",    SIDES,             "withdrawn", "closed",   ACTOR_NOBODY,      0 },
	{ "sent",     "lapse",    ACTOR_COORDINATOR, "lapsed",    "another",  ACTOR_NOBODY,      0 },
	{ "agreed",   "open",     SIDES,             "opened",    "opened",   ACTOR_NOBODY,      0 },
	{ "agreed",   "rest",     SIDES | ACTOR_SELF, "replaced", "another", ACTOR_NOBODY,      0 },
	{ "agreed",   "bar",      ACTOR_CLOCK,       "replaced",  "another",  ACTOR_NOBODY,      0 },
	{ "agreed",   "drop",     ACTOR_COORDINATOR, "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "agreed",   "withdraw", ACTOR_EITHER,      "withdrawn", "another",  ACTOR_NOBODY,      0 },
	{ "agreed",   "close",    SIDES,             "withdrawn", "closed",   ACTOR_NOBODY,      0 },
};
const struct life proposal_life = { "proposal", proposal_steps, sizeof proposal_steps / sizeof *proposal_steps };

enum { DAY_SECONDS = 86400, MODERATE_DAYS = 7 };

static void add_reasons(struct work *work, int64_t proposal_id, const struct score *score)
{
	for (size_t i = 0; i < score->count; i++) {
		const struct score_part *part = &score->parts[i];
		sql_reason_add(work, &(struct reason_add_in){ .proposal_id = proposal_id, .position = (int64_t)i + 1, .points = part->points,
			.kind = part_lines[part->part].kind, .words = score_words(work->arena, part) });
	}
}

int64_t proposal_put_forward(struct work *work, const struct proposal_new *p, const struct score *score)
{
	struct proposal_add row;
	struct proposal_add_in in = { .programme_id = p->programme_id, .run_id = p->run_id, .ask_id = p->ask_id, .offer_id = p->offer_id,
		.mentor_id = p->mentor_id, .mentee_id = p->mentee_id, .weight = score->weight,
		.due_at = work->now + MODERATE_DAYS * DAY_SECONDS, .warned = p->warned, .now = work->now };

	if (!sql_proposal_add(work, &in, &row))
		return 0;
	add_reasons(work, row.id, score);
	audit_add(work, "proposal.put-forward", "proposal", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

/* A side hears of what it knows: what was sent to it, or what it has said yes to before. Whose step it is knows
   it, but that a pair begins, or cannot, is told to both. Of several for one ask the mentee knows which it is. */
static bool hears(const struct proposal_one *p, const struct step *step, int64_t by_id, bool mentor)
{
	const char *answer = mentor ? p->mentor_answer : p->mentee_answer;

	if (text_is(step->event, "send") || text_is(step->event, "remind"))
		return !*answer;
	if (text_is(step->event, "close") && !mentor)
		return false;
	if (text_is(p->state, "proposed") || text_is(p->state, "kept"))
		return text_is(answer, "yes") && by_id != (mentor ? p->mentor_id : p->mentee_id);
	return text_is(step->event, "bar") || text_is(step->event, "open") || by_id != (mentor ? p->mentor_id : p->mentee_id);
}

bool proposal_find(struct work *work, int64_t proposal_id, struct proposal_one *p)
{
	return sql_proposal_one(work, &(struct proposal_one_in){ proposal_id }, p);
}

bool proposal_take(struct work *work, const struct proposal_one *p, const char *event, unsigned actor, int64_t by_id)
{
	const struct step *step = life_step(&proposal_life, p->state, event, actor);

	if (!step || !sql_proposal_step(work, &(struct proposal_step_in){ .state = step->to, .now = work->now, .proposal_id = p->proposal_id,
			.due_at = step->days == LIFE_SAME ? p->due_at : life_due(work->now, step), .from_state = step->from }))
		return false;
	/* What bars two, the audit does not tie to anybody: it may be a name on somebody's own list. */
	if (text_is(event, "bar"))
		audit_add_unsaid(work, "proposal.bar", "proposal", p->proposal_id);
	else
		audit_add(work, arena_printf(work->arena, "proposal.%s", event), "proposal", p->proposal_id, "state");
	if (hears(p, step, by_id, true))
		tell(work, p->mentor_id, step->told);
	if (hears(p, step, by_id, false))
		tell(work, p->mentee_id, step->told);
	return work->trouble == TROUBLE_NONE;
}

bool proposal_step(struct work *work, int64_t proposal_id, const char *event, unsigned actor)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p) && proposal_take(work, &p, event, actor, 0);
}

bool proposal_bar(struct work *work, int64_t proposal_id)
{
	return proposal_step(work, proposal_id, "bar", ACTOR_CLOCK);
}

static bool is_barred(struct work *work, const struct proposal_one *p)
{
	return conflict_now(work, p->mentor_id, p->mentee_id) != CONFLICT_NONE;
}

bool proposal_needs_allowing(struct work *work, const struct proposal_one *p)
{
	return !*p->friend_why && conflict_is_friend(conflict_book_between(work, p->mentor_id, p->mentee_id), p->mentor_id, p->mentee_id);
}

bool proposal_allow(struct work *work, int64_t proposal_id, const char *friend_why)
{
	const struct proposal_allow_in in = { .friend_why = friend_why, .now = work->now, .proposal_id = proposal_id };

	if (sql_proposal_allow(work, &in) <= 0)
		return false;
	audit_add(work, "proposal.allow", "proposal", proposal_id, "friend_why");
	return work->trouble == TROUBLE_NONE;
}

bool proposal_keep(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p) && !is_barred(work, &p) && !proposal_needs_allowing(work, &p)
		&& proposal_take(work, &p, "keep", ACTOR_COORDINATOR, 0);
}

bool proposal_drop(struct work *work, int64_t proposal_id)
{
	return proposal_step(work, proposal_id, "drop", ACTOR_COORDINATOR);
}

bool proposal_replace(struct work *work, int64_t proposal_id)
{
	return proposal_step(work, proposal_id, "replace", ACTOR_COORDINATOR);
}

/* What was put forward for an ask and nobody has decided on gives way. */
static void replace_undecided(struct work *work, int64_t ask_id)
{
	struct list others = sql_proposals_of_ask(work, &(struct proposals_of_ask_in){ ask_id });

	for (size_t i = 0; i < others.count; i++) {
		const struct proposals_of_ask *other = list_row(&proposals_of_ask_view, others, i);
		proposal_step(work, other->proposal_id, "replace", ACTOR_COORDINATOR);
	}
}

/* What was dropped may have been put right meanwhile by somebody else. */
static bool may_come_back(struct work *work, const struct proposal_one *p)
{
	struct ask_by_hand ask;
	struct mentor_room room;
	const struct mentor_room_in in = { .mentor_id = p->mentor_id, .programme_id = p->programme_id, .ask_id = p->ask_id };

	return sql_ask_by_hand(work, &(struct ask_by_hand_in){ .language = "en", .ask_id = p->ask_id }, &ask)
		&& sql_mentor_room(work, &in, &room) && room.room > 0;
}

bool proposal_undo(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	if (!proposal_find(work, proposal_id, &p))
		return false;
	if (text_is(p.state, "dropped")) {
		if (!may_come_back(work, &p))
			return false;
		replace_undecided(work, p.ask_id);
	}
	return proposal_step(work, proposal_id, "undo", ACTOR_COORDINATOR);
}

bool proposal_send(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p)
		&& (is_barred(work, &p) ? proposal_bar(work, proposal_id) : proposal_take(work, &p, "send", ACTOR_COORDINATOR, 0));
}

bool proposal_lapse(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p) && p.due_at < work->now && proposal_take(work, &p, "lapse", ACTOR_COORDINATOR, 0);
}

int64_t proposal_from_person(struct work *work, const struct proposal_new *p, const struct score *score, const struct proposal_from *from)
{
	struct programme_rules rules;
	struct proposal_of_person row;
	bool friends = conflict_is_friend(conflict_book_between(work, p->mentor_id, p->mentee_id), p->mentor_id, p->mentee_id);
	const struct proposal_of_person_in in = { .programme_id = p->programme_id, .ask_id = p->ask_id, .offer_id = p->offer_id,
		.mentor_id = p->mentor_id, .mentee_id = p->mentee_id, .weight = score->weight, .due_at = work->now + MODERATE_DAYS * DAY_SECONDS,
		.origin = from->origin, .words = from->words, .answer = from->asked ? "yes" : "", .how = from->asked ? "self" : "",
		.shows = from->shows, .warned = friends, .now = work->now };

	if (!sql_programme_rules(work, &(struct programme_rules_in){ p->programme_id }, &rules) || !sql_proposal_of_person(work, &in, &row))
		return 0;
	add_reasons(work, row.id, score);
	audit_add(work, arena_printf(work->arena, "proposal.%s", from->origin), "proposal", row.id, "");
	if (!friends && !text_is(rules.moderation, "careful"))
		proposal_step(work, row.id, "send", ACTOR_EITHER);
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

void proposal_put_again(struct work *work, int64_t proposal_id, const struct proposal_new *p, const struct score *score)
{
	const struct proposal_again_in in = { .run_id = p->run_id, .weight = score->weight, .warned = p->warned, .now = work->now,
		.proposal_id = proposal_id };

	if (!sql_proposal_again(work, &in))
		return;
	sql_reasons_drop(work, &(struct reasons_drop_in){ proposal_id });
	add_reasons(work, proposal_id, score);
	audit_add(work, "proposal.put-again", "proposal", proposal_id, "");
}

void proposal_replace_others(struct work *work, int64_t programme_id, int64_t run_id)
{
	struct list stale = sql_proposals_stale(work, &(struct proposals_stale_in){ .programme_id = programme_id, .run_id = run_id });

	for (size_t i = 0; i < stale.count; i++) {
		const struct proposals_stale *row = list_row(&proposals_stale_view, stale, i);
		proposal_step(work, row->proposal_id, "replace", ACTOR_COORDINATOR);
	}
}

int64_t proposal_by_hand(struct work *work, const struct proposal_new *p, const struct score *score, const char *allowed_why)
{
	struct proposal_by_hand row;
	const struct proposal_by_hand_in in = { .programme_id = p->programme_id, .ask_id = p->ask_id, .offer_id = p->offer_id,
		.mentor_id = p->mentor_id, .mentee_id = p->mentee_id, .weight = score->weight, .due_at = work->now + MODERATE_DAYS * DAY_SECONDS,
		.allowed_why = allowed_why, .warned = p->warned, .now = work->now };

	replace_undecided(work, p->ask_id);
	if (!sql_proposal_by_hand(work, &in, &row))
		return 0;
	add_reasons(work, row.id, score);
	audit_add(work, "proposal.by-hand", "proposal", row.id, *allowed_why ? "allowed_why" : "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}
