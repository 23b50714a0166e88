/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One sentence of a translation, corrected by a reader: the site's own words of it, as everybody reads them from then on. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk/own.h"
#include "domain/audit.h"
#include "language/language.h"
#include "language/words.h"
#include "pages_desk.h"
#include "sql_person.h"

enum { COUNTED = 130, NUMBERS_TOLD = 8, PLACES_SHOWN = 12 };

const char *reader_name(struct request *q, int64_t person_id)
{
	struct person_names names;

	return person_id && sql_person_names(&q->work, &(struct person_names_in){ person_id }, &names) ? names.full_name : "";
}

/* Some numbers that take each form. In the language of the sentence. */
static void put_numbers(struct request *q, const struct sentence *s, const char **const numbers[WORDS_FORMS])
{
	const char *key = sentence_key(q->work.arena, s);
	struct buffer told[WORDS_FORMS];
	int counts[WORDS_FORMS] = { 0 };

	for (int i = 0; i < WORDS_FORMS; i++)
		told[i] = buffer_in(q->work.arena, 32);
	for (int n = 0; n < COUNTED; n++) {
		int form = language_form(key, s->many, n);
		if (form < WORDS_FORMS && counts[form]++ < NUMBERS_TOLD)
			buffer_printf(&told[form], "%s%d", counts[form] > 1 ? ", " : "", n);
	}
	for (int i = 0; i < WORDS_FORMS; i++)
		*numbers[i] = counts[i] ? buffer_string(&told[i]) : "";
}

static void put_forms(struct request *q, struct desk_sentence *view)
{
	const char **const forms[WORDS_FORMS] = { &view->words, &view->words_1, &view->words_2, &view->words_3, &view->words_4, &view->words_5 };
	const char **const numbers[WORDS_FORMS] = { &view->numbers, &view->numbers_1, &view->numbers_2, &view->numbers_3, &view->numbers_4,
		&view->numbers_5 };
	const char *rest = view->sentence.words;

	for (int i = 0; i < WORDS_FORMS; i++) {
		const char *form = i == 0 && !*view->sentence.many ? rest : text_piece(q->work.arena, &rest, '\n');
		*forms[i] = form && (i == 0 || *view->sentence.many) ? form : "";
		*numbers[i] = "";
	}
	if (*view->sentence.many)
		put_numbers(q, &view->sentence, numbers);
}

/* The address is cy-0123456789abcdef. English is what the others are made from. */
struct outcome sentence_show(struct request *q, void *into)
{
	struct desk_sentence *view = into;
	const char *id = strrchr(q->param, '-');

	if (!id)
		return missing;
	view->code = arena_slice(q->work.arena, q->param, (size_t)(id - q->param));
	if (text_is(view->code, "en") || !sentence_one(q->work.arena, view->code, id + 1, &view->sentence))
		return missing;
	struct language language = language_use(q->work.arena, view->code);
	put_forms(q, view);
	language_use(q->work.arena, q->language.code);
	view->name = language.name;
	view->dir = language.dir;
	view->sentence.where = some_places(q, view->sentence.where, PLACES_SHOWN);
	view->reader = reader_name(q, view->sentence.person_id);
	view->may_look = q->visitor.who & (COORDINATOR | KEEPER) && !*view->sentence.many;
	return shown;
}

/* The forms with a line end between; NULL where one cannot be so, with the field and the reason. */
static const char *forms_typed(struct request *q, const struct desk_sentence_form *f, struct outcome *refused)
{
	static const char *const fields[WORDS_FORMS] = { "words", "words_1", "words_2", "words_3", "words_4", "words_5" };
	const char *const typed[WORDS_FORMS] = { f->words, f->words_1, f->words_2, f->words_3, f->words_4, f->words_5 };
	const struct desk_sentence *view = q->view;
	const struct sentence *s = &view->sentence;
	struct buffer out = buffer_in(q->work.arena, 256);
	const char *rest = s->shipped;

	for (int i = 0; i < WORDS_FORMS && (i == 0 || *s->many) && text_piece(q->work.arena, &rest, '\n'); i++) {
		const char *form = words_on_one_line(q->work.arena, typed[i]);
		bool fit = *s->many ? words_fit_number(s->many, form) : words_fit(s->text, form);
		if (!*form || !fit) {
			*refused = blamed(q, fields[i], *form || i == 0 ? REASON_NOT_ALLOWED : REASON_NONE_CHOSEN);
			return NULL;
		}
		buffer_printf(&out, "%s%s", i ? "\n" : "", form);
	}
	return buffer_string(&out);
}

/* Whoever writes a sentence of a translation has read it. */
static bool mark_read(struct request *q, const struct desk_sentence *view)
{
	struct sentence now;
	const char *mark;

	if (!sentence_one(q->work.arena, view->code, view->sentence.id, &now))
		return false;
	mark = now.mark;
	return reading_keep(q->work.arena, view->code, (struct texts){ &mark, 1 }, q->work.person_id, q->work.today);
}

/* A draft of it was of other words. */
static bool keep_words(struct request *q, const struct desk_sentence *view, const char *words)
{
	struct arena *arena = q->work.arena;
	const char *key = sentence_key(arena, &view->sentence);

	return words_keep(arena, view->code, key, words) && (!*view->sentence.draft || words_keep_draft(arena, view->code, key, ""));
}

struct outcome sentence_press(struct request *q, const void *answers)
{
	const struct desk_sentence_form *f = answers;
	const struct desk_sentence *view = q->view;
	struct arena *arena = q->work.arena;
	bool back = text_is(f->act, "back");
	struct outcome refused = shown;
	const char *words = back ? "" : forms_typed(q, f, &refused);

	if (!words)
		return refused;
	if (text_is(words, view->sentence.shipped))
		words = "";
	bool kept = keep_words(q, view, words) && (back || mark_read(q, view));
	language_use(arena, q->language.code);
	if (!kept)
		q->work.trouble = TROUBLE_NOT_SAVED;
	audit_add(&q->work, *words ? "words.own" : back ? "words.back" : "language.read", "setting", 0, "");
	return when(q, true, go_to(q, "desk", arena_printf(arena, "/language/%s", view->code)));
}
