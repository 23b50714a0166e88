/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How somebody without e-mail says they are, from a sheet of paper: printed, typed in once, and shown to nobody again. */
#include "domain/measure.h"

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "cgi-bin/measure-answers.h"
#include "pages_desk.h"

struct list how_on_paper(struct request *q, const struct desk_person *person)
{
	struct desk_person_measure *rows = arena_array(q->work.arena, person->signups.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	if (*person->person.email || !person->is_here)
		return list;
	struct list all = measures_due(&q->work, person->person.person_id, q->language.code);
	for (size_t i = 0; i < person->signups.count; i++) {
		const struct person_signups *signup = list_row(&person_signups_view, person->signups, i);
		const struct measure_due *due = text_is(signup->state, "approved") ? measure_due_in(all, signup->programme_id) : NULL;
		if (due && !due->given)
			rows[list.count++] = (struct desk_person_measure){ signup->signup_id, due->programme };
	}
	return list;
}

static bool find(struct request *q, struct desk_how *view)
{
	if (!sql_measure_signup(&q->work, &(struct measure_signup_in){ param_id(q) }, &view->row))
		return false;
	const struct measure_due *due = measure_due_in(measures_due(&q->work, view->row.person_id, q->language.code), view->row.programme_id);
	if (!due)
		return false;
	view->programme = due->programme;
	view->measures = due->measures;
	view->given = due->given;
	return true;
}

struct outcome how_show(struct request *q, void *into)
{
	struct desk_how *view = into;

	if (!find(q, view))
		return missing;
	q->formless = view->given;
	view->nothing = *query_value(q, "nothing") != '\0';
	return shown;
}

struct outcome how_sheet_show(struct request *q, void *into)
{
	struct desk_how *view = into;

	if (!find(q, view))
		return missing;
	web_speak(q, view->row.language);
	return find(q, view) ? shown : missing;
}

struct outcome how_keep(struct request *q, const void *answers)
{
	const struct desk_how *view = q->view;
	const struct measure_answers a = measure_answers(q);
	const char *back = arena_printf(q->work.arena, "/how-you-are/%lld", (long long)param_id(q));

	(void)answers;
	if (a.wrong)
		return blamed(q, a.wrong, REASON_WRONG_FORM);
	/* It can be done once: an empty form that was pressed is no empty sheet. */
	if (!a.any)
		return go_to(q, "desk", arena_printf(q->work.arena, "%s?nothing=1", back));
	return when(q, measure_give_on_paper(&q->work, view->row.person_id, view->row.programme_id, a.said), go_to(q, "desk", back));
}
