/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody was suggested or invited, and a coordinator is needed: to print a letter, or to say whom a name means. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/invitation.h"
#include "pages_desk.h"

struct outcome invitation_show(struct request *q, void *into)
{
	struct desk_invitation *view = into;
	const struct invitation_at_desk_in in = { .language = q->language.code, .invitation_id = param_id(q) };

	if (!sql_invitation_at_desk(&q->work, &in, &view->row) || *view->row.email)
		return missing;
	view->by_post = *view->row.address != '\0';
	view->code = crypto_code_shown(q->work.arena, invitation_code(&q->work, view->row.invitation_id));
	view->web = arena_printf(q->work.arena, "%s%s", q->settings.address,
				     link_to(q->work.arena, (struct link_base){ "", q->links.after }, "match", "/invited"));
	if (!view->by_post)
		view->people = invitation_means(&q->work, view->row.name, view->row.programme_id, view->row.by_id);
	return shown;
}

struct outcome invitation_press(struct request *q, const void *answers)
{
	const struct desk_invitation_form *f = answers;
	int64_t invitation_id = param_id(q);

	if (text_is(f->act, "posted"))
		return when(q, invitation_posted(&q->work, invitation_id), next_page);
	if (text_is(f->act, "aside"))
		return when(q, invitation_step(&q->work, invitation_id, "lapse", ACTOR_COORDINATOR), next_page);
	if (!f->person_id)
		return blamed(q, "person_id", REASON_NONE_CHOSEN);
	return when(q, invitation_tie(&q->work, invitation_id, f->person_id), next_page);
}
