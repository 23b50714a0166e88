/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room web: tokens, cookies, who somebody is and for how long, limits, headers. A request is put
   together by hand; whole ones are tried in tests/page. */
#include <stdlib.h>

#include "base/day.h"
#include "base/text.h"
#include "pages_signup.h"
#include "sql_browser.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"
#include "web/internal.h"

static struct programme *p;
static struct arena *arena;
enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

static const struct page pages[] = { { "/name", ANYONE, NOTHING, NOTHING, NULL }, { "/pair/:pair_id", ANYONE, NOTHING, NOTHING, NULL } };
const struct program page_program = { .name = "unit", .pages = pages, .page_count = 2, .templates = signup_templates,
	.template_count = &signup_template_count, .home = "/name" };

/* A visitor's POST to /unit/name over https. */
struct asked {
	struct http_request http;
	struct http_answer answer;
	struct request q;
};

static struct asked *ask(void)
{
	struct asked *a = arena_alloc(arena, sizeof *a);

	a->http = (struct http_request){ .method = "POST", .script = "/unit", .path = "/name", .query_string = "", .content_type = "", .cookies = "",
		.host = "charity.example", .origin = "", .fetch_site = "", .languages = "", .remote = "192.0.2.7", .secure = true };
	a->answer = (struct http_answer){ .arena = arena, .status = 500, .body = buffer_in(arena, 0) };
	a->q = (struct request){ .work = p->work, .site = p->site, .http = &a->http, .answer = &a->answer, .program = &page_program, .page = &pages[0],
		.path = "/name", .param = "", .language = language_use(arena, "en"), .links = { "", "" } };
	a->q.settings = (struct settings){ .site_name = "Unit", .phone = "", .phone_hours = "", .email = "", .post_address = "", .colour = "", .colour_dark = "", .languages = "en", .source_address = "", .demo = "",
		.hidden_languages = "", .address = "", .ending = "" };
	a->q.visitor = (struct visitor){ .who = ANYONE, .cookie = "", .token = "", .call_name = "", .language = "", .wanted = "" };
	a->q.work.person_id = 0;
	return a;
}

static void send(struct asked *a, const char *body)
{
	if (!http_pairs_read(arena, body, strlen(body), 50, &a->q.sent))
		ok(false, "a body that can be read");
}

static const char *header(const struct asked *a, const char *name)
{
	const char *value = NULL;

	for (size_t i = 0; i < a->answer.header_count; i++)
		if (text_is(a->answer.headers[i].name, name))
			value = a->answer.headers[i].value;
	return value;
}

static enum token_state state_of(struct asked *a, const char *token)
{
	send(a, arena_printf(arena, "token=%s", token));
	return check_token(&a->q);
}

static void known_as(struct asked *a, const char *token)
{
	a->q.visitor.known = true;
	a->q.visitor.token = token;
}

static void test_tokens(void)
{
	struct asked *a = ask();
	const char *mine = form_token(&a->q);

	ok(state_of(a, mine) == TOKEN_GOOD, "a visitor's form is good for the page it came from");
	ok(state_of(a, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA") == TOKEN_STALE && state_of(a, "") == TOKEN_STALE, "a token of somebody's own making is not");
	send(a, "x=1");
	ok(check_token(&a->q) == TOKEN_STALE, "nor none");
	a->q.path = "/other";
	ok(state_of(a, mine) == TOKEN_STALE, "nor one of another page");
	a->q.path = "/name";
	a->q.work.today = day_add(arena, p->work.today, 1);
	ok(state_of(a, mine) == TOKEN_GOOD, "it is good the day after");
	a->q.work.today = day_add(arena, p->work.today, 2);
	ok(state_of(a, mine) == TOKEN_STALE, "and no longer");
	a = ask();
	known_as(a, "one");
	const char *ones = form_token(&a->q);
	ok(state_of(a, ones) == TOKEN_GOOD && state_of(a, mine) == TOKEN_STALE, "a browser that is known has a token of its own");
	known_as(a, "two");
	ok(state_of(a, ones) == TOKEN_STALE, "which is no other browser's");
}

static void test_origins(void)
{
	static const struct { const char *site, *origin; enum token_state state; } cases[] = {
		{ "", "", TOKEN_GOOD }, { "same-origin", "", TOKEN_GOOD }, { "same-origin", "https://elsewhere.example", TOKEN_GOOD },
		{ "cross-site", "", TOKEN_FOREIGN }, { "same-site", "https://charity.example", TOKEN_FOREIGN }, { "none", "", TOKEN_FOREIGN },
		{ "", "https://charity.example", TOKEN_GOOD }, { "", "https://elsewhere.example", TOKEN_FOREIGN }, { "", "null", TOKEN_FOREIGN },
		{ "", "https://charity.example.evil.example", TOKEN_FOREIGN }, { "", "https://evil.example/charity.example", TOKEN_FOREIGN },
		{ "", "charity.example", TOKEN_FOREIGN },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct asked *a = ask();
		a->http.fetch_site = cases[i].site;
		a->http.origin = cases[i].origin;
		ok(state_of(a, form_token(&a->q)) == cases[i].state, arena_printf(arena, "Sec-Fetch-Site \"%s\", Origin \"%s\"", cases[i].site, cases[i].origin));
	}
}

static const char *once_of(const char *path, const char *body)
{
	struct asked *a = ask();

	a->q.path = path;
	send(a, body);
	return once_key(&a->q);
}

static void test_once(void)
{
	const char *key = once_of("/name", "token=1&once=a&name=Ann");

	ok(!once_of("/name", "token=1&name=Ann") && !once_of("/name", "once=&name=Ann"), "a sending without a key is not remembered");
	is(once_of("/name", "token=2&once=a&name=Ann"), key, "the same sending has the same key, whatever its token");
	ok(!text_is(once_of("/name", "token=1&once=a&name=Ben"), key), "with another answer it is another sending");
	ok(!text_is(once_of("/name", "token=1&once=b&name=Ann"), key), "from another page it is another");
	ok(!text_is(once_of("/other", "token=1&once=a&name=Ann"), key), "at another address too");
}

static void test_cookies(void)
{
	struct asked *a = ask();

	is(cookie_name(&a->q), "__Host-bw", "the cookie's name over https");
	set_cookie(&a->q, cookie_name(&a->q), "v", 60);
	is(header(a, "Set-Cookie"), "__Host-bw=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure", "the cookie");
	a->q.links.before = "/~us";
	is(cookie_name(&a->q), "__Secure-bw", "its name under a path");
	set_cookie(&a->q, cookie_name(&a->q), "v", 60);
	is(header(a, "Set-Cookie"), "__Secure-bw=v; Path=/~us/; Max-Age=60; HttpOnly; SameSite=Lax; Secure", "and itself");
	a->http.secure = false;
	is(cookie_name(&a->q), "bw", "its name over http");
	size_t before = a->answer.header_count;
	set_cookie(&a->q, "bw", "v\r\nX: y", 60);
	is_count((long long)a->answer.header_count, (long long)before, "no cookie breaks out of its header");
}

static const char *hash_of(const char *cookie)
{
	return crypto_keyed(arena, p->work.key, "browser", cookie);
}

struct login {
	const char *sentence;
	int64_t person_id;
	bool own_device, strong;
	int64_t begun_ago, seen_ago;
	unsigned who;
	bool run_out;
};

/* 1 is a person; 2 a coordinator; 3 a lead and keeper; 4 a trustee; 5 has left; 6 is signing up. */
static void put_people(void)
{
	programme_sql(p, "insert into person (id, state, created_at) values (2, 'active', 0), (3, 'active', 0), (4, 'active', 0), (5, 'left', 0), (6, 'new', 0);"
		"insert into role (person_id, role) values (2, 'coordinator'), (3, 'lead'), (3, 'keeper'), (4, 'trustee'), (5, 'coordinator');"
		"insert into signup (id, person_id, state, due_at, started_at, changed_at) values (60, 6, 'open', 0, 0, 0)");
}

static struct asked *come(const char *cookie)
{
	struct asked *a = ask();

	a->http.cookies = arena_printf(arena, "__Host-bw=%s", cookie);
	a->http.method = "GET";
	find_visitor(&a->q);
	return a;
}

static void put_login(const char *cookie, const struct login *l)
{
	programme_sql(p, arena_printf(arena, "delete from browser; insert into browser (token, person_id, own_device, strong_at, created_at, seen_at)"
		" values ('%s', %lld, %d, %d, %lld, %lld)", hash_of(cookie), (long long)l->person_id, l->own_device, l->strong,
		(long long)(p->work.now - l->begun_ago), (long long)(p->work.now - l->seen_ago)));
}

static void test_logins(void)
{
	static const struct login logins[] = {
		{ "a person is in", 1, false, false, HOUR, HOUR, ANYONE | PERSON, false },
		{ "after twenty hours without a press no longer", 1, false, false, 2 * DAY, 20 * HOUR + 1, ANYONE, true },
		{ "on a device of their own they are", 1, true, false, 89 * DAY, 89 * DAY, ANYONE | PERSON, false },
		{ "for ninety days", 1, true, false, 91 * DAY, 91 * DAY, ANYONE, true },
		{ "a coordinator with six figures is in", 2, false, true, HOUR, 29 * MINUTE, ANYONE | PERSON | COORDINATOR, false },
		{ "without them half", 2, false, false, HOUR, MINUTE, ANYONE | HALF, false },
		{ "and after half an hour half again", 2, false, true, HOUR, 31 * MINUTE, ANYONE | HALF, false },
		{ "after twelve hours not at all", 2, false, true, 12 * HOUR + 1, MINUTE, ANYONE, true },
		{ "not on a device of their own either", 2, true, true, 12 * HOUR + 1, MINUTE, ANYONE, true },
		{ "roles are those of the database", 3, false, true, HOUR, MINUTE, ANYONE | PERSON | LEAD | KEEPER, false },
		{ "and no other", 4, false, true, HOUR, MINUTE, ANYONE | PERSON | TRUSTEE, false },
		{ "who has left is nobody", 5, false, true, HOUR, MINUTE, ANYONE, false },
		{ "who is signing up is in for that", 6, false, false, HOUR, MINUTE, ANYONE | PERSON | OWNER, false },
	};

	put_people();
	for (size_t i = 0; i < sizeof logins / sizeof *logins; i++) {
		put_login("secret", &logins[i]);
		struct asked *a = come("secret");
		is_count(a->q.visitor.who, logins[i].who, logins[i].sentence);
		ok(a->q.visitor.run_out == logins[i].run_out, "and whether a login has run out is known");
		is_count(a->q.work.person_id, logins[i].who & (PERSON | HALF) ? logins[i].person_id : 0, "who acts is who is in");
		is_count(come("other")->q.visitor.who, ANYONE, "another cookie is nobody's");
	}
	is_count(come(hash_of("secret"))->q.visitor.who, ANYONE, "what lies in the database opens nothing");
	is_count(programme_count(p, "select count(*) from browser where token = 'secret'"), 0, "the cookie itself does not lie there");
}

static void test_seen(void)
{
	const struct { int64_t person_id, seen_ago, since; } cases[] = { { 1, HOUR - 1, HOUR - 1 }, { 1, HOUR, 0 }, { 2, 4 * MINUTE, 4 * MINUTE }, { 2, 5 * MINUTE, 0 } };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		put_login("secret", &(struct login){ .person_id = cases[i].person_id, .strong = true, .begun_ago = 2 * HOUR, .seen_ago = cases[i].seen_ago });
		note_seen(&come("secret")->q);
		is_count(programme_count(p, arena_printf(arena, "select %lld - seen_at from browser", (long long)p->work.now)), cases[i].since,
			 "when a login was last seen is noted, seldom");
	}
	put_login("secret", &(struct login){ .person_id = 2, .begun_ago = HOUR, .seen_ago = 20 * MINUTE });
	note_seen(&come("secret")->q);
	is_count(programme_count(p, arena_printf(arena, "select %lld - seen_at from browser", (long long)p->work.now)), 20 * MINUTE, "not of one that is half");
}

static void test_signing_in(void)
{
	programme_sql(p, "delete from browser");
	struct asked *a = ask();
	a->http.secure = false;
	programme_write(p);
	ok(!web_sign_in(&a->q, 1, false, false) && !web_may_sign_in(&a->q), "nobody is signed in over plain http");
	db_rollback(&p->work);
	a->q.settings.demo = "1";
	ok(web_may_sign_in(&a->q), "but on a demo site");

	a = ask();
	send(a, "once=k");
	programme_write(p);
	const char *before = web_browser(&a->q);
	is(web_browser(&a->q), before, "a browser gets one token");
	const char *old_cookie = a->q.visitor.cookie;
	ok(web_sign_in(&a->q, 1, true, false), "somebody signs in");
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from browser"), 1, "under one token");
	const char *cookie = header(a, "Set-Cookie");
	const char *value = arena_slice(arena, cookie + 10, strcspn(cookie + 10, ";"));
	ok(!text_is(value, old_cookie), "that is not the one of before");
	ok(come(value)->q.visitor.who & PERSON && !(come(old_cookie)->q.visitor.who & PERSON), "which opens nothing any more");

	struct asked *again = come(old_cookie);
	send(again, "once=k");
	give_login_again(&again->q);
	is(header(again, "Set-Cookie"), cookie, "a second press of the same button gets the same");
	again = come(old_cookie);
	send(again, "once=other");
	give_login_again(&again->q);
	ok(!header(again, "Set-Cookie"), "and another none");

	a = come(value);
	programme_write(p);
	web_sign_out(&a->q);
	programme_commit(p);
	ok(!(come(value)->q.visitor.who & PERSON), "signing out ends it");
	has(header(a, "Set-Cookie"), "__Host-bw=; Path=/; Max-Age=0", "the browser forgets the cookie");
	is(header(a, "Clear-Site-Data"), "\"cache\", \"cookies\", \"storage\"", "and whatever else it holds");
}

static void test_networks(void)
{
	static const struct { const char *one, *other; bool same; } cases[] = {
		{ "192.0.2.7", "192.0.2.7", true }, { "192.0.2.7", "192.0.2.8", false },
		{ "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::1", true }, { "2001:db8:1:2::1", "2001:db8:1:3::1", false },
		{ "2001:db8::1", "2001:db8::2", true }, { "2001:db8::1", "2001:db8:0:0:ffff::1", true }, { "2001:db8::1", "2001:db8:0:1::1", false },
		{ "::ffff:192.0.2.7", "192.0.2.7", true }, { "::ffff:192.0.2.7", "::ffff:192.0.2.8", false }, { "", "", true }, { "nonsense:x", "nonsense:y", false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct asked *a = ask(), *b = ask();
		a->http.remote = cases[i].one;
		b->http.remote = cases[i].other;
		ok(text_is(web_network(&a->q), web_network(&b->q)) == cases[i].same, arena_printf(arena, "%s and %s are %s", cases[i].one, cases[i].other,
			cases[i].same ? "one network" : "two"));
	}
}

static bool too_many(struct asked *a, const char *kind, const char *who)
{
	programme_write(p);
	bool many = web_too_often(&a->q, kind, who, 3, HOUR);
	programme_commit(p);
	return many;
}

static void test_limits(void)
{
	struct asked *a = ask();

	ok(!too_many(a, "code", "a@b") && !too_many(a, "code", "a@b") && !too_many(a, "code", "a@b"), "as often as is allowed");
	ok(too_many(a, "code", "a@b") && too_many(a, "code", "a@b"), "more is too often");
	ok(!too_many(a, "code", "c@d") && !too_many(a, "start", "a@b"), "for somebody else, and something else, it is not");
	a->q.work.now += HOUR;
	ok(too_many(a, "code", "a@b"), "within the hour it stays so");
	a->q.work.now += 1;
	ok(!too_many(a, "code", "a@b"), "then it begins anew");
	is_count(programme_count(p, "select count(*) from counter where who like '%a@b%' or who like '%192.0%'"), 0, "who it was is not written down");
	a->q.work.now += DAY;
	for (int i = 0; i < 1000 && programme_count(p, "select count(*) from counter where kind = 'start'"); i++)
		too_many(a, "code", arena_printf(arena, "%d", i));
	is_count(programme_count(p, "select count(*) from counter where kind = 'start'"), 0, "what is over a day old is forgotten, now and then");
}

static void test_headers(void)
{
	struct asked *a = ask();

	answer_headers(&a->q);
	is(header(a, "Content-Security-Policy"), "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	   "a page loads nothing but its style sheet and pictures");
	is(header(a, "X-Content-Type-Options"), "nosniff", "is what it says it is");
	is(header(a, "Referrer-Policy"), "same-origin", "tells nobody else where somebody came from");
	is(header(a, "Strict-Transport-Security"), "max-age=31536000", "and is asked over https from then on");
	a = ask();
	a->http.secure = false;
	answer_headers(&a->q);
	ok(!header(a, "Strict-Transport-Security"), "over http that is not said");
	a = ask();
	answer_redirect(&a->q, "/unit/name");
	is_count(a->answer.status, 303, "a redirect is a GET");
	is(header(a, "Location"), "/unit/name#main", "to a place of its own on the page");
	is(header(a, "Cache-Control"), "no-store", "and is not kept");
	a = ask();
	answer_redirect(&a->q, "/unit/name\r\nSet-Cookie: bw=evil");
	ok(a->answer.status == 500 && !header(a, "Location") && !header(a, "Set-Cookie"), "one that holds a control character is not sent");
	has(buffer_string(&a->answer.body), "</html>", "a page is");
}

static void test_addresses(void)
{
	struct asked *a = ask();

	if (!http_pairs_read(arena, "a=%22%3Cb%3E&lang=cy&c=%0d%0a", 29, 9, &a->q.query))
		ok(false, "a question is read");
	is(page_address(&a->q, ""), "/unit/name?a=%22%3Cb%3E&c=%0D%0A", "a page's own address is encoded, without the language");
	is(page_address(&a->q, "lang=en"), "/unit/name?a=%22%3Cb%3E&c=%0D%0A&lang=en", "with what is added");
	is(query_value(&a->q, "lang"), "cy", "what was asked can be looked up");
	is(query_value(&a->q, "nothing"), "", "what was not is nothing");
	static const struct { const char *param; int64_t id; } numbers[] = { { "12", 12 }, { "0", 0 }, { "-1", 0 }, { "1x", 0 }, { "", 0 }, { "99999999999999999999", 0 }, { " 1", 0 } };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		a->q.param = numbers[i].param;
		is_count(param_id(&a->q), numbers[i].id, arena_printf(arena, "\"%s\" in an address", numbers[i].param));
	}
	is(web_phone_link(arena, "+44 (0)1632 960+123"), "tel:+4401632960123", "a number that dials");
	is(web_phone_shown(arena, "01632 960 123"), "01632\u00a0960\u00a0123", "a number as it is read");
}

static struct asked *back(int64_t person_id)
{
	struct asked *a = ask();

	for (size_t i = 0; i < signup_template_count; i++)
		if (text_is(signup_templates[i]->name, "signup/name"))
			a->q.template = signup_templates[i];
	a->q.visitor.person_id = a->q.visitor.own_id = person_id;
	a->q.visitor.who = ANYONE | PERSON;
	return a;
}

static void test_unsent(void)
{
	struct asked *a = back(1);

	send(a, "token=t&once=o&call_name=A%26B&full_name=%C5%B7%0d%0a");
	keep_unsent(&a->q);
	is_count(programme_count(p, "select count(*) from unsent where sealed like '%A%26B%' or sealed like '%call_name%'"), 0, "what was typed is kept sealed");
	ok(!find_unsent(&back(2)->q), "nobody else gets it");
	a = back(1);
	a->q.path = "/other";
	ok(!find_unsent(&a->q), "nor another page");
	a = back(1);
	a->q.work.now += DAY + 1;
	ok(!find_unsent(&a->q), "nor anybody after a day");
	a = back(1);
	ok(find_unsent(&a->q), "the same person on the same page does");
	is(http_pair(&a->q.sent, "call_name"), "A&B", "as it was typed");
	is(http_pair(&a->q.sent, "full_name"), "ŷ\r\n", "letter by letter");
	ok(!http_pair(&a->q.sent, "token") && !http_pair(&a->q.sent, "once"), "but for what made it a sending");
	programme_write(p);
	forget_unsent(&a->q);
	programme_commit(p);
	ok(!find_unsent(&back(1)->q), "once it is kept it is forgotten");
}

int main(void)
{
	p = programme_new(0);
	arena = p->arena;
	language_start(arena_printf(arena, "%s/locale", getenv("builddir")));
	test_tokens();
	test_origins();
	test_once();
	test_cookies();
	test_logins();
	test_seen();
	test_signing_in();
	test_networks();
	test_limits();
	test_headers();
	test_addresses();
	test_unsent();
	programme_free(p);
	return done();
}
