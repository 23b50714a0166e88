/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a charity promises and what it sends, to be read as people get it and put into its own words. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk/own.h"
#include "cgi-bin/desk/people.h"
#include "language/language.h"
#include "own/own.h"
#include "pages_desk.h"
#include "post/post.h"
#include "site/site.h"

enum { MAILS_MOST = 100 };

/* Of no use on paper, or for whoever looks after the site. */
#define NO_LETTERS "code confirm night test"

struct outcome texts_show(struct request *q, void *into)
{
	struct desk_texts *view = into;
	struct desk_text_row *rows = arena_array(q->work.arena, MAILS_MOST, sizeof *rows);
	const char *rest = post_kinds(q->work.arena), *kind;

	while ((kind = text_piece(q->work.arena, &rest, ' ')) && view->mails.count < MAILS_MOST)
		rows[view->mails.count++] = (struct desk_text_row){ kind, post_subject(q->work.arena, &q->settings, kind, q->language.code) };
	view->mails.rows = rows;
	language_use(q->work.arena, q->language.code);
	return shown;
}

static bool has_draft(struct list sentences)
{
	for (size_t i = 0; i < sentences.count; i++)
		if (*((const struct sentence *)sentences.rows)[i].draft)
			return true;
	return false;
}

struct outcome text_show(struct request *q, void *into)
{
	struct desk_text *view = into;
	struct arena *arena = q->work.arena;
	const struct post_to to = { q->param, q->language.code, q->visitor.person_id };
	struct desk_letter *row = arena_alloc(arena, sizeof *row);
	struct post_letter letter;
	bool ran;

	if (!text_has_word(post_kinds(arena), q->param) || !post_sample(&q->work, q->site, &q->settings, &to, &letter))
		return missing;
	*row = (struct desk_letter){ .full_name = q->visitor.call_name, .address = q->settings.post_address, .subject = letter.subject,
		.lang = letter.language, .dir = q->language.dir, .paragraphs = letter_paragraphs(arena, letter.text) };
	view->kind = q->param;
	view->subject = letter.subject;
	view->from = q->settings.mail_from;
	view->letters = (struct list){ row, 1 };
	view->letter = !text_has_word(NO_LETTERS, q->param);
	view->drafts = *query_value(q, "draft") != '\0';
	view->sentences = words_of_page(q, arena_printf(arena, "mail/%s", q->param), &ran);
	view->has_drafts = has_draft(view->sentences);
	view->no_tool = !ran;
	return shown;
}
