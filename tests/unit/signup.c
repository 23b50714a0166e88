/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A sign-up before it is sent: its code, its answers, what is still to be answered. Its life is in lives.c. */
#include "domain/signup.h"

#include "base/text.h"
#include "sql_programme.h"
#include "sql_signup.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;
static struct arena *arena;
static int64_t signup_id;

/* `me` is the sign-up. */
static int64_t count(const char *sql)
{
	return programme_count(p, arena_printf(arena, "with me (id) as (values (%lld)) %s", (long long)signup_id, sql));
}

static void update(const char *table, const char *set)
{
	programme_sql(p, arena_printf(arena, "update %s set %s", table, set));
}

static void test_starting(void)
{
	programme_write(p);
	signup_id = signup_start(&p->work, 1, "cy");
	programme_commit(p);
	ok(signup_id > 0, "a sign-up is begun");
	is_count(count("select count(*) from signup s join person p on p.id = s.person_id where s.id = (select id from me) and s.state = 'open' and p.state = 'new'"
		       " and p.language = 'cy' and s.tongues = 'cy' and s.programme_id = 1"), 1, "by a new person, in their language, in the programme");
	is_count(count("select (due_at - started_at) / 86400 from signup where id = (select id from me)"), SIGNUP_DAYS, "for thirty days");
	is_count(count("select count(*) from audit where verb = 'signup.start' and subject_id = (select id from me) and columns = ''"), 1, "as the audit says");
	programme_write(p);
	int64_t other = signup_start(&p->work, 0, "en");
	programme_commit(p);
	is_count(programme_count(p, arena_printf(arena, "select count(*) from signup where id = %lld and programme_id is null", (long long)other)), 1,
		 "the programme may be chosen later");
}

static void test_codes(void)
{
	const char *code = signup_code(&p->work, signup_id);
	const char *shown = arena_printf(arena, "%.4s %s", code, code + 4);

	is_count((long long)strlen(code), 8, "a code to come back with has eight letters and figures");
	is(signup_code(&p->work, signup_id), code, "and is the same each time");
	is_count(signup_for_code(&p->work, code), signup_id, "it finds the sign-up");
	is_count(signup_for_code(&p->work, shown), signup_id, "as it is shown too");
	is_count(signup_for_code(&p->work, "0000 0000"), 0, "another finds none");
	is_count(signup_for_code(&p->work, "what?"), 0, "nor what is no code");
	ok(!programme_count(p, arena_printf(arena, "select count(*) from signup where return_code like '%%%s%%'", code)), "the code itself lies nowhere");
	p->work.now += (int64_t)SIGNUP_DAYS * 86400;
	is_count(signup_for_code(&p->work, code), 0, "after thirty days it finds nothing");
	p->work.now -= (int64_t)SIGNUP_DAYS * 86400;
	update("signup", arena_printf(arena, "state = 'sent' where id = %lld", (long long)signup_id));
	is_count(signup_for_code(&p->work, code), 0, "nor once it was sent");
	update("signup", arena_printf(arena, "state = 'asked' where id = %lld", (long long)signup_id));
	is_count(signup_for_code(&p->work, code), signup_id, "but when a coordinator asks again it does");
	update("signup", arena_printf(arena, "state = 'open' where id = %lld", (long long)signup_id));
}

static const struct signup_wish *wish(int64_t topic_id, bool talk)
{
	struct signup_wish *w = arena_alloc(arena, sizeof *w);

	*w = (struct signup_wish){ .signup_id = signup_id, .topic_id = topic_id, .words = "words", .wish = "", .talk = talk };
	return w;
}

static void test_wishes(void)
{
	static const char *const two[] = { "1", "2" };

	programme_write(p);
	ok(signup_put_ask(&p->work, wish(1, false)) && signup_put_ask(&p->work, wish(2, false)), "an ask is put, and put again");
	ok(signup_put_offers(&p->work, wish(0, false), (struct texts){ two, 2 }), "offers are put");
	programme_commit(p);
	is_count(count("select count(*) from ask where signup_id = (select id from me) and topic_id = 2 and words = 'words' and wish = 'any'"), 1, "the later ask stands, for anybody's age");
	is_count(count("select count(*) from ask where signup_id = (select id from me)"), 1, "alone");
	is_count(count("select count(*) from offer where signup_id = (select id from me)"), 2, "an offer for each topic");
	programme_write(p);
	ok(signup_put_ask(&p->work, wish(0, true)), "somebody who would talk it over");
	programme_commit(p);
	is_count(count("select count(*) from ask where signup_id = (select id from me)"), 0, "asks for no topic");
	is_count(count("select talk_ask from signup where id = (select id from me)"), 1, "but for that");
	programme_write(p);
	ok(signup_choose_programme(&p->work, signup_id, 1), "the same programme chosen again");
	programme_commit(p);
	is_count(count("select count(*) from offer where signup_id = (select id from me)"), 2, "leaves what was answered");
	programme_write(p);
	ok(signup_choose_programme(&p->work, signup_id, 2), "another programme");
	programme_commit(p);
	is_count(count("select count(*) from offer where signup_id = (select id from me)"), 0, "has other topics");
	update("signup", arena_printf(arena, "state = 'sent' where id = %lld", (long long)signup_id));
	programme_write(p);
	ok(!signup_put_ask(&p->work, wish(1, false)) && !signup_put_offers(&p->work, wish(0, true), (struct texts){ two, 2 })
	   && !signup_choose_programme(&p->work, signup_id, 1), "once it was sent no answer is taken");
	db_rollback(&p->work);
	update("signup", arena_printf(arena, "state = 'open' where id = %lld", (long long)signup_id));
}

static const char *first_unanswered(void)
{
	struct signup_answers answers;

	if (!sql_signup_answers(&p->work, &(struct signup_answers_in){ .signup_id = signup_id, .language = "en" }, &answers))
		return "no sign-up";
	const char *page = signup_unanswered(&p->work, &answers);
	return page ? page : "";
}

/* Each question is asked for until it is answered. */
static void test_unanswered(void)
{
	static const struct { const char *page, *sql; } answers[] = {
		{ "/name", "update person set call_name = 'Ann'" }, { "/name", "update person set full_name = 'Ann Reed'" }, { "/reach", "update person set reach = 'phone'" },
		{ "/which", "update signup set programme_id = 1" }, { "/about", "update signup set adult = 1" },
		{ "/ask", "insert into ask (signup_id, topic_id, since) select max(id), 1, 0 from signup" },
		{ "/offer", "update signup set talk_offer = 1" }, { "/meet", "update signup set ways = 'phone'" },
	};

	programme_write(p);
	signup_id = signup_start(&p->work, 0, "en");
	programme_commit(p);
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		is(first_unanswered(), answers[i].page, arena_printf(arena, "%s is still to be answered", answers[i].page));
		programme_sql(p, answers[i].sql);
	}
	is(first_unanswered(), "", "then nothing is");
}

static void test_deciding(void)
{
	programme_write(p);
	ok(signup_send(&p->work, signup_id), "it is sent");
	programme_commit(p);
	is_count(count("select sent_at from signup where id = (select id from me)"), p->work.now, "at a moment that is kept");
	programme_write(p);
	ok(signup_ask_again(&p->work, signup_id, "Which days?") && signup_send(&p->work, signup_id) && signup_decline(&p->work, signup_id, "No room"), "asked, sent again, declined");
	programme_commit(p);
	is_count(count("select count(*) from signup where id = (select id from me) and state = 'declined' and reason = 'No room' and question = ''"), 1, "with the reason kept");
	update("signup", arena_printf(arena, "state = 'sent' where id = %lld", (long long)signup_id));
	programme_write(p);
	ok(signup_approve(&p->work, signup_id), "or approved");
	programme_commit(p);
	is_count(count("select count(*) from person p join signup s on s.person_id = p.id where s.id = (select id from me) and p.state = 'active'"), 1, "and the person is one of the programme");
}

int main(void)
{
	p = programme_new(2);
	arena = p->arena;
	test_starting();
	test_codes();
	test_wishes();
	test_unanswered();
	test_deciding();
	programme_free(p);
	return done();
}
