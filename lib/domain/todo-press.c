/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The usual answers, each as its plan has said; and what a night adds to the list. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/coordinator.h"
#include "domain/invitation.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/review.h"
#include "domain/signup.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "domain/todo-kinds.h"
#include "sql_pair.h"
#include "sql_todo.h"

enum { DAY_SECONDS = 86400, REST_DAYS = 90, PAUSE_DAYS = 14, ANSWER_DAYS = 14, INVITE_AGAIN_DAYS = 180 };

static bool press_rang(struct work *work, const struct todo_line *line)
{
	bool mentor = text_is(line->kind, "ring-mentor");

	if (sql_proposal_rung(work, &(struct proposal_rung_in){ .now = work->now, .proposal_id = line->id, .mentor = mentor }) <= 0)
		return false;
	audit_add(work, "proposal.ring", "proposal", line->id, mentor ? "mentor_rung" : "mentee_rung");
	return true;
}

static bool press_proposal(struct work *work, const struct todo_line *line)
{
	if (text_is(line->press, "open"))
		return proposal_open(work, line->id) != 0;
	if (text_is(line->press, "send"))
		return proposal_send(work, line->id);
	return text_is(line->press, "drop") ? proposal_drop(work, line->id) : proposal_keep(work, line->id);
}

/* Mails that no step of a life sends: as planned. */
static void tell_planned(struct work *work, const struct todo_line *line)
{
	const struct todo_mail *mails = line->mails.rows;

	for (size_t i = 0; i < line->mails.count; i++)
		tell(work, mails[i].person_id, mails[i].kind);
}

static bool press_task(struct work *work, const struct todo_line *line)
{
	struct todo_task t;

	if (!sql_todo_task(work, &(struct todo_task_in){ line->id }, &t))
		return false;
	if (text_is(line->press, "planned"))
		return pair_close(work, &(struct pair_closed){ .pair_id = t.pair_id, .how = "planned", .told_by = "", .follow_up = "" });
	if (text_is(line->press, "go-on"))
		return review_answer(work, &(struct review_answer){ .pair_id = t.pair_id, .by_mentor = t.person_id == t.mentor_id, .answer = "go-on",
			.words = "", .how = "phone" });
	if (text_is(line->press, "ask") && !review_ask(work, t.pair_id, ACTOR_COORDINATOR))
		return false;
	return task_done(work, line->id);
}

static bool is_task_told(const struct todo_line *line)
{
	return text_has_word("how invite", line->press);
}

bool todo_press(struct work *work, const struct todo_line *line)
{
	bool pressed = false;

	if (text_is(line->group, "sign-ups"))
		pressed = text_is(line->press, "approve") ? signup_approve(work, line->id) : signup_remind(work, line->id);
	else if (text_is(line->group, "proposals"))
		pressed = press_proposal(work, line);
	else if (text_is(line->group, "answers"))
		pressed = press_rang(work, line);
	else if (text_is(line->kind, "letter"))
		pressed = invitation_posted(work, line->id);
	else if (text_is(line->kind, "meant"))
		pressed = invitation_step(work, line->id, "lapse", ACTOR_COORDINATOR);
	else if (text_is(line->kind, "absent"))
		pressed = coordinator_stand_in(work, line->id);
	else
		pressed = press_task(work, line);
	if (pressed && (is_task_told(line) || text_is(line->group, "answers")))
		tell_planned(work, line);
	return pressed && work->trouble == TROUBLE_NONE;
}

static void add_one_sided(struct work *work, const char *kind, int64_t person_id, int64_t signup_id)
{
	task_add(work, &(struct task_new){ .kind = kind, .role = "coordinator", .person_id = person_id, .subject = "signup", .subject_id = signup_id,
		.days = ANSWER_DAYS });
}

static void look_for_one_sided(struct work *work)
{
	const int64_t since = work->now - INVITE_AGAIN_DAYS * DAY_SECONDS;
	struct list give = sql_people_only_give(work, &(struct people_only_give_in){ .now = work->now, .since = since });
	struct list receive = sql_people_only_receive(work, &(struct people_only_receive_in){ .now = work->now, .since = since });

	for (size_t i = 0; i < give.count; i++) {
		const struct people_only_give *row = list_row(&people_only_give_view, give, i);
		add_one_sided(work, "only-gives", row->person_id, row->signup_id);
	}
	for (size_t i = 0; i < receive.count; i++) {
		const struct people_only_receive *row = list_row(&people_only_receive_view, receive, i);
		add_one_sided(work, "only-receives", row->person_id, row->signup_id);
	}
}

/* Each so long again: whoever ticks the line off need not say by when to look once more. */
static void look_for_long_rests(struct work *work)
{
	struct list people = sql_people_rest_long(work, &(struct people_rest_long_in){ work->now });
	struct list pairs = sql_pairs_rest_long(work, &(struct pairs_rest_long_in){ work->now });

	for (size_t i = 0; i < people.count; i++) {
		const struct people_rest_long *row = list_row(&people_rest_long_view, people, i);
		task_add(work, &(struct task_new){ .kind = "rest", .role = "coordinator", .person_id = row->person_id, .subject = "person",
			.subject_id = row->person_id, .days = ANSWER_DAYS });
		sql_person_rests_on(work, &(struct person_rests_on_in){ .due_at = work->now + REST_DAYS * DAY_SECONDS, .person_id = row->person_id });
	}
	for (size_t i = 0; i < pairs.count; i++) {
		const struct pairs_rest_long *row = list_row(&pairs_rest_long_view, pairs, i);
		task_add(work, &(struct task_new){ .kind = "paused", .role = "coordinator", .owner_id = row->coordinator_id, .subject = "pair",
			.subject_id = row->pair_id, .days = PAUSE_DAYS });
		sql_pair_rests_on(work, &(struct pair_rests_on_in){ .due_at = work->now + PAUSE_DAYS * DAY_SECONDS, .pair_id = row->pair_id });
	}
}

void todo_nightly(struct work *work)
{
	sql_tasks_of_gone_over(work, &(struct tasks_of_gone_over_in){ work->now });
	look_for_one_sided(work);
	look_for_long_rests(work);
}
