/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Whom somebody should not be matched with, changed at any time. */
#include "cgi-bin/account/account.h"
#include "domain/bar.h"
#include "pages_account.h"

struct outcome bars_show(struct request *q, void *into)
{
	struct bar_lists *view = into;

	*view = bar_lists_of(&q->work, q->visitor.person_id);
	return shown;
}

struct outcome bars_keep(struct request *q, const void *answers)
{
	const struct account_bars_form *f = answers;
	const struct bar_lists lists = { .organisations = f->organisations, .departments = f->departments, .lines = f->lines, .posts = f->posts,
		.posts_until = f->posts_until, .family = f->family, .care = f->care, .friends = f->friends, .people = f->people, .other = f->other };

	return when(q, bar_put(&q->work, q->visitor.person_id, &lists), next_page);
}
