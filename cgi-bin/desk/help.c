/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A coordinator fills in somebody's own pages: said on each of them, over by a press or after half an hour, told to the
   person, and in the audit under the coordinator's name. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "domain/audit.h"
#include "domain/tell.h"
#include "pages_desk.h"
#include "sql_browser.h"

enum { HELP_SECONDS = 30 * 60 };

struct outcome help_show(struct request *q, void *into)
{
	struct desk_help *view = into;

	if (!sql_person_shown(&q->work, &(struct person_shown_in){ param_id(q) }, &view->person))
		return missing;
	view->may = (text_is(view->person.state, "active") || text_is(view->person.state, "paused")) && !view->person.is_staff;
	q->formless = !view->may;
	return shown;
}

static struct outcome begin(struct request *q, int64_t person_id)
{
	if (sql_browser_helps(&q->work, &(struct browser_helps_in){ .helps_id = person_id, .helps_until = q->work.now + HELP_SECONDS, .token = q->visitor.token }) <= 0)
		return when(q, false, next_page);
	audit_add(&q->work, "help.begin", "person", person_id, "");
	tell(&q->work, person_id, "helped");
	return when(q, true, go_to(q, "account", "/details"));
}

struct outcome help_keep(struct request *q, const void *answers)
{
	const struct desk_help_form *f = answers;
	int64_t person_id = param_id(q);

	if (text_is(f->act, "begin"))
		return begin(q, person_id);
	/* Over already is over. */
	if (q->visitor.helps_id && sql_browser_helps_end(&q->work, &(struct browser_helps_end_in){ q->visitor.token }) > 0)
		audit_add(&q->work, "help.end", "person", q->visitor.helps_id, "");
	return when(q, true, go_to(q, "desk", arena_printf(q->work.arena, "/person/%lld", (long long)person_id)));
}
