/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Worries. Who may read one is the view concern_reader; of all others a page here is missing. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/safety.h"
#include "domain/concern.h"
#include "pages_desk.h"

struct outcome concerns_show(struct request *q, void *into)
{
	struct desk_concerns *view = into;
	int64_t person_id = q->visitor.person_id;

	view->rows = sql_concerns_open(&q->work, &(struct concerns_open_in){ .now = q->work.now, .person_id = person_id });
	view->closed = sql_concerns_closed(&q->work, &(struct concerns_closed_in){ person_id });
	return shown;
}

static bool read_one(struct request *q, struct concern_one *concern)
{
	return sql_concern_one(&q->work, &(struct concern_one_in){ .concern_id = param_id(q), .person_id = q->visitor.person_id }, concern);
}

struct outcome concern_show(struct request *q, void *into)
{
	struct desk_concern *view = into;
	const struct concern_one *c = &view->concern;

	if (!read_one(q, &view->concern))
		return missing;
	view->looks = sql_concern_looks(&q->work, &(struct concern_looks_in){ c->concern_id });
	view->entries = sql_concern_entries(&q->work, &(struct concern_entries_in){ c->concern_id });
	view->pairs = sql_concern_pairs(&q->work, &(struct concern_pairs_in){ c->concern_id });
	view->is_taken = text_is(c->state, "taken");
	view->is_closed = text_is(c->state, "closed");
	view->may_take = text_is(c->state, "new") || text_is(c->state, "reopened");
	view->may_take_over = view->is_taken && c->owner_id != q->visitor.person_id;
	view->is_answered = c->replied_at != 0;
	view->is_late = !view->is_closed && c->due_at < q->work.now;
	return shown;
}

void concern_noted(struct request *q)
{
	concern_looked(&q->work, param_id(q));
}

/* Back to the concern, where what was done now stands. */
static struct outcome to_concern(struct request *q, const char *place)
{
	return go_to(q, "desk", arena_printf(q->work.arena, "/concern/%lld%s", (long long)param_id(q), place));
}

struct outcome concern_keep(struct request *q, const void *answers)
{
	const struct desk_concern_form *f = answers;
	int64_t concern_id = param_id(q);

	if (text_is(f->act, "take"))
		return when(q, concern_take(&q->work, concern_id), to_concern(q, ""));
	if (text_is(f->act, "take-over"))
		return when(q, concern_take_over(&q->work, concern_id), to_concern(q, ""));
	if (!*f->words)
		return blamed(q, "words", REASON_NONE_CHOSEN);
	if (text_is(f->act, "reopen"))
		return when(q, concern_reopen(&q->work, concern_id, f->words), to_concern(q, ""));
	if (!*f->kind)
		return blamed(q, "kind", REASON_NONE_CHOSEN);
	return when(q, concern_write(&q->work, concern_id, f->kind, f->words), to_concern(q, "#done"));
}

/* Where another lead has closed it meanwhile, the page stands without its form, and gives back what was typed. */
static struct outcome taken_show(struct request *q, void *into)
{
	struct desk_concern *view = into;
	struct outcome outcome = concern_show(q, view);

	q->formless = !view->is_taken;
	return outcome;
}

struct outcome concern_think_show(struct request *q, void *into)
{
	return taken_show(q, into);
}

struct outcome concern_think_keep(struct request *q, const void *answers)
{
	const struct desk_concern_think_form *f = answers;
	const struct concern_thought thought = { .needs = f->needs, .risk = f->risk, .protect = f->protect, .wants = f->wants, .serious = f->serious,
		.serious_why = f->serious_why, .serious_day = f->serious_day };

	if (*f->serious && !*f->serious_why)
		return blamed(q, "serious_why", REASON_NONE_CHOSEN);
	return when(q, concern_think(&q->work, param_id(q), &thought), to_concern(q, "#done"));
}

struct outcome concern_close_show(struct request *q, void *into)
{
	return taken_show(q, into);
}

struct outcome concern_close_keep(struct request *q, const void *answers)
{
	const struct desk_concern_close_form *f = answers;

	return when(q, concern_close(&q->work, param_id(q), f->why), next_page);
}

struct outcome concern_pairs_show(struct request *q, void *into)
{
	return taken_show(q, into);
}

static struct outcome tie_person(struct request *q, const char *who)
{
	struct desk_concern *view = q->view;
	int64_t person_id = person_typed(q, who, &view->people);

	if (!person_id)
		return blamed(q, "who", view->people.count ? REASON_TAKEN : REASON_GONE);
	if (!concern_tie(&q->work, param_id(q), person_id))
		return q->work.trouble == TROUBLE_NONE ? blamed(q, "who", REASON_NONE_CHOSEN) : when(q, false, shown);
	return go_to(q, "desk", arena_printf(q->work.arena, "/concern-pairs/%lld", (long long)param_id(q)));
}

struct outcome concern_pairs_keep(struct request *q, const void *answers)
{
	const struct desk_concern_pairs_form *f = answers;

	if (text_is(f->act, "tie"))
		return tie_person(q, f->who);
	if (!f->pair_id)
		return blamed(q, "pair_id", REASON_NONE_CHOSEN);
	if (!*f->why)
		return blamed(q, "why", REASON_NONE_CHOSEN);
	if (!concern_act(&q->work, param_id(q), f->pair_id, f->act, f->why))
		return q->work.trouble == TROUBLE_NONE ? blamed(q, "pair_id", REASON_NOT_ALLOWED) : when(q, false, shown);
	return to_concern(q, "#done");
}
