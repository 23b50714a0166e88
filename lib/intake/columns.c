/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "intake/columns.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "pages_desk.h"
#include "sql_programme.h"

enum { PIECES_MOST = 24, SENT_MOST = 200 };

const struct column columns[COLUMNS] = {
	{ "full_name", "full_name", "name", false }, { "call_name", "call_name", "known_as", false }, { "email", "email", "e_mail", false },
	{ "phone", "phone", "telephone", false }, { "address", "address", NULL, false }, { "reach", "reach", NULL, false },
	{ "language", "language", NULL, false }, { "adult", "adult", NULL, false }, { "agreed", "heard", NULL, false },
	{ "age_band", "age_band", "age", true }, { "ask", "ask_topic_id", NULL, false }, { "ask_words", "ask_words", NULL, false },
	{ "ask_wish", "ask_wish", NULL, true }, { "talk_ask", "talk_ask", NULL, false }, { "offer", "offer_topics", NULL, false },
	{ "offer_words", "offer_words", NULL, false }, { "offer_wish", "offer_wish", NULL, true }, { "talk_offer", "talk_offer", NULL, false },
	{ "time", "time_offered", NULL, false }, { "capacity", "capacity", NULL, false }, { "ways", "ways", NULL, false },
	{ "district", "district", "postcode", false }, { "place", "place_id", NULL, false }, { "languages", "tongues", NULL, false },
	{ "other_language", "other_tongue", NULL, false }, { "values", "core_values", NULL, false }, { "organisations", "organisations", NULL, false },
	{ "departments", "departments", NULL, false }, { "lines", "lines", NULL, false }, { "posts", "posts", NULL, false },
	{ "posts_until", "posts_until", NULL, false }, { "family", "family", NULL, false }, { "care", "care", NULL, false },
	{ "friends", "friends", NULL, false }, { "people", "people", NULL, false }, { "other", "other", NULL, false },
};

int column_of(const char *field)
{
	for (int i = 0; i < COLUMNS; i++)
		if (text_is(columns[i].field, field))
			return i;
	return -1;
}

/* "E-mail" and " Full  name " as names of columns are written: e_mail, full_name. */
static const char *plain_name(struct arena *arena, const char *cell)
{
	char *name = arena_copy(arena, utf8_folded(arena, cell));

	for (char *c = name; *c; c++)
		if (*c == ' ')
			*c = '_';
	return name;
}

int column_named(struct arena *arena, const struct reading *reading, const char *cell)
{
	const char *name = plain_name(arena, cell);

	for (int i = 0; i < COLUMNS; i++) {
		const struct column *column = &columns[i];
		if (column->aged && !reading->view->programme.intergenerational)
			continue;
		if (text_is(name, column->name) || text_is(name, column->field) || (column->also && text_is(name, column->also)))
			return i;
	}
	return -1;
}

/* Topics and places go by each name that they have in one of the site's languages. */
struct reading reading_of(struct work *work, const struct new_person_of *of, const struct desk_new_person *view)
{
	struct arena *arena = work->arena;
	size_t languages = view->languages.count + 1;
	struct named *names = arena_array(arena, languages * (2 * view->topics.count + view->places.count) + 1, sizeof *names);
	struct reading reading = { template_form(&desk_new_person_template), template_offers(arena, &desk_new_person_template, view), view, names, 0 };

	for (size_t l = 0; l < languages; l++) {
		const char *language = l ? ((const struct desk_spoken *)view->languages.rows)[l - 1].language : "en";
		struct list topics = sql_topics_offered(work, &(struct topics_offered_in){ .programme_id = of->programme_id, .language = language });
		struct list places = sql_places_offered(work, &(struct places_offered_in){ .programme_id = of->programme_id, .language = language });
		for (size_t i = 0; i < topics.count && i < view->topics.count; i++) {
			const struct topics_offered *row = list_row(&topics_offered_view, topics, i);
			const char *folded = utf8_folded(arena, row->words), *value = arena_printf(arena, "%lld", (long long)row->topic_id);
			names[reading.name_count++] = (struct named){ "ask_topic_id", folded, value };
			names[reading.name_count++] = (struct named){ "offer_topics", folded, value };
		}
		for (size_t i = 0; i < places.count && i < view->places.count; i++) {
			const struct places_offered *row = list_row(&places_offered_view, places, i);
			names[reading.name_count++] = (struct named){ "place_id", utf8_folded(arena, row->words), arena_printf(arena, "%lld", (long long)row->place_id) };
		}
	}
	return reading;
}

/* "In person" and "75+" as options are written: in-person, 75-. */
static const char *plain_option(struct arena *arena, const char *text)
{
	struct buffer plain = buffer_in(arena, 32);

	for (; *text; text++) {
		bool dash = text_starts(text, "–");
		char c = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
		buffer_char(&plain, dash || c == ' ' || c == '+' ? '-' : c);
		text += dash ? strlen("–") - 1 : 0;
	}
	return buffer_string(&plain);
}

/* The option that a piece of a cell means, or NULL. */
static const char *option_meant(struct arena *arena, const struct reading *reading, size_t field, const char *piece)
{
	const struct form *form = &reading->form;
	const struct field *of = &form->fields[field];
	const char *name = form->pool + of->name, *plain = plain_option(arena, piece), *folded = utf8_folded(arena, piece);
	struct texts offered = reading->offered[field];

	for (size_t i = 0; of->flags & FIELD_BOUND && i < offered.count; i++)
		if (text_is(offered.values[i], piece) || text_is(offered.values[i], plain))
			return offered.values[i];
	for (uint32_t i = 0; i < of->option_count; i++)
		if (text_is(form->pool + form->words[of->options + i], plain))
			return form->pool + form->words[of->options + i];
	for (size_t i = 0; *folded && i < reading->name_count; i++)
		if (text_is(reading->names[i].field, name) && text_is(reading->names[i].folded, folded))
			return reading->names[i].value;
	return NULL;
}

/* The pieces of a cell between any of `separators`. */
static struct texts pieces_of(struct arena *arena, const char *cell, const char *separators)
{
	const char **pieces = arena_array(arena, PIECES_MOST, sizeof *pieces);
	struct texts texts = { pieces, 0 };

	while (*cell && texts.count < PIECES_MOST) {
		size_t length = strcspn(cell, separators);
		const char *piece = utf8_trimmed(arena, arena_slice(arena, cell, length));
		if (*piece)
			pieces[texts.count++] = piece;
		cell += length + (cell[length] != '\0');
	}
	return texts;
}

struct sending_row {
	struct arena *arena;
	const struct reading *reading;
	struct sent_row *row;
};

static void send(const struct sending_row *s, const char *name, const char *value)
{
	if (s->row->count < SENT_MOST)
		s->row->sent[s->row->count++] = (struct sent){ name, value };
}

/* What is none of the options goes as it stands, for the form to refuse. */
static void send_chosen(const struct sending_row *s, size_t field, const char *cell)
{
	const char *name = s->reading->form.pool + s->reading->form.fields[field].name;
	const char *whole = option_meant(s->arena, s->reading, field, cell);
	/* Names of topics hold commas; so they stand between semicolons, or on lines. */
	struct texts pieces = pieces_of(s->arena, cell, s->reading->form.fields[field].flags & FIELD_COUNTS ? ";\n" : ",;\n");

	if (whole) {
		send(s, name, whole);
		return;
	}
	if (pieces.count == 1)
		pieces = s->reading->form.fields[field].flags & FIELD_COUNTS ? pieces : pieces_of(s->arena, cell, " ");
	for (size_t i = 0; i < pieces.count; i++) {
		const char *meant = option_meant(s->arena, s->reading, field, pieces.values[i]);
		send(s, name, meant ? meant : pieces.values[i]);
	}
}

static void send_flag(const struct sending_row *s, int column, size_t field, const char *cell)
{
	const struct form *form = &s->reading->form;
	const char *answer = plain_option(s->arena, cell);

	if (text_has_word("yes y true 1 x ✓", answer))
		send(s, columns[column].field, form->pool + form->words[form->fields[field].options]);
	else
		s->row->unclear[column] = !text_has_word("no n false 0 -", answer);
}

/* 2027-03-31, or 31/3/2027, or 31 March 2027. */
static void send_day(const struct sending_row *s, const char *name, const char *cell)
{
	static const char *const parts[] = { "day", "month", "year" };
	struct texts pieces = pieces_of(s->arena, cell, "-/. ");
	bool year_first = pieces.count == 3 && strlen(pieces.values[0]) == 4;

	for (size_t i = 0; i < 3; i++)
		send(s, arena_printf(s->arena, "%s.%s", name, parts[i]), pieces.count == 3 ? pieces.values[year_first ? 2 - i : i] : cell);
}

/* What the form is filled with before anybody types. */
static const char *filled_with(struct arena *arena, const struct reading *reading, const char *field)
{
	const void *at = reading->view;
	const struct member *member = view_reach(&desk_new_person_view, &at, field);

	if (member && member->kind == MEMBER_TEXT)
		return member_text(member, at);
	return member && member->kind == MEMBER_COUNT && member_count(member, at) ? arena_printf(arena, "%lld", (long long)member_count(member, at)) : "";
}

/* Without a word of how to reach them, it is by whatever they have told. */
static const char *reach_told(struct arena *arena, const char *const *cells)
{
	static const char *const ways[][2] = { { "email", "email" }, { "phone", "phone" }, { "address", "post" } };
	const char *reach = "";

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *cell = cells[column_of(ways[i][0])];
		if (cell && *cell)
			reach = arena_printf(arena, "%s %s", reach, ways[i][1]);
	}
	return reach;
}

struct sent_row sent_of(struct arena *arena, const struct reading *reading, const char *const *cells)
{
	struct sent_row row = { .sent = arena_array(arena, SENT_MOST, sizeof *row.sent) };
	const struct sending_row s = { arena, reading, &row };

	/* It is told on paper of a kind; enrol() is told the truth. */
	send(&s, "how", "paper");
	for (int i = 0; i < COLUMNS; i++) {
		int field = form_field(&reading->form, columns[i].field);
		const char *cell = cells[i] ? cells[i] : "";
		if (!*cell)
			cell = text_is(columns[i].name, "reach") ? reach_told(arena, cells) : filled_with(arena, reading, columns[i].field);
		if (field < 0 || !*cell)
			continue;
		switch (reading->form.fields[field].kind) {
		case FIELD_CHOICE:
		case FIELD_CHOICES: send_chosen(&s, (size_t)field, cell); break;
		case FIELD_DATE: send_day(&s, columns[i].field, cell); break;
		case FIELD_FLAG: send_flag(&s, i, (size_t)field, cell); break;
		default: send(&s, columns[i].field, cell);
		}
	}
	return row;
}
