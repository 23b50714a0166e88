/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A code and a link by e-mail. A GET never signs anybody in. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/signup.h"
#include "domain/tell.h"
#include "pages_account.h"
#include "sql_account.h"
#include "sql_browser.h"
#include "sql_person.h"

enum { HOUR = 3600, CODE_LASTS = 15 * 60, CODE_TRIES = 5, CODES_AN_ADDRESS = 3, CODES_A_NETWORK = 60 };

struct outcome sign_in_count(struct request *q, const void *answers)
{
	const struct account_sign_in_form *f = answers;

	bool network = web_too_often(q, "code network", web_network(q), CODES_A_NETWORK, HOUR);
	bool address = web_too_often(q, "code address", f->email, CODES_AN_ADDRESS, CODE_LASTS);
	return network || address ? too_often : go_on;
}

/* The same for an address that we know and for one that we do not: only the mail differs. */
struct outcome sign_in_keep(struct request *q, const void *answers)
{
	const struct account_sign_in_form *f = answers;
	struct arena *arena = q->work.arena;
	const char *code = crypto_code(arena), *link = crypto_token(arena), *browser = web_browser(q), *to = query_value(q, "to");

	if (!web_may_sign_in(q))
		return refuse(q, 403, "not-secure");
	sql_code_clear(&q->work, &(struct code_clear_in){ .email = f->email, .browser = browser, .now = q->work.now });
	sql_code_put(&q->work, &(struct code_put_in){ .email = f->email, .browser = browser, .own_device = f->own_device,
		.code = crypto_keyed(arena, q->work.key, "code", arena_printf(arena, "%s %s", browser, code)),
		.link = crypto_keyed(arena, q->work.key, "link", link), .expires_at = q->work.now + CODE_LASTS });
	if (is_page(to))
		sql_browser_wants(&q->work, &(struct browser_wants_in){ .wanted = to, .token = browser });
	struct list people = sql_people_by_email(&q->work, &(struct people_by_email_in){ f->email });
	if (people.count)
		tell_code(&q->work, f->email, q->language.code, code, link);
	return when(q, true, next_page);
}

static bool find_code(struct request *q, struct code_of_browser *row)
{
	return *q->visitor.token
		&& sql_code_of_browser(&q->work, &(struct code_of_browser_in){ .browser = q->visitor.token, .now = q->work.now }, row);
}

struct outcome code_show(struct request *q, void *into)
{
	struct account_code *view = into;
	struct code_of_browser row;

	if (!find_code(q, &row))
		return go_to(q, "account", "/sign-in");
	view->email = row.email;
	view->dead = row.tries >= CODE_TRIES;
	return shown;
}

struct outcome code_count(struct request *q, const void *answers)
{
	(void)answers;
	sql_code_try(&q->work, &(struct code_try_in){ q->visitor.token });
	return go_on;
}

/* The code is spent, and has shown that the address is theirs. */
static struct outcome signed_in_by(struct request *q, int64_t person_id, const char *email, bool own_device)
{
	sql_code_end(&q->work, &(struct code_end_in){ email });
	return signup_email_checked(&q->work, person_id, email) ? sign_in(q, person_id, own_device, false) : changed;
}

struct outcome code_keep(struct request *q, const void *answers)
{
	const struct account_code_form *f = answers;
	struct arena *arena = q->work.arena;
	struct code_of_browser row;
	const char *typed = crypto_code_read(arena, f->code);

	if (!find_code(q, &row))
		return go_to(q, "account", "/sign-in");
	const char *hash = crypto_keyed(arena, q->work.key, "code", arena_printf(arena, "%s %s", q->visitor.token, typed ? typed : ""));
	if (row.tries > CODE_TRIES)
		return blamed(q, "code", REASON_GONE);
	if (!typed || !crypto_same(hash, row.code))
		return blamed(q, "code", REASON_WRONG_CODE);
	struct list people = sql_people_by_email(&q->work, &(struct people_by_email_in){ row.email });
	const struct people_by_email *first = people.rows;
	if (people.count > 1) {
		sql_code_proven(&q->work, &(struct code_proven_in){ q->visitor.token });
		return go_to(q, "account", "/who");
	}
	return people.count ? signed_in_by(q, first->person_id, row.email, row.own_device) : changed;
}

static bool find_link(struct request *q, struct code_by_link *row)
{
	const char *link = crypto_keyed(q->work.arena, q->work.key, "link", q->param);

	return sql_code_by_link(&q->work, &(struct code_by_link_in){ .link = link, .now = q->work.now }, row);
}

/* Several people may share an address: then one has to be chosen. */
static struct outcome people_show(struct request *q, struct account_link *view, const char *email)
{
	view->people = sql_people_by_email(&q->work, &(struct people_by_email_in){ email });
	const struct people_by_email *first = view->people.rows;
	if (!view->people.count)
		return missing;
	view->person_id = view->people.count == 1 ? first->person_id : 0;
	return shown;
}

struct outcome link_show(struct request *q, void *into)
{
	struct code_by_link row;

	return find_link(q, &row) ? people_show(q, into, row.email) : missing;
}

struct outcome link_keep(struct request *q, const void *answers)
{
	const struct account_link_form *f = answers;
	struct code_by_link row;

	if (!find_link(q, &row))
		return changed;
	return signed_in_by(q, f->person_id, row.email, row.own_device);
}

struct outcome who_show(struct request *q, void *into)
{
	struct code_of_browser row;

	if (!find_code(q, &row) || !row.proven)
		return go_to(q, "account", "/sign-in");
	return people_show(q, into, row.email);
}

struct outcome who_keep(struct request *q, const void *answers)
{
	const struct account_who_form *f = answers;
	struct code_of_browser row;

	if (!find_code(q, &row) || !row.proven)
		return changed;
	return signed_in_by(q, f->person_id, row.email, row.own_device);
}
