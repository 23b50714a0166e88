/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who works here first, and the end of set-up. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/setup/setup.h"
#include "domain/audit.h"
#include "domain/find.h"
#include "pages_setup.h"
#include "sql_person.h"

bool is_first_time(struct request *q)
{
	return q->settings.setup_done_at == 0;
}

bool is_again(struct request *q)
{
	return !is_first_time(q);
}

struct outcome people_show(struct request *q, void *into)
{
	struct setup_people *view = into;
	struct list staff = sql_setup_staff(&q->work);

	*view = (struct setup_people){ { "", "", "" }, "", "", "", "", "" };
	if (!is_first_time(q))
		return go_to(q, "setup", "/coordinator");
	for (size_t i = 0; i < staff.count; i++) {
		const struct setup_staff *s = list_row(&setup_staff_view, staff, i);
		if (text_is(s->role, "coordinator")) {
			view->coordinator = (struct setup_coordinator){ s->full_name, s->call_name, s->email };
		} else if (text_is(s->role, "lead") && !*view->lead_name) {
			view->lead_name = s->full_name;
			view->lead_email = s->email;
		} else if (!text_is(s->role, "keeper")) {
			view->second_role = s->role;
			view->second_name = s->full_name;
			view->second_email = s->email;
		}
	}
	return shown;
}

/* The person of staff with this address, or a new one. */
static int64_t staff_of(struct request *q, const char *full_name, const char *call_name, const char *email)
{
	struct setup_staff_by_email known;
	struct person_add_staff added = { 0 };

	if (sql_setup_staff_by_email(&q->work, &(struct setup_staff_by_email_in){ email }, &known) && known.person_id)
		return known.person_id;
	sql_person_add_staff(&q->work, &(struct person_add_staff_in){ .call_name = call_name, .full_name = full_name, .email = email,
		.language = q->language.code, .now = q->work.now }, &added);
	find_learn(&q->work, added.id);
	return added.id;
}

static void give_role(struct request *q, int64_t person_id, const char *role)
{
	if (sql_setup_role_add(&q->work, &(struct setup_role_add_in){ .person_id = person_id, .role = role, .now = q->work.now }))
		audit_add(&q->work, arena_printf(q->work.arena, "role.%s", role), "person", person_id, "");
}

static void give_desk(struct request *q, int64_t person_id)
{
	give_role(q, person_id, "coordinator");
	give_role(q, person_id, "keeper");
	put_setting(q, "setup_coordinator", arena_printf(q->work.arena, "%lld", (long long)person_id));
}

static bool somebody_works_here(struct request *q)
{
	struct setup_apps apps;

	return sql_setup_apps(&q->work, &apps) && apps.n > 0;
}

struct outcome people_keep(struct request *q, const void *answers)
{
	const struct setup_people_form *f = answers;
	bool trustee = text_is(f->second_role, "trustee");

	if (!is_first_time(q) || somebody_works_here(q))
		return denied;
	if (text_same(f->second_email, f->lead_email))
		return blamed(q, "second_email", REASON_TAKEN);
	if (trustee && text_same(f->second_email, f->email))
		return blamed(q, "second_email", REASON_NOT_ALLOWED);
	sql_setup_unsay_roles(&q->work);
	sql_setup_unsay_people(&q->work);
	give_desk(q, staff_of(q, f->full_name, f->call_name, f->email));
	give_role(q, staff_of(q, f->lead_name, f->lead_name, f->lead_email), "lead");
	give_role(q, staff_of(q, f->second_name, f->second_name, f->second_email), trustee ? "trustee" : "lead");
	return next_page;
}

struct outcome coordinator_keep(struct request *q, const void *answers)
{
	const struct setup_coordinator_form *f = answers;

	if (is_first_time(q))
		return denied;
	int64_t person_id = staff_of(q, f->full_name, f->call_name, f->email);
	give_desk(q, person_id);
	sql_setup_unsay_app(&q->work, &(struct setup_unsay_app_in){ person_id });
	audit_add(&q->work, "login.unenrol", "person", person_id, "totp");
	return next_page;
}

static bool has_people(struct list staff)
{
	int leads = 0, coordinators = 0;

	for (size_t i = 0; i < staff.count; i++) {
		const struct setup_staff *s = list_row(&setup_staff_view, staff, i);
		leads += text_is(s->role, "lead") || text_is(s->role, "trustee");
		coordinators += text_is(s->role, "coordinator");
	}
	return leads >= 2 && coordinators >= 1;
}

struct outcome finish_show(struct request *q, void *into)
{
	struct setup_finish *view = into;
	struct setup_first programme = { .words = "" };

	*view = (struct setup_finish){
		.site_name = q->settings.site_name, .address = q->settings.address, .staff = sql_setup_staff(&q->work),
		.no_charity = !*q->settings.address || !*q->settings.phone, .no_mail = !text_starts(q->settings.setup_mail, "taken"),
		.not_secure = !web_may_sign_in(q), .not_checked = checks_stop(q->settings.setup_found),
	};
	view->no_programme = !sql_setup_first(&q->work, &(struct setup_first_in){ q->language.code }, &programme);
	view->programme = programme.words;
	view->no_people = !has_people(view->staff) || !q->settings.setup_coordinator;
	view->ready = !view->no_charity && !view->no_mail && !view->no_programme && !view->no_people && !view->not_secure && !view->not_checked;
	q->formless = !view->ready;
	return shown;
}

/* Closed in the same transaction: the code is spent, and its file goes at the next look. */
struct outcome finish_keep(struct request *q, const void *answers)
{
	struct setup_finish view;
	const char *code = web_setup_code(q);

	(void)answers;
	finish_show(q, &view);
	if (!view.ready || !code)
		return changed;
	int64_t person_id = q->settings.setup_coordinator;
	put_setting(q, "setup_spent", crypto_keyed(q->work.arena, q->work.key, "setup", code));
	put_setting(q, "setup_browser", "");
	put_setting(q, "setup_coordinator", "0");
	put_setting(q, "news_read", BOTHWAYS_VERSION);
	put_setting(q, "setup_done_at", arena_printf(q->work.arena, "%lld", (long long)q->work.now));
	audit_add(&q->work, "setup.end", "setting", 0, "");
	if (!web_sign_in(q, person_id, false, false))
		return when(q, false, shown);
	q->work.person_id = person_id;
	audit_add(&q->work, "login.begin", "person", person_id, "");
	return go_to(q, "account", "/enrol");
}
