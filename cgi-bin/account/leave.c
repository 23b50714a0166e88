/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Leaving, and having what is held erased. */
#include "domain/leave.h"

#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "pages_account.h"

struct outcome leave_show(struct request *q, void *into)
{
	struct account_leave *view = into;
	struct leave_roles roles = { 0 };

	sql_leave_roles(&q->work, &(struct leave_roles_in){ q->visitor.person_id }, &roles);
	view->works_here = roles.n > 0;
	view->pairs = sql_leave_pairs(&q->work, &(struct leave_pairs_in){ q->visitor.person_id });
	q->formless = view->works_here;
	return shown;
}

struct outcome erase_show(struct request *q, void *into)
{
	return is_fresh(q) ? leave_show(q, into) : go_to(q, "account", "/sign-in?to=account/erase");
}

static struct outcome go(struct request *q, struct texts ring, bool erase)
{
	const struct leaving leaving = { .person_id = q->visitor.person_id, .ring = ring, .erase = erase };
	bool left = leave_now(&q->work, &leaving, ACTOR_SELF);

	if (left)
		web_sign_out(q);
	return when(q, left, go_to(q, "account", erase ? "/erased" : "/left"));
}

struct outcome leave_keep(struct request *q, const void *answers)
{
	const struct account_leave_form *f = answers;

	return go(q, f->ring, false);
}

struct outcome erase_keep(struct request *q, const void *answers)
{
	const struct account_erase_form *f = answers;

	return go(q, f->ring, true);
}
