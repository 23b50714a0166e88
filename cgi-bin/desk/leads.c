/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person and a pair as a safeguarding lead needs them, to read alone. What stands there with a concern alone is fetched only
   where the pair was tied to an open one that this lead may read; and then the look is noted with it. */
#include "base/arena.h"
#include "cgi-bin/desk-lead-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/safety.h"
#include "domain/concern.h"
#include "pages_desk.h"
#include "sql_review.h"

struct outcome lead_find_show(struct request *q, void *into)
{
	(void)q;
	(void)into;
	return shown;
}

struct outcome lead_find_keep(struct request *q, const void *answers)
{
	const struct desk_lead_find_form *f = answers;
	struct desk_lead_find *view = q->view;
	struct lead_person person;
	int64_t person_id = person_typed(q, f->who, &view->people);
	const struct lead_person_in in = { .person_id = person_id, .reader_id = q->visitor.person_id };

	if (!person_id || !sql_lead_person(&q->work, &in, &person))
		return blamed(q, "who", view->people.count > 1 ? REASON_TAKEN : REASON_GONE);
	return go_to(q, "desk", arena_printf(q->work.arena, "/lead-person/%lld", (long long)person_id));
}

static struct list concerns_of_person(struct request *q)
{
	return sql_lead_person_concerns(&q->work, &(struct lead_person_concerns_in){ .person_id = param_id(q), .reader_id = q->visitor.person_id });
}

struct outcome lead_person_show(struct request *q, void *into)
{
	struct desk_lead_person *view = into;
	struct work *work = &q->work;
	int64_t person_id = param_id(q), reader_id = q->visitor.person_id;
	const char *language = q->language.code;

	if (!sql_lead_person(work, &(struct lead_person_in){ .person_id = person_id, .reader_id = reader_id }, &view->person))
		return missing;
	view->signups = sql_lead_signups(work, &(struct lead_signups_in){ .person_id = person_id, .language = language });
	view->asks = sql_lead_asks(work, &(struct lead_asks_in){ .person_id = person_id, .language = language });
	view->offers = sql_lead_offers(work, &(struct lead_offers_in){ .person_id = person_id, .language = language });
	view->bars = sql_lead_bars(work, &(struct lead_bars_in){ person_id });
	view->pairs = sql_lead_pairs(work, &(struct lead_pairs_in){ .person_id = person_id, .reader_id = reader_id, .language = language });
	view->invitations = sql_lead_invitations(work, &(struct lead_invitations_in){ person_id });
	view->concerns = concerns_of_person(q);
	return shown;
}

void lead_person_noted(struct request *q)
{
	struct list rows = concerns_of_person(q);

	for (size_t i = 0; i < rows.count; i++) {
		const struct lead_person_concerns *row = list_row(&lead_person_concerns_view, rows, i);
		concern_looked(&q->work, row->concern_id);
	}
}

static struct list concerns_of_pair(struct request *q)
{
	return sql_lead_concerns(&q->work, &(struct lead_concerns_in){ .pair_id = param_id(q), .person_id = q->visitor.person_id });
}

struct outcome lead_pair_show(struct request *q, void *into)
{
	struct desk_lead_pair *view = into;
	struct work *work = &q->work;
	int64_t pair_id = param_id(q);
	const struct lead_pair_in in = { .pair_id = pair_id, .reader_id = q->visitor.person_id, .language = q->language.code };

	if (!sql_lead_pair(work, &in, &view->pair))
		return missing;
	view->wishes = sql_lead_wishes(work, &(struct lead_wishes_in){ pair_id });
	view->words = sql_lead_words(work, &(struct lead_words_in){ pair_id });
	view->concerns = concerns_of_pair(q);
	if (!view->concerns.count)
		return shown;
	view->aims = sql_lead_aims(work, &(struct lead_aims_in){ pair_id });
	view->answers = sql_lead_answers(work, &(struct lead_answers_in){ pair_id });
	view->reviews = sql_reviews_of(work, &(struct reviews_of_in){ pair_id });
	return shown;
}

void lead_pair_noted(struct request *q)
{
	struct list rows = concerns_of_pair(q);

	for (size_t i = 0; i < rows.count; i++) {
		const struct lead_concerns *row = list_row(&lead_concerns_view, rows, i);
		concern_looked(&q->work, row->concern_id);
	}
}
