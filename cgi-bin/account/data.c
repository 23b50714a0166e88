/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Everything that is held on a person, to read, to print, and as a file. The page shows what the file says. */
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "cgi-bin/held.h"
#include "domain/request.h"
#include "pages_account.h"

enum { COMPLAINTS_AN_HOUR = 20, HOUR = 3600 };

static const char *held(struct request *q)
{
	return held_json(&q->work, q->visitor.person_id, q->language.code);
}

struct outcome data_show(struct request *q, void *into)
{
	struct account_data *view = into;

	view->groups = held_groups(&q->work, held(q));
	return shown;
}

struct outcome data_file_show(struct request *q, void *into)
{
	(void)into;
	return web_download(q, "bothways.json", held(q));
}

struct outcome complaint_show(struct request *q, void *into)
{
	struct account_complaint *view = into;

	view->is_visitor = !q->work.person_id;
	return shown;
}

struct outcome complaint_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "complaint", web_network(q), COMPLAINTS_AN_HOUR, HOUR) ? too_often : go_on;
}

struct outcome complaint_keep(struct request *q, const void *answers)
{
	const struct account_complaint_form *f = answers;
	/* Not a rule of the template: whoever is signed in is not asked. */
	if (!q->work.person_id && !*f->reply_to)
		return blamed(q, "reply_to", REASON_NONE_CHOSEN);
	const struct request_new request = { .kind = f->kind, .words = f->words, .reply_to = q->work.person_id ? "" : f->reply_to };

	return when(q, request_make(&q->work, &request) != 0, next_page);
}

struct outcome complaint_sent_show(struct request *q, void *into)
{
	struct account_complaint_sent *view = into;

	view->by_day = day_add(q->work.arena, q->work.today, REQUEST_DAYS);
	return shown;
}
