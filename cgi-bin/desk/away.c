/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a coordinator is away, and who stands in. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-todo-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/coordinator.h"
#include "pages_desk.h"

static struct desk_away_person shown_as(struct list all, const struct coordinator *c)
{
	const struct coordinator *deputy = coordinator_of(all, c->deputy_id);

	return (struct desk_away_person){ c->person_id, c->call_name, c->away_from, c->away_until, deputy ? deputy->call_name : "", c->seen_at,
		c->is_away, c->is_silent };
}

struct outcome away_show(struct request *q, void *into)
{
	struct desk_away *view = into;
	struct list all = coordinators(&q->work);
	const struct coordinator *rows = all.rows, *own = coordinator_of(all, q->visitor.person_id);
	struct desk_away_person *others = arena_array(q->work.arena, all.count + 1, sizeof *others);
	struct desk_away_person *away = arena_array(q->work.arena, all.count + 1, sizeof *away);

	if (!own)
		return missing;
	for (size_t i = 0; i < all.count; i++) {
		const struct coordinator *c = &rows[i];
		if (c != own && c->is_active)
			others[view->others.count++] = shown_as(all, c);
		bool planned = *c->away_until && day_between(q->work.today, c->away_until) >= 0;
		if (planned || (c != own && c->is_active && c->is_silent))
			away[view->away.count++] = shown_as(all, c);
	}
	view->others.rows = others;
	view->away.rows = away;
	view->is_planned = *own->away_until && day_between(q->work.today, own->away_until) >= 0;
	view->away_from = view->is_planned ? own->away_from : "";
	view->away_until = view->is_planned ? own->away_until : "";
	view->deputy_id = own->deputy_id;
	return shown;
}

struct outcome away_keep(struct request *q, const void *answers)
{
	const struct desk_away_form *f = answers;
	bool back = text_is(f->act, "back");

	if (back)
		return when(q, coordinator_go_away(&q->work, q->visitor.person_id, "", "", 0), next_page);
	if (!*f->away_from)
		return blamed(q, "away_from", REASON_NONE_CHOSEN);
	if (!*f->away_until)
		return blamed(q, "away_until", REASON_NONE_CHOSEN);
	if (day_between(q->work.today, f->away_until) < 0 || day_between(f->away_from, f->away_until) < 0)
		return blamed(q, "away_until", REASON_NOT_ALLOWED);
	return when(q, coordinator_go_away(&q->work, q->visitor.person_id, f->away_from, f->away_until, f->deputy_id), next_page);
}
