/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How somebody without e-mail says they are, from a sheet of paper: printed, typed in once, and shown to nobody again. */
#include "domain/measure.h"

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "pages_desk.h"

static const struct measure_due *due_in(struct list all, int64_t programme_id)
{
	for (size_t i = 0; i < all.count; i++) {
		const struct measure_due *due = list_row(&measure_due_view, all, i);
		if (due->programme_id == programme_id)
			return due;
	}
	return NULL;
}

struct list how_on_paper(struct request *q, const struct desk_person *person)
{
	struct desk_person_measure *rows = arena_array(q->work.arena, person->signups.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	if (*person->person.email || !person->is_here)
		return list;
	struct list all = measures_due(&q->work, person->person.person_id, q->language.code);
	for (size_t i = 0; i < person->signups.count; i++) {
		const struct person_signups *signup = list_row(&person_signups_view, person->signups, i);
		const struct measure_due *due = text_is(signup->state, "approved") ? due_in(all, signup->programme_id) : NULL;
		if (due && !due->given)
			rows[list.count++] = (struct desk_person_measure){ signup->signup_id, due->programme };
	}
	return list;
}

static bool find(struct request *q, struct desk_how *view)
{
	if (!sql_measure_signup(&q->work, &(struct measure_signup_in){ param_id(q) }, &view->row))
		return false;
	const struct measure_due *due = due_in(measures_due(&q->work, view->row.person_id, q->language.code), view->row.programme_id);
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

/* Left open, or rather not said, is the same. */
static int64_t answer_of(const char *typed)
{
	int64_t n;

	return text_is_count(typed, &n) ? n : MEASURE_UNSAID;
}

struct outcome how_keep(struct request *q, const void *answers)
{
	const struct desk_how_you_are_form *f = answers;
	const struct desk_how *view = q->view;
	const int64_t said[MEASURE_ITEMS] = { answer_of(f->companionship), answer_of(f->left_out), answer_of(f->isolated), answer_of(f->lonely),
		answer_of(f->satisfied), answer_of(f->worthwhile), answer_of(f->happy), answer_of(f->anxious) };

	/* Of two figures the template knows only that they are figures. */
	for (size_t i = 0; i < MEASURE_ITEMS; i++)
		if (said[i] > measure_items[i].most)
			return blamed(q, measure_items[i].item, REASON_WRONG_FORM);
	return when(q, measure_give_on_paper(&q->work, view->row.person_id, view->row.programme_id, said),
		    go_to(q, "desk", arena_printf(q->work.arena, "/how-you-are/%lld", (long long)param_id(q))));
}
