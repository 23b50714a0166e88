/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The life of a concern: every event in every state as everybody; who reads what; what a pause leaves behind. */
#include "domain/concern.h"

#include "base/text.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/score.h"
#include "sql_concern.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { HARI = 50, HEDD, JUDITH, DELYTH, MENTOR = 60, MENTEE, OUTSIDE };

static const char *const states[] = { "new", "taken", "closed", "reopened" };
static const char *const events[] = { "take", "take-over", "write", "close", "reopen" };

/* A programme with two leads, a trustee, a coordinator, and a pair. */
static struct programme *site(void)
{
	struct programme *p = programme_new(1);

	programme_sql(p, "insert into person (id, state, call_name, full_name, email, created_at) values"
		" (50, 'active', 'Hari', 'Harinder Lal', 'hari@x.example', 0), (51, 'active', 'Hedd', 'Hedd Owen', 'hedd@x.example', 0),"
		" (52, 'active', 'Judith', 'Judith Frame', 'judith@x.example', 0), (53, 'active', 'Delyth', 'Delyth Owen', 'delyth@x.example', 0),"
		" (60, 'active', 'Ann', 'Ann Hill', 'ann@x.example', 0), (61, 'active', 'Ben', 'Ben Dale', 'ben@x.example', 0),"
		" (62, 'active', 'Kit', 'Kit Moss', 'kit@x.example', 0);"
		"insert into role (person_id, role) values (50, 'lead'), (51, 'lead'), (52, 'trustee'), (53, 'coordinator');"
		"insert into signup (id, person_id, programme_id, state, due_at, capacity, started_at, changed_at) select id, id, 1, 'approved', 0, 9, 0, 0 from person where id >= 60;"
		"insert into ask (id, signup_id, topic_id, since) values (61, 61, 1, 0); insert into offer (id, signup_id, topic_id) values (60, 60, 1)");
	return p;
}

static void as(struct programme *p, int64_t person_id)
{
	p->work.person_id = person_id;
}

static int64_t open_pair(struct programme *p)
{
	const struct score score = { .weight = 0 };

	as(p, DELYTH);
	int64_t id = proposal_by_hand(&p->work, &(struct proposal_new){ .programme_id = 1, .ask_id = 61, .offer_id = 60, .mentor_id = MENTOR, .mentee_id = MENTEE },
				      &score, "");
	proposal_send(&p->work, id);
	proposal_answer(&p->work, &(struct proposal_answer){ id, MENTOR, true, "", "self" });
	proposal_answer(&p->work, &(struct proposal_answer){ id, MENTEE, true, "", "self" });
	return proposal_open(&p->work, id);
}

static int64_t raise(struct programme *p, int64_t by, struct concern_told told)
{
	as(p, by);
	told.what = "He asked for money.";
	told.reply_to = "";
	told.hours = 24;
	if (!told.who_about)
		told.who_about = "Somebody at the hall";
	return concern_raise(&p->work, &told);
}

static bool may_read(struct programme *p, int64_t who, int64_t concern_id)
{
	as(p, who);
	return concern_may_read(&p->work, concern_id);
}

/* Who of lead, lead, trustee, coordinator and the teller may read it: "Hari Hedd". */
static const char *readers(struct programme *p, int64_t concern_id)
{
	static const struct { int64_t id; const char *name; } all[] = { { HARI, "Hari" }, { HEDD, "Hedd" }, { JUDITH, "Judith" }, { DELYTH, "Delyth" }, { MENTEE, "Ben" } };
	const char *names = "";

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (may_read(p, all[i].id, concern_id))
			names = arena_printf(p->arena, "%s%s%s", names, *names ? " " : "", all[i].name);
	return names;
}

static void who_reads(void)
{
	struct programme *p = site();

	programme_write(p);
	is(readers(p, raise(p, MENTEE, (struct concern_told){ 0 })), "Hari Hedd", "a concern is read by leads alone");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .about_us = true })), "Judith", "about those who run the programme, by the trustee alone");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .about_us = true, .not_for = HARI })), "Judith", "also where a lead is named");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .about_us = true, .not_for = JUDITH })), "Hari Hedd", "where the trustee is named, by leads");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .who_about = "Harinder Lal" })), "Hedd", "a lead whose name is typed is left out without a tick");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .who_about = "Hari" })), "Hedd", "by what others call them too");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .who_about = "Ann Hill" })), "Hari Hedd", "a name that is no lead's leaves nobody out");
	programme_commit(p);
	programme_sql(p, "delete from role where role = 'trustee'");
	programme_write(p);
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .about_us = true, .not_for = HARI })), "Hedd", "without a trustee, by the other lead");
	is(readers(p, 2), "Hari Hedd", "and what was the trustee's does not lie with nobody");
	programme_commit(p);
	programme_sql(p, "delete from role where person_id = 51");
	programme_write(p);
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .about_us = true, .not_for = HARI })), "", "never by the one it names, be there nobody else");
	is(readers(p, raise(p, MENTEE, (struct concern_told){ .who_about = "Hari" })), "Hari", "but a namesake does not bury it");
	programme_commit(p);
	programme_sql(p, "insert into role (person_id, role) values (53, 'lead')");
	programme_write(p);
	is(readers(p, 9), "Delyth", "whoever becomes a lead then finds it");
	programme_commit(p);
	programme_free(p);
}

static bool happens(struct programme *p, int64_t concern_id, const char *event)
{
	if (text_is(event, "take"))
		return concern_take(&p->work, concern_id);
	if (text_is(event, "take-over"))
		return concern_take_over(&p->work, concern_id);
	if (text_is(event, "write"))
		return concern_write(&p->work, concern_id, "action", "Rang the council.");
	if (text_is(event, "close"))
		return concern_close(&p->work, concern_id, "It is settled.");
	return concern_reopen(&p->work, concern_id, "He came again.");
}

/* A lead, the other who owns it, a named lead, the trustee, a coordinator, the teller, nobody. */
static void everybody(void)
{
	static const struct { int64_t who; bool may; const char *name; } actors[] = { { HARI, true, "a lead" }, { HEDD, false, "a lead whom it names" },
		{ JUDITH, false, "the trustee" }, { DELYTH, false, "a coordinator" }, { MENTEE, false, "whoever told it" }, { 0, false, "nobody" } };
	struct programme *p = site();
	size_t right = 0, tried = 0;

	programme_write(p);
	int64_t id = raise(p, MENTEE, (struct concern_told){ .who_about = "Hedd Owen" });
	programme_commit(p);
	for (size_t a = 0; a < sizeof actors / sizeof *actors; a++)
		for (size_t s = 0; s < sizeof states / sizeof *states; s++)
			for (size_t e = 0; e < sizeof events / sizeof *events; e++) {
				programme_sql(p, arena_printf(p->arena, "update concern set state = '%s', owner_id = null where id = %lld", states[s], (long long)id));
				const struct step *step = life_step(&concern_life, states[s], events[e], ACTOR_LEAD);
				int64_t rows = programme_count(p, "select (select count(*) from audit) + (select count(*) from concern_entry)");
				programme_write(p);
				as(p, actors[a].who);
				bool done = happens(p, id, events[e]), should = actors[a].may && step;
				programme_commit(p);
				const char *now = should ? step->to : states[s];
				int64_t same = programme_count(p, arena_printf(p->arena, "select state = '%s' from concern where id = %lld", now, (long long)id));
				int64_t more = programme_count(p, "select (select count(*) from audit) + (select count(*) from concern_entry)") - rows;
				tried++;
				right += done == should && same && more == (should ? 2 : 0);
				if (done != should || !same || more != (should ? 2 : 0))
					printf("# %s: %s in %s\n", actors[a].name, events[e], states[s]);
			}
	is_count((long long)right, (long long)tried, "each event in each state as everybody does what the table says, with an entry and an audit row, or nothing");
	programme_free(p);
}

static void owners_and_dates(void)
{
	struct programme *p = site();

	programme_write(p);
	int64_t id = raise(p, MENTEE, (struct concern_told){ 0 });
	programme_commit(p);
	is_count(programme_count(p, "select due_at - raised_at from concern"), 24 * 3600, "an answer is promised within so many hours");
	programme_write(p);
	as(p, HARI);
	ok(concern_take(&p->work, id), "a lead takes it on");
	as(p, HEDD);
	ok(!concern_take(&p->work, id), "the other is too late");
	ok(concern_take_over(&p->work, id), "but may take it over");
	ok(!concern_take_over(&p->work, id), "once");
	programme_commit(p);
	is_count(programme_count(p, "select owner_id from concern"), HEDD, "it has one owner");
	is_count(programme_count(p, "select due_at - raised_at from concern"), 24 * 3600, "the promise stands while nobody has answered");
	int64_t mails = programme_count(p, "select count(*) from outbox");
	programme_later(p, 2);
	programme_write(p);
	night_run(&p->work);
	night_run(&p->work);
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from outbox") - mails, 2, "what is late is told to each reader once, however often the night comes");
	programme_write(p);
	as(p, HARI);
	ok(concern_write(&p->work, id, "reply", "Rang her."), "the answer is written down");
	programme_commit(p);
	ok(programme_count(p, arena_printf(p->arena, "select due_at > %lld and replied_at > 0 from concern", (long long)p->work.now)), "and it is to be looked at again");
	programme_write(p);
	ok(concern_think(&p->work, id, &(struct concern_thought){ "yes", "unsure", "no", "Peace.", "no", "Nobody was hurt.", "" }), "it is thought through");
	ok(concern_close(&p->work, id, "Settled."), "and closed");
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from concern_entry where kind in ('take', 'take-over', 'reply', 'care', 'serious', 'close') and person_id is not null"), 6,
		 "each step stands in the log with who took it");
	is_count(programme_count(p, "select count(*) from concern where state <> 'closed' and (due_at > 250000000000 or due_at = 0)"), 0, "nothing rests without a date");
	programme_free(p);
}

static const char *in_text(struct programme *p, int64_t number)
{
	return arena_printf(p->arena, "%lld", (long long)number);
}

static void stop_and_bar(void)
{
	struct programme *p = site();

	programme_write(p);
	int64_t pair_id = open_pair(p);
	programme_commit(p);
	int64_t mails = programme_count(p, "select count(*) from outbox where kind = 'in-touch'");
	programme_write(p);
	const char *pairs[] = { in_text(p, pair_id) };
	int64_t id = raise(p, MENTEE, (struct concern_told){ .stop = { pairs, 1 } });
	programme_commit(p);
	is_count(programme_count(p, "select state = 'paused' and paused_why = 'concern' from pair"), 1, "the pair rests in the same step");
	is_count(programme_count(p, "select count(*) from outbox where kind = 'in-touch'") - mails, 2, "both are told only that the coordinator will be in touch");
	is_count(programme_count(p, "select count(*) from audit where verb in ('pair.pause', 'concern.raise') and person_id <> 0"), 0, "the audit does not say who");
	programme_write(p);
	ok(!pair_step(&p->work, pair_id, "resume", ACTOR_MENTEE) && !pair_step(&p->work, pair_id, "resume", ACTOR_COORDINATOR), "neither the pair nor a coordinator resumes it");
	as(p, DELYTH);
	ok(!concern_act(&p->work, id, pair_id, "release", "No."), "nor does a coordinator release it");
	as(p, HARI);
	concern_take(&p->work, id);
	ok(concern_act(&p->work, id, pair_id, "release", "It was a misunderstanding."), "a lead does");
	ok(concern_act(&p->work, id, pair_id, "pause", "It was not."), "and pauses again");
	ok(concern_act(&p->work, id, pair_id, "end", "He asked again."), "and ends it");
	ok(!pair_step(&p->work, pair_id, "reopen", ACTOR_COORDINATOR), "what a concern ended is not reopened");
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from bar where kind = 'concern' and person_id = 60 and other_id = 61 and state = 'tied'"), 1, "and the two are barred");
	programme_free(p);
}

int main(void)
{
	who_reads();
	everybody();
	owners_and_dates();
	stop_and_bar();
	return done();
}
