/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "intake/new-person.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "pages_desk.h"
#include "sql_programme.h"

/* The languages that the site speaks, by which somebody can be written to. */
static struct list languages_of(struct arena *arena, const char *codes)
{
	const char *rest = codes, *code;
	struct desk_spoken *rows = arena_array(arena, strlen(codes) + 1, sizeof *rows);
	struct list list = { rows, 0 };

	while ((code = text_piece(arena, &rest, ' ')))
		if (*code)
			rows[list.count++].language = code;
	return list;
}

bool new_person_begin(struct work *work, const struct new_person_of *of, struct desk_new_person *view)
{
	const char *language = of->language;

	if (!sql_desk_form_programme(work, &(struct desk_form_programme_in){ .language = language, .programme_id = of->programme_id }, &view->programme))
		return false;
	view->topics = sql_topics_offered(work, &(struct topics_offered_in){ .programme_id = of->programme_id, .signup_id = 0, .language = language });
	view->places = sql_places_offered(work, &(struct places_offered_in){ .programme_id = of->programme_id, .language = language });
	view->languages = languages_of(work->arena, of->site_languages);
	view->several_languages = view->languages.count > 1;
	view->row = (struct enrolment){ .how = "", .call_name = "", .full_name = "", .reach = "", .email = "", .phone = "", .address = "", .language = language,
		.age_band = "", .ask_words = "", .ask_wish = "any", .offer_words = "", .offer_wish = "any", .time_offered = "", .ways = "", .district = "",
		.tongues = language, .other_tongue = "", .core_values = "", .capacity = 1,
		.bars = { "", "", "", "", "", "", "", "", "", "" } };
	return true;
}

struct enrolment new_person_told(struct arena *arena, const struct new_person_of *of, const struct desk_new_person_form *f)
{
	return (struct enrolment){ .how = f->how, .programme_id = of->programme_id, .call_name = f->call_name, .full_name = f->full_name,
		.reach = texts_joined(arena, f->reach), .email = f->email, .phone = f->phone, .address = f->address,
		.language = *f->language ? f->language : of->language, .age_band = f->age_band, .ask_topic_id = f->ask_topic_id, .ask_words = f->ask_words,
		.ask_wish = f->ask_wish, .talk_ask = f->talk_ask, .offer_topics = f->offer_topics, .offer_words = f->offer_words, .offer_wish = f->offer_wish,
		.talk_offer = f->talk_offer, .time_offered = f->time_offered, .capacity = text_count(f->capacity), .ways = texts_joined(arena, f->ways),
		.district = f->district, .place_id = f->place_id, .tongues = texts_joined(arena, f->tongues), .other_tongue = f->other_tongue,
		.core_values = texts_joined(arena, f->core_values),
		.bars = { f->organisations, f->departments, f->lines, f->posts, f->posts_until, f->family, f->care, f->friends, f->people, f->other } };
}

const char *new_person_lacks(const struct enrolment *told)
{
	if (!told->ask_topic_id && !told->talk_ask)
		return "ask_topic_id";
	if (!told->offer_topics.count && !told->talk_offer)
		return "offer_topics";
	return text_has_word(told->ways, "in-person") && !*told->district && !told->place_id ? "district" : NULL;
}
