/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a file of people may hold: its columns, and one to begin from. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "db/work.h"
#include "intake/columns.h"
#include "intake/intake.h"
#include "sql_programme.h"

static void put_word(struct buffer *out, const char *word)
{
	buffer_printf(out, "%s%s", out->length ? ", " : "", word);
}

/* What may stand in a column whose answers are options. */
static const char *takes(struct arena *arena, const struct reading *reading, const char *name)
{
	struct buffer out = buffer_in(arena, 64);
	int number = form_field(&reading->form, name);
	const struct field *field = number < 0 ? NULL : &reading->form.fields[number];

	if (!field)
		return "";
	if (field->kind == FIELD_FLAG)
		put_word(&out, "yes");
	else
		for (uint32_t i = 0; i < field->option_count; i++)
			put_word(&out, reading->form.pool + reading->form.words[field->options + i]);
	for (size_t i = 0; i < reading->view->topics.count && (text_is(name, "ask_topic_id") || text_is(name, "offer_topics")); i++)
		put_word(&out, arena_printf(arena, "“%s”", ((const struct topics_offered *)list_row(&topics_offered_view, reading->view->topics, i))->words));
	for (size_t i = 0; i < reading->view->places.count && text_is(name, "place_id"); i++)
		put_word(&out, arena_printf(arena, "“%s”", ((const struct places_offered *)list_row(&places_offered_view, reading->view->places, i))->words));
	for (size_t i = 0; i < reading->view->languages.count && text_is(name, "language"); i++)
		put_word(&out, ((const struct desk_spoken *)reading->view->languages.rows)[i].language);
	return buffer_string(&out);
}

static bool begin(struct work *work, const struct intake_of *of, struct desk_new_person *view, struct reading *reading)
{
	const struct new_person_of person_of = { of->programme_id, of->spoken ? of->spoken : of->language.code, of->site_languages };

	if (!new_person_begin(work, &person_of, view))
		return false;
	*reading = reading_of(work, &person_of, view);
	return true;
}

static bool is_asked(const struct desk_new_person *view, int column)
{
	return !columns[column].aged || view->programme.intergenerational;
}

struct list intake_columns(struct work *work, const struct intake_of *of)
{
	struct desk_new_person *view = arena_alloc(work->arena, sizeof *view);
	struct intake_column *rows = arena_array(work->arena, COLUMNS, sizeof *rows);
	struct list list = { rows, 0 };
	struct reading reading;

	if (!begin(work, of, view, &reading))
		return list;
	for (int i = 0; i < COLUMNS; i++)
		if (is_asked(view, i))
			rows[list.count++] = (struct intake_column){ columns[i].name, takes(work->arena, &reading, columns[i].field) };
	return list;
}

static const char *topic(const struct desk_new_person *view, size_t number)
{
	return view->topics.count ? ((const struct topics_offered *)list_row(&topics_offered_view, view->topics, number % view->topics.count))->words : "";
}

/* Numbers and addresses that are nobody's: https://www.ofcom.org.uk 01632 960, RFC 2606. */
static const char *example_cell(const struct desk_new_person *view, const char *column, bool first)
{
	static const char *const cells[][3] = {
		{ "full_name", "Anna Example", "Bryn Example" }, { "call_name", "Anna", "Bryn" }, { "email", "anna@example.org", "" },
		{ "phone", "01632 960 961", "01632 960 962" }, { "address", "", "2 Mill Lane\nSomewhere\nNP20 4AB" }, { "reach", "email, phone", "phone, post" },
		{ "adult", "yes", "yes" }, { "agreed", "yes", "yes" }, { "ways", "phone, video", "in-person" }, { "district", "", "NP20" },
		{ "time", "hour-month", "call-fortnight" }, { "capacity", "1", "2" }, { "values", "patience, humour", "" }, { "age_band", "30-44", "75-" },
		{ "talk_offer", "", "yes" }, { "ask_words", "Photographs, \"clouds\" and all that", "" },
	};

	if (text_is(column, "language"))
		return view->row.language;
	if (text_is(column, "ask"))
		return topic(view, first ? 0 : 1);
	if (text_is(column, "offer"))
		return first ? topic(view, 1) : "";
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (text_is(cells[i][0], column))
			return cells[i][first ? 1 : 2];
	return "";
}

void intake_example(struct work *work, const struct intake_of *of, struct buffer *out)
{
	struct desk_new_person *view = arena_alloc(work->arena, sizeof *view);
	struct reading reading;

	if (!begin(work, of, view, &reading))
		return;
	/* The mark by which spreadsheets know UTF-8. */
	buffer_text(out, "\xef\xbb\xbf");
	for (int row = 0; row < 3; row++) {
		const char *comma = "";
		for (int i = 0; i < COLUMNS; i++) {
			if (!is_asked(view, i))
				continue;
			buffer_text(out, comma);
			if (row == 0)
				buffer_text(out, columns[i].name);
			else
				sheet_cell(out, example_cell(view, columns[i].name, row == 1));
			comma = ",";
		}
		buffer_text(out, "\r\n");
	}
}
