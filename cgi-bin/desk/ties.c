/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Names that people typed: whom they mean. Those of a person's own list are for leads, the others for coordinators. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/bar.h"
#include "domain/name.h"
#include "pages_desk.h"
#include "sql_bar.h"
#include "sql_person.h"

/* Everybody, but one, that a typed name could mean. */
static struct list could_mean(struct request *q, const char *words, int64_t but_id)
{
	struct arena *arena = q->work.arena;
	struct list all = sql_bar_people(&q->work, &(struct bar_people_in){ but_id });
	struct desk_name_person *people = arena_array(arena, all.count + 1, sizeof *people);
	struct list list = { people, 0 };
	struct name typed = name_read(arena, words);

	for (size_t i = 0; i < all.count; i++) {
		const struct bar_people *person = list_row(&bar_people_view, all, i);
		struct name full = name_read(arena, person->full_name), called = name_read(arena, person->call_name);
		if (name_could_be(&typed, &full, &called))
			people[list.count++] = (struct desk_name_person){ person->person_id, person->full_name, person->call_name };
	}
	return list;
}

int64_t person_typed(struct request *q, const char *typed, struct list *people)
{
	struct person_called person;
	int64_t person_id;

	if (text_is_count(typed, &person_id))
		return sql_person_called(&q->work, &(struct person_called_in){ person_id }, &person) ? person_id : 0;
	*people = could_mean(q, typed, 0);
	const struct desk_name_person *first = people->rows;
	return people->count == 1 ? first->person_id : 0;
}

struct outcome names_show(struct request *q, void *into)
{
	struct desk_names *view = into;

	view->rows = sql_bars_named(&q->work);
	return shown;
}

static struct outcome settle_show(struct request *q, struct desk_name *view, bool private)
{
	if (!sql_bar_one(&q->work, &(struct bar_one_in){ param_id(q) }, &view->bar) || !text_is(view->bar.state, "open")
	    || text_is(view->bar.kind, "person") != private)
		return missing;
	view->people = could_mean(q, view->bar.words, view->bar.person_id);
	return shown;
}

struct outcome name_show(struct request *q, void *into)
{
	return settle_show(q, into, true);
}

struct outcome name_keep(struct request *q, const void *answers)
{
	const struct desk_name_form *f = answers;
	int64_t bar_id = param_id(q);

	if (!text_is(f->settle, "tie"))
		return when(q, bar_set_aside(&q->work, bar_id, ""), next_page);
	if (!f->other_id)
		return blamed(q, "other_id", REASON_NONE_CHOSEN);
	return when(q, bar_tie(&q->work, bar_id, f->other_id, ""), next_page);
}

struct outcome ties_show(struct request *q, void *into)
{
	struct desk_names *view = into;

	view->rows = sql_bars_untied(&q->work);
	return shown;
}

static bool is_tie(const char *kind)
{
	return text_has_word("line family care friend other", kind);
}

struct outcome tie_show(struct request *q, void *into)
{
	struct desk_name *view = into;
	struct outcome outcome = settle_show(q, view, false);

	return outcome.kind == OUTCOME_PAGE && !is_tie(view->bar.kind) ? missing : outcome;
}

struct outcome tie_keep(struct request *q, const void *answers)
{
	const struct desk_tie_form *f = answers;
	struct desk_name *view = q->view;
	int64_t bar_id = param_id(q), other_id = f->other_id;

	if (text_is(view->bar.kind, "other") && !*f->reason)
		return blamed(q, "reason", REASON_NONE_CHOSEN);
	if (!text_is(f->settle, "tie"))
		return when(q, bar_set_aside(&q->work, bar_id, f->reason), next_page);
	if (!other_id && !*f->who)
		return blamed(q, view->people.count ? "other_id" : "who", REASON_NONE_CHOSEN);
	if (!other_id)
		other_id = person_typed(q, f->who, &view->people);
	if (!other_id || other_id == view->bar.person_id)
		return blamed(q, "who", view->people.count ? REASON_TAKEN : REASON_GONE);
	return when(q, bar_tie(&q->work, bar_id, other_id, f->reason), next_page);
}

struct outcome lines_show(struct request *q, void *into)
{
	struct desk_lines *view = into;

	view->rows = sql_lines_shown(&q->work);
	return shown;
}

static struct outcome line_add(struct request *q, const struct desk_lines_form *f)
{
	struct desk_lines *view = q->view;
	int64_t under = person_typed(q, f->under, &view->people), over = under ? person_typed(q, f->over, &view->people) : 0;

	if (!under || !over)
		return blamed(q, under ? "over" : "under", view->people.count > 1 ? REASON_TAKEN : REASON_GONE);
	if (under == over)
		return blamed(q, "over", REASON_NOT_ALLOWED);
	/* Said twice is said once. */
	bar_line(&q->work, under, over);
	return when(q, true, next_page);
}

struct outcome lines_keep(struct request *q, const void *answers)
{
	const struct desk_lines_form *f = answers;

	if (text_is(f->act, "tie"))
		return line_add(q, f);
	if (!f->bar_id)
		return blamed(q, "bar_id", REASON_NONE_CHOSEN);
	return when(q, bar_line_end(&q->work, f->bar_id), next_page);
}
