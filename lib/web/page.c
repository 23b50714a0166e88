/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page in the visitor's language, with what every page knows. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "web/internal.h"

enum { A_YEAR = 365 * 86400 };

#define LANGUAGE_COOKIE "bw-lang"

static bool is_offered(const struct request *q, const char *code)
{
	return text_has_word(q->settings.languages, code) || text_has_word(q->settings.hidden_languages, code);
}

/* Pressed on this page, kept by an earlier press, kept with the person, or guessed from the browser. */
void choose_language(struct request *q)
{
	const char *pressed = query_value(q, "lang");
	const char *pressed_in_form = http_pair(&q->sent, "to_lang");
	const char *kept = http_cookie(q->work.arena, q->http, LANGUAGE_COOKIE);

	if (pressed_in_form)
		pressed = pressed_in_form;
	const char *code;
	if (is_offered(q, pressed)) {
		code = pressed;
		set_cookie(q, LANGUAGE_COOKIE, code, A_YEAR);
	} else if (kept && is_offered(q, kept)) {
		code = kept;
	} else if (is_offered(q, q->visitor.language)) {
		code = q->visitor.language;
	} else {
		code = language_wish(q->work.arena, q->http->languages, q->settings.languages);
	}
	q->language = language_use(q->work.arena, code);
	q->known.language = q->language.code;
}

void web_speak(struct request *q, const char *code)
{
	if (!is_offered(q, code) || is_offered(q, query_value(q, "lang")))
		return;
	q->language = language_use(q->work.arena, code);
	q->settings = site_settings(&q->work, text_is(code, "en") ? "" : code);
}

/* This page's own address; its question mark and what the page was asked with, but for the language. */
const char *page_address(const struct request *q, const char *extra)
{
	struct arena *arena = q->work.arena;
	struct buffer address = buffer_in(arena, 128);
	char mark = '?';

	buffer_text(&address, link_to(arena, q->links, q->program->name, q->path));
	for (size_t i = 0; i < q->query.count; i++) {
		const struct http_pair *pair = &q->query.pairs[i];
		if (text_is(pair->name, "lang"))
			continue;
		buffer_printf(&address, "%c%s=%s", mark, text_encoded(arena, pair->name), text_encoded(arena, pair->value));
		mark = '&';
	}
	if (*extra)
		buffer_printf(&address, "%c%s", mark, extra);
	return buffer_string(&address);
}

static struct list languages_of(struct request *q)
{
	struct arena *arena = q->work.arena;
	struct page_language *rows = arena_array(arena, strlen(q->settings.languages) + 1, sizeof *rows);
	struct list list = { rows, 0 };
	const char *rest = q->settings.languages, *code;

	while ((code = text_piece(arena, &rest, ' '))) {
		bool is_current = text_is(code, q->language.code);
		struct language about = is_current ? q->language : language_about(arena, code);
		rows[list.count++] = (struct page_language){ about.code, about.name, about.dir,
			page_address(q, arena_printf(arena, "lang=%s", code)), is_current };
	}
	return list;
}

const char *web_phone_shown(struct arena *arena, const char *phone)
{
	struct buffer out = buffer_in(arena, 40);

	for (; *phone; phone++)
		buffer_add(&out, *phone == ' ' ? "\u00a0" : phone, *phone == ' ' ? 2 : 1);
	return buffer_string(&out);
}

const char *web_phone_link(struct arena *arena, const char *phone)
{
	struct buffer link = buffer_in(arena, 32);

	buffer_text(&link, "tel:");
	for (; *phone; phone++)
		if ((*phone >= '0' && *phone <= '9') || (*phone == '+' && link.length == strlen("tel:")))
			buffer_char(&link, *phone);
	return buffer_string(&link);
}

static void count_questions(struct request *q)
{
	for (size_t i = 0; q->page && i < q->program->page_count; i++) {
		const struct page *page = &q->program->pages[i];
		if (!page->question || (page->applies && !page->applies(q)))
			continue;
		q->facts.steps++;
		if (page == q->page)
			q->facts.step = q->facts.steps;
		if (!q->facts.step)
			q->facts.back = link_to(q->work.arena, q->links, q->program->name, page->path);
	}
	if (!q->facts.step) {
		q->facts.steps = 0;
		q->facts.back = "";
	}
}

void fill_facts(struct request *q)
{
	struct arena *arena = q->work.arena;
	const struct visitor *v = &q->visitor;

	q->facts = (struct page_facts){
		.language = q->language.code,
		.dir = q->language.dir,
		.languages = languages_of(q),
		.site_name = q->settings.site_name,
		.phone = web_phone_shown(arena, q->settings.phone),
		.phone_link = web_phone_link(arena, q->settings.phone),
		.phone_hours = q->settings.phone_hours,
		.email = q->settings.email,
		.email_link = arena_printf(arena, "mailto:%s", q->settings.email),
		.post_address = q->settings.post_address,
		.colours = colours_address(q),
		.source_address = q->settings.source_address,
		.self = arena_printf(arena, "%s#error-summary", page_address(q, "")),
		.token = form_token(q),
		.once = crypto_token(arena),
		.filled = seen_of(q),
		.has_form = q->template && !q->formless && template_has_form(q->template),
		.stale = q->facts.stale,
		.unsaved = q->facts.unsaved ? q->facts.unsaved : "",
		.kept = q->facts.kept,
		.changed = q->facts.changed,
		.changed_by = q->facts.changed ? q->facts.changed_by : "",
		.changed_at = q->facts.changed_at,
		.typed = q->facts.typed,
		.signed_in = (v->who & PERSON) != 0,
		.is_staff = (v->who & (COORDINATOR | LEAD | TRUSTEE | KEEPER)) != 0,
		.is_coordinator = (v->who & COORDINATOR) != 0,
		.is_keeper = (v->who & KEEPER) != 0,
		.sees_report = (v->who & (COORDINATOR | TRUSTEE | KEEPER)) != 0,
		.is_reader = (v->who & READER) != 0,
		.is_draft = !q->language.reviewed,
		.is_lead = (v->who & LEAD) != 0,
		.is_trustee = (v->who & TRUSTEE) != 0,
		.sees_concerns = (v->who & (LEAD | TRUSTEE)) != 0,
		.at_desk = q->program->section == SECTION_DESK && v->who & (COORDINATOR | LEAD | TRUSTEE | KEEPER),
		.signing_up = q->program->section == SECTION_SIGNUP && v->who & OWNER,
		.is_demo = *q->settings.demo != '\0',
		.call_name = v->call_name,
		.helped_name = v->helped_name,
		.helped_here = v->helps_id && q->page && q->page->helped,
		.helped_id = v->helps_id,
		.helped_until = v->helps_until,
		.back = "",
		.request = q->work.request,
	};
	q->facts.is_visitor = !q->facts.signed_in && !q->facts.signing_up;
	q->facts.several_languages = q->facts.languages.count > 1;
	count_questions(q);
}

/* A page that comes back to be mended, or pressed once more: which fields and why, never what was typed. */
static void log_refusal(const struct request *q, int status)
{
	struct buffer fields = buffer_in(q->work.arena, 64);

	for (size_t i = 0; q->typed && i < q->answers.form->count; i++)
		if (q->answers.of[i].wrong != REASON_NONE)
			buffer_printf(&fields, " %s:%s", q->answers.form->pool + q->answers.form->fields[i].name, reason_name(q->answers.of[i].wrong));
	log_line("%s %d %s: %s %s%s%s", q->work.request, status,
		 *q->facts.unsaved ? q->facts.unsaved : q->facts.changed ? "changed" : q->facts.stale ? "stale" : "refused",
		 q->http->method, q->program->name, q->page->path, buffer_string(&fields));
}

void render_page(struct request *q, int status)
{
	if (!q->facts.language)
		fill_facts(q);
	q->answer->status = status;
	answer_headers(q);
	http_header(q->answer, "Content-Type", "text/html; charset=utf-8");
	http_header(q->answer, "Cache-Control", "no-store");
	struct render render = {
		.arena = q->work.arena, .template = q->template, .page = q->view, .facts_view = &page_facts_view,
		.facts = &q->facts, .answers = q->typed ? &q->answers : NULL, .language = &q->language, .links = q->links,
		.here = q->page ? page_address(q, "") : NULL,
	};
	q->facts.mistakes = template_mistakes(&render);
	q->facts.refused = q->facts.mistakes.count > 0;
	q->facts.warned = q->facts.refused || q->facts.stale || *q->facts.unsaved || q->facts.kept || q->facts.changed;
	template_render(&render, &q->answer->body);
	if (status >= 400 && q->page)
		log_refusal(q, status);
}
