/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/meeting.h"

#include "base/text.h"
#include "domain/audit.h"
#include "domain/review.h"
#include "domain/signal.h"
#include "domain/task.h"
#include "sql_meeting.h"
#include "sql_pair.h"

static bool meets(const struct pair_state *p)
{
	return text_is(p->state, "trial") || text_is(p->state, "active");
}

static bool find_pair(struct work *work, int64_t pair_id, struct pair_state *p)
{
	return sql_pair_state(work, &(struct pair_state_in){ pair_id }, p);
}

/* A meeting ends a silence; enough of them end a trial, the first time that it is looked at. */
static void was_held(struct work *work, int64_t pair_id, const char *day)
{
	struct task_new task = { .kind = "quiet", .subject = "pair", .subject_id = pair_id };
	struct meetings_held held;
	struct pair_state p;

	sql_pair_met(work, &(struct pair_met_in){ .day = day, .pair_id = pair_id });
	task_over(work, &task);
	task.kind = "quiet-long";
	task_over(work, &task);
	if (!find_pair(work, pair_id, &p) || !sql_meetings_held(work, &(struct meetings_held_in){ pair_id }, &held))
		return;
	if (text_is(p.state, "trial") && !p.review_number && held.n >= p.trial_meetings)
		review_ask(work, pair_id, ACTOR_CLOCK);
}

static int64_t add(struct work *work, const struct meeting *m, const char *state, const char *verb)
{
	struct meeting_add row;
	const struct meeting_add_in in = { .pair_id = m->pair_id, .day = m->day, .way = m->way, .state = state, .person_id = work->person_id,
		.how = m->how, .now = work->now };

	if (!sql_meeting_add(work, &in, &row))
		return 0;
	audit_add(work, verb, "meeting", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

static bool change_state(struct work *work, int64_t meeting_id, const char *from, const char *to, const char *how)
{
	const struct meeting_state_in in = { .state = to, .person_id = work->person_id, .how = how, .meeting_id = meeting_id, .from_state = from };

	if (sql_meeting_state(work, &in) <= 0)
		return false;
	audit_add(work, "meeting.change", "meeting", meeting_id, "state");
	return work->trouble == TROUBLE_NONE;
}

int64_t meeting_note(struct work *work, const struct meeting *m)
{
	struct meeting_on before;

	if (!sql_meeting_on(work, &(struct meeting_on_in){ .pair_id = m->pair_id, .day = m->day }, &before)) {
		int64_t meeting_id = add(work, m, "held", "meeting.note");
		if (meeting_id)
			was_held(work, m->pair_id, m->day);
		return meeting_id;
	}
	sql_meeting_way(work, &(struct meeting_way_in){ .way = m->way, .meeting_id = before.meeting_id });
	if (!text_is(before.state, "held")) {
		if (!change_state(work, before.meeting_id, before.state, "held", m->how))
			return 0;
		was_held(work, m->pair_id, m->day);
	}
	return before.meeting_id;
}

int64_t meeting_plan(struct work *work, const struct meeting *m)
{
	struct meeting_on before;
	struct pair_state p;

	if (!find_pair(work, m->pair_id, &p) || !meets(&p))
		return 0;
	if (!sql_meeting_on(work, &(struct meeting_on_in){ .pair_id = m->pair_id, .day = m->day }, &before))
		return add(work, m, "planned", "meeting.plan");
	sql_meeting_way(work, &(struct meeting_way_in){ .way = m->way, .meeting_id = before.meeting_id });
	if (!text_is(before.state, "held") && !text_is(before.state, "planned")
	    && !change_state(work, before.meeting_id, before.state, "planned", m->how))
		return 0;
	return before.meeting_id;
}

bool meeting_call_off(struct work *work, int64_t meeting_id, const char *how)
{
	return change_state(work, meeting_id, "planned", "off", how);
}

bool meeting_move(struct work *work, int64_t meeting_id, const char *day, const char *how)
{
	struct meeting_one m;

	if (!sql_meeting_one(work, &(struct meeting_one_in){ meeting_id }, &m) || !meeting_call_off(work, meeting_id, how))
		return false;
	return meeting_plan(work, &(struct meeting){ .pair_id = m.pair_id, .day = day, .way = m.way, .how = how }) != 0;
}

/* Who says that they met is right, whatever the other said before. */
static void settle(struct work *work, const struct meeting_one *m, const struct feedback_given *f)
{
	bool met = text_is(f->did_meet, "yes");

	if (met && !text_is(m->meeting_state, "held") && change_state(work, m->meeting_id, m->meeting_state, "held", f->how))
		was_held(work, m->pair_id, m->day);
	else if (!met && text_is(m->meeting_state, "planned"))
		change_state(work, m->meeting_id, "planned", "missed", f->how);
}

bool feedback_give(struct work *work, const struct feedback_given *f)
{
	struct feedback_put_in in = { .meeting_id = f->meeting_id, .side = f->by_mentor ? "mentor" : "mentee", .did_meet = f->did_meet,
		.productive = f->productive, .useful = f->useful, .energising = f->energising, .listened = f->by_mentor ? "" : f->listened,
		.split = f->by_mentor ? f->split : "", .next_time = f->next_time, .private_word = f->private_word, .how = f->how,
		.now = work->now };
	struct meeting_one m;

	if (!sql_meeting_one(work, &(struct meeting_one_in){ f->meeting_id }, &m) || sql_feedback_put(work, &in) <= 0)
		return false;
	audit_add(work, "feedback.give", "meeting", f->meeting_id, in.side);
	settle(work, &m, f);
	signal_look(work, m.pair_id, f->by_mentor);
	return work->trouble == TROUBLE_NONE;
}

bool feedback_thank(struct work *work, int64_t pair_id)
{
	if (sql_feedback_thank(work, &(struct feedback_thank_in){ .now = work->now, .pair_id = pair_id }) <= 0)
		return false;
	audit_add(work, "feedback.thank", "pair", pair_id, "thanked_at");
	return work->trouble == TROUBLE_NONE;
}
