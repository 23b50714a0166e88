/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody signed up by phone or from paper: one dense page; and the paper, to print. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "domain/enrol.h"
#include "pages_desk.h"
#include "sql_programme.h"

/* The languages that the site speaks, by which somebody can be written to. */
static struct list site_languages(struct request *q)
{
	const char *rest = q->settings.languages, *code;
	struct desk_language *rows = arena_array(q->work.arena, strlen(q->settings.languages) + 1, sizeof *rows);
	struct list list = { rows, 0 };

	while ((code = text_piece(q->work.arena, &rest, ' ')))
		if (*code)
			rows[list.count++].language = code;
	return list;
}

struct outcome new_person_show(struct request *q, void *into)
{
	struct desk_new_person *view = into;
	const char *language = q->language.code;
	int64_t programme_id = param_id(q);

	if (!sql_desk_form_programme(&q->work, &(struct desk_form_programme_in){ .language = language, .programme_id = programme_id }, &view->programme))
		return missing;
	view->topics = sql_topics_offered(&q->work, &(struct topics_offered_in){ .programme_id = programme_id, .signup_id = 0, .language = language });
	view->places = sql_places_offered(&q->work, &(struct places_offered_in){ .programme_id = programme_id, .language = language });
	view->languages = site_languages(q);
	view->several_languages = view->languages.count > 1;
	view->row = (struct enrolment){ .how = "", .call_name = "", .full_name = "", .reach = "", .email = "", .phone = "", .address = "", .language = language,
		.age_band = "", .ask_words = "", .ask_wish = "any", .offer_words = "", .offer_wish = "any", .time_offered = "", .ways = "", .district = "",
		.tongues = language, .other_tongue = "", .core_values = "", .capacity = 1,
		.bars = { "", "", "", "", "", "", "", "", "", "" } };
	return shown;
}

/* Whether nothing is missing that the template cannot ask for. */
static struct outcome judged(struct request *q, const struct desk_new_person_form *f, const struct enrolment *told)
{
	if (!f->ask_topic_id && !f->talk_ask)
		return blamed(q, "ask_topic_id", REASON_NONE_CHOSEN);
	if (!f->offer_topics.count && !f->talk_offer)
		return blamed(q, "offer_topics", REASON_NONE_CHOSEN);
	if (text_has_word(told->ways, "in-person") && !*told->district && !told->place_id)
		return blamed(q, "district", REASON_NONE_CHOSEN);
	return shown;
}

struct outcome new_person_keep(struct request *q, const void *answers)
{
	const struct desk_new_person_form *f = answers;
	struct arena *arena = q->work.arena;
	const struct enrolment told = { .how = f->how, .programme_id = param_id(q), .call_name = f->call_name, .full_name = f->full_name,
		.reach = texts_joined(arena, f->reach), .email = f->email, .phone = f->phone, .address = f->address,
		.language = *f->language ? f->language : q->language.code, .age_band = f->age_band, .ask_topic_id = f->ask_topic_id, .ask_words = f->ask_words,
		.ask_wish = f->ask_wish, .talk_ask = f->talk_ask, .offer_topics = f->offer_topics, .offer_words = f->offer_words, .offer_wish = f->offer_wish,
		.talk_offer = f->talk_offer, .time_offered = f->time_offered, .capacity = text_count(f->capacity), .ways = texts_joined(arena, f->ways),
		.district = f->district, .place_id = f->place_id, .tongues = texts_joined(arena, f->tongues), .other_tongue = f->other_tongue,
		.core_values = texts_joined(arena, f->core_values),
		.bars = { f->organisations, f->departments, f->lines, f->posts, f->posts_until, f->family, f->care, f->friends, f->people, f->other } };
	struct outcome outcome = judged(q, f, &told);

	if (outcome.kind != OUTCOME_PAGE)
		return outcome;
	int64_t signup_id = enrol(&q->work, &told);
	return when(q, signup_id != 0, go_to(q, "desk", arena_printf(arena, "/signup/%lld", (long long)signup_id)));
}
