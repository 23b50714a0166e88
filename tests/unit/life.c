/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Every event in every state by everybody, of a pair and of its review, against lists written apart from the tables
   that drive them; a refused step changes nothing. Then the lives as they are lived: trials, signals, silence, endings. */
#include <stdlib.h>

#include "base/day.h"
#include "base/text.h"
#include "domain/aim.h"
#include "domain/meeting.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/review.h"
#include "domain/signal.h"
#include "sql_pair.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;
static const struct { unsigned actor; const char *name; } actors[] = {
	{ ACTOR_SELF, "self" }, { ACTOR_MENTOR, "mentor" }, { ACTOR_MENTEE, "mentee" }, { ACTOR_COORDINATOR, "coordinator" }, { ACTOR_LEAD, "lead" },
	{ ACTOR_CLOCK, "clock" },
};
enum { ACTORS = sizeof actors / sizeof *actors, MENTEE = 3, PAIR = 1 };

static int64_t count(const char *sql)
{
	return programme_count(p, sql);
}

static int64_t tasks(const char *kind)
{
	return count(arena_printf(p->arena, "select count(*) from task where state = 'open' and kind = '%s'", kind));
}

static int64_t mails(const char *kind)
{
	return count(arena_printf(p->arena, "select count(*) from outbox where kind = '%s'", kind));
}

/* A mentor, a mentee, and the pair that begins when their proposal is opened. */
static void begin(const char *first_day)
{
	p = programme_new(2);
	programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 });
	programme_add(p, &(struct someone){ .called = "Margaret", .asks = 1 });
	programme_sql(p, arena_printf(p->arena, "update person set email = 'p' || id || '@example.org';"
		"insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, first_day, changed_at)"
		" values (1, 1, 3, 2, 2, 3, 0, 'agreed', 0, '%s', 0)", first_day));
	programme_write(p);
	int64_t pair_id = proposal_open(&p->work, 1);
	programme_commit(p);
	if (pair_id != PAIR)
		exit(1);
}

static void finish(void)
{
	programme_free(p);
}

/* In a transaction of its own. */
#define DO(act) (programme_write(p), done_with(act))
static bool done_with(bool result)
{
	programme_commit(p);
	return result;
}

static void set_state(const char *state, const char *before, const char *why)
{
	programme_sql(p, arena_printf(p->arena, "update pair set state = '%s', before_pause = '%s', paused_why = '%s', review_state = '', mentor_says = '',"
		" mentee_says = ''", state, before, why));
}

/* from, event: who may, to. `back` is where it was before. */
static const char *const may_pair[] = {
	"trial go-on: mentor mentee coordinator > active", "trial change: mentor mentee coordinator > trial",
	"trial pause: mentor mentee coordinator lead clock > paused", "trial end: mentor mentee coordinator lead > ended",
	"active go-on: mentor mentee coordinator > active", "active change: mentor mentee coordinator > active",
	"active pause: mentor mentee coordinator lead clock > paused", "active end: mentor mentee coordinator lead > ended",
	"paused-asked resume: mentor mentee coordinator > back", "paused-person resume: mentor mentee coordinator > back",
	"paused-conflict release: lead > back", "paused-concern release: lead > back",
	"paused-asked end: mentor mentee coordinator lead > ended", "paused-person end: mentor mentee coordinator lead > ended",
	"paused-conflict end: mentor mentee coordinator lead > ended", "paused-concern end: mentor mentee coordinator lead > ended",
	"ended reopen: coordinator > active",
};

static const char *expected(const char *from, const char *event, const char *who)
{
	const char *start = arena_printf(p->arena, "%s %s: ", from, event);

	for (size_t i = 0; i < sizeof may_pair / sizeof *may_pair; i++) {
		if (!text_starts(may_pair[i], start))
			continue;
		const char *rest = may_pair[i] + strlen(start), *people = text_piece(p->arena, &rest, '>');
		return text_has_word(people, who) ? rest + 1 : "";
	}
	return "";
}

static int try_step(const char *from, const char *before, const char *event, size_t who)
{
	const char *to = expected(from, event, actors[who].name);
	struct pair_state was, now;
	const struct pair_state_in in = { PAIR };

	if (text_is(to, "back"))
		to = before;
	programme_write(p);
	sql_pair_state(&p->work, &in, &was);
	bool taken = pair_step(&p->work, PAIR, event, actors[who].actor);
	sql_pair_state(&p->work, &in, &now);
	bool right = taken == (*to != '\0') && text_is(now.state, taken ? to : was.state)
		&& (taken || (now.due_at == was.due_at && text_is(now.before_pause, was.before_pause) && text_is(now.paused_why, was.paused_why)))
		&& (!taken || text_is(now.state, "ended") || now.due_at > p->work.now);
	db_rollback(&p->work);
	if (!right)
		printf("# %s (%s), %s by %s: %s, now %s\n", from, before, event, actors[who].name, taken ? "taken" : "refused", now.state);
	return !right;
}

static int try_all(const char *from, const char *before)
{
	static const char *const events[] = { "go-on", "change", "pause", "end", "resume", "release", "reopen", "begin", "" };
	int wrong = 0;

	for (size_t e = 0; e < sizeof events / sizeof *events; e++)
		for (size_t who = 0; who < ACTORS; who++)
			wrong += try_step(from, before, events[e], who);
	return wrong;
}

static void every_step_of_a_pair(void)
{
	static const char *const reasons[] = { "asked", "conflict", "concern", "person" };
	static const char *const lives[] = { "trial", "active", "ended" };
	int wrong = 0;

	begin("");
	for (size_t i = 0; i < 3; i++) {
		set_state(lives[i], "", "");
		wrong += try_all(lives[i], "");
	}
	for (size_t i = 0; i < 4; i++)
		for (size_t before = 0; before < 2; before++) {
			set_state("paused", lives[before], reasons[i]);
			wrong += try_all(arena_printf(p->arena, "paused-%s", reasons[i]), lives[before]);
		}
	is_count(wrong, 0, "every event in every state by everybody leads where it should, or changes nothing");
	is_count(count("select count(*) from audit where subject = 'pair' and verb <> 'pair.begin'"), 0, "what was tried and undone left no trace");
	finish();
}

/* What may be answered in which state, and what follows, said once more in other words. */
static const char *after(const char *state, const char *review, const char *other, const char *answer)
{
	if (!*review || text_is(state, "paused") || text_is(state, "ended"))
		return "";
	if (text_is(answer, "later") || (text_is(answer, "pause") && text_is(state, "trial")))
		return "";
	if (text_is(answer, "end") || text_is(other, "end"))
		return "ended";
	if (text_is(answer, "pause"))
		return "paused";
	if (!*other)
		return "waits";
	return text_is(answer, "go-on") && text_is(other, "go-on") ? "active" : state;
}

static int try_answer(const char *state, const char *review, const char *other, const char *answer, int who)
{
	bool by_mentor = who != 1;
	const char *to = after(state, review, other, answer);
	struct pair_state now;

	programme_write(p);
	bool taken = review_answer(&p->work, &(struct review_answer){ PAIR, by_mentor, answer, "", who == 2 ? "phone" : "self" });
	sql_pair_state(&p->work, &(struct pair_state_in){ PAIR }, &now);
	db_rollback(&p->work);
	bool waits = text_is(to, "waits");
	bool right = taken == (*to != '\0') && text_is(now.state, waits || !taken ? state : to)
		&& (!waits || (text_is(by_mentor ? now.mentor_says : now.mentee_says, answer) && *now.review_state))
		&& (!taken || waits || !*now.review_state);
	if (!right)
		printf("# %s, review %s, other %s, answer %s by %d: %s, now %s %s\n", state, review, other, answer, who, taken ? "taken" : "refused",
		       now.state, now.review_state);
	return !right;
}

static void every_answer_to_a_review(void)
{
	static const char *const states[] = { "trial", "active", "paused", "ended" }, *const reviews[] = { "", "open", "half", "silent" };
	static const char *const others[] = { "", "go-on", "change" }, *const answers[] = { "go-on", "change", "pause", "end", "later" };
	int wrong = 0;

	begin("");
	for (size_t s = 0; s < 4; s++)
		for (size_t r = 0; r < 4; r++)
			for (size_t o = 0; o < 3; o++)
				for (size_t side = 0; side < 2; side++) {
					/* Where one has answered, it is half, or silent; where none has, it is open, or silent. */
					if ((*others[o] != '\0') != text_is(reviews[r], "half") && !text_is(reviews[r], "silent") && *reviews[r])
						continue;
					set_state(states[s], text_is(states[s], "paused") ? "active" : "", text_is(states[s], "paused") ? "asked" : "");
					programme_sql(p, arena_printf(p->arena, "update pair set review_number = 1, review_state = '%s', %s = '%s'", reviews[r],
						side ? "mentor_says" : "mentee_says", *reviews[r] ? others[o] : ""));
					for (size_t a = 0; a < 5; a++)
						wrong += try_answer(states[s], reviews[r], *reviews[r] ? others[o] : "", answers[a], side ? 1 : 0)
							+ (!side && try_answer(states[s], reviews[r], *reviews[r] ? others[o] : "", answers[a], 2));
				}
	is_count(wrong, 0, "every answer of either side, themselves or by phone, in every state of pair and review");
	is(review_verdict("go-on", ""), "", "one who goes on waits for the other");
	is(review_verdict("", "end"), "end", "one who ends need not wait");
	is(review_verdict("change", "go-on"), review_verdict("go-on", "change"), "who said which makes no difference");
	finish();
}

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
	begin("2026-11-30");
	is_count(count("select count(*) from meeting where state = 'planned' and day = '2026-11-30'"), 1, "the first day of the acceptance is a planned meeting");
	ok(DO(pair_agree(&p->work, PAIR, true)) && DO(pair_agree(&p->work, PAIR, false)), "each ticks what they promise");
	ok(!DO(pair_agree(&p->work, PAIR, true)), "once");
	programme_later(p, 10);
	hold(8);
	hold(4);
	is_count(count("select count(*) from pair where review_state = ''"), 1, "two meetings are not enough");
	hold(0);
	is_count(count("select count(*) from pair where review_state = 'open' and review_number = 1"), 1, "the third ends the trial: both are asked");
	is_count(mails("review"), 2, "each by mail");
	night();
	is_count(mails("review"), 2, "and not again by the night");
	ok(answers(true, "go-on", "self"), "the mentor goes on");
	ok(answers(true, "change", "self"), "thinks again");
	ok(answers(true, "go-on", "self"), "and goes on after all");
	is_count(count("select count(*) from review"), 1, "which is one answer");
	programme_later(p, 8);
	night();
	is_count(tasks("review-phone"), 1, "a week of silence makes a phone task");
	is_count(count("select count(*) from task where state = 'open' and person_id = 3 and kind = 'review-phone'"), 1, "to ring the one who is silent");
	ok(answers(false, "go-on", "phone"), "the answer is put in by phone");
	is_count(count("select count(*) from pair where state = 'active' and review_state = ''"), 1, "both go on: it is active");
	is_count(tasks("review-phone"), 0, "and nobody is to be rung");
	is_count(count("select count(*) from review where number = 1 and kind = 'trial'"), 2, "the trial's review is number 1");
	finish();
}

static void trial_by_days(void)
{
	begin("");
	programme_sql(p, "update person set email = '' where id = 3");
	programme_later(p, 60);
	night();
	is_count(count("select count(*) from pair where review_state = 'open'"), 1, "six weeks end a trial, however late the night looks");
	is_count(mails("review"), 1, "who has e-mail is asked by mail");
	is_count(tasks("review-phone"), 1, "who has none is rung");
	ok(answers(true, "change", "self"), "the mentor wishes a change");
	ok(answers(false, "go-on", "paper"), "the mentee goes on, on paper");
	is_count(count("select count(*) from pair where state = 'trial' and trial_until > '2026-12-01'"), 1, "the trial goes on for as long again");
	is_count(tasks("change"), 1, "and the coordinator sees to the change");
	programme_later(p, 50);
	night();
	is_count(count("select count(*) from pair where review_state = 'open' and review_number = 2"), 1, "then both are asked once more");
	ok(answers(false, "end", "phone"), "one ends");
	is_count(count("select count(*) from pair where state = 'ended' and ended_at > 0"), 1, "and need not wait for the other");
	is_count(mails("ended"), 1, "each is told kindly");
	is_count(tasks("closing"), 1, "the coordinator writes how it ended");
	is_count(tasks("change") + tasks("review-phone"), 0, "what was to be done before is over");
	ok(!answers(true, "go-on", "self"), "nothing is to be answered any more");
	finish();
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

	begin("");
	programme_later(p, 30);
	say(20, "222");
	say(15, "220");
	is_count(count("select mentee_signal from pair"), 0, "one no asks nobody");
	say(10, "220");
	is_count(count("select mentee_signal > 0 and mentor_signal = 0 from pair"), 1, "two ask the one who answered, and the other not");
	is_count(count("select count(*) from task where kind = 'signal' and state = 'open' and person_id = 3"), 1, "and are a line on the desk");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_NOT_NOW, "", "" })), "not now is an answer");
	is_count(count("select mentee_signal from pair"), 0, "that ends the question");
	programme_later(p, 1);
	say(0, "220");
	is_count(count("select mentee_signal from pair"), 0, "what was said before it does not ask again");
	programme_later(p, 1);
	say(0, "220");
	is_count(count("select mentee_signal > 0 from pair"), 1, "two more do");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_RHYTHM, "month", "" })), "another rhythm is a change");
	is_count(count("select rhythm = 'month' from pair"), 1, "which both see");
	is_count(count("select count(*) from outbox where kind = 'news' and person_id = 2"), 1, "the other is told that there is news");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, true, CHANGE_PAUSE, "", "" })), "a side may pause");
	ok(!DO(review_change(&p->work, &(struct review_change){ PAIR, true, CHANGE_RHYTHM, "week", "" })), "paused, nothing changes");
	ok(DO(review_change(&p->work, &(struct review_change){ PAIR, false, CHANGE_END, "", "" })), "but it may end");
	is_count(count("select min(number) from review"), 2, "number 1 is kept for the trial");
	finish();
}

static void quiet(void)
{
	begin("");
	programme_sql(p, "update pair set state = 'active', due_at = 1 << 50");
	programme_later(p, 14);
	night();
	is_count(tasks("quiet"), 0, "two weeks are not quiet");
	programme_later(p, 3);
	night();
	night();
	is_count(tasks("quiet"), 1, "a pair that has not met for 15 days is a line on the desk");
	is_count(mails("quiet"), 2, "and each is asked once whether it is time for a change");
	programme_later(p, 40);
	night();
	programme_later(p, 1);
	night();
	is_count(tasks("quiet-long"), 1, "after 30 it is another");
	is_count(tasks("quiet"), 0, "in the place of the first");
	is_count(mails("quiet"), 2, "and nobody is mailed again");
	DO(meeting_plan(&p->work, &(struct meeting){ PAIR, p->work.today, "", "self" }) != 0);
	hold(0);
	is_count(tasks("quiet-long"), 0, "a meeting ends the silence");
	programme_later(p, 20);
	DO(meeting_plan(&p->work, &(struct meeting){ PAIR, day_add(p->arena, p->work.today, 5), "", "self" }) != 0);
	night();
	is_count(tasks("quiet"), 0, "with a meeting planned, nobody is quiet");
	programme_later(p, 6);
	night();
	is_count(tasks("quiet"), 1, "until its day is over");
	finish();
}

/* Who means to meet once a month is not quiet after two weeks. */
static void seldom(const char *rhythm, const char *offered)
{
	begin("");
	programme_sql(p, arena_printf(p->arena, "update pair set state = 'active', due_at = 1 << 50, rhythm = '%s'; update signup set time_offered = '%s'", rhythm, offered));
	programme_later(p, 40);
	night();
	is_count(tasks("quiet"), 0, "forty days are not quiet for who meets once a month");
	programme_later(p, 6);
	night();
	is_count(tasks("quiet"), 1, "46 are");
	programme_later(p, 12);
	night();
	is_count(tasks("quiet-long"), 0, "nor are two months for the desk");
	programme_later(p, 4);
	night();
	is_count(tasks("quiet-long"), 1, "but more than two");
	finish();
}

static void meetings(void)
{
	begin("");
	programme_write(p);
	int64_t id = meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-11-28", "", "self" });
	ok(meeting_move(&p->work, id, "2026-11-29", "self"), "a planned meeting is put off");
	ok(!meeting_move(&p->work, id, "2026-11-30", "self"), "once");
	programme_commit(p);
	is_count(count("select count(*) from meeting where state = 'planned'"), 1, "and is planned for the other day");
	programme_write(p);
	id = meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-11-28", "", "self" });
	ok(id != 0, "the first day may be planned again");
	struct feedback_given given = { .meeting_id = id, .did_meet = "no", .productive = "", .useful = "", .energising = "", .listened = "", .split = "",
		.next_time = "", .private_word = "", .how = "self" };
	ok(feedback_give(&p->work, &given), "it did not come about, one says");
	programme_commit(p);
	is_count(count("select count(*) from meeting where state = 'missed'"), 1, "it is missed, and nobody is to blame");
	given.did_meet = "yes";
	given.by_mentor = true;
	DO(feedback_give(&p->work, &given));
	is_count(count("select count(*) from meeting where state = 'held' and day = '2026-11-28'"), 1, "who says that they met is right");
	ok(DO(feedback_thank(&p->work, PAIR)) && !DO(feedback_thank(&p->work, PAIR)), "a coordinator thanks for all of it once");
	set_state("ended", "", "");
	programme_write(p);
	ok(!meeting_plan(&p->work, &(struct meeting){ PAIR, "2026-12-28", "", "self" }), "a pair that has ended plans nothing");
	programme_commit(p);
	finish();
}

static void endings(void)
{
	begin("");
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
	is_count(count("select count(*) from ask where state = 'met'"), 1, "the ask is not the mentor's to open");
	ok(DO(review_closing(&p->work, &(struct review_closing){ PAIR, false, "Much", "", "yes", "yes", "self" })), "the mentee looks back, and looks for somebody else");
	is_count(count("select count(*) from ask where state = 'open'"), 1, "the ask is open again");
	ok(DO(review_closing(&p->work, &(struct review_closing){ PAIR, false, "Much", "", "yes", "no", "self" })), "or is done");
	is_count(count("select count(*) from ask where state = 'closed'"), 1, "and closed");
	is_count(count("select count(*) from review where kind = 'closing'"), 2, "said again, it takes the place of what was said");
	ok(DO(pair_close(&p->work, &(struct pair_closed){ PAIR, "planned", "I rang both", day_add(p->arena, p->work.today, 30) })), "how it ended is written");
	is_count(tasks("closing"), 0, "which ends that line");
	is_count(count(arena_printf(p->arena, "select count(*) from task where kind = 'follow-up' and state = 'open' and due_at = %lld",
		(long long)p->work.now + 30LL * 86400)), 1, "and asks to follow up on that day");
	finish();
}

/* Whoever raised a concern paused the pair in the same step: nothing that is kept says so. */
static void a_pause_names_nobody(void)
{
	begin("");
	int64_t before = count("select max(id) from audit");
	p->work.person_id = MENTEE;
	ok(DO(pair_pause(&p->work, PAIR, PAUSE_CONCERN, ACTOR_MENTEE)), "a concern pauses a pair");
	is_count(count(arena_printf(p->arena, "select count(*) from audit where id > %lld and person_id <> 0", (long long)before)), 0,
		 "and the audit names nobody for it, nor for the line on the desk");
	is_count(tasks("paused"), 1, "which is the same as for any pause");
	finish();
}

static void reopening(void)
{
	begin("");
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
	is_count(count("select count(*) from pair where id = 1 and state = 'active' and ended_at = 0 and ended_how = ''"), 1, "with its number");
	is_count(count("select count(*) from ask where state = 'met'"), 1, "and its ask is met");
	is_count(tasks("closing"), 0, "nothing is left to write of an ending");
	ok(!DO(pair_reopen(&p->work, PAIR)), "once");
	finish();
}

int main(void)
{
	every_step_of_a_pair();
	every_answer_to_a_review();
	trial_by_meetings();
	trial_by_days();
	signals();
	quiet();
	seldom("month", "hour-week");
	seldom("", "hour-month");
	meetings();
	endings();
	a_pause_names_nobody();
	reopening();
	return done();
}
