/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk/own.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/text.h"
#include "cgi-bin/desk-own-views.h"
#include "domain/audit.h"
#include "own/own.h"
#include "pages_desk.h"
#include "site/site.h"

enum { SECONDS = 20, ROWS_MOST = 500, LINES_MOST = 100, WORDS_BESIDE = 5 };

/* It lies beside the programs, or where it was installed. A file manager may have lost the bit that lets it run. */
static const char *tool(struct request *q)
{
	const char *beside = arena_printf(q->work.arena, "%s/bothways", q->site->home);

	if (access(beside, F_OK) == 0 && access(beside, X_OK))
		chmod(beside, 0755);
	if (access(beside, X_OK) == 0)
		return beside;
	const char *installed = arena_printf(q->work.arena, "%s/../../../bin/bothways", q->site->home);
	return access(installed, X_OK) == 0 ? installed : NULL;
}

/* bothways template WORDS…; it never sees anything but names that own_is_name knows. */
struct command_answer own_run(struct request *q, const char *const *words)
{
	size_t count = 0, n = 0;

	while (words[count])
		count++;
	const char **argv = arena_array(q->work.arena, count + WORDS_BESIDE, sizeof *argv);
	if (!(argv[n++] = tool(q)))
		return (struct command_answer){ false, -1, "" };
	argv[n++] = "template";
	while (*words)
		argv[n++] = *words++;
	argv[n++] = "--site";
	argv[n++] = q->site->data;
	argv[n] = NULL;
	return command_run(q->work.arena, argv, "", SECONDS);
}
#define RUN(q, ...) own_run(q, (const char *const[]){ __VA_ARGS__, NULL })

static const char *flat(struct arena *arena, const char *name, char from, char to)
{
	char *copy = arena_copy(arena, name), *at = strchr(copy, from);

	if (at)
		*at = to;
	return copy;
}

const char *own_slug(struct arena *arena, const char *name)
{
	return flat(arena, name, '/', '.');
}

struct list own_rows(struct request *q, bool *ran)
{
	struct arena *arena = q->work.arena;
	struct desk_own_row *rows = arena_array(arena, ROWS_MOST, sizeof *rows);
	struct list list = { rows, 0 };

	/* Most sites have none: nothing is started for them. */
	*ran = tool(q) != NULL;
	if (!own_names(arena, q->site).count)
		return list;
	struct command_answer answer = RUN(q, "list");
	const char *rest = answer.said, *line;
	*ran = answer.status == 0;
	while (*ran && list.count < ROWS_MOST && (line = text_piece(arena, &rest, '\n'))) {
		size_t state = strcspn(line, " ");
		const char *name = line + state + strspn(line + state, " ");
		if (own_is_name(name))
			rows[list.count++] = (struct desk_own_row){ name, flat(arena, name, '/', '.'), arena_slice(arena, line, state) };
	}
	return list;
}

/* No lock of the database holds what lies in the data folder: under it the page is as the press found it, and no
   other program is waited for. */
struct outcome own_as_pressed(struct request *q, void *into, size_t size)
{
	memcpy(into, q->scratch, size);
	return shown;
}

struct outcome own_pages_show(struct request *q, void *into)
{
	struct desk_own_pages *view = into;
	bool ran;

	if (q->scratch)
		return own_as_pressed(q, view, sizeof *view);
	view->rows = own_rows(q, &ran);
	view->no_tool = !ran;
	return shown;
}

/* What was typed may be a page's whole address, or end in a slash. */
static const char *name_typed(struct request *q, const char *typed)
{
	const char *name = typed + strspn(typed, "/");
	size_t length = strlen(name);

	while (length && name[length - 1] == '/')
		length--;
	return arena_slice(q->work.arena, name, length);
}

struct outcome own_pages_slow(struct request *q, const void *answers)
{
	const struct desk_own_pages_form *f = answers;
	const char *name = name_typed(q, f->page);

	if (!own_is_name(name))
		return blamed(q, "page", REASON_GONE);
	if (access(own_source_path(q->work.arena, q->site, name), F_OK) == 0)
		return blamed(q, "page", REASON_TAKEN);
	struct command_answer answer = RUN(q, "copy", name);
	if (answer.status != 0)
		return blamed(q, "page", answer.status == 2 ? REASON_GONE : REASON_NOT_ALLOWED);
	q->scratch = q->view;
	return shown;
}

struct outcome own_pages_begin(struct request *q, const void *answers)
{
	const struct desk_own_pages_form *f = answers;
	const char *name = name_typed(q, f->page);

	audit_add(&q->work, "page.begin", "setting", 0, "");
	return when(q, true, go_to(q, "desk", arena_printf(q->work.arena, "/own-page/%s", flat(q->work.arena, name, '/', '.'))));
}

/* The page of the address; NULL: there is none of the charity's own. */
static const struct desk_own_row *row_asked(struct request *q, bool *ran)
{
	struct list rows = own_rows(q, ran);

	for (size_t i = 0; i < rows.count; i++) {
		const struct desk_own_row *row = list_row(&desk_own_row_view, rows, i);
		if (text_is(row->slug, q->param))
			return row;
	}
	return NULL;
}

static struct list lines_of(struct request *q, const char *said)
{
	struct desk_own_wrong *lines = arena_array(q->work.arena, LINES_MOST, sizeof *lines);
	struct list list = { lines, 0 };
	const char *line;

	while (list.count < LINES_MOST && (line = text_piece(q->work.arena, &said, '\n')))
		if (*line)
			lines[list.count++] = (struct desk_own_wrong){ line };
	return list;
}

struct outcome own_page_show(struct request *q, void *into)
{
	struct desk_own_page *view = into;
	bool ran;

	if (q->scratch)
		return own_as_pressed(q, view, sizeof *view);
	const struct desk_own_row *row = row_asked(q, &ran);

	if (!row)
		return missing;
	view->row = *row;
	view->live = text_has_word("live edited", row->state);
	if (text_is(row->state, "unknown") || access(own_source_path(q->work.arena, q->site, row->name), R_OK))
		return shown;
	struct command_answer answer = RUN(q, "check", row->name);
	view->no_tool = answer.status < 0;
	view->good = answer.status == 0;
	if (answer.status == 1)
		view->wrong = lines_of(q, answer.said);
	return shown;
}

struct outcome own_page_slow(struct request *q, const void *answers)
{
	const struct desk_own_page_form *f = answers;
	const struct desk_own_page *view = q->view;
	struct command_answer answer = text_is(f->act, "live") ? RUN(q, "live", view->row.name) : RUN(q, "back", view->row.name);

	if (answer.status != 0)
		return changed;
	q->scratch = q->view;
	return shown;
}

struct outcome own_page_press(struct request *q, const void *answers)
{
	const struct desk_own_page_form *f = answers;
	const struct desk_own_page *view = q->view;
	bool live = text_is(f->act, "live");

	audit_add(&q->work, live ? "page.live" : "page.back", "setting", 0, "");
	return when(q, true, go_to(q, "desk", arena_printf(q->work.arena, "/own-page/%s", view->row.slug)));
}

/* Its own styles and links work: it looks as visitors will see it. */
struct outcome own_look_show(struct request *q, void *into)
{
	struct arena *arena = q->work.arena;
	const char *name = flat(arena, q->param, '.', '/'), *path = arena_printf(arena, "%s/preview-%s", q->site->data, crypto_token(arena));
	size_t length;

	(void)into;
	if (!own_is_name(name))
		return missing;
	/* Its words end at the first NULL. */
	const char *bare = *query_value(q, "bare") ? "--bare" : NULL, *drafts = *query_value(q, "draft") ? "--drafts" : bare;
	struct command_answer answer = RUN(q, "preview", name, "--output", path, "--language", q->language.code, "--before", q->links.before, "--after",
		q->links.after, drafts, drafts == bare ? NULL : bare);
	const char *page = answer.status == 0 ? own_read(arena, path, &length) : NULL;
	unlink(path);
	return page ? web_look(q, text_starts(name, "mail/") ? "text/plain; charset=utf-8" : "text/html; charset=utf-8", page) : missing;
}
