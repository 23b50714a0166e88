/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a pair goes on and ends, put in for them by phone or from paper; its sheet, and what has to be done. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/meeting-days.h"
#include "domain/meeting.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/task.h"
#include "pages_desk.h"

struct outcome review_show(struct request *q, void *into)
{
	struct desk_pair *view = into;

	return find_pair(q, param_id(q), &view->pair) && (view->pair.mentor_waits || view->pair.mentee_waits) ? shown : missing;
}

struct outcome review_keep(struct request *q, const void *answers)
{
	const struct desk_review_form *f = answers;
	const struct desk_pair *view = q->view;
	const struct review_answer answer = { .pair_id = param_id(q), .by_mentor = text_is(f->side, "mentor"), .answer = f->answer,
		.words = f->words, .how = f->how };

	if (answer.by_mentor ? !view->pair.mentor_waits : !view->pair.mentee_waits)
		return blamed(q, "side", REASON_NOT_ALLOWED);
	if (text_is(f->answer, "pause") && !text_is(view->pair.state, "active"))
		return blamed(q, "answer", REASON_NOT_ALLOWED);
	return when(q, review_answer(&q->work, &answer), to_pair(q, answer.pair_id));
}

struct outcome closing_show(struct request *q, void *into)
{
	struct desk_pair *view = into;

	return find_pair(q, param_id(q), &view->pair) && text_is(view->pair.state, "ended") ? shown : missing;
}

struct outcome closing_keep(struct request *q, const void *answers)
{
	const struct desk_closing_form *f = answers;
	const struct pair_closed closed = { .pair_id = param_id(q), .how = f->ended_how, .told_by = f->told_by, .follow_up = f->follow_up };

	if (*f->follow_up && day_between(q->work.today, f->follow_up) < 0)
		return blamed(q, "follow_up", REASON_NOT_ALLOWED);
	return when(q, pair_close(&q->work, &closed), to_pair(q, closed.pair_id));
}

struct outcome gained_show(struct request *q, void *into)
{
	struct desk_gained *view = into;

	if (!find_pair(q, param_id(q), &view->pair) || !text_is(view->pair.state, "ended"))
		return missing;
	view->gained = view->next_step = view->again = "";
	return shown;
}

struct outcome gained_keep(struct request *q, const void *answers)
{
	const struct desk_gained_form *f = answers;
	const struct review_closing closing = { .pair_id = param_id(q), .by_mentor = text_is(f->side, "mentor"), .gained = f->gained,
		.next_step = f->next_step, .again = f->again, .look = f->look, .how = f->how };

	return when(q, review_closing(&q->work, &closing), to_pair(q, closing.pair_id));
}

struct outcome sheet_show(struct request *q, void *into)
{
	struct desk_sheet *view = into;

	if (!find_pair(q, param_id(q), &view->pair) || text_is(view->pair.state, "ended"))
		return missing;
	view->phone = web_phone_shown(q->work.arena, q->settings.phone);
	view->concern_phone = web_phone_shown(q->work.arena, q->settings.concern_phone);
	return shown;
}

struct outcome plan_show(struct request *q, void *into)
{
	struct desk_meeting *view = into;
	struct pair_one pair;

	if (!find_pair(q, param_id(q), &pair) || (!text_is(pair.state, "trial") && !text_is(pair.state, "active")))
		return missing;
	view->days = days_to_come(q, "");
	view->mentor = pair.mentor;
	view->mentee = pair.mentee;
	view->pair_id = pair.pair_id;
	return shown;
}

struct outcome plan_keep(struct request *q, const void *answers)
{
	const struct desk_plan_form *f = answers;
	const char *day = *f->other_day ? f->other_day : f->day;
	const struct meeting meeting = { .pair_id = param_id(q), .day = day, .way = "", .how = f->how };
	enum reason wrong = planned_day_wrong(q, day);

	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	return when(q, meeting_plan(&q->work, &meeting) != 0, to_pair(q, meeting.pair_id));
}

struct outcome move_show(struct request *q, void *into)
{
	struct desk_move *view = into;
	struct meeting_one meeting;

	if (!sql_meeting_one(&q->work, &(struct meeting_one_in){ param_id(q) }, &meeting) || !text_is(meeting.meeting_state, "planned")
	    || (!text_is(meeting.state, "trial") && !text_is(meeting.state, "active")))
		return missing;
	*view = (struct desk_move){ days_to_come(q, meeting.day), meeting.mentor, meeting.mentee, meeting.day, meeting.pair_id };
	return shown;
}

struct outcome move_keep(struct request *q, const void *answers)
{
	const struct desk_move_form *f = answers;
	const struct desk_move *view = q->view;
	const char *day = *f->other_day ? f->other_day : f->day;
	enum reason wrong = planned_day_wrong(q, day);

	if (text_is(f->act, "off"))
		return when(q, meeting_call_off(&q->work, param_id(q), f->how), to_pair(q, view->pair_id));
	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	return when(q, meeting_move(&q->work, param_id(q), day, f->how), to_pair(q, view->pair_id));
}

struct outcome task_show(struct request *q, void *into)
{
	struct desk_task *view = into;

	const struct task_one_in in = { .now = q->work.now, .task_id = param_id(q), .is_coordinator = (q->visitor.who & COORDINATOR) != 0,
		.is_lead = (q->visitor.who & LEAD) != 0, .is_trustee = (q->visitor.who & TRUSTEE) != 0, .is_keeper = (q->visitor.who & KEEPER) != 0 };

	if (!sql_task_one(&q->work, &in, &view->task))
		return missing;
	view->lines = (struct list){ &view->task, 1 };
	return shown;
}

struct outcome task_keep(struct request *q, const void *answers)
{
	(void)answers;
	return when(q, task_done(&q->work, param_id(q)), next_page);
}
