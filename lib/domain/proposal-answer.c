/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the two say of a proposal, what keeps them apart by then, and the pair that begins. */
#include "base/day.h"
#include "base/text.h"
#include "domain/ask.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "domain/meeting.h"
#include "domain/proposal-life.h"
#include "sql_pair.h"
#include "sql_person.h"
#include "sql_programme.h"

enum { DAY_SECONDS = 86400, ANSWER_DAYS = 10, FIRST_REMINDER = 3, SECOND_REMINDER = 7 };

static bool write_answer(struct work *work, const struct proposal_answer *a, bool by_mentor)
{
	const char *answer = a->yes ? "yes" : "no";

	if (by_mentor)
		return sql_proposal_mentor_says(work, &(struct proposal_mentor_says_in){ .answer = answer, .how = a->how, .shows = a->shows,
			.now = work->now, .proposal_id = a->proposal_id }) > 0;
	return sql_proposal_mentee_says(work, &(struct proposal_mentee_says_in){ .answer = answer, .how = a->how, .shows = a->shows,
		.now = work->now, .proposal_id = a->proposal_id }) > 0;
}

static unsigned side_of(const struct proposal_one *p, int64_t person_id)
{
	return person_id == p->mentor_id ? ACTOR_MENTOR : person_id == p->mentee_id ? ACTOR_MENTEE : ACTOR_NOBODY;
}

void proposal_close_others(struct work *work, int64_t ask_id, int64_t but_id)
{
	struct list live = sql_proposals_live_of_ask(work, &(struct proposals_live_of_ask_in){ ask_id });

	for (size_t i = 0; i < live.count; i++) {
		const struct proposals_live_of_ask *row = list_row(&proposals_live_of_ask_view, live, i);
		if (row->proposal_id != but_id)
			proposal_step(work, row->proposal_id, "close", ACTOR_EITHER);
	}
}

void proposal_rest_all(struct work *work, int64_t person_id)
{
	struct list live = sql_proposals_live_of(work, &(struct proposals_live_of_in){ person_id });
	struct proposal_one p;

	for (size_t i = 0; i < live.count; i++) {
		const struct proposals_live_of *row = list_row(&proposals_live_of_view, live, i);
		if (proposal_find(work, row->proposal_id, &p))
			proposal_take(work, &p, "rest", ACTOR_SELF, person_id);
	}
}

/* The second yes: what else was under way for the ask is over, and at the level `light` the pair begins. */
static void settle(struct work *work, int64_t proposal_id, unsigned actor)
{
	struct proposal_one p;

	if (!proposal_find(work, proposal_id, &p))
		return;
	proposal_close_others(work, p.ask_id, proposal_id);
	if (text_is(p.moderation, "light"))
		proposal_open_by(work, &p, actor);
}

bool proposal_answer(struct work *work, const struct proposal_answer *a)
{
	struct proposal_one p;
	unsigned side = proposal_find(work, a->proposal_id, &p) ? side_of(&p, a->person_id) : ACTOR_NOBODY;
	unsigned actor = text_is(a->how, "self") ? side : ACTOR_COORDINATOR;

	if (side == ACTOR_NOBODY)
		return false;
	const char *other = side == ACTOR_MENTOR ? p.mentee_answer : p.mentor_answer;
	const char *event = !a->yes ? "no" : text_is(other, "yes") ? "agree" : "yes", *barred = a->yes ? proposal_barred(work, &p) : "";

	/* Of friends, and of two who help each other, a coordinator has the last word when it is opened. */
	if (text_is(p.state, "sent") && *barred && !text_is(barred, "friend") && !text_is(barred, "two-ways"))
		return proposal_bar(work, a->proposal_id);
	if (!write_answer(work, a, side == ACTOR_MENTOR) || !proposal_take(work, &p, event, actor, a->person_id))
		return false;
	if (a->yes)
		sql_proposal_first_day(work, &(struct proposal_first_day_in){ .first_day = a->first_day, .proposal_id = a->proposal_id });
	if (text_is(event, "agree"))
		settle(work, a->proposal_id, actor);
	return work->trouble == TROUBLE_NONE;
}

bool proposal_withdraw(struct work *work, int64_t proposal_id, int64_t person_id)
{
	struct proposal_one p;
	unsigned side = proposal_find(work, proposal_id, &p) ? side_of(&p, person_id) : ACTOR_NOBODY;

	if (side == ACTOR_NOBODY || !text_is(side == ACTOR_MENTOR ? p.mentor_answer : p.mentee_answer, "yes"))
		return false;
	if (!proposal_take(work, &p, "withdraw", side, person_id))
		return false;
	/* Who took it back is known by their answer. */
	sql_proposal_took_back(work, &(struct proposal_took_back_in){ .mentor = side == ACTOR_MENTOR, .proposal_id = proposal_id });
	return work->trouble == TROUBLE_NONE;
}

const char *proposal_barred(struct work *work, const struct proposal_one *p)
{
	struct pair_barred now;

	if (!sql_pair_barred(work, &(struct pair_barred_in){ p->proposal_id }, &now) || now.gone)
		return "gone";
	if (now.two_ways)
		return "two-ways";
	if (now.mentor_full)
		return "full";
	if (now.ask_taken)
		return "taken";
	const char *conflict = conflict_name(conflict_now(work, p->mentor_id, p->mentee_id));
	return !*conflict && proposal_needs_allowing(work, p) ? "friend" : conflict;
}

const char *proposal_in_the_way(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p) ? proposal_barred(work, &p) : "gone";
}

/* The coordinator who opens it looks after it; where nobody does, one who is there. */
static int64_t coordinator_for(struct work *work, unsigned actor)
{
	struct coordinator_there there = { 0 };

	if (actor == ACTOR_COORDINATOR)
		return work->person_id;
	sql_coordinator_there(work, &(struct coordinator_there_in){ work->today }, &there);
	return there.person_id;
}

int64_t proposal_open_by(struct work *work, const struct proposal_one *p, unsigned actor)
{
	struct programme_rules rules;
	struct pair_add pair;

	if (!sql_programme_rules(work, &(struct programme_rules_in){ p->programme_id }, &rules))
		return 0;
	if (*proposal_barred(work, p) || !proposal_take(work, p, "open", actor, 0))
		return 0;
	const char *until = day_add(work->arena, work->today, (int)rules.trial_days);
	if (!sql_pair_add(work, &(struct pair_add_in){ .proposal_id = p->proposal_id, .now = work->now, .due_at = day_end(until), .trial_until = until,
			.person_id = coordinator_for(work, actor), .today = work->today }, &pair))
		return 0;
	if (*p->first_day && day_between(work->today, p->first_day) >= 0)
		meeting_plan(work, &(struct meeting){ .pair_id = pair.id, .day = p->first_day, .way = "", .how = "self" });
	ask_step(work, p->ask_id, "meet", actor);
	proposal_close_others(work, p->ask_id, p->proposal_id);
	audit_add(work, "pair.begin", "pair", pair.id, "");
	return work->trouble == TROUBLE_NONE ? pair.id : 0;
}

int64_t proposal_open(struct work *work, int64_t proposal_id)
{
	struct proposal_one p;

	return proposal_find(work, proposal_id, &p) ? proposal_open_by(work, &p, ACTOR_COORDINATOR) : 0;
}

/* How many reminders should have gone: its day is ten days after it was sent. */
static int64_t reminders_due(const struct work *work, int64_t due_at)
{
	int64_t days = (work->now - (due_at - ANSWER_DAYS * DAY_SECONDS)) / DAY_SECONDS;

	return days >= SECOND_REMINDER ? 2 : days >= FIRST_REMINDER ? 1 : 0;
}

void proposal_nightly(struct work *work)
{
	struct list silent = sql_proposals_silent(work);

	for (size_t i = 0; i < silent.count; i++) {
		const struct proposals_silent *row = list_row(&proposals_silent_view, silent, i);
		int64_t due = reminders_due(work, row->due_at);
		if (due <= row->reminded || !proposal_step(work, row->proposal_id, "remind", ACTOR_CLOCK))
			continue;
		sql_proposal_reminded(work, &(struct proposal_reminded_in){ .reminded = due, .proposal_id = row->proposal_id });
	}
}
