/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk/own.h"
#include "domain/audit.h"
#include "sql_setting.h"

bool news_waits(const struct request *q)
{
	return q->visitor.who & KEEPER && !text_is(q->settings.news_read, BOTHWAYS_VERSION);
}

struct outcome news_show(struct request *q, void *into)
{
	struct desk_news *view = into;
	bool ran;

	if (q->scratch)
		return own_as_pressed(q, view, sizeof *view);
	struct list all = own_rows(q, &ran);
	struct desk_own_row *looks = arena_array(q->work.arena, all.count + 1, sizeof *looks);

	*view = (struct desk_news){ .upgraded_at = q->settings.upgraded_at, .looks = { looks, 0 }, .keeper = (q->visitor.who & KEEPER) != 0, .unread = news_waits(q) };
	q->formless = !view->unread;
	for (size_t i = 0; i < all.count; i++) {
		const struct desk_own_row *row = list_row(&desk_own_row_view, all, i);
		if (text_has_word("outdated unsound unknown", row->state))
			looks[view->looks.count++] = *row;
	}
	return shown;
}

struct outcome news_slow(struct request *q, const void *answers)
{
	(void)answers;
	q->scratch = q->view;
	return shown;
}

struct outcome news_keep(struct request *q, const void *answers)
{
	(void)answers;
	if (!(q->visitor.who & KEEPER))
		return denied;
	sql_setting_put(&q->work, &(struct setting_put_in){ .name = "news_read", .value = BOTHWAYS_VERSION });
	audit_add(&q->work, "news.read", "setting", 0, "");
	return when(q, true, next_page);
}
