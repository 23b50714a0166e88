/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The languages of the site: how far each is read, reading one page by page, and its file for translators. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk/own.h"
#include "domain/audit.h"
#include "language/language.h"
#include "pages_desk.h"

enum { PAGE_ROWS = 25, READERS_TOLD = 20, PAGES_MOST = 10000, PLACES_TOLD = 4 };

/* English is what the others are made from: nobody reviews it. */
static bool is_translation(struct request *q, const char *code)
{
	struct texts all = language_all(q->work.arena);

	for (size_t i = 1; i < all.count; i++)
		if (text_is(all.values[i], code))
			return true;
	return false;
}

static const char *readers_of(struct request *q, const char *code, const char *between)
{
	struct buffer out = buffer_in(q->work.arena, 256);
	int64_t people[READERS_TOLD];
	size_t n = reading_people(q->work.arena, code, people, READERS_TOLD);

	for (size_t i = 0; i < n; i++) {
		const char *name = reader_name(q, people[i]);
		if (*name)
			buffer_printf(&out, "%s%s", out.length ? between : "", name);
	}
	return out.length ? buffer_string(&out) : "";
}

static void put_tongue(struct request *q, const char *code, const struct sentence_answer *a, struct desk_tongue *t)
{
	struct language language = language_use(q->work.arena, code);

	language_use(q->work.arena, q->language.code);
	*t = (struct desk_tongue){ .code = code, .name = language.name, .dir = language.dir, .readers = "", .draft = !language.reviewed,
		.all = a->all, .read = a->read, .corrected = a->corrected, .left = a->all - a->read };
}

struct outcome languages_show(struct request *q, void *into)
{
	struct desk_languages *view = into;
	struct texts all = language_all(q->work.arena);
	struct desk_tongue *rows = arena_array(q->work.arena, all.count, sizeof *rows);
	const struct sentence_question nothing = { "all", "", 0, 0 };
	struct sentence_answer answer;

	for (size_t i = 1; i < all.count; i++) {
		sentences_ask(q->work.arena, all.values[i], &nothing, &answer);
		put_tongue(q, all.values[i], &answer, &rows[i - 1]);
		rows[i - 1].readers = readers_of(q, all.values[i], "\n");
	}
	view->rows = (struct list){ rows, all.count - 1 };
	return shown;
}


/* Those of these marks that still stand: what was shown to whoever sends the form. */
static struct list still_there(struct request *q, const char *these, struct list all)
{
	struct sentence *rows = arena_array(q->work.arena, PAGE_ROWS, sizeof *rows);
	struct list there = { rows, 0 };

	for (size_t i = 0; i < all.count && there.count < PAGE_ROWS; i++) {
		const struct sentence *s = list_row(&sentence_view, all, i);
		if (text_has_word(these, s->mark))
			rows[there.count++] = *s;
	}
	return there;
}

const char *some_places(struct request *q, const char *where, int most)
{
	const char *end = where;

	for (int i = 0; i < most && end; i++)
		end = strchr(i ? end + 1 : end, ' ');
	return end ? arena_printf(q->work.arena, "%.*s …", (int)(end - where), where) : where;
}

static void put_rows(struct request *q, struct desk_language *view, struct list sentences)
{
	struct desk_read *rows = arena_array(q->work.arena, sentences.count + 1, sizeof *rows);
	struct buffer these = buffer_in(q->work.arena, 512);

	for (size_t i = 0; i < sentences.count; i++) {
		const struct sentence *s = list_row(&sentence_view, sentences, i);
		rows[i] = (struct desk_read){ *s, reader_name(q, s->person_id), s->mark };
		rows[i].sentence.where = some_places(q, s->where, PLACES_TOLD);
		buffer_printf(&these, "%s%s", i ? " " : "", s->mark);
	}
	view->rows = (struct list){ rows, sentences.count };
	view->these = sentences.count ? buffer_string(&these) : "";
	q->formless = sentences.count == 0;
}

static struct sentence_question asked(const struct request *q, int64_t *page)
{
	const char *show = query_value(q, "show");

	if (!text_is_count(query_value(q, "page"), page) || *page < 1 || *page > PAGES_MOST)
		*page = 1;
	return (struct sentence_question){ text_is(show, "all") || text_is(show, "corrected") ? show : "unread", "",
		(size_t)(*page - 1) * PAGE_ROWS, PAGE_ROWS };
}

struct outcome language_show(struct request *q, void *into)
{
	struct desk_language *view = into;
	const char *pressed = q->facts.changed ? NULL : http_pair(&q->sent, "these");
	int64_t page;
	struct sentence_question question = asked(q, &page);
	struct sentence_answer answer;

	if (!is_translation(q, q->param))
		return missing;
	view->show = question.show;
	if (pressed)
		question = (struct sentence_question){ "all", "", 0, SIZE_MAX };
	sentences_ask(q->work.arena, q->param, &question, &answer);
	if (!answer.rows.count && answer.found && !pressed) {
		page = (answer.found + PAGE_ROWS - 1) / PAGE_ROWS;
		question.first = (size_t)(page - 1) * PAGE_ROWS;
		sentences_ask(q->work.arena, q->param, &question, &answer);
	}
	put_tongue(q, q->param, &answer, &view->tongue);
	put_rows(q, view, pressed ? still_there(q, pressed, answer.rows) : answer.rows);
	if (pressed)
		return shown;
	view->found = answer.found;
	view->first = (int64_t)question.first + 1;
	view->last = (int64_t)question.first + (int64_t)answer.rows.count;
	view->several = answer.found > PAGE_ROWS;
	view->before = page > 1 ? page - 1 : 0;
	view->after = view->last < answer.found ? page + 1 : 0;
	return shown;
}

static struct texts all_marks(struct request *q, const struct desk_language *view)
{
	const char **marks = arena_array(q->work.arena, view->rows.count + 1, sizeof *marks);
	const struct desk_read *rows = view->rows.rows;

	for (size_t i = 0; i < view->rows.count; i++)
		marks[i] = rows[i].sentence.mark;
	return (struct texts){ marks, view->rows.count };
}

struct outcome language_press(struct request *q, const void *answers)
{
	const struct desk_language_form *f = answers;
	const struct desk_language *view = q->view;
	struct arena *arena = q->work.arena;
	struct texts marks = text_is(f->act, "these") ? all_marks(q, view) : f->right;
	/* Where what was read stays in the list, the next page follows. */
	int64_t page;
	struct sentence_question question = asked(q, &page);
	bool stays = !text_is(question.show, "unread");

	if (!marks.count)
		return blamed(q, "right", REASON_NONE_CHOSEN);
	if (!reading_keep(arena, q->param, marks, q->work.person_id, q->work.today))
		q->work.trouble = TROUBLE_NOT_SAVED;
	language_use(arena, q->language.code);
	audit_add(&q->work, "language.read", "setting", 0, "");
	return when(q, true, go_to(q, "desk", arena_printf(arena, "/language/%s?show=%s&page=%lld", q->param, question.show, (long long)(page + stays))));
}

struct outcome language_file_show(struct request *q, void *into)
{
	(void)into;
	if (!is_translation(q, q->param))
		return missing;
	bool whole = reading_is_whole(q->work.arena, q->param);
	const char *po = sentences_po(q->work.arena, q->param, whole ? readers_of(q, q->param, ", ") : "");
	language_use(q->work.arena, q->language.code);
	return web_download(q, arena_printf(q->work.arena, "%s.po", q->param), po);
}
