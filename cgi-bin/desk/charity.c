/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk/charity.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/colour.h"
#include "base/text.h"
#include "cgi-bin/desk-charity-views.h"
#include "domain/audit.h"
#include "language/language.h"
#include "pages_desk.h"
#include "site/site.h"
#include "sql_setting.h"

/* As they are now: under the lock they may be others than when the request began. */
static struct settings settings_now(struct request *q)
{
	return site_settings(&q->work, text_is(q->language.code, "en") ? "" : q->language.code);
}

struct outcome charity_show(struct request *q, void *into)
{
	const struct settings s = settings_now(q);

	*(struct desk_charity *)into = (struct desk_charity){
		.language = q->language.name, .site_name = s.site_name, .phone = s.phone, .phone_hours = s.phone_hours,
		.concern_phone = text_is(s.concern_phone, s.phone) ? "" : s.concern_phone, .email = s.email,
		.post_address = s.post_address, .concern_hours = s.concern_hours,
	};
	return shown;
}

/* Those that became another, for the audit. */
static void put(struct request *q, struct buffer *names, const char *name, const char *was, const char *is)
{
	if (text_is(was, is))
		return;
	sql_setting_put(&q->work, &(struct setting_put_in){ .name = name, .value = is });
	buffer_printf(names, "%s%s", names->length ? " " : "", name);
}

/* What is said in words. The plain row is English, and whatever language has none of its own; one that says the same needs none. */
static void put_said(struct request *q, struct buffer *names, const char *name, const char *was, const char *is)
{
	struct arena *arena = q->work.arena;
	bool english = text_is(q->language.code, "en");
	const char *row = english ? name : arena_printf(arena, "%s.%s", name, q->language.code);
	const struct settings plain = site_settings(&q->work, "");
	const char *there = text_is(name, "site_name") ? plain.site_name : plain.phone_hours;

	if (english || text_is(was, is) || !text_is(there, is)) {
		put(q, names, row, was, is);
		return;
	}
	sql_setting_end(&q->work, &(struct setting_end_in){ row });
	buffer_printf(names, "%s%s", names->length ? " " : "", row);
}

struct outcome charity_keep(struct request *q, const void *answers)
{
	const struct desk_charity_form *f = answers;
	const struct desk_charity *was = q->view;
	struct arena *arena = q->work.arena;
	struct buffer names = buffer_in(arena, 128);

	put_said(q, &names, "site_name", was->site_name, f->site_name);
	put_said(q, &names, "phone_hours", was->phone_hours, f->phone_hours);
	put(q, &names, "phone", was->phone, f->phone);
	put(q, &names, "concern_phone", was->concern_phone, f->concern_phone);
	if (was->concern_hours != f->concern_hours)
		put(q, &names, "concern_hours", "", arena_printf(arena, "%lld", (long long)f->concern_hours));
	put(q, &names, "email", was->email, f->email);
	put(q, &names, "post_address", was->post_address, f->post_address);
	if (names.length)
		audit_add(&q->work, "setting.change", "setting", 0, buffer_string(&names));
	return when(q, true, next_page);
}

struct chosen {
	const char *light, *dark;
	bool made;                 /* the dark one is the light one made lighter */
};

/* NULL in .light: no colour was asked for. */
static struct chosen chosen(struct request *q, const char *light, const char *dark)
{
	struct chosen c = { colour_read(q->work.arena, light), colour_read(q->work.arena, dark), false };

	if (!c.light)
		return (struct chosen){ NULL, NULL, false };
	const char *made = web_colour_for_dark(q->work.arena, c.light);
	c.made = !c.dark || text_is(c.dark, made);
	c.dark = c.made ? made : c.dark;
	return c;
}

static bool is_read(enum web_scheme scheme, const char *colour)
{
	return web_colour_contrast(scheme, colour) >= CONTRAST_LEAST;
}

/* Those of the address are looked at, where they can be read. From here the page itself has them. */
struct outcome colours_show(struct request *q, void *into)
{
	struct desk_colours *view = into;
	const struct chosen asked = chosen(q, query_value(q, "light"), query_value(q, "dark"));
	const struct settings now = settings_now(q);
	const struct chosen own = chosen(q, now.colour, now.colour_dark);
	bool looking = asked.light && is_read(WEB_LIGHT, asked.light) && is_read(WEB_DARK, asked.dark);
	const struct chosen c = looking ? asked : own;

	*view = (struct desk_colours){ .colour = "", .colour_dark = "", .light = "", .dark = "", .looking = looking, .own = own.light != NULL };
	if (!c.light)
		return shown;
	view->colour = view->light = q->settings.colour = c.light;
	view->dark = q->settings.colour_dark = c.dark;
	view->colour_dark = c.made ? "" : c.dark;
	return shown;
}

static struct outcome put_colours(struct request *q, const char *light, const char *dark)
{
	sql_setting_put(&q->work, &(struct setting_put_in){ .name = "colour", .value = light });
	sql_setting_put(&q->work, &(struct setting_put_in){ .name = "colour_dark", .value = dark });
	audit_add(&q->work, "setting.change", "setting", 0, "colour colour_dark");
	return when(q, true, go_to(q, "desk", "/colours"));
}

/* Only what was looked at is shown to everybody: one that was typed after that is looked at first. */
struct outcome colours_press(struct request *q, const void *answers)
{
	const struct desk_colours_form *f = answers;
	const struct desk_colours *view = q->view;
	const struct chosen c = chosen(q, f->colour, f->colour_dark);

	if (text_is(f->act, "back"))
		return put_colours(q, "", "");
	if (!is_read(WEB_LIGHT, c.light))
		return blamed(q, "colour", REASON_NOT_ALLOWED);
	if (!is_read(WEB_DARK, c.dark))
		return blamed(q, "colour_dark", REASON_NOT_ALLOWED);
	if (text_is(f->act, "show") && view->looking && text_is(c.light, view->light) && text_is(c.dark, view->dark))
		return put_colours(q, c.light, c.dark);
	return go_to(q, "desk", arena_printf(q->work.arena, "/colours?light=%s&dark=%s", c.light + 1, c.dark + 1));
}
