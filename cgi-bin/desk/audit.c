/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what, searched; and whether nobody has changed what is written there. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk/desk.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "pages_desk.h"

static const int64_t FAR_AWAY = 253402300799; /* the last second of the year 9999 */

/* Where to go on is sealed: the numbers of rows would tell how many are not shown. */
static const char *sealed(struct request *q, int64_t id)
{
	return id ? crypto_seal(q->work.arena, q->work.key, "audit page", arena_printf(q->work.arena, "%lld", (long long)id)) : "";
}

static int64_t unsealed(struct request *q, const char *text)
{
	const char *id = *text ? crypto_unseal(q->work.arena, q->work.key, "audit page", text) : NULL;

	return id ? strtoll(id, NULL, 10) : 0;
}

static const char *day_asked(struct request *q, const char *name)
{
	const char *day = query_value(q, name);
	struct day_parts parts;

	return day_parse(day, &parts) ? day : "";
}

struct outcome audit_show(struct request *q, void *into)
{
	struct desk_audit *view = into;
	struct arena *arena = q->work.arena;
	int64_t older;

	view->who = query_value(q, "who");
	view->verb = query_value(q, "verb");
	view->first_day = day_asked(q, "first");
	view->last_day = day_asked(q, "last");
	struct audit_question asked = { .verb = view->verb, .since = 0, .until = FAR_AWAY, .from = unsealed(q, query_value(q, "from")),
		.as_lead = (q->visitor.who & LEAD) != 0 };
	text_is_count(view->who, &asked.who);
	if (*view->first_day)
		asked.since = day_end(day_add(arena, view->first_day, -1));
	if (*view->last_day)
		asked.until = day_end(view->last_day);
	view->rows = audit_search(&q->work, &asked, &older);
	view->older = sealed(q, older);
	view->nothing = !view->rows.count;
	return shown;
}

struct outcome audit_keep(struct request *q, const void *answers)
{
	const struct desk_audit_form *f = answers;
	struct desk_audit *view = q->view;
	struct arena *arena = q->work.arena;
	int64_t who = *f->who ? person_typed(q, f->who, &view->people) : 0;

	if (*f->who && !who)
		return blamed(q, "who", view->people.count ? REASON_TAKEN : REASON_GONE);
	if (*f->first_day && *f->last_day && day_between(f->first_day, f->last_day) < 0)
		return blamed(q, "last_day", REASON_NOT_ALLOWED);
	return go_to(q, "desk", arena_printf(arena, "/audit?who=%s&verb=%s&first=%s&last=%s#found", who ? arena_printf(arena, "%lld", (long long)who) : "",
					     text_encoded(arena, f->verb), f->first_day, f->last_day));
}

struct outcome audit_chain_show(struct request *q, void *into)
{
	struct desk_audit_chain *view = into;

	view->holds = audit_holds(&q->work, &view->broken);
	return shown;
}
