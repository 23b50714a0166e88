/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Many people at once, from a file or pasted. What would become of each row is shown first; a second press puts in what
   was shown, and nothing else. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "crypto/crypto.h"
#include "pages_desk.h"

/* With the names of the columns. More go through the command line. */
enum { ROWS_MOST = 501 };

/* What is not looked at yet. */
#define NOT_LOOKED "none"

/* The lines, copied out of each row's own arena. */
struct taken {
	struct arena *arena;
	struct intake_line *lines;
	size_t count;
	struct buffer came_to;
};

static struct list mistakes_copied(struct arena *arena, struct list mistakes)
{
	struct intake_mistake *copies = arena_array(arena, mistakes.count + 1, sizeof *copies);

	for (size_t i = 0; i < mistakes.count; i++) {
		const struct intake_mistake *mistake = (const struct intake_mistake *)mistakes.rows + i;
		copies[i] = (struct intake_mistake){ mistake->column, arena_copy(arena, mistake->words), mistake->lang, mistake->kind };
	}
	return (struct list){ copies, mistakes.count };
}

static void take_line(void *context, const struct intake_line *line)
{
	struct taken *taken = context;
	struct intake_line *copy = &taken->lines[taken->count++];

	*copy = *line;
	copy->name = arena_copy(taken->arena, line->name);
	copy->by = arena_copy(taken->arena, line->by);
	copy->known_name = arena_copy(taken->arena, line->known_name);
	copy->mistakes = mistakes_copied(taken->arena, line->mistakes);
	buffer_printf(&taken->came_to, "%lld %s %lld %lld\n", (long long)line->row, line->state, (long long)line->known_id, (long long)line->known_row);
}

static struct intake_of asked_of(const struct request *q)
{
	return (struct intake_of){ .programme_id = param_id(q), .language = q->language, .site_languages = q->settings.languages, .rows_most = ROWS_MOST };
}

/* Goes through the text, and says by a mark what it was and what came of it. False where the programme is gone. */
static bool go_through(struct request *q, const char *text, bool puts, struct desk_import *view)
{
	struct arena *arena = q->work.arena;
	struct taken taken = { .arena = arena, .lines = arena_array(arena, ROWS_MOST, sizeof *taken.lines), .came_to = buffer_in(arena, 1024) };
	struct intake_of of = asked_of(q);

	of.puts = puts;
	of.line = take_line;
	of.context = &taken;
	struct intake *intake = intake_begin(&q->work, &of);
	if (!intake)
		return false;
	intake_feed(intake, text, strlen(text));
	view->end = intake_finish(intake);
	view->lines = (struct list){ taken.lines, taken.count };
	view->looked = true;
	view->may_put = view->end.added && !*view->end.trouble;
	view->mark = crypto_keyed(arena, q->work.key, "import", arena_printf(arena, "%s\n%s%s", q->path, buffer_string(&taken.came_to), text));
	return true;
}

struct outcome import_show(struct request *q, void *into)
{
	struct desk_import *view = into;
	const struct intake_of of = asked_of(q);
	const struct desk_form_programme_in in = { .language = q->language.code, .programme_id = of.programme_id };

	if (!sql_desk_form_programme(&q->work, &in, &view->programme))
		return missing;
	view->columns = intake_columns(&q->work, &of);
	view->mark = NOT_LOOKED;
	view->end = (struct intake_end){ .trouble = "", .column = "", .passed_over = "" };
	return shown;
}

struct outcome import_look(struct request *q)
{
	struct desk_import *view = q->view;

	if (!go_through(q, typed_value(q, "text"), false, view))
		return missing;
	if (text_is(typed_value(q, "act"), "put") && view->may_put && text_is(typed_value(q, "mark"), view->mark))
		return next_page;
	view->is_other = text_is(typed_value(q, "act"), "put");
	return shown;
}

struct outcome import_keep(struct request *q, const void *answers)
{
	const struct desk_import_form *f = answers;
	struct desk_import came = { 0 };

	/* What was looked at before the lock may have changed before it. */
	if (!go_through(q, f->text, true, &came) || !text_is(came.mark, f->mark))
		return changed;
	return when(q, true, next_page);
}

struct outcome import_file_show(struct request *q, void *into)
{
	const struct intake_of of = asked_of(q);
	struct buffer out = buffer_in(q->work.arena, 2048);

	(void)into;
	intake_example(&q->work, &of, &out);
	return out.length ? web_download(q, "bothways-example.csv", buffer_string(&out)) : missing;
}
