/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who works here: asking somebody in, what they may do, where they are signed in. */
#include "domain/staff.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-charity-views.h"
#include "cgi-bin/desk/charity.h"
#include "domain/audit.h"
#include "domain/coordinator.h"
#include "domain/tell.h"
#include "pages_desk.h"

static bool has_coordinator(struct request *q)
{
	struct list all = coordinators(&q->work);
	const struct coordinator *rows = all.rows;

	for (size_t i = 0; i < all.count; i++)
		if (rows[i].is_active && !rows[i].is_silent)
			return true;
	return false;
}

/* A keeper asks coordinators in only where nobody else could: they look after the site, and read nobody's details. */
static struct staff_power power_of(struct request *q)
{
	unsigned who = q->visitor.who;
	bool coordinates = who & COORDINATOR || (who & KEEPER && !has_coordinator(q));

	return (struct staff_power){ coordinates, (who & KEEPER) != 0, (who & (LEAD | TRUSTEE)) != 0 };
}

struct outcome staff_show(struct request *q, void *into)
{
	struct desk_staff *view = into;
	struct list all = sql_staff_all(&q->work), away = coordinators(&q->work);
	struct desk_staff_person *rows = arena_array(q->work.arena, all.count + 1, sizeof *rows);

	for (size_t i = 0; i < all.count; i++) {
		const struct staff_all *s = list_row(&staff_all_view, all, i);
		const struct coordinator *c = coordinator_of(away, s->person_id);
		bool planned = c && *c->away_until && day_between(q->work.today, c->away_until) >= 0;
		const struct coordinator *deputy = planned ? coordinator_of(away, c->deputy_id) : NULL;
		rows[i] = (struct desk_staff_person){ *s, planned ? c->away_from : "", planned ? c->away_until : "", deputy ? deputy->call_name : "", c && c->is_silent };
	}
	view->rows = (struct list){ rows, all.count };
	return shown;
}

struct outcome invite_show(struct request *q, void *into)
{
	struct desk_invite *view = into;
	struct staff_power power = power_of(q);

	*view = (struct desk_invite){ power.coordinator, power.keeper, power.guard, "" };
	return shown;
}

/* What the domain says against it stands beside the roles. */
static struct outcome said_of(struct request *q, enum staff_said said, struct outcome done)
{
	if (said == STAFF_LAST)
		return blamed(q, "roles", REASON_GONE);
	if (said == STAFF_TOO_CLOSE)
		return blamed(q, "roles", REASON_NOT_ALLOWED);
	return when(q, said == STAFF_DONE, done);
}

/* Whoever works here already keeps what they do. */
static const char *also_of(struct request *q, int64_t person_id, struct texts roles)
{
	const struct staff_all *s = staff_of(sql_staff_all(&q->work), person_id);
	const char *asked = texts_joined(q->work.arena, roles);

	return s ? arena_printf(q->work.arena, "%s %s", s->roles, asked) : asked;
}

struct outcome invite_keep(struct request *q, const void *answers)
{
	const struct desk_invite_form *f = answers;
	bool by_card = !*f->email, may_card = (q->visitor.who & COORDINATOR) != 0;

	if (!f->roles.count)
		return blamed(q, "roles", REASON_NONE_CHOSEN);
	if (by_card && !may_card)
		return blamed(q, "email", REASON_NONE_CHOSEN);
	int64_t person_id = staff_invite(&q->work, &(struct staff_new){ f->full_name, f->call_name, f->email, q->language.code });
	if (!person_id)
		return q->work.trouble == TROUBLE_NONE ? blamed(q, "email", REASON_TAKEN) : when(q, false, shown);
	const char *where = arena_printf(q->work.arena, by_card ? "/new-card/%lld" : "/role/%lld", (long long)person_id);
	return said_of(q, staff_put_roles(&q->work, person_id, also_of(q, person_id, f->roles), power_of(q)), go_to(q, "desk", where));
}

struct outcome role_show(struct request *q, void *into)
{
	struct desk_role *view = into;
	const struct staff_all *s = staff_of(sql_staff_all(&q->work), param_id(q));
	struct staff_power power = power_of(q);

	if (!s || !sql_staff_one(&q->work, &(struct staff_one_in){ param_id(q) }, &view->row))
		return missing;
	view->may_coordinator = power.coordinator;
	view->may_keeper = power.keeper;
	view->may_guard = power.guard;
	view->roles = s->roles;
	view->logins = sql_logins_of(&q->work, &(struct logins_of_in){ s->person_id });
	view->may_end = view->logins.count > 0;
	view->may_card = !*view->row.email && (q->visitor.who & COORDINATOR);
	view->is_self = s->person_id == q->visitor.person_id;
	return shown;
}

struct outcome role_keep(struct request *q, const void *answers)
{
	const struct desk_role_form *f = answers;
	int64_t person_id = param_id(q);
	bool is_self = person_id == q->visitor.person_id;

	if (text_is(f->act, "end-logins")) {
		bool ended = staff_end_logins(&q->work, person_id, is_self ? q->visitor.token : "") > 0;
		return when(q, ended || q->work.trouble == TROUBLE_NONE, go_to(q, "desk", "/staff"));
	}
	if (text_is(f->act, "again")) {
		tell(&q->work, person_id, "role");
		audit_add(&q->work, "staff.invite-again", "person", person_id, "");
		return when(q, q->work.trouble == TROUBLE_NONE, go_to(q, "desk", "/staff"));
	}
	return said_of(q, staff_put_roles(&q->work, person_id, texts_joined(q->work.arena, f->roles), power_of(q)), go_to(q, "desk", "/staff"));
}
