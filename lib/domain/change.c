/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a side says outside the review that is open: a wish for a change, and what a pair that has ended was. */
#include "base/day.h"
#include "base/text.h"
#include "domain/ask.h"
#include "domain/audit.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/signal.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_pair.h"
#include "sql_review.h"

/* After the programme's days, or half as long again as two mean to wait, a pair is quiet; after twice as long, for long. */
enum { WISH_DAYS = 7, FORTNIGHT = 14, MONTH = 30 };

static bool next_number(struct work *work, int64_t pair_id, int64_t *number)
{
	struct review_last last;
	bool found = sql_review_last(work, &(struct review_last_in){ pair_id }, &last);

	*number = found ? last.number + 1 : 0;
	return found;
}

static bool put_change(struct work *work, const struct review_change *c)
{
	static const char *const answers[] = { "change", "change", "change", "pause", "end", "go-on" };
	struct review_put_in in = { .pair_id = c->pair_id, .side = c->by_mentor ? "mentor" : "mentee", .kind = "change", .answer = answers[c->what],
		.words = c->words, .gained = "", .next_step = "", .again = "", .given_how = "self", .now = work->now };

	if (!next_number(work, c->pair_id, &in.number) || sql_review_put(work, &in) <= 0)
		return false;
	audit_add(work, "review.change", "pair", c->pair_id, in.side);
	signal_close(work, c->pair_id, c->by_mentor);
	return work->trouble == TROUBLE_NONE;
}

static bool set_rhythm(struct work *work, const struct pair_state *p, const struct review_change *c)
{
	if (sql_pair_rhythm(work, &(struct pair_rhythm_in){ .rhythm = c->rhythm, .pair_id = p->pair_id }) <= 0)
		return false;
	audit_add(work, "pair.rhythm", "pair", p->pair_id, "rhythm");
	tell(work, c->by_mentor ? p->mentee_id : p->mentor_id, "news");
	return work->trouble == TROUBLE_NONE;
}

static bool wish(struct work *work, const struct pair_state *p, const struct review_change *c)
{
	return task_add(work, &(struct task_new){ .kind = c->what == CHANGE_TALK ? "talk" : "change", .role = "coordinator",
		.owner_id = p->coordinator_id, .person_id = c->by_mentor ? p->mentor_id : p->mentee_id, .subject = "pair",
		.subject_id = p->pair_id, .days = WISH_DAYS }) != 0;
}

bool review_change(struct work *work, const struct review_change *c)
{
	unsigned actor = c->by_mentor ? ACTOR_MENTOR : ACTOR_MENTEE;
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ c->pair_id }, &p) || text_is(p.state, "ended"))
		return false;
	if (text_is(p.state, "paused") && c->what != CHANGE_END && c->what != CHANGE_TALK)
		return false;
	if (!put_change(work, c))
		return false;
	switch (c->what) {
	case CHANGE_TALK:
	case CHANGE_SOMETHING:
		return wish(work, &p, c);
	case CHANGE_RHYTHM:
		return set_rhythm(work, &p, c);
	case CHANGE_PAUSE:
		return pair_pause(work, c->pair_id, PAUSE_ASKED, actor);
	case CHANGE_END:
		return pair_step(work, c->pair_id, "end", actor);
	case CHANGE_NOT_NOW:
		break;
	}
	return true;
}

static bool look_again(struct work *work, const struct pair_state *p, const char *look)
{
	const char *event = text_is(look, "yes") ? "open" : text_is(look, "no") ? "close" : "";

	if (!*event)
		return true;
	/* As it is already, where the two of them say it one after the other. */
	ask_step(work, p->ask_id, event, ACTOR_SELF);
	return work->trouble == TROUBLE_NONE;
}

bool review_closing(struct work *work, const struct review_closing *c)
{
	const char *side = c->by_mentor ? "mentor" : "mentee";
	struct review_put_in in = { .pair_id = c->pair_id, .side = side, .kind = "closing", .answer = "", .words = "", .gained = c->gained,
		.next_step = c->next_step, .again = c->again, .given_how = c->how, .now = work->now };
	struct review_closing_own before;
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ c->pair_id }, &p) || !text_is(p.state, "ended"))
		return false;
	/* Said again, it takes the place of what was said of this ending. */
	if (sql_review_closing_own(work, &(struct review_closing_own_in){ .pair_id = c->pair_id, .side = side }, &before))
		in.number = before.number;
	else if (!next_number(work, c->pair_id, &in.number))
		return false;
	if (sql_review_put(work, &in) <= 0)
		return false;
	audit_add(work, "review.closing", "pair", c->pair_id, side);
	return !c->by_mentor ? look_again(work, &p, c->look) : work->trouble == TROUBLE_NONE;
}

static void quiet_pair(struct work *work, int64_t pair_id, int64_t times)
{
	struct pair_state p;

	if (!sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p)
	    || sql_pair_quiet_said(work, &(struct pair_quiet_said_in){ .times = times, .pair_id = pair_id }) <= 0)
		return;
	task_over(work, &(struct task_new){ .kind = "quiet", .subject = "pair", .subject_id = pair_id });
	task_add(work, &(struct task_new){ .kind = times > 1 ? "quiet-long" : "quiet", .role = "coordinator", .owner_id = p.coordinator_id,
		.subject = "pair", .subject_id = pair_id, .days = WISH_DAYS });
	/* They are asked once; after that it is the desk's. */
	if (times > 1)
		return;
	if (signal_open(work, pair_id, true))
		tell(work, p.mentor_id, "quiet");
	if (signal_open(work, pair_id, false))
		tell(work, p.mentee_id, "quiet");
}

/* Whoever met last before that day is quiet: `own` is how many days they mean to wait, 0 for a week or less. */
static const char *quiet_before(struct work *work, int64_t days, int own, int64_t times)
{
	int64_t theirs = times > 1 ? own * 2 : own * 3 / 2, usual = days * times;

	return day_add(work->arena, work->today, -(int)(theirs > usual ? theirs : usual));
}

static void quiet_of(struct work *work, const struct programmes_quiet *programme, int64_t times)
{
	const struct pairs_quiet_in in = { .programme_id = programme->programme_id, .times = times, .today = work->today,
		.before = quiet_before(work, programme->quiet_days, 0, times),
		.fortnight_before = quiet_before(work, programme->quiet_days, FORTNIGHT, times),
		.month_before = quiet_before(work, programme->quiet_days, MONTH, times) };
	struct list rows = sql_pairs_quiet(work, &in);

	for (size_t i = 0; i < rows.count; i++) {
		const struct pairs_quiet *row = list_row(&pairs_quiet_view, rows, i);
		quiet_pair(work, row->pair_id, times);
	}
}

void review_quiet(struct work *work)
{
	struct list programmes = sql_programmes_quiet(work);

	for (size_t i = 0; i < programmes.count; i++) {
		const struct programmes_quiet *g = list_row(&programmes_quiet_view, programmes, i);
		quiet_of(work, g, 2);
		quiet_of(work, g, 1);
	}
}
