/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Leaving for somebody who rings; who asked to be erased, and which concern it waits for; how long things are kept, tried without touching anything. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/concern.h"
#include "domain/erase.h"
#include "domain/leave.h"
#include "domain/retention.h"
#include "pages_desk.h"

enum { PLAN_DAYS = 30 };

/* Of what it waits for, what this lead may read. */
static struct list readable(struct request *q, struct list held)
{
	struct erase_tied *rows = arena_array(q->work.arena, held.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	for (size_t i = 0; i < held.count; i++) {
		const struct erase_tied *row = list_row(&erase_tied_view, held, i);
		if (concern_may_read(&q->work, row->concern_id))
			rows[list.count++] = *row;
	}
	return list;
}

struct outcome erasures_show(struct request *q, void *into)
{
	struct desk_erasures *view = into;
	struct list rows = sql_erasures(&q->work, &(struct erasures_in){ q->work.now });
	struct desk_erasure *shown_rows = arena_array(q->work.arena, rows.count + 1, sizeof *shown_rows);

	for (size_t i = 0; i < rows.count; i++) {
		const struct erasures *row = list_row(&erasures_view, rows, i);
		shown_rows[i] = (struct desk_erasure){ row->person_id, *row, readable(q, erase_held(&q->work, row->person_id)) };
	}
	view->rows = (struct list){ shown_rows, rows.count };
	q->formless = rows.count == 0;
	return shown;
}

struct outcome erasures_keep(struct request *q, const void *answers)
{
	const struct desk_erasures_form *f = answers;

	if (!f->person_id)
		return blamed(q, "person_id", REASON_NONE_CHOSEN);
	return when(q, leave_undo(&q->work, f->person_id), next_page);
}

struct outcome retention_show(struct request *q, void *into)
{
	struct desk_retention *view = into;
	struct desk_retention_rule *rules = arena_array(q->work.arena, retention_rule_count, sizeof *rules);

	for (size_t i = 0; i < retention_rule_count; i++) {
		const struct retention_rule *rule = &retention_rules[i];
		struct desk_retention_rule row = { .rule = rule->name, .days = rule->days };
		/* That there is a worry is for leads. */
		if (rule->leads_only && !(q->visitor.who & LEAD))
			continue;
		row.coming = retention_plan(&q->work, rule, PLAN_DAYS);
		rules[view->rules.count++] = row;
	}
	view->rules.rows = rules;
	return shown;
}

struct outcome leave_show(struct request *q, void *into)
{
	struct desk_leave *view = into;

	if (!sql_leave_person(&q->work, &(struct leave_person_in){ param_id(q) }, &view->person))
		return missing;
	view->pairs = sql_leave_pairs(&q->work, &(struct leave_pairs_in){ param_id(q) });
	q->formless = view->person.works_here;
	return shown;
}

/* To be erased is told to leads alone: a coordinator who knew since when could tell from the waiting that there is a worry. */
struct outcome leave_keep(struct request *q, const void *answers)
{
	const struct desk_leave_form *f = answers;
	bool lead = (q->visitor.who & LEAD) != 0;
	const struct leaving leaving = { .person_id = param_id(q), .ring = f->ring, .erase = f->erase && lead };

	return when(q, leave_now(&q->work, &leaving, ACTOR_COORDINATOR), go_to(q, "desk", leaving.erase ? "/erasures" : "/todo"));
}

struct outcome erase_keep(struct request *q, const void *answers)
{
	const struct desk_erase_form *f = answers;
	struct desk_erase *view = q->view;
	struct leave_person person;
	int64_t person_id = person_typed(q, f->who, &view->people);

	if (!person_id || !sql_leave_person(&q->work, &(struct leave_person_in){ person_id }, &person))
		return blamed(q, "who", view->people.count > 1 ? REASON_TAKEN : REASON_GONE);
	return go_to(q, "desk", arena_printf(q->work.arena, "/leave/%lld", (long long)person_id));
}
