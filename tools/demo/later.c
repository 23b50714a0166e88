/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Reviews, wishes for a change, endings: what the two of a pair say of it besides their meetings. */
#include "base/text.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { LONG_PAIR = 4, RESTS_DAYS = 24, SUDDEN_AFTER = 5, FALLS_UNTIL = 6 };

static bool can_write(const struct demo_pairs *p, bool mentor)
{
	return mentor ? p->mentor_mail : p->mentee_mail;
}

/* What somebody answers when a trial or some months are over. */
static const char *answer_of(const struct demo *d, const struct demo_pairs *p, bool mentor)
{
	bool active = text_is(p->state, "active");

	switch (fate_of(d, p)) {
	case FALLS:
		return p->review_number > 1 ? "end" : mentor ? "go-on" : "change";
	case SHORT:
		return p->review_number > p->pair_id % 2 ? "end" : "go-on";
	case RESTS:
		return active && p->review_number == 2 ? "pause" : "go-on";
	case FADES:
		return p->held < 3 ? "end" : "change";
	default:
		break;
	}
	if (text_is(p->time_offered, "one-talk") || (p->pair_id > d->ring_pairs && p->review_number >= LONG_PAIR && happens(40, "long enough", p->pair_id, p->review_number)))
		return "end";
	return happens(8, "changes", p->pair_id, p->review_number * 2 + mentor) ? "change" : "go-on";
}

static void answer_review(struct demo *d, const struct demo_pairs *p, bool mentor)
{
	struct review_answer in = { .pair_id = p->pair_id, .by_mentor = mentor, .answer = answer_of(d, p, mentor), .how = "self" };

	if (*(mentor ? p->mentor_says : p->mentee_says) || !can_write(p, mentor) || happens(15, "silent", p->pair_id * 2 + mentor, p->review_number)
	    || !happens(28, "reviews", p->pair_id * 2 + mentor, d->day))
		return;
	in.words = text_is(in.answer, "change") ? say(d, "change", NULL, (unsigned)p->pair_id) : "";
	at(d, 20, mentor ? p->mentor_id : p->mentee_id);
	review_answer(&d->work, &in);
}

/* Who is asked whether it is time for a change says so within days, most of them. */
static void answer_signal(struct demo *d, const struct demo_pairs *p, bool mentor)
{
	struct review_change in = { .pair_id = p->pair_id, .by_mentor = mentor, .rhythm = "", .words = "" };
	unsigned roll = chance("signal", p->pair_id * 2 + mentor, p->held) % 10;

	if (!(mentor ? p->mentor_signal : p->mentee_signal) || !can_write(p, mentor) || !happens(16, "answers", p->pair_id * 2 + mentor, d->day))
		return;
	in.what = fate_of(d, p) == FALLS && p->held > FALLS_UNTIL ? CHANGE_END : roll < 4 ? CHANGE_NOT_NOW : roll < 7 ? CHANGE_SOMETHING : roll < 9 ? CHANGE_TALK : CHANGE_RHYTHM;
	if (in.what == CHANGE_RHYTHM)
		in.rhythm = "month";
	else if (in.what != CHANGE_NOT_NOW && in.what != CHANGE_END)
		in.words = say(d, "change", NULL, roll);
	at(d, 21, mentor ? p->mentor_id : p->mentee_id);
	review_change(&d->work, &in);
}

static void say_good_bye(struct demo *d, const struct demo_pairs *p, bool mentor)
{
	unsigned roll = chance("closing", p->pair_id, mentor);
	const struct review_closing in = { .pair_id = p->pair_id, .by_mentor = mentor, .how = "self",
		.gained = say(d, mentor ? "gained-mentor" : "gained-mentee", NULL, roll / 3), .next_step = roll % 3 ? say(d, "step", NULL, roll / 5) : "",
		.again = roll % 7 < 5 ? "yes" : roll % 7 == 5 ? "unsure" : "no", .look = mentor ? "" : roll % 5 < 2 ? "yes" : roll % 5 == 2 ? "" : "no" };

	if (!can_write(p, mentor) || days_since(d, p->ended_at) != 1 + (int)(roll % 12) || roll % 10 < 2)
		return;
	at(d, 19, mentor ? p->mentor_id : p->mentee_id);
	review_closing(&d->work, &in);
}

void live_on(struct demo *d, const struct demo_pairs *p)
{
	if (text_has_word("trial active", p->state) && fate_of(d, p) == SUDDEN && p->held >= SUDDEN_AFTER) {
		at(d, 13, some_coordinator(d, p->pair_id));
		pair_step(&d->work, p->pair_id, "end", ACTOR_COORDINATOR);
		return;
	}
	if (text_is(p->state, "paused") && text_is(p->paused_why, "asked") && days_since(d, p->due_at) > RESTS_DAYS - 14) {
		at(d, 13, p->mentee_id);
		pair_step(&d->work, p->pair_id, "resume", ACTOR_MENTEE);
	}
	for (int side = 0; side < 2; side++) {
		if (text_is(p->state, "ended"))
			say_good_bye(d, p, side);
		else if (text_has_word("open half silent", p->review_state))
			answer_review(d, p, side);
		else if (text_has_word("trial active", p->state))
			answer_signal(d, p, side);
	}
}
