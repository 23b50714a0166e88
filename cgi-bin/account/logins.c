/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Where somebody is signed in, and ending it. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/audit.h"
#include "domain/staff.h"
#include "pages_account.h"

enum { KEY_LENGTH = 16 };

/* The page never holds a token, nor its hash. */
static const char *key_of(struct request *q, const char *token)
{
	return arena_slice(q->work.arena, crypto_keyed(q->work.arena, q->work.key, "login row", token), KEY_LENGTH);
}

struct outcome logins_show(struct request *q, void *into)
{
	struct account_logins *view = into;
	struct list rows = sql_logins_of(&q->work, &(struct logins_of_in){ q->visitor.person_id });
	struct account_login_row *logins = arena_array(q->work.arena, rows.count + 2, sizeof *logins);

	for (size_t i = 0; i < rows.count; i++) {
		const struct logins_of *row = list_row(&logins_of_view, rows, i);
		logins[i] = (struct account_login_row){ key_of(q, row->token), row->created_at, row->seen_at, row->own_device, text_is(row->token, q->visitor.token), false };
	}
	view->logins = (struct list){ logins, rows.count };
	view->several = rows.count > 1;
	q->formless = !view->several;
	if (view->several)
		logins[view->logins.count++] = (struct account_login_row){ .key = "others", .all = true };
	return shown;
}

/* One that is gone already is as they wanted it. */
struct outcome logins_keep(struct request *q, const void *answers)
{
	const struct account_logins_form *f = answers;
	struct list rows = sql_logins_of(&q->work, &(struct logins_of_in){ q->visitor.person_id });

	if (text_is(f->login, "others"))
		staff_end_logins(&q->work, q->visitor.person_id, q->visitor.token);
	for (size_t i = 0; i < rows.count; i++) {
		const struct logins_of *row = list_row(&logins_of_view, rows, i);
		if (!text_is(f->login, key_of(q, row->token)) || text_is(row->token, q->visitor.token))
			continue;
		sql_login_end(&q->work, &(struct login_end_in){ .token = row->token, .person_id = q->visitor.person_id });
		audit_add(&q->work, "login.end", "person", q->visitor.person_id, "");
	}
	return when(q, q->work.trouble == TROUBLE_NONE, next_page);
}
