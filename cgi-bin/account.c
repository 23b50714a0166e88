/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Signing in and out, and a person's own page. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "domain/audit.h"
#include "pages_account.h"
#include "sql_person.h"

const struct outcome go_on = { OUTCOME_PAGE, NULL };

/* Addresses of pages that a signed-in person may have wanted: program, slash, letters and figures. */
bool is_page(const char *wanted)
{
	static const char *const programs[] = { "account/", "match/", "feedback/", "desk/", "signup/" };

	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		if (text_starts(wanted, programs[i]))
			return strspn(wanted, "abcdefghijklmnopqrstuvwxyz0123456789-/") == strlen(wanted);
	return false;
}

/* Where somebody goes who has just signed in. */
struct outcome land(struct request *q, int64_t person_id, const char *wanted, bool strong)
{
	struct person_roles roles;

	if (sql_person_roles(&q->work, &(struct person_roles_in){ person_id }, &roles)) {
		bool staff = roles.is_coordinator || roles.is_lead || roles.is_trustee || roles.is_keeper || roles.is_reader;
		if (staff && !strong)
			return go_to(q, "account", arena_printf(q->work.arena, "%s%s%s", roles.has_app ? "/app" : "/enrol",
								is_page(wanted) ? "?to=" : "", is_page(wanted) ? wanted : ""));
		if (!is_page(wanted) && (roles.is_coordinator || roles.is_keeper))
			return go_to(q, "desk", "/todo");
		if (!is_page(wanted) && staff)
			return go_to(q, "desk", roles.is_lead || roles.is_trustee ? "/concerns" : "/languages");
	}
	if (!is_page(wanted))
		return go_to(q, "account", "/me");
	const char *slash = strchr(wanted, '/');
	return go_to(q, arena_slice(q->work.arena, wanted, (size_t)(slash - wanted)), slash);
}

struct outcome sign_in(struct request *q, int64_t person_id, bool own_device, bool strong)
{
	const char *wanted = q->visitor.wanted;

	if (!web_may_sign_in(q))
		return refuse(q, 403, "not-secure");
	if (!web_sign_in(q, person_id, own_device, strong))
		return when(q, false, shown);
	q->work.person_id = person_id;
	audit_add(&q->work, "login.begin", "person", person_id, "");
	return land(q, person_id, wanted, strong);
}

static struct outcome sign_out_keep(struct request *q, const void *answers)
{
	(void)answers;
	if (q->visitor.person_id)
		audit_add(&q->work, "login.end", "person", q->visitor.person_id, "");
	web_sign_out(q);
	/* The browser forgets the site, but not which language it speaks. */
	return go_to(q, "signup", arena_printf(q->work.arena, "/home?lang=%s", q->language.code));
}

static const struct page pages[] = {
	/* path          who     reads                keeps                 next */
	{ "/sign-in",    ANYONE, NOTHING,             KEEP(sign_in_keep),   "/code", .counts = sign_in_count },
	{ "/code",       ANYONE, SHOW(code_show),     KEEP(code_keep),      NULL, .counts = code_count },
	{ "/link/:link", ANYONE, SHOW(link_show),     KEEP(link_keep),      NULL },
	{ "/card",       ANYONE, NOTHING,             KEEP(card_keep),      NULL, .counts = card_count, .slow = card_slow },
	{ "/who",        ANYONE, SHOW(who_show),      KEEP(who_keep),       NULL },
	{ "/app",        HALF,   NOTHING,             KEEP(app_keep),       NULL, .counts = digits_count },
	{ "/recovery",   HALF,   NOTHING,             KEEP(recovery_keep),  NULL, .counts = digits_count, .slow = recovery_slow },
	{ "/enrol",      HALF,   SHOW(enrol_show),    KEEP(enrol_keep),     NULL, .counts = digits_count, .slow = enrol_slow },
	{ "/sign-out",   ANYONE, NOTHING,             KEEP(sign_out_keep),  NULL },
	{ "/me",         PERSON, SHOW(me_show),       NOTHING,              NULL },
	{ "/bars",       PERSON, SHOW(bars_show),     KEEP(bars_keep),      "/me" },
	{ "/asks",       PERSON, SHOW(asks_show),     NOTHING,              NULL, .helped = true },
	{ "/ask/:ask_id",            PERSON, SHOW(ask_show),         KEEP(ask_keep),        "/asks", .helped = true },
	{ "/new-ask/:signup_id",     PERSON, SHOW(new_ask_show),     KEEP(new_ask_keep),    "/asks", .helped = true },
	{ "/offer/:offer_id",        PERSON, SHOW(offer_show),       KEEP(offer_keep),      "/asks", .helped = true },
	{ "/new-offer/:signup_id",   PERSON, SHOW(new_offer_show),   KEEP(new_offer_keep),  "/asks", .helped = true },
	{ "/details",                PERSON, SHOW(details_show),     NOTHING,               NULL, .helped = true },
	{ "/name",                   PERSON, READS(account_name),    KEEP(name_keep),       "/details", .helped = true },
	{ "/reach",                  PERSON, SHOW(reach_show),       KEEP(reach_keep),      "/details", .helped = true },
	{ "/values",                 PERSON, READS(account_values),  KEEP(values_keep),     "/details", .helped = true },
	{ "/time",                   PERSON, READS(account_time),    KEEP(time_keep),       "/details", .helped = true },
	{ "/tongues",                PERSON, READS(account_tongues), KEEP(tongues_keep),    "/details", .helped = true },
	{ "/meet/:signup_id",        PERSON, SHOW(meet_show),        KEEP(meet_keep),       "/details", .helped = true },
	{ "/pause",                  PERSON, SHOW(pause_show),       KEEP(pause_keep),      "/me", .helped = true },
	{ "/back",                   PERSON, NOTHING,                KEEP(back_keep),       "/me", .helped = true },
	{ "/join",                   PERSON, SHOW(join_show),        KEEP(join_keep),       NULL },
	{ "/data",                   PERSON, SHOW(data_show),        NOTHING,               NULL },
	{ "/how-you-are/:programme_id", PERSON, SHOW(how_you_are_show), KEEP(how_you_are_keep), "/me" },
	{ "/lesson/:lesson",         PERSON, SHOW(lesson_show),      KEEP(lesson_keep),     "/me" },
	{ "/logins",                 PERSON, SHOW(logins_show),      KEEP(logins_keep),     "/logins" },
	{ "/complaint",              ANYONE, SHOW(complaint_show),   KEEP(complaint_keep),  "/complaint-sent", .counts = complaint_count },
	{ "/complaint-sent",         ANYONE, SHOW(complaint_sent_show), NOTHING,            NULL },
	{ "/data-file",              PERSON, SHOW(data_file_show),   NOTHING,               NULL, .type = "application/json" },
	{ "/leave",                  PERSON, SHOW(leave_show),       KEEP(leave_keep),      NULL },
	{ "/left",                   ANYONE, NOTHING,                NOTHING,               NULL },
	{ "/erase",                  PERSON, SHOW(erase_show),       KEEP(erase_keep),      NULL },
	{ "/erased",                 ANYONE, NOTHING,                NOTHING,               NULL },
	{ "/demo/:key",  DEMO,   SHOW(demo_show),     KEEP(demo_keep),      NULL },
	{ "/outgoing",   DEMO,   SHOW(outgoing_show), NOTHING,              NULL },
};

const struct program page_program = {
	.name = "account", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = account_templates,
	.template_count = &account_template_count, .home = "/me",
};
