/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who it is: one cookie, a random token whose keyed hash is in the database. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "sql_browser.h"
#include "web/internal.h"

enum {
	MINUTE = 60, HOUR = 3600, DAY = 86400,
	VISITOR_LASTS = 31 * DAY,      /* a sign-up may be left for 30 days */
	OWN_DEVICE_LASTS = 90 * DAY,
	IDLE_LASTS = 20 * HOUR,
	DESK_LASTS = 12 * HOUR,
	DESK_IDLE = 30 * MINUTE,
	SEEN_EVERY = HOUR,
	DESK_SEEN_EVERY = 5 * MINUTE
};

/* The strictest name that this address allows: browsers hold __Host- and __Secure- to their promises. */
const char *cookie_name(const struct request *q)
{
	if (!q->http->secure)
		return "bw";
	return *q->links.before ? "__Secure-bw" : "__Host-bw";
}

void set_cookie(struct request *q, const char *name, const char *value, int64_t seconds)
{
	const char *cookie = arena_printf(q->work.arena, "%s=%s; Path=%s/; Max-Age=%lld; HttpOnly; SameSite=Lax%s", name, value,
					  q->links.before, (long long)seconds, q->http->secure ? "; Secure" : "");

	http_header(q->answer, "Set-Cookie", cookie);
}

static const char *hashed(const struct request *q, const char *cookie)
{
	return crypto_keyed(q->work.arena, q->work.key, "browser", cookie);
}

static bool has_run_out(const struct request *q, const struct browser_by_token *row, bool desk)
{
	int64_t idle = q->work.now - row->seen_at;

	if (desk)
		return q->work.now - row->created_at > DESK_LASTS;
	return idle > (row->own_device ? OWN_DEVICE_LASTS : IDLE_LASTS);
}

static unsigned roles_of(const struct browser_by_token *row)
{
	return (row->is_coordinator ? COORDINATOR : 0) | (row->is_lead ? LEAD : 0) | (row->is_trustee ? TRUSTEE : 0)
		| (row->is_keeper ? KEEPER : 0) | (row->is_reader ? READER : 0);
}

static void find_person(struct request *q, const struct browser_by_token *row)
{
	struct visitor *v = &q->visitor;
	unsigned roles = roles_of(row);

	v->person_id = row->person_id;
	v->call_name = row->call_name;
	v->language = row->person_language;
	v->has_desk_role = roles != 0;
	v->run_out = has_run_out(q, row, v->has_desk_role);
	if (v->run_out || !(text_is(row->person_state, "active") || text_is(row->person_state, "paused"))) {
		/* Somebody who is still signing up is signed in for that alone. */
		v->who |= !v->run_out && text_is(row->person_state, "new") ? PERSON : 0;
		return;
	}
	if (roles && (!row->strong_at || q->work.now - row->seen_at > DESK_IDLE))
		v->who |= HALF;
	else
		v->who |= PERSON | roles;
}

/* Set-up is open while its code lies in the data folder and has not finished it once already. */
static bool is_setter(struct request *q)
{
	if (q->program->section != SECTION_SETUP || !*q->settings.setup_browser || !crypto_same(q->settings.setup_browser, q->visitor.token))
		return false;
	return web_setup_code(q) != NULL;
}

const char *web_setup_code(struct request *q)
{
	const char *code = site_setup_code(q->work.arena, q->site);

	return code && !crypto_same(crypto_keyed(q->work.arena, q->work.key, "setup", code), q->settings.setup_spent) ? code : NULL;
}

/* A coordinator who helps somebody is that person on the pages that allow it, and nowhere else. */
static void help(struct request *q, const struct browser_by_token *row)
{
	struct visitor *v = &q->visitor;

	if (!(v->who & COORDINATOR) || row->helps_until <= q->work.now || !*row->helped_name)
		return;
	v->helps_id = row->helps_id;
	v->helps_until = row->helps_until;
	v->helped_name = row->helped_name;
	if (q->page && q->page->helped) {
		v->person_id = row->helps_id;
		v->who = ANYONE | PERSON;
	}
}

void find_visitor(struct request *q)
{
	struct visitor *v = &q->visitor;
	struct browser_by_token row;
	const char *cookie = http_cookie(q->work.arena, q->http, cookie_name(q));

	*v = (struct visitor){ .who = ANYONE, .cookie = cookie ? cookie : "", .token = "", .call_name = "", .language = "", .wanted = "", .helped_name = "" };
	if (*q->settings.demo)
		v->who |= DEMO;
	if (!*v->cookie)
		return;
	v->token = hashed(q, v->cookie);
	if (!sql_browser_by_token(&q->work, &(struct browser_by_token_in){ v->token }, &row))
		return;
	v->known = true;
	if (is_setter(q))
		v->who |= SETTER;
	v->has_app = row.has_app;
	v->wanted = row.wanted;
	v->own_device = row.own_device;
	v->seen_at = row.seen_at;
	v->has_sent = row.has_sent;
	if (row.person_id)
		find_person(q, &row);
	if (row.open_signup_id && (!row.person_id || v->who & PERSON)) {
		v->who |= OWNER;
		v->signup_id = row.open_signup_id;
	}
	v->own_id = v->person_id;
	if (v->who & (PERSON | HALF))
		q->work.person_id = v->person_id;
	help(q, &row);
}

void note_seen(struct request *q)
{
	const struct visitor *v = &q->visitor;
	struct work apart = q->work;

	if (!(v->who & PERSON) || q->work.now - v->seen_at < (v->has_desk_role ? DESK_SEEN_EVERY : SEEN_EVERY))
		return;
	if (!db_begin_write(&apart))
		return;
	sql_browser_seen(&apart, &(struct browser_seen_in){ .token = v->token, .now = q->work.now });
	if (v->has_desk_role)
		sql_role_seen(&apart, &(struct role_seen_in){ .now = q->work.now, .person_id = v->person_id });
	db_commit(&apart);
}

const char *web_browser(struct request *q)
{
	struct visitor *v = &q->visitor;

	if (v->known)
		return v->token;
	v->cookie = crypto_token(q->work.arena);
	v->token = hashed(q, v->cookie);
	v->known = true;
	sql_browser_begin(&q->work, &(struct browser_begin_in){ .token = v->token, .now = q->work.now });
	set_cookie(q, cookie_name(q), v->cookie, VISITOR_LASTS);
	return v->token;
}

bool web_may_sign_in(const struct request *q)
{
	return q->http->secure || *q->settings.demo;
}

/* From the old token and this sending, so that a second press, whose answer may be the one that the
   browser sees, sets the same. */
static const char *login_cookie(const struct request *q)
{
	const char *once = http_pair(&q->sent, "once");

	return crypto_keyed(q->work.arena, q->work.key, "login",
			    arena_printf(q->work.arena, "%s %s", q->visitor.cookie, once ? once : ""));
}

void give_login_again(struct request *q)
{
	struct browser_by_token row;
	const char *cookie = login_cookie(q);

	if (!q->visitor.known && *q->visitor.cookie
	    && sql_browser_by_token(&q->work, &(struct browser_by_token_in){ hashed(q, cookie) }, &row))
		set_cookie(q, cookie_name(q), cookie, row.own_device ? OWN_DEVICE_LASTS : VISITOR_LASTS);
}

bool web_sign_in(struct request *q, int64_t person_id, bool own_device, bool strong)
{
	const char *old_token = web_browser(q);

	if (!web_may_sign_in(q))
		return false;
	const char *cookie = login_cookie(q), *token = hashed(q, cookie);
	sql_browser_sign_in(&q->work, &(struct browser_sign_in_in){ .token = token, .old_token = old_token, .person_id = person_id,
		.own_device = own_device, .strong_at = strong ? q->work.now : 0, .now = q->work.now });
	sql_browser_end(&q->work, &(struct browser_end_in){ old_token });
	if (strong)
		sql_role_seen(&q->work, &(struct role_seen_in){ .now = q->work.now, .person_id = person_id });
	set_cookie(q, cookie_name(q), cookie, own_device ? OWN_DEVICE_LASTS : VISITOR_LASTS);
	return q->work.trouble == TROUBLE_NONE;
}

void web_sign_out(struct request *q)
{
	if (q->visitor.known)
		sql_browser_end(&q->work, &(struct browser_end_in){ q->visitor.token });
	set_cookie(q, cookie_name(q), "", 0);
	http_header(q->answer, "Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
}
