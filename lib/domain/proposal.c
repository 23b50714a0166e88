/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/proposal.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "domain/meeting.h"
#include "domain/score.h"
#include "domain/tell.h"
#include "sql_pair.h"
#include "sql_programme.h"
#include "sql_proposal.h"

static const struct step proposal_steps[] = {
	/* from        event    who                                to          told            next act           days */
	{ "proposed", "keep",  ACTOR_COORDINATOR,                 "kept",     "",             ACTOR_COORDINATOR, 7 },
	{ "proposed", "drop",  ACTOR_COORDINATOR,                 "dropped",  "",             ACTOR_NOBODY,      0 },
	{ "proposed", "replace", ACTOR_COORDINATOR,               "replaced", "",             ACTOR_NOBODY,      0 },
	{ "kept",     "undo",  ACTOR_COORDINATOR,                 "proposed", "",             ACTOR_COORDINATOR, 7 },
	{ "dropped",  "undo",  ACTOR_COORDINATOR,                 "proposed", "",             ACTOR_COORDINATOR, 7 },
	{ "kept",     "drop",  ACTOR_COORDINATOR,                 "dropped",  "",             ACTOR_NOBODY,      0 },
	{ "kept",     "send",  ACTOR_COORDINATOR,                 "sent",     "proposal",     ACTOR_EITHER,      10 },
	{ "sent",     "yes",   ACTOR_EITHER | ACTOR_COORDINATOR,  "sent",     "",             ACTOR_EITHER,      10 },
	{ "sent",     "agree", ACTOR_EITHER | ACTOR_COORDINATOR,  "agreed",   "",             ACTOR_COORDINATOR, 7 },
	{ "sent",     "no",    ACTOR_EITHER | ACTOR_COORDINATOR,  "declined", "another",      ACTOR_NOBODY,      0 },
	{ "proposed", "bar",   ACTOR_CLOCK,                       "replaced", "",             ACTOR_NOBODY,      0 },
	{ "kept",     "bar",   ACTOR_CLOCK,                       "replaced", "",             ACTOR_NOBODY,      0 },
	{ "sent",     "bar",   ACTOR_CLOCK,                       "replaced", "another",      ACTOR_NOBODY,      0 },
	{ "agreed",   "bar",   ACTOR_CLOCK,                       "replaced", "another",      ACTOR_NOBODY,      0 },
	{ "agreed",   "open",  ACTOR_COORDINATOR,                 "opened",   "opened",       ACTOR_NOBODY,      0 },
	{ "agreed",   "drop",  ACTOR_COORDINATOR,                 "withdrawn", "another",     ACTOR_NOBODY,      0 },
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

static bool take_step(struct work *work, const struct proposal_one *p, const char *event, unsigned actor, const struct step **taken)
{
	const struct step *step = life_step(&proposal_life, p->state, event, actor);

	if (!step || !sql_proposal_step(work, &(struct proposal_step_in){ .state = step->to, .due_at = life_due(work->now, step),
			.now = work->now, .proposal_id = p->proposal_id, .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "proposal.%s", event), "proposal", p->proposal_id, "state");
	if (taken)
		*taken = step;
	return work->trouble == TROUBLE_NONE;
}

static bool find(struct work *work, int64_t proposal_id, struct proposal_one *p)
{
	return sql_proposal_one(work, &(struct proposal_one_in){ proposal_id }, p);
}

static void tell_both(struct work *work, const struct proposal_one *p, const struct step *step)
{
	tell(work, p->mentor_id, step->told);
	tell(work, p->mentee_id, step->told);
}

static bool is_barred(struct work *work, const struct proposal_one *p)
{
	return conflict_now(work, p->mentor_id, p->mentee_id) != CONFLICT_NONE;
}

static bool needs_allowing(struct work *work, const struct proposal_one *p)
{
	return !*p->friend_why && conflict_is_friend(conflict_book_between(work, p->mentor_id, p->mentee_id), p->mentor_id, p->mentee_id);
}

/* Whatever caused it, the audit does not say who: it may be a name on somebody's own list. */
static bool take_back(struct work *work, const struct proposal_one *p)
{
	const struct step *step = life_step(&proposal_life, p->state, "bar", ACTOR_CLOCK);

	if (!step || !sql_proposal_step(work, &(struct proposal_step_in){ .state = step->to, .due_at = life_due(work->now, step),
			.now = work->now, .proposal_id = p->proposal_id, .from_state = step->from }))
		return false;
	audit_add_unsaid(work, "proposal.bar", "proposal", p->proposal_id);
	tell_both(work, p, step);
	return work->trouble == TROUBLE_NONE;
}

bool proposal_bar(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return find(work, proposal_id, &p) && take_back(work, &p);
}

bool proposal_allow(struct work *work, int64_t proposal_id, const char *friend_why)
{
	const struct proposal_allow_in in = { .friend_why = friend_why, .now = work->now, .proposal_id = proposal_id };

	if (sql_proposal_allow(work, &in) <= 0)
		return false;
	audit_add(work, "proposal.allow", "proposal", proposal_id, "friend_why");
	return work->trouble == TROUBLE_NONE;
}

static bool step_by_coordinator(struct work *work, int64_t proposal_id, const char *event)
{
	struct proposal_one p;
	const struct step *step;

	if (!find(work, proposal_id, &p) || !take_step(work, &p, event, ACTOR_COORDINATOR, &step))
		return false;
	tell_both(work, &p, step);
	return work->trouble == TROUBLE_NONE;
}

bool proposal_keep(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return find(work, proposal_id, &p) && !is_barred(work, &p) && !needs_allowing(work, &p) && step_by_coordinator(work, proposal_id, "keep");
}

bool proposal_drop(struct work *work, int64_t proposal_id)
{
	return step_by_coordinator(work, proposal_id, "drop");
}

bool proposal_replace(struct work *work, int64_t proposal_id)
{
	return step_by_coordinator(work, proposal_id, "replace");
}

/* What was put forward for an ask and nobody has decided on gives way. */
static void replace_undecided(struct work *work, int64_t ask_id)
{
	struct list others = sql_proposals_of_ask(work, &(struct proposals_of_ask_in){ ask_id });

	for (size_t i = 0; i < others.count; i++) {
		const struct proposals_of_ask *other = list_row(&proposals_of_ask_view, others, i);
		step_by_coordinator(work, other->proposal_id, "replace");
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

	if (!find(work, proposal_id, &p))
		return false;
	if (text_is(p.state, "dropped")) {
		if (!may_come_back(work, &p))
			return false;
		replace_undecided(work, p.ask_id);
	}
	return step_by_coordinator(work, proposal_id, "undo");
}

bool proposal_send(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	if (!find(work, proposal_id, &p))
		return false;
	return is_barred(work, &p) ? take_back(work, &p) : step_by_coordinator(work, proposal_id, "send");
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
		step_by_coordinator(work, row->proposal_id, "replace");
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

static bool write_answer(struct work *work, const struct proposal_answer *a, bool by_mentor)
{
	const char *answer = a->yes ? "yes" : "no";

	if (by_mentor)
		return sql_proposal_mentor_says(work, &(struct proposal_mentor_says_in){ .answer = answer, .how = a->how, .shows = a->shows,
			.now = work->now, .proposal_id = a->proposal_id }) > 0;
	return sql_proposal_mentee_says(work, &(struct proposal_mentee_says_in){ .answer = answer, .how = a->how, .shows = a->shows,
		.now = work->now, .proposal_id = a->proposal_id }) > 0;
}

bool proposal_answer(struct work *work, const struct proposal_answer *a)
{
	struct proposal_one p;
	const struct step *step;

	if (!find(work, a->proposal_id, &p) || (a->person_id != p.mentor_id && a->person_id != p.mentee_id))
		return false;
	bool by_mentor = a->person_id == p.mentor_id;
	unsigned actor = !text_is(a->how, "self") ? ACTOR_COORDINATOR : by_mentor ? ACTOR_MENTOR : ACTOR_MENTEE;
	const char *other = by_mentor ? p.mentee_answer : p.mentor_answer;
	const char *event = !a->yes ? "no" : text_is(other, "yes") ? "agree" : "yes";

	if (a->yes && text_is(p.state, "sent") && is_barred(work, &p))
		return take_back(work, &p);
	if (!write_answer(work, a, by_mentor) || !take_step(work, &p, event, actor, &step))
		return false;
	/* Who said no knows; the other hears kindly that somebody else is looked for. */
	tell(work, by_mentor ? p.mentee_id : p.mentor_id, step->told);
	return work->trouble == TROUBLE_NONE;
}

/* What has changed since the two were put forward, or "". */
static const char *stands_in_the_way(struct work *work, const struct proposal_one *p)
{
	struct pair_barred now;

	if (!sql_pair_barred(work, &(struct pair_barred_in){ p->proposal_id }, &now))
		return "gone";
	if (now.two_ways)
		return "two-ways";
	if (now.mentor_full)
		return "full";
	if (now.ask_taken)
		return "taken";
	const char *conflict = conflict_name(conflict_now(work, p->mentor_id, p->mentee_id));
	return !*conflict && needs_allowing(work, p) ? "friend" : conflict;
}

const char *proposal_in_the_way(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return find(work, proposal_id, &p) ? stands_in_the_way(work, &p) : "gone";
}

int64_t proposal_open(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;
	struct programme_rules rules;
	struct pair_add pair;
	const struct step *step;

	if (!find(work, proposal_id, &p) || !sql_programme_rules(work, &(struct programme_rules_in){ p.programme_id }, &rules))
		return 0;
	if (*stands_in_the_way(work, &p) || !take_step(work, &p, "open", ACTOR_COORDINATOR, &step))
		return 0;
	const char *until = day_add(work->arena, work->today, (int)rules.trial_days);
	if (!sql_pair_add(work, &(struct pair_add_in){ .proposal_id = proposal_id, .now = work->now, .due_at = day_end(until), .trial_until = until,
			.person_id = work->person_id, .today = work->today }, &pair))
		return 0;
	if (*p.first_day && day_between(work->today, p.first_day) >= 0)
		meeting_plan(work, &(struct meeting){ .pair_id = pair.id, .day = p.first_day, .way = "", .how = "self" });
	sql_proposal_ask_met(work, &(struct proposal_ask_met_in){ .state = "met", .ask_id = p.ask_id });
	audit_add(work, "pair.begin", "pair", pair.id, "");
	tell_both(work, &p, step);
	return work->trouble == TROUBLE_NONE ? pair.id : 0;
}
