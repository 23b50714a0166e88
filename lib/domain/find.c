/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/find.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "db/db.h"
#include "sql_people.h"

enum { WORDS_MOST = 60, PHONE_FIGURES = 6 };

/* A phone number as one word, however it is grouped; +44 is a nought here. "" where it is none. */
const char *find_phone(struct arena *arena, const char *text)
{
	char *figures = arena_alloc(arena, strlen(text) + 2);
	size_t count = 0;

	if (text_starts(text, "+44"))
		figures[count++] = '0';
	for (const char *c = text_starts(text, "+44") ? text + 3 : text; *c; c++) {
		if (*c >= '0' && *c <= '9')
			figures[count++] = *c;
		else if (!strchr(" +-()", *c))
			return "";
	}
	figures[count] = '\0';
	return count >= PHONE_FIGURES ? figures : "";
}

static const char *before_at(struct arena *arena, const char *email)
{
	return arena_slice(arena, email, strcspn(email, "@"));
}

/* The last word first, as in a list of names. */
const char *find_name(struct arena *arena, const char *name)
{
	const char *folded = utf8_folded(arena, name), *last = strrchr(folded, ' ');

	return last ? arena_printf(arena, "%s %s", last + 1, arena_slice(arena, folded, (size_t)(last - folded))) : folded;
}

struct words {
	const char *of[WORDS_MOST];
	size_t count;
};

static void add_word(struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (text_is(words->of[i], word))
			return;
	if (*word && words->count < WORDS_MOST)
		words->of[words->count++] = word;
}

static void add_words(struct arena *arena, struct words *words, const char *text)
{
	const char *rest = utf8_folded(arena, text), *word;

	while ((word = text_piece(arena, &rest, ' ')))
		add_word(words, word);
}

/* All that somebody is found by, a line each: the name in order, then the words. */
static const char *found_by(struct arena *arena, const struct find_person *p)
{
	struct buffer all = buffer_in(arena, 256);
	struct words words = { .count = 0 };
	const char *name = find_name(arena, *p->full_name ? p->full_name : p->call_name);

	if (!*name)
		return "";
	add_words(arena, &words, p->full_name);
	add_words(arena, &words, p->call_name);
	add_words(arena, &words, before_at(arena, p->email));
	add_word(&words, find_phone(arena, p->phone));
	add_words(arena, &words, p->address);
	add_words(arena, &words, p->districts);
	buffer_text(&all, name);
	for (size_t i = 0; i < words.count; i++)
		buffer_printf(&all, "\n%s", words.of[i]);
	return buffer_string(&all);
}

static void put(struct work *work, int64_t person_id, const char *lines, bool there)
{
	const char *rest = lines, *word, *kind = "name";

	while (*lines && (word = text_piece(work->arena, &rest, '\n'))) {
		if (there)
			sql_find_add(work, &(struct find_add_in){ .kind = kind, .word = word, .person_id = person_id });
		else
			sql_find_forget(work, &(struct find_forget_in){ .kind = kind, .word = word, .person_id = person_id });
		kind = "word";
	}
}

bool find_learn(struct work *work, int64_t person_id)
{
	struct find_person p;

	if (!sql_find_person(work, &(struct find_person_in){ person_id }, &p))
		return false;
	const char *now = found_by(work->arena, &p);
	if (!text_is(now, p.found_by)) {
		put(work, person_id, p.found_by, false);
		put(work, person_id, now, true);
		sql_find_keep(work, &(struct find_keep_in){ .found_by = now, .person_id = person_id });
	}
	return work->trouble == TROUBLE_NONE;
}

bool find_is_true(struct work *work, int64_t person_id)
{
	struct find_person p;

	return sql_find_person(work, &(struct find_person_in){ person_id }, &p) && text_is(found_by(work->arena, &p), p.found_by);
}

struct texts find_words(struct arena *arena, const char *typed)
{
	const char **found = arena_array(arena, FIND_WORDS + 1, sizeof *found);
	struct words words = { .count = 0 };
	const char *phone = find_phone(arena, typed);
	size_t count = 0;

	if (*phone)
		add_word(&words, phone);
	else
		add_words(arena, &words, before_at(arena, typed));
	for (size_t i = 0; i < words.count; i++) {
		size_t at = count < FIND_WORDS ? count++ : FIND_WORDS;
		for (; at > 0 && strlen(words.of[i]) > strlen(found[at - 1]); at--)
			found[at] = found[at - 1];
		found[at] = words.of[i];
	}
	return (struct texts){ found, count };
}

const char *find_beyond(struct arena *arena, const char *word)
{
	return arena_printf(arena, "%s\xf4\x8f\xbf\xbf", word);
}
