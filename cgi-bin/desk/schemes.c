/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Programmes: their settings, their topics, and what each is called in every language of the site. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-charity-views.h"
#include "cgi-bin/desk/charity.h"
#include "domain/measure.h"
#include "domain/programme.h"
#include "language/language.h"
#include "pages_desk.h"

struct outcome schemes_show(struct request *q, void *into)
{
	struct desk_programmes *view = into;

	view->rows = sql_programmes_all(&q->work, &(struct programmes_all_in){ q->language.code });
	return shown;
}

static struct outcome to_programme(struct request *q, int64_t programme_id)
{
	return go_to(q, "desk", arena_printf(q->work.arena, "/programme/%lld", (long long)programme_id));
}

struct outcome new_programme_keep(struct request *q, const void *answers)
{
	const struct desk_new_programme_form *f = answers;
	const struct programme_new programme = { .kind = f->kind, .name = f->name, .name_cy = "", .intergenerational = f->intergenerational, .draft = true };
	int64_t programme_id = programme_begin(&q->work, &programme);

	return when(q, programme_id != 0, to_programme(q, programme_id));
}

/* NULL: there is no such programme. */
static const char *called(struct request *q, int64_t programme_id)
{
	struct list all = sql_programmes_all(&q->work, &(struct programmes_all_in){ q->language.code });

	for (size_t i = 0; i < all.count; i++) {
		const struct programmes_all *row = list_row(&programmes_all_view, all, i);
		if (row->programme_id == programme_id)
			return row->words;
	}
	return NULL;
}

struct outcome programme_show(struct request *q, void *into)
{
	struct desk_programme *view = into;

	if (!sql_programme_settings(&q->work, &(struct programme_settings_in){ param_id(q) }, &view->row))
		return missing;
	view->words = called(q, param_id(q));
	view->topics = sql_topics_of(&q->work, &(struct topics_of_in){ .language = q->language.code, .programme_id = param_id(q) });
	return shown;
}

struct outcome programme_keep(struct request *q, const void *answers)
{
	const struct desk_programme_form *f = answers;
	const struct programme_rules_new rules = { param_id(q), f->state, f->moderation, f->intergenerational,
		texts_joined(q->work.arena, f->mentor_lessons), texts_joined(q->work.arena, f->mentee_lessons), f->trial_meetings, f->trial_days, f->reverse_years, f->quiet_days, f->review_days, f->open_asks, f->group_most, f->mentee_weeks };
	bool kept = programme_settle(&q->work, &rules) && measures_choose(&q->work, param_id(q), texts_joined(q->work.arena, f->measures));

	return when(q, kept, next_page);
}

/* The language of the address, where the site has it; else that of the page. */
static const char *language_asked(struct request *q)
{
	const char *in = query_value(q, "in");

	return *in && text_has_word(q->settings.languages, in) ? in : q->language.code;
}

static const struct wordings_of *words_in(struct list rows, const char *code)
{
	for (size_t i = 0; i < rows.count; i++) {
		const struct wordings_of *row = list_row(&wordings_of_view, rows, i);
		if (text_is(row->language, code))
			return row;
	}
	return NULL;
}

/* A line for each language of the site, and the words of the one that is asked for. */
static void fill_words(struct request *q, struct desk_scheme_words *view, const char *subject, int64_t id)
{
	struct list rows = sql_wordings_of(&q->work, &(struct wordings_of_in){ .subject = subject, .subject_id = id });
	struct desk_scheme_words_of *all = arena_array(q->work.arena, strlen(q->settings.languages) + 1, sizeof *all);
	const char *rest = q->settings.languages, *code;

	view->in = language_asked(q);
	view->words = view->more = "";
	while ((code = text_piece(q->work.arena, &rest, ' '))) {
		const struct wordings_of *row = words_in(rows, code);
		struct language about = language_about(q->work.arena, code);
		bool current = text_is(code, view->in);
		all[view->all.count++] = (struct desk_scheme_words_of){ code, about.name, about.dir, row ? row->words : "", row ? row->more : "",
			arena_printf(q->work.arena, "?in=%s", code), current };
		if (!current)
			continue;
		view->language_name = about.name;
		view->words = row ? row->words : "";
		view->more = row ? row->more : "";
	}
	view->all.rows = all;
}

struct outcome programme_words_show(struct request *q, void *into)
{
	struct desk_scheme_words *view = into;

	if (!called(q, param_id(q)))
		return missing;
	view->programme_id = param_id(q);
	fill_words(q, view, "programme", param_id(q));
	return shown;
}

struct outcome programme_words_keep(struct request *q, const void *answers)
{
	const struct desk_programme_words_form *f = answers;
	const struct words_of words = { "programme", param_id(q), language_asked(q), f->words, f->more };

	return when(q, programme_words(&q->work, &words), to_programme(q, param_id(q)));
}

struct outcome new_topic_show(struct request *q, void *into)
{
	struct desk_scheme_words *view = into;

	if (!called(q, param_id(q)))
		return missing;
	view->programme_id = param_id(q);
	fill_words(q, view, "topic", 0);
	return shown;
}

struct outcome new_topic_keep(struct request *q, const void *answers)
{
	const struct desk_new_topic_form *f = answers;
	const struct words_of words = { "topic", 0, "en", f->words, f->more };
	struct words_of own = words;
	int64_t topic_id = topic_begin(&q->work, param_id(q), &words);

	/* English is what is shown where a language has no words; what was typed is kept as what it is, too. */
	own.subject_id = topic_id;
	own.language = language_asked(q);
	bool kept = topic_id && (text_is(own.language, "en") || programme_words(&q->work, &own));
	return when(q, kept, go_to(q, "desk", arena_printf(q->work.arena, "/topic/%lld", (long long)topic_id)));
}

struct outcome topic_show(struct request *q, void *into)
{
	struct desk_scheme_words *view = into;
	struct topic_one topic;

	if (!sql_topic_one(&q->work, &(struct topic_one_in){ param_id(q) }, &topic))
		return missing;
	view->programme_id = topic.programme_id;
	view->position = topic.position + 1;
	fill_words(q, view, "topic", topic.topic_id);
	return shown;
}

struct outcome topic_keep(struct request *q, const void *answers)
{
	const struct desk_topic_form *f = answers;
	const struct desk_scheme_words *view = q->view;
	const struct words_of words = { "topic", param_id(q), language_asked(q), f->words, f->more };

	if (text_is(f->act, "leave-out")) {
		if (topic_leave_out(&q->work, param_id(q)))
			return to_programme(q, view->programme_id);
		return q->work.trouble == TROUBLE_NONE ? blamed(q, "words", REASON_NOT_ALLOWED) : when(q, false, shown);
	}
	bool kept = programme_words(&q->work, &words) && (f->position == view->position || topic_move(&q->work, param_id(q), f->position - 1));
	return when(q, kept, to_programme(q, view->programme_id));
}
