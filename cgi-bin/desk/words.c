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
#include "own/own.h"
#include "pages_desk.h"

enum { FOUND_MOST = 50, OF_PAGE_MOST = 200, PAGES_MOST = 100 };

struct list words_of_page(struct request *q, const char *page, bool *ran)
{
	struct command_answer answer = own_run(q, (const char *const[]){ "sentences", page, "--ids", NULL });
	char *ids = arena_copy(q->work.arena, answer.said);

	*ran = answer.status == 0;
	for (char *at = ids; (at = strchr(at, '\n'));)
		*at = ' ';
	struct list found = *ran ? sentences_named(q->work.arena, q->language.code, ids, OF_PAGE_MOST) : (struct list){ "", 0 };
	language_use(q->work.arena, q->language.code);
	return found;
}

/* Nothing is started for a press: under the write lock others would wait for it, and a form is not filled with it. */
static bool is_looked_at(const struct request *q)
{
	return !text_is(q->http->method, "POST");
}

struct outcome words_show(struct request *q, void *into)
{
	struct desk_words *view = into;
	const char *page = query_value(q, "page");
	bool ran = true;

	view->find = query_value(q, "find");
	view->of_page = own_is_name(page) ? page : "";
	view->language = q->language.name;
	view->owns = sentences_find(q->work.arena, q->language.code, "", FOUND_MOST);
	if (*view->of_page && is_looked_at(q))
		view->rows = words_of_page(q, view->of_page, &ran);
	else if (*view->find)
		view->rows = sentences_find(q->work.arena, q->language.code, view->find, FOUND_MOST);
	view->no_tool = !ran;
	view->nothing = *view->find && !view->rows.count;
	language_use(q->work.arena, q->language.code);
	return shown;
}

struct outcome words_ask(struct request *q, const void *answers)
{
	const struct desk_words_form *f = answers;

	return go_to(q, "desk", arena_printf(q->work.arena, "/words?find=%s#found", text_encoded(q->work.arena, f->find)));
}

static struct list pages_that_say(struct request *q, const char *id, bool *ran)
{
	struct arena *arena = q->work.arena;
	struct command_answer answer = own_run(q, (const char *const[]){ "where", id, NULL });
	struct desk_word_page *rows = arena_array(arena, PAGES_MOST, sizeof *rows);
	struct list list = { rows, 0 };
	const char *rest = answer.said, *name;

	*ran = answer.status >= 0;
	while (answer.status == 0 && list.count < PAGES_MOST && (name = text_piece(arena, &rest, '\n')))
		if (own_is_name(name))
			rows[list.count++] = (struct desk_word_page){ name, own_slug(arena, name), text_starts(name, "mail/") ? name + strlen("mail/") : "" };
	return list;
}

struct outcome word_show(struct request *q, void *into)
{
	struct desk_word *view = into;
	const struct sentence *s = &view->sentence;
	bool ran = true, there = sentence_one(q->work.arena, q->language.code, q->param, &view->sentence) && !*view->sentence.many;

	language_use(q->work.arena, q->language.code);
	if (!there)
		return missing;
	view->language = q->language.name;
	q->beside = s->own;
	view->words = *s->draft ? s->draft : *s->own ? s->own : s->shipped;
	if (*s->draft && is_looked_at(q))
		view->pages = pages_that_say(q, s->id, &ran);
	view->no_tool = !ran;
	return shown;
}

/* A sentence is one line. */
const char *words_on_one_line(struct arena *arena, const char *typed)
{
	struct buffer out = buffer_in(arena, strlen(typed) + 1);

	for (; *typed; typed++)
		if (!strchr("\n\t ", *typed))
			buffer_char(&out, *typed);
		else if (out.length && out.bytes[out.length - 1] != ' ')
			buffer_char(&out, ' ');
	return buffer_string(&out);
}

/* Keeps them as what everybody reads; the shipped ones need no keeping. */
static bool go_live(struct request *q, const struct sentence *s, const char *words)
{
	struct arena *arena = q->work.arena;
	const char *key = sentence_key(arena, s), *code = q->language.code;

	return words_keep(arena, code, key, text_is(words, s->shipped) ? "" : words) && words_keep_draft(arena, code, key, "");
}

static struct outcome done(struct request *q, bool kept, const char *verb, const char *where)
{
	if (!kept)
		q->work.trouble = TROUBLE_NOT_SAVED;
	audit_add(&q->work, verb, "setting", 0, "");
	return when(q, true, go_to(q, "desk", where));
}

/* Words that were typed are a draft first: only what was looked at is shown to everybody. */
struct outcome word_press(struct request *q, const void *answers)
{
	const struct desk_word_form *f = answers;
	const struct sentence *s = &((const struct desk_word *)q->view)->sentence;
	struct arena *arena = q->work.arena;
	const char *words = words_on_one_line(arena, f->words), *key = sentence_key(arena, s), *code = q->language.code;

	if (text_is(f->act, "back"))
		return done(q, words_keep(arena, code, key, ""), "words.back", "/words");
	if (text_is(f->act, "drop"))
		return done(q, words_keep_draft(arena, code, key, ""), "words.drop", "/words");
	if (!words_fit(s->text, words))
		return blamed(q, "words", REASON_NOT_ALLOWED);
	if (text_is(f->act, "live") && text_is(words, s->draft))
		return done(q, go_live(q, s, words), "words.own", "/words");
	return done(q, words_keep_draft(arena, code, key, words), "words.draft", arena_printf(arena, "/word/%s", s->id));
}
