/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody asks and offers, changed at any time. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/ask.h"
#include "pages_account.h"
#include "sql_match.h"
#include "sql_programme.h"

static bool is_helped_first(struct request *q, int64_t person_id, int64_t programme_id)
{
	struct match_person row;
	const struct match_person_in in = { .now = q->work.now, .person_id = person_id, .programme_id = programme_id };

	return sql_match_person(&q->work, &in, &row) && row.helped_first;
}

struct outcome asks_show(struct request *q, void *into)
{
	struct account_asks *view = into;
	int64_t person_id = q->visitor.person_id;
	const char *language = q->language.code;
	struct list all = sql_account_programmes(&q->work, &(struct account_programmes_in){ .language = language, .person_id = person_id });
	struct account_asks_in_programme *signups = arena_array(q->work.arena, all.count + 1, sizeof *signups);

	for (size_t i = 0; i < all.count; i++) {
		const struct account_programmes *row = list_row(&account_programmes_view, all, i);
		signups[i] = (struct account_asks_in_programme){ *row, ask_has_room(&q->work, person_id, row->programme_id),
			is_helped_first(q, person_id, row->programme_id) };
	}
	view->signups = (struct list){ signups, all.count };
	view->several = all.count > 1;
	view->asks = sql_asks_of_person(&q->work, &(struct asks_of_person_in){ .language = language, .person_id = person_id });
	view->offers = sql_offers_of_person(&q->work, &(struct offers_of_person_in){ .language = language, .person_id = person_id });
	return all.count ? shown : missing;
}

static struct list topics_of(struct request *q, const struct ask_page *page)
{
	return sql_topics_offered(&q->work, &(struct topics_offered_in){ .programme_id = page->programme_id, .signup_id = 0, .language = q->language.code });
}

static bool read_page(struct request *q, struct ask_page *page)
{
	return sql_ask_page(&q->work, &(struct ask_page_in){ .language = q->language.code, .signup_id = param_id(q), .person_id = q->visitor.person_id }, page);
}

struct outcome new_ask_show(struct request *q, void *into)
{
	struct account_new_ask *view = into;

	if (!read_page(q, &view->page) || !ask_has_room(&q->work, q->visitor.person_id, view->page.programme_id))
		return missing;
	view->topics = topics_of(q, &view->page);
	view->row = (struct signup_ask_row){ .words = "", .wish = "any" };
	return shown;
}

struct outcome new_ask_keep(struct request *q, const void *answers)
{
	const struct account_new_ask_form *f = answers;
	const struct ask_put ask = { .person_id = q->visitor.person_id, .signup_id = param_id(q), .topic_id = f->topic_id, .words = f->words,
		.wish = f->wish, .level = text_count(f->level) };

	if (!f->topic_id)
		return blamed(q, "topic_id", REASON_NONE_CHOSEN);
	return when(q, ask_add(&q->work, &ask) != 0, next_page);
}

struct outcome ask_show(struct request *q, void *into)
{
	struct account_ask *view = into;
	const struct ask_own_in in = { .language = q->language.code, .ask_id = param_id(q), .person_id = q->visitor.person_id };

	if (!sql_ask_own(&q->work, &in, &view->row))
		return missing;
	view->is_closed = text_is(view->row.state, "closed");
	return shown;
}

struct outcome ask_keep(struct request *q, const void *answers)
{
	const struct account_ask_form *f = answers;
	const struct ask_put ask = { .person_id = q->visitor.person_id, .words = f->words, .wish = f->wish, .level = text_count(f->level) };

	if (text_is(f->act, "save"))
		return when(q, ask_change(&q->work, param_id(q), &ask), next_page);
	return when(q, ask_step(&q->work, param_id(q), text_is(f->act, "open") ? "open" : "close", ACTOR_SELF), next_page);
}

struct outcome new_offer_show(struct request *q, void *into)
{
	struct account_new_offer *view = into;

	if (!read_page(q, &view->page))
		return missing;
	view->topics = topics_of(q, &view->page);
	view->row = (struct signup_offer_row){ .words = "", .wish = "any", .group_most = 1 };
	return shown;
}

struct outcome new_offer_keep(struct request *q, const void *answers)
{
	const struct account_new_offer_form *f = answers;
	const struct ask_put offer = { .person_id = q->visitor.person_id, .signup_id = param_id(q), .words = f->words, .wish = f->wish, .level = text_count(f->level),
		.group_most = text_count(f->group_most) };

	if (!f->topic_id.count)
		return blamed(q, "topic_id", REASON_NONE_CHOSEN);
	return when(q, offers_add(&q->work, &offer, f->topic_id), next_page);
}

struct outcome offer_show(struct request *q, void *into)
{
	struct account_offer *view = into;
	const struct offer_own_in in = { .language = q->language.code, .offer_id = param_id(q), .person_id = q->visitor.person_id };

	if (!sql_offer_own(&q->work, &in, &view->row))
		return missing;
	view->is_closed = text_is(view->row.state, "closed");
	return shown;
}

struct outcome offer_keep(struct request *q, const void *answers)
{
	const struct account_offer_form *f = answers;
	const struct ask_put offer = { .person_id = q->visitor.person_id, .words = f->words, .wish = f->wish, .level = text_count(f->level), .group_most = text_count(f->group_most) };

	if (text_is(f->act, "save"))
		return when(q, offer_change(&q->work, param_id(q), &offer), next_page);
	return when(q, offer_step(&q->work, param_id(q), text_is(f->act, "open") ? "open" : "close", ACTOR_SELF), next_page);
}
