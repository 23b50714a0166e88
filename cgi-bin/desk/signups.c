/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Reading a sign-up, and deciding. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/people.h"
#include "domain/signup.h"
#include "pages_desk.h"
#include "sql_bar.h"
#include "sql_desk.h"

enum { SHOWN_MOST = 50 };

/* Those of one state after the number `after`, as many as there is room for. */
static void add_waiting(struct request *q, struct desk_signups *view, struct desk_waiting *rows, const char *state, int64_t after)
{
	struct list more = sql_desk_waiting(&q->work, &(struct desk_waiting_in){ .now = q->work.now, .language = q->language.code, .state = state, .after = after });

	for (size_t i = 0; i < more.count; i++) {
		const struct desk_waiting *row = list_row(&desk_waiting_view, more, i);
		if (view->rows.count == SHOWN_MOST) {
			view->further = state;
			view->after = i ? rows[SHOWN_MOST - 1].signup_id : after;
			return;
		}
		rows[view->rows.count++] = *row;
	}
}

struct outcome signups_show(struct request *q, void *into)
{
	struct desk_signups *view = into;

	struct desk_waiting *rows = arena_array(q->work.arena, SHOWN_MOST, sizeof *rows);
	bool asked = text_is(query_value(q, "state"), "asked");
	int64_t after = 0;

	if (!text_is_count(query_value(q, "after"), &after))
		after = 0;
	view->rows.rows = rows;
	view->further = "";
	if (!asked)
		add_waiting(q, view, rows, "sent", after);
	if (!*view->further)
		add_waiting(q, view, rows, "asked", asked ? after : 0);
	return shown;
}

/* What a person typed about people is for a safeguarding lead alone, and so is that there was a concern. */
struct list open_bars(struct request *q, int64_t person_id)
{
	struct list all = sql_bars_of(&q->work, &(struct bars_of_in){ person_id });
	struct bars_of *rows = arena_array(q->work.arena, all.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	for (size_t i = 0; i < all.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, all, i);
		if (!text_is(bar->kind, "person") && !text_is(bar->kind, "concern"))
			rows[list.count++] = *bar;
	}
	return list;
}

struct outcome signup_show(struct request *q, void *into)
{
	struct desk_signup *view = into;
	int64_t signup_id = param_id(q);

	if (!sql_signup_answers(&q->work, &(struct signup_answers_in){ .signup_id = signup_id, .language = q->language.code }, &view->answers)
	    || text_is(view->answers.state, "open"))
		return missing;
	view->asks = sql_signup_asks(&q->work, &(struct signup_asks_in){ .signup_id = signup_id, .language = q->language.code });
	view->offers = sql_signup_offers(&q->work, &(struct signup_offers_in){ .signup_id = signup_id, .language = q->language.code });
	view->bars = open_bars(q, view->answers.person_id);
	view->may_decide = text_is(view->answers.state, "sent");
	return shown;
}

struct outcome signup_decide(struct request *q, const void *answers)
{
	const struct desk_signup_form *f = answers;
	int64_t signup_id = param_id(q);

	if (text_is(f->decision, "approve"))
		return when(q, signup_approve(&q->work, signup_id), next_page);
	if (text_is(f->decision, "ask"))
		return when(q, signup_ask_again(&q->work, signup_id, f->question), next_page);
	return when(q, signup_decline(&q->work, signup_id, f->reason), next_page);
}
