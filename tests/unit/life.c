/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The lives of pairs as they are lived: trials, signals, silence, endings. */
#include "base/day.h"
#include "base/text.h"
#include "domain/aim.h"
#include "domain/meeting.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/signal.h"
#include "tests/tap.h"
#include "tests/unit/pair-scene.h"

static void hold(int days_ago)
{
	const char *day = day_add(p->arena, p->work.today, -days_ago);

	DO(meeting_note(&p->work, &(struct meeting){ PAIR, day, "phone", "self" }) != 0);
}

static void night(void)
{
	programme_write(p);
	night_run(&p->work);
	programme_commit(p);
}

static bool answers(bool by_mentor, const char *answer, const char *how)
{
	return DO(review_answer(&p->work, &(struct review_answer){ PAIR, by_mentor, answer, text_is(answer, "change") ? "Shorter walks" : "", how }));
}

static void trial_by_meetings(void)
{
	scene_begin("2026-11-30");
	is_count(scene_count("select count(*) from meeting where state = 'planned' and day = '2026-11-30'"), 1, "the first day of the acceptance is a planned meeting");
	ok(DO(pair_agree(&p->work, PAIR, true)) && DO(pair_agree(&p->work, PAIR, false)), "each ticks what they promise");
	ok(!DO(pair_agree(&p->work, PAIR, true)), "once");
	programme_later(p, 10);
	hold(8);
	hold(4);
	is_count(scene_count("select count(*) from pair where review_state = ''"), 1, "two meetings are not enough");
	hold(0);
	is_count(scene_count("select count(*) from pair where review_state = 'open' and review_number = 1"), 1, "the third ends the trial: both are asked");
	is_count(scene_mails("review"), 2, "each by mail");
	night();
	is_count(scene_mails("review"), 2, "and not again by the night");
	ok(answers(true, "go-on", "self"), "the mentor goes on");
	ok(answers(true, "change", "self"), "thinks again");
	ok(answers(true, "go-on", "self"), "and goes on after all");
	is_count(scene_count("select count(*) from review"), 1, "which is one answer");
	programme_later(p, 8);
	night();
	is_count(scene_tasks("review-phone"), 1, "a week of silence makes a phone task");
	is_count(scene_count("select count(*) from task where state = 'open' and person_id = 3 and kind = 'review-phone'"), 1, "to ring the one who is silent");
	ok(answers(false, "go-on", "phone"), "the answer is put in by phone");
	is_count(scene_count("select count(*) from pair where state = 'active' and review_state = ''"), 1, "both go on: it is active");
	is_count(scene_tasks("review-phone"), 0, "and nobody is to be rung");
	is_count(scene_count("select count(*) from review where number = 1 and kind = 'trial'"), 2, "the trial's review is number 1");
	scene_end();
}

static void trial_by_days(void)
{
	scene_begin("");
	programme_sql(p, "update person set email = '' where id = 3");
	programme_later(p, 60);
	night();
	is_count(scene_count("select count(*) from pair where review_state = 'open'"), 1, "six weeks end a trial, however late the night looks");
	is_count(scene_mails("review"), 1, "who has e-mail is asked by mail");
	is_count(scene_tasks("review-phone"), 1, "who has none is rung");
	ok(answers(true, "change", "self"), "the mentor wishes a change");
	ok(answers(false, "go-on", "paper"), "the mentee goes on, on paper");
	is_count(scene_count("select count(*) from pair where state = 'trial' and trial_until > '2026-12-01'"), 1, "the trial goes on for as long again");
	is_count(scene_tasks("change"), 1, "and the coordinator sees to the change");
	programme_later(p, 50);
	night();
	is_count(scene_count("select count(*) from pair where review_state = 'open' and review_number = 2"), 1, "then both are asked once more");
	ok(answers(false, "end", "phone"), "one ends");
	is_count(scene_count("select count(*) from pair where state = 'ended' and ended_at > 0"), 1, "and need not wait for the other");
	is_count(scene_mails("ended"), 1, "each is told kindly");
	is_count(scene_tasks("closing"), 1, "the coordinator writes how it ended");
	is_count(scene_tasks("change") + scene_tasks("review-phone"), 0, "what was to be done before is over");
	ok(!answers(true, "go-on", "self"), "nothing is to be answered any more");
	scene_end();
}

static void say(int days_ago, const char *taps)
{
	static const char *const words[] = { "no", "bit", "yes" };
	const char *day = day_add(p->arena, p->work.today, -days_ago);

	programme_write(p);
	int64_t meeting_id = meeting_note(&p->work, &(struct meeting){ PAIR, day, "", "self" });
	struct feedback_given given = { .meeting_id = meeting_id, .did_meet = "yes", .productive = words[taps[0] - '0'], .useful = words[taps[1] - '0'],
		.energising = words[taps[2] - '0'], .listened = "", .split = "", .next_time = "", .private_word = "", .how = "self" };
	feedback_give(&p->work, &given);
	programme_commit(p);
}

static void signals(void)
{
	const struct taps no = { "no", "yes", "yes" }, other_no = { "yes", "no", "yes" }, well = { "yes", "yes", "yes" }, bit = { "bit", "yes", "yes" },
		less = { "bit", "bit", "yes" }, none = { "", "", "" };

	is_count(signal_in((struct taps[]){ no, no }, 2), SIGNAL_TWO_NO, "the same no twice in a row is a signal");
	is_count(signal_in((struct taps[]){ no, other_no }, 2), SIGNAL_NONE, "two different ones are not");
	is_count(signal_in((struct taps[]){ no }, 1), SIGNAL_NONE, "one is not");
	is_count(signal_in((struct taps[]){ no, well, no }, 3), SIGNAL_NONE, "nor two with a yes between");
	is_count(signal_in((struct taps[]){ less, bit, well }, 3), SIGNAL_FALL, "a fall over three is a signal");
	is_count(signal_in((struct taps[]){ bit, bit, well }, 3), SIGNAL_NONE, "a fall that stops is not");
	is_count(signal_in((struct taps[]){ less, bit }, 2), SIGNAL_NONE, "a fall over two is not");
	is_count(signal_in((struct taps[]){ none, none, none }, 3), SIGNAL_NONE, "nothing said is no signal");
	is_count(taps_sum(&none), -1, "and adds up to nothing");

	scene_begin("");
	programme_later(p, 30);
	say(20, "222");
	say(15, "220");
	is_count(scene_count("select mentee_signal from pair"), 0, "one no asks nobody");
	say(10, "220");
	is_count(scene_count("select mentee_signal > 0 and mentor_signal = 0 from pair"), 1, "two ask the one who answered, and the other not");
	is_count(scene_count("select count(*) from task where kind = 'signal' and state = 'open' and person_id = 3"), 1, "and are a line on the desk");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_NOT_NOW, "", "" })), "not now is an answer");
	is_count(scene_count("select mentee_signal from pair"), 0, "that ends the question");
	programme_later(p, 1);
	say(0, "220");
	is_count(scene_count("select mentee_signal from pair"), 0, "what was said before it does not ask again");
	programme_later(p, 1);
	say(0, "220");
	is_count(scene_count("select mentee_signal > 0 from pair"), 1, "two more do");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_RHYTHM, "month", "" })), "another rhythm is a change");
	is_count(scene_count("select rhythm = 'month' from pair"), 1, "which both see");
	is_count(scene_count("select count(*) from outbox where kind = 'news' and person_id = 2"), 1, "the other is told that there is news");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, true, CHANGE_PAUSE, "", "" })), "a side may pause");
	ok(!DO(review_change(&p->work, &(struct review_change){ PAIR, true, CHANGE_RHYTHM, "week", "" })), "paused, nothing changes");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_END, "", "" })), "but it may end");
	is_count(scene_count("select min(number) from review"), 2, "number 1 is kept for the trial");
	scene_end();
}

static void quiet(void)
{
	scene_begin("");
	programme_sql(p, "update pair set state = 'active', due_at = 1 << 50");
	programme_later(p, 14);
	night();
	is_count(scene_tasks("quiet"), 0, "two weeks are not quiet");
	programme_later(p, 3);
	night();
	night();
	is_count(scene_tasks("quiet"), 1, "a pair that has not met for 15 days is a line on the desk");
	is_count(scene_mails("quiet"), 2, "and each is asked once whether it is time for a change");
	programme_later(p, 40);
	night();
	programme_later(p, 1);
	night();
	is_count(scene_tasks("quiet-long"), 1, "after 30 it is another");
	is_count(scene_tasks("quiet"), 0, "in the place of the first");
	is_count(scene_mails("quiet"), 2, "and nobody is mailed again");
	DO(meeting_plan(&p->work, &(struct meeting){ PAIR, p->work.today, "", "self" }) != 0);
	hold(0);
	is_count(scene_tasks("quiet-long"), 0, "a meeting ends the silence");
	programme_later(p, 20);
	DO(meeting_plan(&p->work, &(struct meeting){ PAIR, day_add(p->arena, p->work.today, 5), "", "self" }) != 0);
	night();
	is_count(scene_tasks("quiet"), 0, "with a meeting planned, nobody is quiet");
	programme_later(p, 6);
	night();
	is_count(scene_tasks("quiet"), 1, "until its day is over");
	scene_end();
}

/* Whoever means to meet less often is quiet later: on these days not yet, and two days later they are. */
static void seldom(const char *rhythm, const char *offered, int days, int long_days)
{
	scene_begin("");
	programme_sql(p, arena_printf(p->arena, "update pair set state = 'active', due_at = 1 << 50, rhythm = '%s'; update signup set time_offered = '%s'", rhythm, offered));
	programme_later(p, days);
	night();
	is_count(scene_tasks("quiet"), 0, arena_printf(p->arena, "%d days are not quiet for %s%s", days, rhythm, offered));
	programme_later(p, 2);
	night();
	is_count(scene_tasks("quiet"), 1, "two more are");
	programme_later(p, long_days - days - 2);
	night();
	is_count(scene_tasks("quiet-long"), 0, arena_printf(p->arena, "%d days are not long", long_days));
	programme_later(p, 2);
	night();
	is_count(scene_tasks("quiet-long"), 1, "two more are");
	scene_end();
}

/* A programme with a patience of its own: nothing is long before it is quiet. */
static void patient(void)
{
	scene_begin("");
	programme_sql(p, "update programme set quiet_days = 40; update pair set state = 'active', due_at = 1 << 50");
	programme_later(p, 39);
	night();
	is_count(scene_tasks("quiet") + scene_tasks("quiet-long"), 0, "39 days are not quiet where the programme says 40");
	programme_later(p, 3);
	night();
	is_count(scene_tasks("quiet"), 1, "42 are");
	is_count(scene_tasks("quiet-long"), 0, "and not for long");
	programme_later(p, 40);
	night();
	is_count(scene_tasks("quiet-long"), 1, "twice as many are");
	scene_end();
}

static void meetings(void)
{
	scene_begin("");
	programme_write(p);
	int64_t id = meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-11-28", "", "self" });
	ok(meeting_move(&p->work, id, "2026-11-29", "self"), "a planned meeting is put off");
	ok(!meeting_move(&p->work, id, "2026-11-30", "self"), "once");
	programme_commit(p);
	is_count(scene_count("select count(*) from meeting where state = 'planned'"), 1, "and is planned for the other day");
	programme_write(p);
	id = meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-11-28", "", "self" });
	ok(id != 0, "the first day may be planned again");
	struct feedback_given given = { .meeting_id = id, .did_meet = "no", .productive = "", .useful = "", .energising = "", .listened = "", .split = "",
		.next_time = "", .private_word = "", .how = "self" };
	ok(feedback_give(&p->work, &given), "it did not come about, one says");
	programme_commit(p);
	is_count(scene_count("select count(*) from meeting where state = 'missed'"), 1, "it is missed, and nobody is to blame");
	given.did_meet = "yes";
	given.by_mentor = true;
	DO(feedback_give(&p->work, &given));
	is_count(scene_count("select count(*) from meeting where state = 'held' and day = '2026-11-28'"), 1, "who says that they met is right");
	ok(DO(feedback_thank(&p->work, PAIR)) && !DO(feedback_thank(&p->work, PAIR)), "a coordinator thanks for all of it once");
	scene_put("ended", "", "");
	programme_write(p);
	ok(!meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-12-28", "", "self" }), "a pair that has ended plans nothing");
	programme_commit(p);
	scene_end();
}

static void endings(void)
{
	scene_begin("");
	ok(!DO(review_closing(&p->work, &(struct review_closing){ PAIR, false, "Much", "", "yes", "yes", "self" })), "nobody looks back before the end");
	programme_write(p);
	for (int i = 0; i < AIMS_OPEN; i++)
		aim_put(&p->work, &(struct aim){ PAIR, 0, "practical", "To call my sister", false, "open" });
	ok(!aim_put(&p->work, &(struct aim){ PAIR, 0, "personal", "One more", false, "open" }), "five aims at once are enough");
	ok(aim_put(&p->work, &(struct aim){ PAIR, 2, "personal", "To be surer", true, "reached" }), "one is reached, and has changed");
	ok(aim_put(&p->work, &(struct aim){ PAIR, 0, "personal", "One more", false, "open" }), "then there is room");
	ok(!aim_put(&p->work, &(struct aim){ PAIR, 2, "personal", "To be surer", true, "open" }), "but not to take the reached one up again");
	ok(!aim_put(&p->work, &(struct aim){ PAIR, 77, "personal", "None", false, "open" }), "an aim that is not there is not changed");
	ok(pair_step(&p->work, PAIR, "end", ACTOR_MENTEE), "the mentee ends");
	ok(!aim_put(&p->work, &(struct aim){ PAIR, 0, "personal", "Late", false, "open" }), "aims end with the pair");
	ok(review_closing(&p->work, &(struct review_closing){ PAIR, true, "Patience", "", "yes", "yes", "self" }), "the mentor looks back");
	programme_commit(p);
	is_count(scene_count("select count(*) from ask where state = 'met'"), 1, "the ask is not the mentor's to open");
	ok(DO(review_closing(&p->work, &(struct review_closing){ PAIR, false, "Much", "", "yes", "yes", "self" })), "the mentee looks back, and looks for somebody else");
	is_count(scene_count("select count(*) from ask where state = 'open'"), 1, "the ask is open again");
	ok(DO(review_closing(&p->work, &(struct review_closing){ PAIR, false, "Much", "", "yes", "no", "self" })), "or is done");
	is_count(scene_count("select count(*) from ask where state = 'closed'"), 1, "and closed");
	is_count(scene_count("select count(*) from review where kind = 'closing'"), 2, "said again, it takes the place of what was said");
	ok(DO(pair_close(&p->work, &(struct pair_closed){ PAIR, "planned", "I rang both", day_add(p->arena, p->work.today, 30) })), "how it ended is written");
	is_count(scene_tasks("closing"), 0, "which ends that line");
	is_count(scene_count(arena_printf(p->arena, "select count(*) from task where kind = 'follow-up' and state = 'open' and due_at = %lld",
		(long long)p->work.now + 30LL * 86400)), 1, "and asks to follow up on that day");
	scene_end();
}

/* Whoever raised a concern paused the pair in the same step: nothing that is kept says so. */
static void a_pause_names_nobody(void)
{
	scene_begin("");
	int64_t before = scene_count("select max(id) from audit");
	p->work.person_id = MENTEE;
	ok(DO(pair_pause(&p->work, PAIR, PAUSE_CONCERN, ACTOR_MENTEE)), "a concern pauses a pair");
	is_count(scene_count(arena_printf(p->arena, "select count(*) from audit where id > %lld and person_id <> 0", (long long)before)), 0,
		 "and the audit names nobody for it, nor for the line on the desk");
	is_count(scene_tasks("paused"), 1, "which is the same as for any pause");
	scene_end();
}

static void reopening(void)
{
	scene_begin("");
	DO(pair_step(&p->work, PAIR, "end", ACTOR_MENTOR));
	programme_sql(p, "update person set state = 'left' where id = 2");
	ok(!DO(pair_reopen(&p->work, PAIR)), "nobody who has left is paired again");
	programme_sql(p, "update person set state = 'active' where id = 2; update signup set capacity = 0 where id = 2");
	ok(!DO(pair_reopen(&p->work, PAIR)), "nor with a mentor who has no room");
	programme_sql(p, "update signup set capacity = 1 where id = 2; insert into bar (person_id, kind, words, folded) values (2, 'organisation', 'Mill', 'mill'),"
		" (3, 'organisation', 'Mill', 'mill')");
	ok(!DO(pair_reopen(&p->work, PAIR)), "nor where a conflict has come up");
	programme_sql(p, "delete from bar; update ask set state = 'open'");
	ok(DO(pair_reopen(&p->work, PAIR)), "nothing in the way: it opens again");
	is_count(scene_count("select count(*) from pair where id = 1 and state = 'active' and ended_at = 0 and ended_how = ''"), 1, "with its number");
	is_count(scene_count("select count(*) from ask where state = 'met'"), 1, "and its ask is met");
	is_count(scene_tasks("closing"), 0, "nothing is left to write of an ending");
	ok(!DO(pair_reopen(&p->work, PAIR)), "once");
	scene_end();
}

int main(void)
{
	trial_by_meetings();
	trial_by_days();
	signals();
	quiet();
	seldom("month", "hour-week", 45, 60);
	seldom("", "hour-month", 45, 60);
	seldom("fortnight", "hour-week", 21, 30);
	seldom("", "call-fortnight", 21, 30);
	seldom("week", "hour-month", 15, 30);
	patient();
	meetings();
	endings();
	a_pause_names_nobody();
	reopening();
	return done();
}
