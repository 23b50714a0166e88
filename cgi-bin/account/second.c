/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The six digits of an app, for those who work at the desk; and codes on paper, for when it is lost. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "crypto/totp.h"
#include "domain/audit.h"
#include "pages_account.h"
#include "sql_account.h"
#include "sql_browser.h"

enum { TRIES_LAST = 15 * 60, TRIES = 10, RECOVERY_CODES = 8 };

struct outcome digits_count(struct request *q, const void *answers)
{
	(void)answers;
	const char *who = arena_printf(q->work.arena, "%lld", (long long)q->visitor.person_id);
	return web_too_often(q, "digits", who, TRIES, TRIES_LAST) ? too_often : go_on;
}

static struct outcome become_strong(struct request *q)
{
	sql_browser_strong(&q->work, &(struct browser_strong_in){ .now = q->work.now, .token = q->visitor.token });
	audit_add(&q->work, "login.strong", "person", q->visitor.person_id, "");
	const char *to = query_value(q, "to");
	return land(q, q->visitor.person_id, is_page(to) ? to : q->visitor.wanted, true);
}

struct outcome app_keep(struct request *q, const void *answers)
{
	const struct account_app_form *f = answers;
	int64_t person_id = q->visitor.person_id;
	struct totp_one row;

	if (!sql_totp_one(&q->work, &(struct totp_one_in){ person_id }, &row))
		return missing;
	const char *key = crypto_unseal(q->work.arena, q->work.key, "totp", row.sealed);
	int64_t step = key ? totp_step(q->work.arena, key, f->digits, q->work.now, row.last_step) : 0;
	if (!step || !sql_totp_used(&q->work, &(struct totp_used_in){ .last_step = step, .person_id = person_id }))
		return blamed(q, "digits", REASON_WRONG_CODE);
	return become_strong(q);
}

struct outcome recovery_slow(struct request *q, const void *answers)
{
	const struct account_recovery_form *f = answers;
	const char *typed = crypto_code_read(q->work.arena, f->code);
	struct paper_code_one row;
	struct paper_code_one_in in = { .person_id = q->visitor.person_id, .kind = "recovery", .number = f->number };

	bool right = typed && sql_paper_code_one(&q->work, &in, &row) && crypto_slow_is(row.hash, typed);
	return right ? go_on : blamed(q, "code", REASON_WRONG_CODE);
}

struct outcome recovery_keep(struct request *q, const void *answers)
{
	const struct account_recovery_form *f = answers;
	struct paper_code_use_in in = { .now = q->work.now, .person_id = q->visitor.person_id, .kind = "recovery", .number = f->number };

	if (!sql_paper_code_use(&q->work, &in))
		return blamed(q, "code", REASON_WRONG_CODE);
	audit_add(&q->work, "login.recover", "person", in.person_id, "");
	return become_strong(q);
}

/* The key and eight codes: new ones, or those of the page that was just refused. */
static const char *enrolment(struct request *q)
{
	struct arena *arena = q->work.arena;
	const char *sent = http_pair(&q->sent, "sealed");
	const char *before = sent ? crypto_unseal(arena, q->work.key, "enrol", sent) : NULL;

	if (before)
		return before;
	struct buffer all = buffer_in(arena, 128);
	buffer_text(&all, totp_key(arena));
	for (int i = 0; i < RECOVERY_CODES; i++)
		buffer_printf(&all, " %s", crypto_code(arena));
	return buffer_string(&all);
}

struct outcome enrol_show(struct request *q, void *into)
{
	struct account_enrol *view = into;
	struct arena *arena = q->work.arena;
	const char *all = enrolment(q), *rest = all, *key = text_piece(arena, &rest, ' ');
	struct account_enrol_code *codes = arena_array(arena, RECOVERY_CODES, sizeof *codes);
	int64_t size;

	if (q->visitor.has_app)
		return go_to(q, "account", "/app");
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		codes[i] = (struct account_enrol_code){ (int64_t)i + 1, crypto_code_shown(arena, text_piece(arena, &rest, ' ')) };
	view->codes = (struct list){ codes, RECOVERY_CODES };
	view->key = totp_key_shown(arena, key);
	view->picture = qr_path(arena, totp_address(arena, key, q->settings.site_name, q->visitor.call_name), &size);
	view->box = arena_printf(arena, "0 0 %lld %lld", (long long)size, (long long)size);
	view->sealed = crypto_seal(arena, q->work.key, "enrol", all);
	return shown;
}

struct enrolled {
	const char *key;
	int64_t step;
	const char *hashes[RECOVERY_CODES];
};

struct outcome enrol_slow(struct request *q, const void *answers)
{
	const struct account_enrol_form *f = answers;
	struct arena *arena = q->work.arena;
	struct enrolled *enrolled = arena_alloc(arena, sizeof *enrolled);
	const char *rest = crypto_unseal(arena, q->work.key, "enrol", f->sealed);

	if (!rest)
		return changed;
	enrolled->key = text_piece(arena, &rest, ' ');
	enrolled->step = totp_step(arena, enrolled->key, f->digits, q->work.now, 0);
	if (!enrolled->step)
		return blamed(q, "digits", REASON_WRONG_CODE);
	for (int i = 0; i < RECOVERY_CODES; i++)
		enrolled->hashes[i] = crypto_slow_hash(arena, text_piece(arena, &rest, ' '));
	q->scratch = enrolled;
	return go_on;
}

struct outcome enrol_keep(struct request *q, const void *answers)
{
	const struct enrolled *enrolled = q->scratch;
	int64_t person_id = q->visitor.person_id;

	(void)answers;
	sql_totp_put(&q->work, &(struct totp_put_in){ .person_id = person_id, .last_step = enrolled->step, .now = q->work.now,
		.sealed = crypto_seal(q->work.arena, q->work.key, "totp", enrolled->key) });
	sql_paper_codes_clear(&q->work, &(struct paper_codes_clear_in){ .person_id = person_id, .kind = "recovery" });
	for (int i = 0; i < RECOVERY_CODES; i++)
		sql_paper_code_put(&q->work, &(struct paper_code_put_in){ .person_id = person_id, .kind = "recovery", .number = i + 1,
			.hash = enrolled->hashes[i] });
	audit_add(&q->work, "login.enrol", "person", person_id, "totp");
	return become_strong(q);
}
