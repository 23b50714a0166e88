/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Organisations as they were typed, joined to the programme's list; names, settled by a safeguarding lead. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/audit.h"
#include "domain/name.h"
#include "pages_desk.h"
#include "sql_bar.h"
#include "sql_desk.h"

struct outcome organisations_show(struct request *q, void *into)
{
	struct desk_organisations *view = into;

	view->unjoined = sql_bars_unjoined(&q->work);
	view->organisations = sql_organisations_all(&q->work);
	return shown;
}

struct outcome join_show(struct request *q, void *into)
{
	struct desk_join *view = into;
	struct desk_bar bar;

	if (!sql_desk_bar(&q->work, &(struct desk_bar_in){ param_id(q) }, &bar))
		return missing;
	view->typed = bar.words;
	view->kind = bar.kind;
	view->name = bar.words;
	view->organisations = sql_organisations_all(&q->work);
	return shown;
}

struct outcome join_keep(struct request *q, const void *answers)
{
	const struct desk_join_form *f = answers;
	struct desk_bar bar;
	struct organisation_add added;
	int64_t organisation_id = f->organisation_id;

	if (!sql_desk_bar(&q->work, &(struct desk_bar_in){ param_id(q) }, &bar))
		return changed;
	if (!organisation_id && !*f->name)
		return blamed(q, "name", REASON_NONE_CHOSEN);
	if (!organisation_id && sql_organisation_add(&q->work, &(struct organisation_add_in){ f->name }, &added))
		organisation_id = added.id;
	struct bar_join_in in = { .organisation_id = organisation_id, .kind = bar.kind, .folded = bar.folded };
	bool joined = sql_bar_join(&q->work, &in) > 0;
	audit_add(&q->work, "organisation.join", "organisation", organisation_id, "");
	return when(q, joined, next_page);
}

struct outcome names_show(struct request *q, void *into)
{
	struct desk_names *view = into;

	view->rows = sql_bars_named(&q->work);
	return shown;
}

/* Everybody that the typed name could mean. */
static struct list could_mean(struct request *q, const struct bar_named *bar)
{
	struct arena *arena = q->work.arena;
	struct list all = sql_bar_people(&q->work, &(struct bar_people_in){ bar->person_id });
	struct desk_name_person *people = arena_array(arena, all.count + 1, sizeof *people);
	struct list list = { people, 0 };
	struct name typed = name_read(arena, bar->words);

	for (size_t i = 0; i < all.count; i++) {
		const struct bar_people *person = list_row(&bar_people_view, all, i);
		struct name full = name_read(arena, person->full_name), called = name_read(arena, person->call_name);
		if (name_could_be(&typed, &full, &called))
			people[list.count++] = (struct desk_name_person){ person->person_id, person->full_name, person->call_name };
	}
	return list;
}

struct outcome name_show(struct request *q, void *into)
{
	struct desk_name *view = into;

	if (!sql_bar_named(&q->work, &(struct bar_named_in){ param_id(q) }, &view->bar) || !text_is(view->bar.state, "open"))
		return missing;
	view->people = could_mean(q, &view->bar);
	return shown;
}

struct outcome name_keep(struct request *q, const void *answers)
{
	const struct desk_name_form *f = answers;
	bool tie = text_is(f->settle, "tie");
	struct bar_settle_in in = { .state = tie ? "tied" : "aside", .other_id = tie ? f->other_id : 0, .bar_id = param_id(q) };

	if (tie && !f->other_id)
		return blamed(q, "other_id", REASON_NONE_CHOSEN);
	bool settled = sql_bar_settle(&q->work, &in) > 0;
	audit_add(&q->work, tie ? "name.tie" : "name.aside", "bar", in.bar_id, "state");
	return when(q, settled, next_page);
}
