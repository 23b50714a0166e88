/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From an unpacked zip to a site: opened by a code that lies on the host, closed for good at its end. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/setup/setup.h"
#include "pages_setup.h"
#include "sql_setting.h"

enum { TRIES_LAST = 15 * 60, TRIES = 10, ALL_LAST = 3600, ALL_TRIES = 200 };

void put_setting(struct request *q, const char *name, const char *value)
{
	sql_setting_put(&q->work, &(struct setting_put_in){ .name = name, .value = value });
}

static const char *prepare(struct request *q)
{
	switch (site_found(q->site, q->http->root)) {
	case SITE_FOUNDED: return NULL;
	case SITE_NOT_OURS: return "not-ours";
	case SITE_NO_PLACE: return "no-place";
	case SITE_NO_CONF: return "no-conf";
	default: return "not-made";
	}
}

static struct outcome start_show(struct request *q, void *into)
{
	struct setup_start *view = into;
	const char *slash = strrchr(q->site->data, '/');

	view->path = q->site->data;
	view->folder = slash ? slash + 1 : q->site->data;
	view->open = web_setup_code(q) != NULL;
	/* The code that ended set-up is worth nothing: it need not lie there. */
	if (!view->open)
		site_setup_code_forget(q->work.arena, q->site);
	view->is_in = (q->visitor.who & SETTER) != 0;
	view->secure = q->http->secure;
	q->formless = !view->open;
	return shown;
}

/* By one network, and by all together: the code has 40 bits. */
static struct outcome start_count(struct request *q, const void *answers)
{
	(void)answers;
	bool often = web_too_often(q, "setup", web_network(q), TRIES, TRIES_LAST);

	often |= web_too_often(q, "setup of all", "", ALL_TRIES, ALL_LAST);
	return often ? too_often : shown;
}

static struct outcome start_keep(struct request *q, const void *answers)
{
	const struct setup_start_form *f = answers;
	const char *code = web_setup_code(q), *typed = crypto_code_read(q->work.arena, f->code);

	if (!code)
		return denied;
	if (!typed || !crypto_same(code, typed))
		return blamed(q, "code", REASON_WRONG_CODE);
	put_setting(q, "setup_browser", web_browser(q));
	return next_page;
}

static const struct page pages[] = {
	/* path           who     reads                   keeps                     next */
	{ "/start",       ANYONE, SHOW(start_show),       KEEP(start_keep),         "/checks", .counts = start_count },
	{ "/checks",      SETTER, SHOW(checks_show),      KEEP(checks_keep),        "/checks", .slow = checks_slow, .question = true },
	{ "/restore",     SETTER, SHOW(restore_show),       KEEP(restore_keep),       NULL, .slow = restore_slow },
	{ "/charity",     SETTER, SHOW(charity_show),     KEEP(charity_keep),       NULL, .question = true },
	{ "/languages",   SETTER, SHOW(languages_show),   KEEP(languages_keep),     NULL, .question = true },
	{ "/mail",        SETTER, SHOW(mail_show),        KEEP(mail_keep),          "/mail-sent", .slow = mail_slow, .question = true },
	{ "/mail-sent",   SETTER, SHOW(mail_sent_show),   NOTHING,                  NULL },
	{ "/programme",   SETTER, SHOW(programme_show),   KEEP(programme_keep),     NULL, .question = true },
	{ "/people",      SETTER, SHOW(people_show),      KEEP(people_keep),        NULL, .question = true, .applies = is_first_time },
	{ "/coordinator", SETTER, NOTHING,                KEEP(coordinator_keep),   NULL, .question = true, .applies = is_again },
	{ "/finish",      SETTER, SHOW(finish_show),      KEEP(finish_keep),        NULL, .question = true },
};

const struct program page_program = {
	.name = "setup", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = setup_templates,
	.template_count = &setup_template_count, .home = "/start", .section = SECTION_SETUP, .prepare = prepare,
};
