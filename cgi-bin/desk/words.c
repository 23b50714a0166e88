/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "language/words.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk/own.h"
#include "domain/audit.h"
#include "language/language.h"
#include "pages_desk.h"

enum { FOUND_MOST = 50 };

struct outcome words_show(struct request *q, void *into)
{
	struct desk_words *view = into;

	view->find = query_value(q, "find");
	view->language = q->language.name;
	view->owns = sentences_find(q->work.arena, q->language.code, "", FOUND_MOST);
	if (*view->find)
		view->rows = sentences_find(q->work.arena, q->language.code, view->find, FOUND_MOST);
	view->nothing = *view->find && !view->rows.count;
	language_use(q->work.arena, q->language.code);
	return shown;
}

struct outcome words_ask(struct request *q, const void *answers)
{
	const struct desk_words_form *f = answers;

	return go_to(q, "desk", arena_printf(q->work.arena, "/words?find=%s#found", text_encoded(q->work.arena, f->find)));
}

struct outcome word_show(struct request *q, void *into)
{
	struct desk_word *view = into;
	bool there = sentence_one(q->work.arena, q->language.code, q->param, &view->sentence);

	language_use(q->work.arena, q->language.code);
	view->language = q->language.name;
	view->words = *view->sentence.own ? view->sentence.own : view->sentence.shipped;
	return there ? shown : missing;
}

/* A sentence is one line. */
static const char *on_one_line(struct arena *arena, const char *typed)
{
	struct buffer out = buffer_in(arena, strlen(typed) + 1);

	for (; *typed; typed++)
		if (!strchr("\n\t ", *typed))
			buffer_char(&out, *typed);
		else if (out.length && out.bytes[out.length - 1] != ' ')
			buffer_char(&out, ' ');
	return buffer_string(&out);
}

struct outcome word_press(struct request *q, const void *answers)
{
	const struct desk_word_form *f = answers;
	const struct desk_word *view = q->view;
	struct arena *arena = q->work.arena;
	const char *words = text_is(f->act, "back") ? "" : on_one_line(arena, f->words);

	if (text_is(words, view->sentence.shipped))
		words = "";
	if (*words && !words_fit(view->sentence.text, words))
		return blamed(q, "words", REASON_NOT_ALLOWED);
	if (!words_keep(arena, q->language.code, sentence_key(arena, &view->sentence), words))
		q->work.trouble = TROUBLE_NOT_SAVED;
	audit_add(&q->work, *words ? "words.own" : "words.back", "setting", 0, "");
	return when(q, true, go_to(q, "desk", "/words"));
}
