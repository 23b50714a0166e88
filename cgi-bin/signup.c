/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The first page, and everything a person answers on the way into a programme. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/signup-views.h"
#include "domain/bar.h"
#include "domain/invitation.h"
#include "domain/part.h"
#include "domain/place.h"
#include "domain/signup.h"
#include "pages_signup.h"
#include "sql_browser.h"
#include "sql_invitation.h"
#include "sql_programme.h"
#include "web/web.h"

enum { HOUR = 3600, DAY = 86400, STARTS_AN_HOUR = 20, CODES_AN_HOUR = 20 };

/* The programme that somebody came from, by ?programme=SLUG. */
static bool came_from(struct request *q, struct signup_programme *programme)
{
	const char *slug = query_value(q, "programme");

	return *slug && sql_signup_programme(&q->work, &(struct signup_programme_in){ .slug = slug, .language = q->language.code }, programme);
}

/* The invitation that somebody said yes to before, by ?invitation=CODE. */
static bool came_invited(struct request *q, struct invitation_page *invitation)
{
	const struct invitation_page_in in = { .invitation_id = invitation_of_key(&q->work, query_value(q, "invitation")), .language = q->language.code };

	return sql_invitation_page(&q->work, &in, invitation) && text_is(invitation->state, "accepted");
}

static struct outcome start_show(struct request *q, void *into)
{
	struct signup_start *view = into;
	struct signup_programme programme;
	struct invitation_page invitation;

	view->has_open = (q->visitor.who & OWNER) != 0;
	view->invited = came_invited(q, &invitation);
	view->programme = view->invited ? invitation.programme : came_from(q, &programme) ? programme.words : "";
	return shown;
}

static struct outcome start_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "start", web_network(q), STARTS_AN_HOUR, HOUR) ? too_often : shown;
}

/* The only open programme needs no choosing. */
static int64_t first_programme(struct request *q)
{
	struct signup_programme programme;

	if (came_from(q, &programme))
		return programme.programme_id;
	struct list open = sql_programmes_open(&q->work, &(struct programmes_open_in){ q->language.code });
	const struct programmes_open *only = open.rows;
	return open.count == 1 ? only->programme_id : 0;
}

static struct outcome start_keep(struct request *q, const void *answers)
{
	struct invitation_page invitation;
	const char *token = web_browser(q);
	bool invited = came_invited(q, &invitation);
	int64_t signup_id = signup_start(&q->work, invited ? invitation.programme_id : first_programme(q), q->language.code);

	(void)answers;
	if (invited)
		invitation_joins(&q->work, invitation.invitation_id, signup_id);
	sql_browser_signs_up(&q->work, &(struct browser_signs_up_in){ .signup_id = signup_id, .token = token });
	return when(q, signup_id != 0, next_page);
}

static bool several_programmes(struct request *q)
{
	struct programmes_open_count count = { 0 };

	return sql_programmes_open_count(&q->work, &count) && count.n > 1;
}

/* Somebody who is in a programme already has told who they are. */
static bool is_new_here(struct request *q)
{
	struct signup_state signup;

	return !sql_signup_state(&q->work, &(struct signup_state_in){ q->visitor.signup_id }, &signup) || text_is(signup.person_state, "new");
}

static struct outcome which_show(struct request *q, void *into)
{
	struct signup_which *view = into;
	struct signup_programme_id chosen;

	view->programmes = sql_programmes_open(&q->work, &(struct programmes_open_in){ q->language.code });
	if (!sql_signup_programme_id(&q->work, &(struct signup_programme_id_in){ q->visitor.signup_id }, &chosen))
		return missing;
	view->programme_id = chosen.programme_id;
	return shown;
}

static struct outcome which_keep(struct request *q, const void *answers)
{
	const struct signup_which_form *f = answers;

	return when(q, signup_choose_programme(&q->work, q->visitor.signup_id, f->programme_id), next_page);
}

static struct outcome about_keep(struct request *q, const void *answers)
{
	const struct signup_about_form *f = answers;
	int64_t signup_id = q->visitor.signup_id;

	sql_signup_keep_age_band(&q->work, &(struct signup_keep_age_band_in){ .age_band = f->age_band, .signup_id = signup_id });
	return when(q, sql_signup_keep_adult(&q->work, &(struct signup_keep_adult_in){ .adult = f->adult, .signup_id = signup_id }) > 0, next_page);
}

static struct list topics_of(struct request *q, int64_t programme_id)
{
	return sql_topics_offered(&q->work, &(struct topics_offered_in){ .programme_id = programme_id,
		.signup_id = q->visitor.signup_id, .language = q->language.code });
}

static struct outcome ask_show(struct request *q, void *into)
{
	struct signup_ask *view = into;

	if (!sql_signup_of(&q->work, &(struct signup_of_in){ q->visitor.signup_id }, &view->of))
		return missing;
	if (!view->of.programme_id)
		return go_to(q, "signup", "/which");
	view->topics = topics_of(q, view->of.programme_id);
	if (!sql_signup_ask_row(&q->work, &(struct signup_ask_row_in){ q->visitor.signup_id }, &view->row))
		view->row = (struct signup_ask_row){ .words = "", .wish = "any" };
	return shown;
}

static struct outcome ask_keep(struct request *q, const void *answers)
{
	const struct signup_ask_form *f = answers;

	if (!f->topic_id && !f->talk_ask)
		return blamed(q, "topic_id", REASON_NONE_CHOSEN);
	const struct signup_wish wish = { .signup_id = q->visitor.signup_id, .topic_id = f->topic_id, .words = f->words,
		.wish = f->wish, .talk = f->talk_ask, .level = text_count(f->level) };
	return when(q, signup_put_ask(&q->work, &wish), next_page);
}

static struct outcome offer_show(struct request *q, void *into)
{
	struct signup_offer *view = into;

	if (!sql_signup_of(&q->work, &(struct signup_of_in){ q->visitor.signup_id }, &view->of))
		return missing;
	if (!view->of.programme_id)
		return go_to(q, "signup", "/which");
	view->topics = topics_of(q, view->of.programme_id);
	if (!sql_signup_offer_row(&q->work, &(struct signup_offer_row_in){ q->visitor.signup_id }, &view->row))
		view->row = (struct signup_offer_row){ .words = "", .wish = "any", .group_most = 1 };
	return shown;
}

static struct outcome offer_keep(struct request *q, const void *answers)
{
	const struct signup_offer_form *f = answers;

	if (!f->topic_id.count && !f->talk_offer)
		return blamed(q, "topic_id", REASON_NONE_CHOSEN);
	const struct signup_wish wish = { .signup_id = q->visitor.signup_id, .words = f->words, .wish = f->wish, .talk = f->talk_offer,
		.level = text_count(f->level), .group_most = text_count(f->group_most) };
	return when(q, signup_put_offers(&q->work, &wish, f->topic_id), next_page);
}

static struct outcome meet_show(struct request *q, void *into)
{
	struct signup_meet *view = into;

	if (!sql_signup_meet_row(&q->work, &(struct signup_meet_row_in){ q->visitor.signup_id }, &view->row))
		return missing;
	view->places = sql_places_offered(&q->work, &(struct places_offered_in){ .programme_id = view->row.programme_id,
		.language = q->language.code });
	return shown;
}

static struct outcome meet_keep(struct request *q, const void *answers)
{
	const struct signup_meet_form *f = answers;
	struct signup_keep_meet_in in = { .signup_id = q->visitor.signup_id, .place_id = f->place_id,
		.district = place_typed(q->work.arena, f->district), .ways = texts_joined(q->work.arena, f->ways) };

	if (text_has_word(in.ways, "in-person") && !*in.district && !in.place_id)
		return blamed(q, "district", REASON_NONE_CHOSEN);
	return when(q, sql_signup_keep_meet(&q->work, &in) > 0, next_page);
}

static struct bar_lists typed_bars(struct request *q)
{
	struct signup_state signup = { 0 };

	sql_signup_state(&q->work, &(struct signup_state_in){ q->visitor.signup_id }, &signup);
	return bar_lists_of(&q->work, signup.person_id);
}

static struct outcome bars_show(struct request *q, void *into)
{
	struct bar_lists *view = into;

	*view = typed_bars(q);
	return shown;
}

static struct outcome work_keep(struct request *q, const void *answers)
{
	const struct signup_work_form *f = answers;
	const struct bar_lists lists = { .organisations = f->organisations, .departments = f->departments, .lines = f->lines, .posts = f->posts,
		.posts_until = f->posts_until };

	return when(q, signup_bar(&q->work, q->visitor.signup_id, &lists), next_page);
}

static struct outcome bars_keep(struct request *q, const void *answers)
{
	const struct signup_bars_form *f = answers;
	const struct bar_lists lists = { .family = f->family, .care = f->care, .friends = f->friends, .people = f->people, .other = f->other };

	return when(q, signup_bar(&q->work, q->visitor.signup_id, &lists), next_page);
}

static struct outcome check_show(struct request *q, void *into)
{
	struct signup_check *view = into;
	int64_t signup_id = q->visitor.signup_id;

	if (!sql_signup_answers(&q->work, &(struct signup_answers_in){ .signup_id = signup_id, .language = q->language.code }, &view->answers))
		return missing;
	view->asks = sql_signup_asks(&q->work, &(struct signup_asks_in){ .signup_id = signup_id, .language = q->language.code });
	view->offers = sql_signup_offers(&q->work, &(struct signup_offers_in){ .signup_id = signup_id, .language = q->language.code });
	const struct signup_offers *first = view->offers.rows;
	view->offer_words = view->offers.count ? first->words : "";
	view->no_ask = !view->asks.count && !view->answers.talk_ask;
	view->no_offer = !view->offers.count && !view->answers.talk_offer;
	view->several = several_programmes(q);
	view->unfinished = signup_unanswered(&q->work, &view->answers) != NULL;
	view->bars = typed_bars(q);
	view->no_work = !*view->bars.organisations && !*view->bars.departments && !*view->bars.lines && !*view->bars.posts;
	view->nobody = !*view->bars.people && !*view->bars.family && !*view->bars.care && !*view->bars.friends && !*view->bars.other;
	return shown;
}

static struct outcome check_keep(struct request *q, const void *answers)
{
	const struct signup_check *view = q->view;
	const char *unanswered = signup_unanswered(&q->work, &view->answers);

	(void)answers;
	if (unanswered)
		return go_to(q, "signup", arena_printf(q->work.arena, "%s?then=/check", unanswered));
	return when(q, signup_send(&q->work, q->visitor.signup_id), next_page);
}

static struct outcome done_show(struct request *q, void *into)
{
	struct signup_done *view = into;

	if (!sql_signup_sent(&q->work, &(struct signup_sent_in){ .token = q->visitor.token, .since = q->work.now - DAY }, &view->row))
		return missing;
	view->number = arena_printf(q->work.arena, "B-%lld", (long long)view->row.signup_id);
	view->by_phone = !*view->row.email && *view->row.phone;
	view->by_post = !*view->row.email && !*view->row.phone;
	return shown;
}

static struct outcome save_show(struct request *q, void *into)
{
	struct signup_save *view = into;

	view->code = crypto_code_shown(q->work.arena, signup_code(&q->work, q->visitor.signup_id));
	view->address = arena_printf(q->work.arena, "%s%s", q->settings.address,
				     link_to(q->work.arena, (struct link_base){ "", q->links.after }, "signup", "/return"));
	return shown;
}

static struct outcome return_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "return", web_network(q), CODES_AN_HOUR, HOUR) ? too_often : shown;
}

static struct outcome return_keep(struct request *q, const void *answers)
{
	const struct signup_return_form *f = answers;
	int64_t signup_id = signup_for_code(&q->work, f->code);

	if (!signup_id)
		return blamed(q, "code", REASON_WRONG_CODE);
	const char *token = web_browser(q);
	sql_browser_signs_up(&q->work, &(struct browser_signs_up_in){ .signup_id = signup_id, .token = token });
	return when(q, true, next_page);
}

/* A programme's lines, the weightiest first; what is worth nothing there does not count. */
static struct list lines_counted(struct request *q, const struct parts *parts)
{
	struct signup_line *lines = arena_array(q->work.arena, PART_COUNT, sizeof *lines);
	struct list list = { lines, 0 };

	for (int i = 0; i < PART_COUNT; i++) {
		size_t at = list.count;
		if (!parts->points[i])
			continue;
		for (; at && lines[at - 1].points < parts->points[i]; at--)
			lines[at] = lines[at - 1];
		lines[at] = (struct signup_line){ part_lines[i].kind, parts->points[i] };
		list.count++;
	}
	return list;
}

static struct list slugs_of(struct request *q, const char *words)
{
	struct signup_slug *rows = arena_array(q->work.arena, strlen(words) + 1, sizeof *rows);
	struct list list = { rows, 0 };
	const char *slug;

	while ((slug = text_piece(q->work.arena, &words, ' ')))
		if (*slug)
			rows[list.count++].slug = slug;
	return list;
}

static struct outcome matching_show(struct request *q, void *into)
{
	struct signup_matching *view = into;
	struct list open = sql_programmes_open(&q->work, &(struct programmes_open_in){ q->language.code });
	struct signup_counted *counted = arena_array(q->work.arena, open.count + 1, sizeof *counted);

	for (size_t i = 0; i < open.count; i++) {
		const struct programmes_open *row = list_row(&programmes_open_view, open, i);
		const struct parts parts = parts_of(&q->work, row->programme_id);
		struct signup_counted *c = &counted[i];
		sql_programme_settings(&q->work, &(struct programme_settings_in){ row->programme_id }, &c->row);
		c->words = row->words;
		c->mentor_lessons = slugs_of(q, c->row.mentor_lessons);
		c->mentee_lessons = slugs_of(q, c->row.mentee_lessons);
		c->waited = parts.points[PART_WAITED] > 0;
		c->in_groups = text_is(c->row.kind, "teaching") && c->row.group_most > 1;
		c->lines = lines_counted(q, &parts);
	}
	view->programmes = (struct list){ counted, open.count };
	return shown;
}

static const struct page pages[] = {
	/* path              who     reads                    keeps                           next */
	{ "/home",           ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/how",            ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lessons",         ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lesson-mentored", ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lesson-asking",   ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lesson-listening", ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lesson-safety",   ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/lesson-ending",   ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/booklet",         ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/promise",        ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/matching",       ANYONE, SHOW(matching_show),     NOTHING,                        NULL },
	{ "/reading",        ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/source",         ANYONE, NOTHING,                 NOTHING,                        NULL },
	{ "/programme/:slug", ANYONE, READS(signup_programme), NOTHING,                       NULL },
	{ "/start",          ANYONE, SHOW(start_show),        KEEP(start_keep),               "/think", .counts = start_count },
	{ "/return",         ANYONE, NOTHING,                 KEEP(return_keep),              "/check", .counts = return_count },
	{ "/think",          OWNER,  READS(signup_think),     KEEPS(signup_keep_think),       NULL, .question = true },
	{ "/name",           OWNER,  READS(signup_name),      KEEPS(signup_keep_name),        NULL, .question = true, .applies = is_new_here },
	{ "/reach",          OWNER,  READS(signup_reach),     KEEPS(signup_keep_reach),       NULL, .question = true, .applies = is_new_here },
	{ "/which",          OWNER,  SHOW(which_show),        KEEP(which_keep),               NULL, .question = true, .applies = several_programmes },
	{ "/about",          OWNER,  READS(signup_about),     KEEP(about_keep),               NULL, .question = true },
	{ "/ask",            OWNER,  SHOW(ask_show),          KEEP(ask_keep),                 NULL, .question = true },
	{ "/offer",          OWNER,  SHOW(offer_show),        KEEP(offer_keep),               NULL, .question = true },
	{ "/values",         OWNER,  READS(signup_values),    KEEPS(signup_keep_values),      NULL, .question = true },
	{ "/time",           OWNER,  READS(signup_time),      KEEPS(signup_keep_time),        NULL, .question = true },
	{ "/meet",           OWNER,  SHOW(meet_show),         KEEP(meet_keep),                NULL, .question = true },
	{ "/tongues",        OWNER,  READS(signup_tongues),   KEEPS(signup_keep_tongues),     NULL, .question = true },
	{ "/work",           OWNER,  SHOW(bars_show),         KEEP(work_keep),                NULL, .question = true },
	{ "/bars",           OWNER,  SHOW(bars_show),         KEEP(bars_keep),                "/check", .question = true },
	{ "/reply",          OWNER,  READS(signup_reply),     KEEPS(signup_keep_reply),       "/check" },
	{ "/check",          OWNER,  SHOW(check_show),        KEEP(check_keep),               "/done" },
	{ "/save",           OWNER,  SHOW(save_show),         NOTHING,                        NULL },
	{ "/done",           ANYONE, SHOW(done_show),         NOTHING,                        NULL },
};

const struct program page_program = {
	.name = "signup", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = signup_templates,
	.template_count = &signup_template_count, .home = "/home", .section = SECTION_SIGNUP,
};
