/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What people ask of the charity about what is held on them, who has left, and what is held printed for who cannot read it on a screen. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/held.h"
#include "domain/audit.h"
#include "domain/leave.h"
#include "domain/task.h"
#include "pages_desk.h"

struct outcome request_show(struct request *q, void *into)
{
	struct desk_request *view = into;

	if (!sql_request_one(&q->work, &(struct request_one_in){ param_id(q) }, &view->row))
		return missing;
	view->may_return = text_is(view->row.kind, "left") && text_is(view->row.person_state, "left");
	view->by_letter = view->row.person_id && !*view->row.email && !text_is(view->row.kind, "left");
	return shown;
}

struct outcome request_press(struct request *q, const void *answers)
{
	const struct desk_request_form *f = answers;
	const struct desk_request *view = q->view;

	if (text_is(f->act, "return") && !leave_undo(&q->work, view->row.person_id))
		return when(q, false, next_page);
	return when(q, task_done(&q->work, param_id(q)), next_page);
}

/* In their language, unless another was pressed. */
struct outcome print_show(struct request *q, void *into)
{
	struct desk_data *view = into;

	if (!sql_data_person(&q->work, &(struct data_person_in){ param_id(q) }, &view->person))
		return missing;
	web_speak(q, view->person.language);
	view->groups = held_groups_at_desk(&q->work, held_json(&q->work, view->person.person_id, q->language.code));
	view->web = arena_printf(q->work.arena, "%s%s", q->settings.address, link_to(q->work.arena, (struct link_base){ "", q->links.after }, "account", "/sign-in"));
	return shown;
}

void print_noted(struct request *q)
{
	audit_add(&q->work, "data.print", "person", param_id(q), "");
}
