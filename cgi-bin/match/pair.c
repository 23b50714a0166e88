/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One's own pair: what to do next, what is promised in it, the sheet for its first meeting, aims. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/aim.h"
#include "domain/pair.h"
#include "domain/score.h"
#include "pages_match.h"
#include "sql_meeting.h"
#include "sql_person.h"

bool own_pair(struct request *q, struct pair_mine *pair)
{
	return sql_pair_mine(&q->work, &(struct pair_mine_in){ .pair_id = param_id(q), .person_id = q->visitor.person_id,
		.language = q->language.code }, pair);
}

struct outcome to_pair(struct request *q)
{
	return go_to(q, "match", arena_printf(q->work.arena, "/pair/%lld", (long long)param_id(q)));
}

static const char *side_of(const struct pair_mine *pair)
{
	return pair->is_mentor ? "mentor" : "mentee";
}

static bool lasts(const struct pair_mine *pair)
{
	return !text_is(pair->state, "ended");
}

enum { NEWEST = 10, SAID_WITHIN = 30 };

/* Meetings that are over, not for long, and of which one has said nothing; those that did not come about need no words. */
static struct list waiting_of(struct request *q, struct list meetings)
{
	struct feedback_mine *rows = arena_array(q->work.arena, meetings.count + 1, sizeof *rows);
	struct list waiting = { rows, 0 };

	for (size_t i = 0; i < meetings.count; i++) {
		const struct feedback_mine *m = list_row(&feedback_mine_view, meetings, i);
		if (day_between(m->day, q->work.today) < SAID_WITHIN && !m->to_come && !*m->did_meet && !text_is(m->state, "missed"))
			rows[waiting.count++] = *m;
	}
	return waiting;
}

static void what_to_do(struct request *q, struct match_pair *view)
{
	const struct pair_mine *pair = &view->pair;

	view->lasts = lasts(pair);
	view->meets = text_is(pair->state, "trial") || text_is(pair->state, "active");
	if (view->lasts)
		view->waiting = waiting_of(q, view->meetings);
	view->to_agree = view->meets && !pair->own_agreed;
	view->to_aim = view->meets && !pair->is_mentor && !view->aims.count;
	view->to_close = !view->lasts && !pair->has_closed;
	view->to_do = pair->review_waits || pair->signalled || view->to_agree || view->to_aim || view->waiting.count || view->to_close;
}

struct outcome pair_show(struct request *q, void *into)
{
	struct match_pair *view = into;

	if (!own_pair(q, &view->pair))
		return missing;
	view->core_values = view->pair.is_mentor ? view->pair.mentee_values
		: set_common(q->work.arena, view->pair.in_common, view->pair.own_values);
	view->no_way = !*view->pair.other_phone && !*view->pair.other_email;
	view->meetings = sql_feedback_mine(&q->work, &(struct feedback_mine_in){ .side = side_of(&view->pair), .pair_id = view->pair.pair_id,
		.today = q->work.today });
	view->aims = sql_aims_of(&q->work, &(struct aims_of_in){ view->pair.pair_id });
	what_to_do(q, view);
	if (view->meetings.count > NEWEST) {
		view->earlier = (struct list){ list_row(&feedback_mine_view, view->meetings, NEWEST), view->meetings.count - NEWEST };
		view->meetings.count = NEWEST;
	}
	return shown;
}

struct outcome pair_press(struct request *q, const void *answers)
{
	const struct match_pair *view = q->view;

	(void)answers;
	return when(q, pair_step(&q->work, param_id(q), "resume", view->pair.is_mentor ? ACTOR_MENTOR : ACTOR_MENTEE), to_pair(q));
}

struct outcome agreement_show(struct request *q, void *into)
{
	struct match_agreement *view = into;

	if (!own_pair(q, &view->pair) || !lasts(&view->pair))
		return missing;
	view->to_agree = !view->pair.own_agreed;
	return shown;
}

struct outcome agreement_keep(struct request *q, const void *answers)
{
	const struct match_agreement_form *f = answers;
	const struct match_agreement *view = q->view;

	if (!f->agreed)
		return blamed(q, "agreed", REASON_NONE_CHOSEN);
	/* Ticked before is ticked. */
	return view->to_agree ? when(q, pair_agree(&q->work, param_id(q), view->pair.is_mentor), to_pair(q)) : to_pair(q);
}

static const char *next_day(struct request *q, const struct pair_mine *pair)
{
	struct list meetings = sql_feedback_mine(&q->work, &(struct feedback_mine_in){ .side = side_of(pair), .pair_id = pair->pair_id,
		.today = day_add(q->work.arena, q->work.today, -1) });
	const char *day = "";

	for (size_t i = 0; i < meetings.count; i++) {
		const struct feedback_mine *m = list_row(&feedback_mine_view, meetings, i);
		if (m->to_come)
			day = m->day;
	}
	return day;
}

struct outcome sheet_show(struct request *q, void *into)
{
	struct match_sheet *view = into;
	struct person_thanks thanks = { .thanks_to = "" };

	if (!own_pair(q, &view->pair) || !lasts(&view->pair))
		return missing;
	view->aims = sql_aims_of(&q->work, &(struct aims_of_in){ view->pair.pair_id });
	view->first_day = next_day(q, &view->pair);
	if (view->pair.is_mentor)
		sql_person_thanks(&q->work, &(struct person_thanks_in){ q->visitor.person_id }, &thanks);
	view->thanks_to = thanks.thanks_to;
	view->phone = web_phone_shown(q->work.arena, q->settings.phone);
	view->concern_phone = web_phone_shown(q->work.arena, q->settings.concern_phone);
	return shown;
}

/* Aims are the mentee's to change; the mentor reads them with the pair. */
struct outcome aims_show(struct request *q, void *into)
{
	struct match_aims *view = into;
	struct aim_one aim = { .kind = "", .words = "", .state = "open" };

	if (!own_pair(q, &view->pair) || view->pair.is_mentor || !lasts(&view->pair))
		return missing;
	if (text_is_count(query_value(q, "aim"), &view->number)
	    && !sql_aim_one(&q->work, &(struct aim_one_in){ .pair_id = view->pair.pair_id, .number = view->number }, &aim))
		return missing;
	view->aims = sql_aims_of(&q->work, &(struct aims_of_in){ view->pair.pair_id });
	view->editing = view->number > 0;
	view->kind = aim.kind;
	view->words = aim.words;
	view->state = aim.state;
	view->shared = aim.shared;
	return shown;
}

static bool has_room(const struct match_aims *view)
{
	int open = 0;

	for (size_t i = 0; i < view->aims.count; i++) {
		const struct aims_of *aim = list_row(&aims_of_view, view->aims, i);
		open += text_is(aim->state, "open");
	}
	return open < AIMS_OPEN;
}

struct outcome aims_keep(struct request *q, const void *answers)
{
	const struct match_aims_form *f = answers;
	const struct match_aims *view = q->view;
	const char *state = view->editing && *f->state ? f->state : "open", *before = view->editing ? view->state : "";

	if (text_is(state, "open") && !text_is(before, "open") && !has_room(view))
		return blamed(q, "words", REASON_NOT_ALLOWED);
	const struct aim aim = { .pair_id = view->pair.pair_id, .number = view->number, .kind = f->kind, .words = f->words, .shared = f->shared,
		.state = state };
	return when(q, aim_put(&q->work, &aim), to_pair(q));
}
