/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "intake/intake.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "db/work.h"
#include "domain/import.h"
#include "intake/columns.h"
#include "language/language.h"
#include "pages_desk.h"
#include "template/facts.h"

enum { CELLS_MOST = 300 };

struct intake {
	struct work *work;
	struct intake_of of;
	struct new_person_of person_of;
	struct desk_new_person view;
	struct reading reading;
	struct texts months;
	struct sheet *sheet;
	struct import_book *book;
	int column_of_cell[CELLS_MOST];   /* of each cell, -1: none */
	size_t cell_count;                /* of the first row; 0: not read yet */
	struct buffer passed_over;
	struct intake_end end;
};

/* One row on its way: its arena is emptied behind it. */
struct judged {
	struct arena *arena;
	const char *cells[COLUMNS];
	struct answers answers;
	struct sent_row sent;
	struct intake_mistake *mistakes;
	size_t mistake_count;
	struct enrolment told;
};

static void stop(struct intake *intake, const char *trouble, int64_t row)
{
	if (*intake->end.trouble)
		return;
	intake->end.trouble = trouble;
	intake->end.row = row;
}

/* The first row: which column each cell names. */
static void read_names(struct intake *intake, const struct sheet_row *row)
{
	bool there[COLUMNS] = { false };

	for (size_t i = 0; i < row->count; i++) {
		int column = column_named(row->arena, &intake->reading, row->cells[i]);
		intake->column_of_cell[i] = column;
		if (column < 0) {
			if (*row->cells[i])
				buffer_printf(&intake->passed_over, "%s%s", intake->passed_over.length ? ", " : "", row->cells[i]);
			continue;
		}
		if (there[column]) {
			intake->end.column = columns[column].name;
			stop(intake, "twice", row->number);
		}
		there[column] = true;
	}
	intake->cell_count = row->count;
	if (!there[column_of("full_name")])
		stop(intake, "no-names", row->number);
}

static void add_mistake(struct judged *judged, const char *column, const char *kind)
{
	judged->mistakes[judged->mistake_count++] = (struct intake_mistake){ column, "", "", kind };
}

/* What the form has to say, in its own words; but a tick is something else in a file. */
static void add_form_mistakes(const struct intake *intake, struct judged *judged)
{
	const struct page_facts facts = { 0 };
	const struct render render = { .arena = judged->arena, .template = &desk_new_person_template, .page = &intake->view, .facts_view = &page_facts_view,
		.facts = &facts, .answers = &judged->answers, .language = &intake->of.language };
	struct list said = template_mistakes(&render);
	const struct mistake *next = said.rows;

	for (size_t i = 0; i < intake->reading.form.count; i++) {
		const struct field *field = &intake->reading.form.fields[i];
		const char *name = intake->reading.form.pool + field->name;
		int column = column_of(name);
		if (judged->answers.of[i].wrong == REASON_NONE)
			continue;
		const struct mistake *mistake = next++;
		if (column >= 0 && judged->sent.unclear[column])
			continue;
		if (text_is(name, "adult") || text_is(name, "heard"))
			add_mistake(judged, columns[column].name, columns[column].name);
		else
			judged->mistakes[judged->mistake_count++] = (struct intake_mistake){ column < 0 ? name : columns[column].name, mistake->words, mistake->lang, "form" };
	}
}

/* Cells beyond the last column are a comma too many, and would shift what everything means. */
static bool has_more_cells(const struct intake *intake, const struct sheet_row *row)
{
	for (size_t i = intake->cell_count; i < row->count; i++)
		if (*row->cells[i])
			return true;
	return false;
}

/* As if the form had been sent. */
static bool is_good(const struct intake *intake, struct judged *judged)
{
	struct arena *arena = judged->arena;
	struct form_sending sending = { .offered = intake->reading.offered, .months = intake->months };
	void *form = arena_alloc(arena, desk_new_person_form_view.size);

	judged->sent = sent_of(arena, &intake->reading, judged->cells);
	sending.sent = judged->sent.sent;
	sending.count = judged->sent.count;
	judged->answers = form_read(arena, &intake->reading.form, &sending);
	form_judge(arena, &judged->answers, &sending);
	judged->mistakes = arena_array(arena, intake->reading.form.count + COLUMNS + 1, sizeof *judged->mistakes);
	for (int i = 0; i < COLUMNS; i++)
		if (judged->sent.unclear[i])
			add_mistake(judged, columns[i].name, "yes-no");
	if (!judged->answers.refused) {
		form_fill(arena, &judged->answers, &desk_new_person_form_view, form);
		judged->told = new_person_told(arena, &intake->person_of, form);
		judged->told.how = "file";
		const char *lacks = new_person_lacks(&judged->told);
		if (lacks)
			form_blame(&judged->answers, lacks, REASON_NONE_CHOSEN);
	}
	if (judged->answers.refused)
		add_form_mistakes(intake, judged);
	return judged->mistake_count == 0;
}

/* What a row says of a column, cleaned as the form does. */
static const char *told(const struct judged *judged, const char *field)
{
	const char *cell = judged->cells[column_of(field)];

	return cell ? utf8_trimmed(judged->arena, cell) : "";
}

static bool is_known(struct intake *intake, const struct import_who *who, struct intake_line *line)
{
	struct import_known known;

	line->known_row = import_book_find(intake->work, intake->book, who, &line->by);
	if (line->known_row)
		return true;
	if (!import_known(intake->work, who, &known))
		return false;
	line->by = known.by;
	line->known_id = known.person_id;
	line->known_name = known.full_name;
	return true;
}

static void judge(struct intake *intake, struct judged *judged, const struct sheet_row *row, struct intake_line *line)
{
	const struct import_who who = { .email = told(judged, "email"), .phone = told(judged, "phone"), .full_name = told(judged, "full_name") };

	line->name = who.full_name;
	if (is_known(intake, &who, line)) {
		line->state = "known";
		intake->end.known++;
		return;
	}
	bool good = is_good(intake, judged);
	if (has_more_cells(intake, row))
		add_mistake(judged, "", "more-cells");
	if (!good || judged->mistake_count) {
		line->state = "wrong";
		line->mistakes = (struct list){ judged->mistakes, judged->mistake_count };
		intake->end.wrong++;
		return;
	}
	line->state = "new";
	intake->end.added++;
	import_book_add(intake->work, intake->book, &who, row->number);
	if (intake->of.puts)
		enrol(intake->work, &judged->told);
}

static void take_person(struct intake *intake, const struct sheet_row *row)
{
	struct intake_line line = { .row = row->number, .state = "blank", .name = "", .by = "", .known_name = "" };
	struct judged judged = { .arena = row->arena };
	struct arena *kept = intake->work->arena;

	for (size_t i = 0; i < row->count && i < intake->cell_count; i++)
		if (intake->column_of_cell[i] >= 0)
			judged.cells[intake->column_of_cell[i]] = sheet_text(row->cells[i]);
	intake->work->arena = row->arena;
	if (row->count)
		judge(intake, &judged, row, &line);
	else
		intake->end.blank++;
	intake->of.line(intake->of.context, &line);
	intake->work->arena = kept;
}

static void take_row(void *context, const struct sheet_row *row)
{
	struct intake *intake = context;

	if (*intake->end.trouble || intake->work->trouble != TROUBLE_NONE)
		return;
	if (row->number > intake->of.rows_most)
		stop(intake, "too-many-rows", row->number);
	else if (intake->cell_count)
		take_person(intake, row);
	else if (row->count)
		read_names(intake, row);
}

struct intake *intake_begin(struct work *work, const struct intake_of *of)
{
	struct intake *intake = arena_alloc(work->arena, sizeof *intake);

	*intake = (struct intake){ .work = work, .of = *of, .end = { .trouble = "", .column = "", .passed_over = "" } };
	intake->person_of = (struct new_person_of){ of->programme_id, of->spoken ? of->spoken : of->language.code, of->site_languages };
	if (!new_person_begin(work, &intake->person_of, &intake->view))
		return NULL;
	intake->reading = reading_of(work, &intake->person_of, &intake->view);
	intake->months = language_months(work->arena);
	intake->book = import_book_new(work->arena);
	intake->passed_over = buffer_in(work->arena, 64);
	intake->sheet = sheet_new(work->arena, take_row, intake);
	return intake;
}

void intake_feed(struct intake *intake, const char *bytes, size_t length)
{
	sheet_feed(intake->sheet, bytes, length);
}

struct intake_end intake_finish(struct intake *intake)
{
	static const char *const faults[] = { "", "no-text", "quotes", "too-long" };
	int64_t row;
	enum sheet_fault fault = sheet_finish(intake->sheet, &row);

	if (fault != SHEET_SOUND)
		stop(intake, faults[fault], row);
	else if (!intake->cell_count)
		stop(intake, "no-names", 1);
	intake->end.passed_over = buffer_string(&intake->passed_over);
	if (intake->of.puts && intake->end.added)
		import_done(intake->work);
	return intake->end;
}
