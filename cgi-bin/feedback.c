/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Noting a meeting, saying how it went, telling a worry. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/feedback-views.h"
#include "cgi-bin/meeting-days.h"
#include "domain/concern.h"
#include "domain/meeting.h"
#include "pages_feedback.h"
#include "web/web.h"

enum { HOUR = 3600, CONCERNS_AN_HOUR = 10 };

static struct outcome meeting_show(struct request *q, void *into)
{
	struct feedback_meeting *view = into;
	struct pair_mine pair;
	struct pair_mine_in in = { .pair_id = param_id(q), .person_id = q->visitor.person_id, .language = q->language.code };

	if (!sql_pair_mine(&q->work, &in, &pair) || text_is(pair.state, "ended"))
		return missing;
	view->days = meeting_days(q);
	view->other = pair.other;
	view->is_mentor = pair.is_mentor;
	return shown;
}

static struct outcome meeting_keep(struct request *q, const void *answers)
{
	const struct feedback_meeting_form *f = answers;
	const char *day = *f->other_day ? f->other_day : f->day;
	enum reason wrong = meeting_day_wrong(q, day);

	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	int64_t meeting_id = meeting_note(&q->work, &(struct meeting){ .pair_id = param_id(q), .day = day, .way = f->way, .how = "self" });
	return when(q, meeting_id != 0, go_to(q, "feedback", arena_printf(q->work.arena, "/say/%lld", (long long)meeting_id)));
}

static bool meets(const char *state)
{
	return text_is(state, "trial") || text_is(state, "active");
}

static struct outcome plan_show(struct request *q, void *into)
{
	struct feedback_plan *view = into;
	struct pair_mine pair;
	const struct pair_mine_in in = { .pair_id = param_id(q), .person_id = q->visitor.person_id, .language = q->language.code };

	if (!sql_pair_mine(&q->work, &in, &pair) || !meets(pair.state))
		return missing;
	view->days = days_to_come(q, "");
	view->other = pair.other;
	view->day = "";
	view->pair_id = pair.pair_id;
	return shown;
}

static struct outcome to_pair(struct request *q, int64_t pair_id)
{
	return go_to(q, "match", arena_printf(q->work.arena, "/pair/%lld", (long long)pair_id));
}

static struct outcome plan_keep(struct request *q, const void *answers)
{
	const struct feedback_plan_form *f = answers;
	const char *day = *f->other_day ? f->other_day : f->day;
	enum reason wrong = planned_day_wrong(q, day);

	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	const struct meeting meeting = { .pair_id = param_id(q), .day = day, .way = "", .how = "self" };
	return when(q, meeting_plan(&q->work, &meeting) != 0, to_pair(q, meeting.pair_id));
}

/* A meeting of one's own. */
static bool own_meeting(struct request *q, struct meeting_one *meeting)
{
	int64_t person_id = q->visitor.person_id;

	return sql_meeting_one(&q->work, &(struct meeting_one_in){ param_id(q) }, meeting)
		&& (meeting->mentor_id == person_id || meeting->mentee_id == person_id);
}

static const char *other_of(const struct request *q, const struct meeting_one *meeting)
{
	return meeting->mentor_id == q->visitor.person_id ? meeting->mentee : meeting->mentor;
}

static struct outcome move_show(struct request *q, void *into)
{
	struct feedback_plan *view = into;
	struct meeting_one meeting;

	if (!own_meeting(q, &meeting) || !text_is(meeting.meeting_state, "planned") || !meets(meeting.state))
		return missing;
	view->days = days_to_come(q, meeting.day);
	view->other = other_of(q, &meeting);
	view->day = meeting.day;
	view->pair_id = meeting.pair_id;
	return shown;
}

static struct outcome move_keep(struct request *q, const void *answers)
{
	const struct feedback_move_form *f = answers;
	const struct feedback_plan *view = q->view;
	const char *day = *f->other_day ? f->other_day : f->day;
	enum reason wrong = planned_day_wrong(q, day);

	if (text_is(f->act, "off"))
		return when(q, meeting_call_off(&q->work, param_id(q), "self"), to_pair(q, view->pair_id));
	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	return when(q, meeting_move(&q->work, param_id(q), day, "self"), to_pair(q, view->pair_id));
}

static struct outcome thanks_show(struct request *q, void *into)
{
	struct feedback_thanks *view = into;
	struct pair_mine pair;

	if (!own_meeting(q, &view->meeting))
		return missing;
	const struct pair_mine_in in = { .pair_id = view->meeting.pair_id, .person_id = q->visitor.person_id, .language = q->language.code };
	view->other = other_of(q, &view->meeting);
	view->signalled = sql_pair_mine(&q->work, &in, &pair) && pair.signalled;
	view->meets = meets(view->meeting.state);
	return shown;
}

static struct outcome say_show(struct request *q, void *into)
{
	struct feedback_say *view = into;
	int64_t person_id = q->visitor.person_id;

	if (!own_meeting(q, &view->meeting) || text_is(view->meeting.meeting_state, "off")
	    || strcmp(view->meeting.day, q->work.today) > 0)
		return missing;
	view->is_mentor = view->meeting.mentor_id == person_id;
	view->other = view->is_mentor ? view->meeting.mentee : view->meeting.mentor;
	struct feedback_own_in in = { .meeting_id = view->meeting.meeting_id, .side = view->is_mentor ? "mentor" : "mentee" };
	if (!sql_feedback_own(&q->work, &in, &view->own))
		view->own = (struct feedback_own){ .did_meet = "", .productive = "", .useful = "", .energising = "", .listened = "", .split = "",
			.next_time = "", .private_word = "" };
	/* Whoever noted it is not asked again whether they met. */
	if (!*view->own.did_meet && text_is(view->meeting.meeting_state, "held") && view->meeting.noted_by == person_id)
		view->own.did_meet = "yes";
	return shown;
}

static struct outcome say_keep(struct request *q, const void *answers)
{
	const struct feedback_say_form *f = answers;
	const struct feedback_say *view = q->view;
	const struct feedback_given given = { .meeting_id = view->meeting.meeting_id, .by_mentor = view->is_mentor, .did_meet = f->did_meet,
		.productive = f->productive, .useful = f->useful, .energising = f->energising, .listened = f->listened, .split = f->split,
		.next_time = f->next_time, .private_word = f->private_word, .how = "self" };

	return when(q, feedback_give(&q->work, &given),
		    go_to(q, "feedback", arena_printf(q->work.arena, "/thanks/%lld", (long long)given.meeting_id)));
}

static struct outcome concern_show(struct request *q, void *into)
{
	struct feedback_concern *view = into;

	view->phone = q->settings.concern_phone;
	view->phone_link = web_phone_link(q->work.arena, view->phone);
	view->phone = web_phone_shown(q->work.arena, view->phone);
	view->hours = q->settings.concern_hours;
	view->us = sql_concern_us(&q->work);
	if (q->visitor.who & PERSON)
		view->stops = sql_concern_stops(&q->work, &(struct concern_stops_in){ q->visitor.person_id });
	return shown;
}

static struct outcome concern_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "concern", web_network(q), CONCERNS_AN_HOUR, HOUR) ? too_often : (struct outcome){ OUTCOME_PAGE, NULL };
}

static struct outcome concern_keep(struct request *q, const void *answers)
{
	const struct feedback_concern_form *f = answers;
	const struct concern_told told = { .who_about = f->who_about, .what = f->what, .reply_to = f->reply_to, .about_us = text_is(f->about_us, "yes"),
		.not_for = f->not_for, .stop = f->stop, .hours = q->settings.concern_hours };

	return when(q, concern_raise(&q->work, &told) != 0, next_page);
}

static const struct page pages[] = {
	/* path                who     reads                 keeps                next */
	{ "/meeting/:pair_id", PERSON, SHOW(meeting_show),   KEEP(meeting_keep),  NULL },
	{ "/plan/:pair_id",    PERSON, SHOW(plan_show),      KEEP(plan_keep),     NULL },
	{ "/move/:meeting_id", PERSON, SHOW(move_show),      KEEP(move_keep),     NULL },
	{ "/say/:meeting_id",  PERSON, SHOW(say_show),       KEEP(say_keep),      NULL },
	{ "/thanks/:meeting_id", PERSON, SHOW(thanks_show),  NOTHING,             NULL },
	{ "/concern",          ANYONE, SHOW(concern_show),   KEEP(concern_keep),  "/concern-sent", .counts = concern_count },
	{ "/concern-sent",     ANYONE, SHOW(concern_show),   NOTHING,             NULL },
};

const struct program page_program = {
	.name = "feedback", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = feedback_templates,
	.template_count = &feedback_template_count, .home = "/concern",
};
