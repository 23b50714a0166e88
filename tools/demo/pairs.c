/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What becomes of a pair, meeting by meeting: how often they meet, how it feels, what they say of it. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/aim.h"
#include "domain/meeting.h"
#include "domain/pair.h"
#include "sql_demo.h"
#include "sql_meeting.h"
#include "tools/demo/demo.h"

enum { FIRST_AFTER = 3, LAST_OF_FADING = 4, STALE_DAYS = 40, AIM_REACHED = 6 };

enum fate fate_of(const struct demo *d, const struct demo_pairs *p)
{
	static const enum fate fates[] = { SUDDEN, STEADY, STEADY, STEADY, WARMS, STEADY, STEADY, FALLS, STEADY, FADES, STEADY, WARMS, SHORT, STEADY, RESTS, STEADY,
		STEADY, FALLS, WARMS, SHORT, STEADY, STEADY, FADES };

	/* Circles last. */
	if (p->pair_id <= d->ring_pairs)
		return STEADY;
	return fates[(size_t)p->pair_id % (sizeof fates / sizeof *fates)];
}

/* In the days of the story, from what the mentor gives. */
static int rhythm_of(const struct demo_pairs *p)
{
	if (text_is(p->time_offered, "hour-week") || p->pair_id % 23 == 1)
		return 7;
	return text_is(p->time_offered, "hour-month") || text_is(p->time_offered, "one-talk") ? 28 : 14;
}

/* The number of the meeting that falls on today, from 0, or -1. */
static int meeting_today(const struct demo *d, const struct demo_pairs *p)
{
	int rhythm = rhythm_of(p), days = days_since(d, p->opened_at) - FIRST_AFTER, number = days < 0 ? -1 : days / rhythm;

	if (number < 0 || days % rhythm != (int)(chance("day", p->pair_id, number) % 4) || (fate_of(d, p) == FADES && number >= LAST_OF_FADING))
		return -1;
	return number;
}

/* yes, bit or no: most things go well most of the time, and where they do not it shows. */
static const char *tap_of(const struct demo *d, const struct demo_pairs *p, int number, bool mentor, int question)
{
	int good = 88, bad = 2, many = (int)p->held;
	const char *asked = mentor ? "mentor tap" : "mentee tap";
	int roll = (int)(chance(asked, p->pair_id * 1000 + number, question) % 100);

	if (fate_of(d, p) == WARMS) {
		good = number < 2 ? 20 : number < 5 ? 60 : 92;
		bad = number < 2 ? 6 : 1;
	} else if (fate_of(d, p) == FALLS) {
		good = many < 3 ? 85 : many < 6 ? 35 : 10;
		bad = many < 3 ? 2 : many < 6 ? 25 : 60;
	}
	if (happens(4, "left out", p->pair_id * 1000 + number, question + mentor * 10))
		return "";
	return roll < good ? "yes" : roll < 100 - bad ? "bit" : "no";
}

/* A day on which somebody says nothing: some hardly ever do. */
static bool speaks(const struct demo_pairs *p, bool mentor, int number)
{
	int64_t person_id = mentor ? p->mentor_id : p->mentee_id;
	bool mail = mentor ? p->mentor_mail : p->mentee_mail;

	return happens(mail ? 55 + (int)(chance("says", person_id, 0) % 44) : 45, "speaks", p->pair_id * 2 + mentor, number);
}

/* Says it themself, or a coordinator heard it by phone. */
static const char *voice(struct demo *d, const struct demo_pairs *p, bool mentor)
{
	bool mail = mentor ? p->mentor_mail : p->mentee_mail;

	at(d, mail ? 18 : 12, mail ? mentor ? p->mentor_id : p->mentee_id : some_coordinator(d, p->pair_id));
	return mail ? "self" : "phone";
}

static void give_feedback(struct demo *d, const struct demo_pairs *p, int64_t meeting_id, bool mentor)
{
	static const char *const splits[] = { "listening", "listening", "asking", "advising", "even", "asking" };
	int number = (int)p->held;
	unsigned roll = chance(mentor ? "mentor words" : "mentee words", p->pair_id, number);
	struct feedback_given f = { .meeting_id = meeting_id, .by_mentor = mentor, .did_meet = "yes", .productive = tap_of(d, p, number, mentor, 0),
		.useful = tap_of(d, p, number, mentor, 1), .energising = tap_of(d, p, number, mentor, 2), .listened = mentor ? "" : tap_of(d, p, number, false, 3),
		.split = mentor ? splits[(roll + (number < 4 ? 3u : 0u)) % 6] : "", .next_time = roll % 5 == 0 ? say(d, "next", NULL, roll / 7) : "",
		.private_word = roll % 12 == 1 ? say(d, "private", NULL, roll / 7) : "" };

	if (!speaks(p, mentor, number))
		return;
	f.how = voice(d, p, mentor);
	must(d, feedback_give(&d->work, &f), "feedback");
}

/* How the two can meet that both like. */
static const char *way_of(const struct demo_pairs *p, int number)
{
	static const char *const ways[] = { "in-person", "phone", "video", "in-person", "writing" };

	for (unsigned i = 0; i < 5; i++) {
		const char *way = ways[((unsigned)number / 3 + i) % 5];
		if (text_has_word(p->ways, way) && text_has_word(p->own_ways, way))
			return way;
	}
	return "in-person";
}

static void put_aims(struct demo *d, const struct demo_pairs *p, int number)
{
	struct aim aim = { .pair_id = p->pair_id, .kind = "practical", .words = say(d, "aim", topic_code(d, p->topic_id), (unsigned)p->pair_id),
		.shared = p->pair_id % 3 != 0, .state = "open" };

	at(d, 19, p->mentee_id);
	if (number == 0 && happens(85, "aims", p->pair_id, 0) && *aim.words)
		aim_put(&d->work, &aim);
	if (number == 1 && happens(50, "aims", p->pair_id, 1)) {
		aim.kind = "personal";
		aim.words = say(d, "personal", NULL, (unsigned)p->pair_id);
		aim_put(&d->work, &aim);
	}
	if (number == AIM_REACHED && p->said) {
		aim.number = 1;
		aim.state = happens(80, "reached", p->pair_id, 0) ? "reached" : "dropped";
		aim_put(&d->work, &aim);
	}
}

/* The next one, where they like to have a day. */
static void plan_next(struct demo *d, const struct demo_pairs *p, int number)
{
	int rhythm = rhythm_of(p), then = FIRST_AFTER + (number + 1) * rhythm + (int)(chance("day", p->pair_id, number + 1) % 4);

	if (!happens(rhythm > 14 ? 95 : p->pair_id % 3 ? 60 : 15, "plans", p->pair_id, number) || (fate_of(d, p) == FADES && number + 1 >= LAST_OF_FADING))
		return;
	meeting_plan(&d->work, &(struct meeting){ p->pair_id, day_add(d->work.arena, d->work.today, then - days_since(d, p->opened_at)), way_of(p, number + 1), "self" });
}

/* What was planned for today and did not come about: called off before, or missed. */
static bool is_missed(struct demo *d, const struct demo_pairs *p, int number)
{
	struct meeting_on planned;

	if (!happens(9, "misses", p->pair_id, number) || !sql_meeting_on(&d->work, &(struct meeting_on_in){ .pair_id = p->pair_id, .day = d->work.today }, &planned)
	    || !text_is(planned.state, "planned"))
		return false;
	if (number % 2)
		meeting_call_off(&d->work, planned.meeting_id, "self");
	else
		feedback_give(&d->work, &(struct feedback_given){ .meeting_id = planned.meeting_id, .did_meet = "no", .productive = "", .useful = "", .energising = "",
			.listened = "", .split = "", .next_time = "", .private_word = "", .how = "self" });
	return true;
}

static void meet(struct demo *d, const struct demo_pairs *p, int number)
{
	const char *how = voice(d, p, !p->mentee_mail && p->mentor_mail);

	if (is_missed(d, p, number))
		return;
	int64_t meeting_id = meeting_note(&d->work, &(struct meeting){ p->pair_id, d->work.today, way_of(p, number), how });
	must(d, meeting_id != 0, "meeting");
	if (!p->mentor_agreed && happens(95, "agrees", p->pair_id, 1)) {
		at(d, 18, p->mentor_id);
		pair_agree(&d->work, p->pair_id, true);
	}
	if (!p->mentee_agreed && happens(92, "agrees", p->pair_id, 0)) {
		at(d, 18, p->mentee_id);
		pair_agree(&d->work, p->pair_id, false);
	}
	put_aims(d, p, number);
	at(d, 18, p->mentee_id);
	plan_next(d, p, number);
	/* What was said of the last day or two is still to come. */
	if (d->day < 2)
		return;
	give_feedback(d, p, meeting_id, false);
	give_feedback(d, p, meeting_id, true);
}

struct list pairs_now(struct demo *d)
{
	return sql_demo_pairs(&d->work, &(struct demo_pairs_in){ d->work.now - (int64_t)STALE_DAYS * DAY });
}

void live_pairs(struct demo *d)
{
	at(d, 15, 0);
	struct list rows = pairs_now(d);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_pairs *p = list_row(&demo_pairs_view, rows, i);
		int number = meeting_today(d, p);
		bool meets = text_has_word("trial active", p->state), once = text_is(p->time_offered, "one-talk") && p->held;
		if (meets && number >= 0 && !once)
			meet(d, p, number);
		live_on(d, p);
	}
}
