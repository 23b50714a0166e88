/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who runs the site, in which languages, and its first programme. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/setup/setup.h"
#include "domain/audit.h"
#include "domain/programme.h"
#include "pages_setup.h"

/* The zones of the page, as POSIX rules. */
static const struct { const char *zone, *rule; } zones[] = {
	{ "britain", "GMT0BST,M3.5.0/1,M10.5.0" }, { "mainland", "CET-1CEST,M3.5.0,M10.5.0/3" },
	{ "east-europe", "EET-2EEST,M3.5.0/3,M10.5.0/4" }, { "east-america", "EST5EDT,M3.2.0,M11.1.0" },
	{ "west-america", "PST8PDT,M3.2.0,M11.1.0" }, { "world", "UTC0" },
};
enum { ZONES = sizeof zones / sizeof *zones };

static const char *zone_of(const char *rule)
{
	for (size_t i = 0; i < ZONES; i++)
		if (text_is(zones[i].rule, rule))
			return zones[i].zone;
	return "";
}

static const char *rule_of(const char *zone)
{
	for (size_t i = 0; i < ZONES; i++)
		if (text_is(zones[i].zone, zone))
			return zones[i].rule;
	return "UTC0";
}

struct outcome charity_show(struct request *q, void *into)
{
	struct setup_charity *view = into;
	const struct settings *s = &q->settings;
	bool known = *s->address != '\0';

	*view = (struct setup_charity){
		.site_name = known ? s->site_name : "", .phone = s->phone, .phone_hours = s->phone_hours,
		.concern_phone = text_is(s->concern_phone, s->phone) ? "" : s->concern_phone, .concern_hours = s->concern_hours,
		.email = s->email, .post_address = s->post_address,
		.address = known ? s->address : arena_printf(q->work.arena, "https://%s%s", q->http->host, q->links.before),
		.zone = zone_of(s->time_rule), .source_address = s->source_address,
	};
	return shown;
}

struct outcome charity_keep(struct request *q, const void *answers)
{
	const struct setup_charity_form *f = answers;

	if (text_ends(f->address, "/"))
		return blamed(q, "address", REASON_WRONG_FORM);
	put_setting(q, "site_name", f->site_name);
	put_setting(q, "phone", f->phone);
	put_setting(q, "phone_hours", f->phone_hours);
	put_setting(q, "concern_phone", f->concern_phone);
	put_setting(q, "concern_hours", arena_printf(q->work.arena, "%lld", (long long)f->concern_hours));
	put_setting(q, "email", f->email);
	put_setting(q, "post_address", f->post_address);
	put_setting(q, "address", f->address);
	put_setting(q, "ending", q->links.after);
	put_setting(q, "time_rule", rule_of(f->zone));
	audit_add(&q->work, "setting.change", "setting", 0, "site_name phone phone_hours concern_phone concern_hours email post_address address ending time_rule");
	return next_page;
}

struct outcome languages_show(struct request *q, void *into)
{
	struct setup_languages *view = into;
	struct texts all = language_all(q->work.arena);
	struct setup_language *rows = arena_array(q->work.arena, all.count, sizeof *rows);
	const char *rest = q->settings.languages;

	for (size_t i = 0; i < all.count; i++) {
		struct language about = language_about(q->work.arena, all.values[i]);
		rows[i] = (struct setup_language){ all.values[i], about.name, about.dir, !about.reviewed,
			text_has_word(q->settings.languages, all.values[i]) };
	}
	view->all = (struct list){ rows, all.count };
	view->first = text_piece(q->work.arena, &rest, ' ');
	return shown;
}

struct outcome languages_keep(struct request *q, const void *answers)
{
	const struct setup_languages_form *f = answers;
	struct buffer codes = buffer_in(q->work.arena, 64);
	bool first_is_one = false;

	buffer_text(&codes, f->first);
	for (size_t i = 0; i < f->languages.count; i++) {
		const char *code = f->languages.values[i];
		first_is_one |= text_is(code, f->first);
		if (!text_is(code, f->first))
			buffer_printf(&codes, " %s", code);
	}
	if (!first_is_one)
		return blamed(q, "first", REASON_NOT_ALLOWED);
	put_setting(q, "languages", buffer_string(&codes));
	audit_add(&q->work, "setting.change", "setting", 0, "languages");
	return next_page;
}

struct outcome programme_show(struct request *q, void *into)
{
	struct setup_programme *view = into;

	view->is_there = sql_setup_first(&q->work, &(struct setup_first_in){ q->language.code }, &view->row);
	q->formless = view->is_there;
	return shown;
}

struct outcome programme_keep(struct request *q, const void *answers)
{
	const struct setup_programme_form *f = answers;
	struct setup_first row;
	const struct programme_new programme = { f->kind, f->name, f->name_cy, f->intergenerational };

	if (sql_setup_first(&q->work, &(struct setup_first_in){ q->language.code }, &row))
		return changed;
	return when(q, programme_begin(&q->work, &programme) != 0, next_page);
}
