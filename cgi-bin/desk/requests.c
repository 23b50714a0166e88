/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What people ask of the charity about what is held on them, and who has left. */
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
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
