/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What waits, worst first, each line with its usual answer in one press and what that sends. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-todo-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/own.h"
#include "pages_desk.h"
#include "post/post.h"
#include "sql_concern.h"
#include "sql_desk.h"

static int64_t concerns_waiting(struct request *q)
{
	struct concerns_waiting count = { 0 };

	if (q->visitor.who & (LEAD | TRUSTEE))
		sql_concerns_waiting(&q->work, &(struct concerns_waiting_in){ .now = q->work.now, .person_id = q->visitor.person_id }, &count);
	return count.n;
}

/* Two people have to be able to read what comes: nobody reads what is about themself. */
static bool is_unguarded(struct request *q)
{
	struct concern_guards guards = { 0 };

	return q->visitor.who & KEEPER && sql_concern_guards(&q->work, &guards) && (guards.leads < 1 || guards.leads + guards.trustees < 2);
}

static struct todo_question question(struct request *q, const struct desk_todo *view, int64_t page)
{
	return (struct todo_question){ .is_coordinator = (q->visitor.who & COORDINATOR) != 0, .is_lead = (q->visitor.who & LEAD) != 0,
		.is_trustee = (q->visitor.who & TRUSTEE) != 0, .is_keeper = (q->visitor.who & KEEPER) != 0, .everybodys = *view->whose != '\0',
		.group = view->group, .programme_id = text_count(view->programme), .first = (page - 1) * TODO_PAGE };
}

/* What is asked for in the address; anything else is as if nothing were. */
static void read_question(struct request *q, struct desk_todo *view)
{
	int64_t programme_id;

	view->group = query_value(q, "group");
	view->whose = text_is(query_value(q, "whose"), "all") ? "all" : "";
	view->programme = text_is_count(query_value(q, "programme"), &programme_id) && programme_id > 0 ? query_value(q, "programme") : "";
	view->asked = *view->group || *view->programme;
}

static int64_t page_asked(const struct request *q)
{
	int64_t page;

	return text_is_count(query_value(q, "page"), &page) && page > 0 && page < 1000 ? page : 1;
}

/* The very words of the mails, each in the language of who gets it. */
static void put_subjects(struct request *q, const struct todo_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t m = 0; m < lines[i].mails.count; m++) {
			struct todo_mail *mail = &lines[i].told[m];
			mail->subject = post_subject(q->work.arena, &q->settings, mail->kind, mail->language);
		}
	language_use(q->work.arena, q->language.code);
}

static struct list named(struct request *q, struct list counts)
{
	struct list all = sql_desk_to_match(&q->work, &(struct desk_to_match_in){ q->language.code });
	const struct todo_count *rows = counts.rows;
	struct desk_todo_programme *programmes = arena_array(q->work.arena, counts.count + 1, sizeof *programmes);

	for (size_t i = 0; i < counts.count; i++) {
		programmes[i] = (struct desk_todo_programme){ rows[i].programme_id, rows[i].n, "" };
		for (size_t g = 0; g < all.count; g++) {
			const struct desk_to_match *row = list_row(&desk_to_match_view, all, g);
			if (row->programme_id == rows[i].programme_id)
				programmes[i].words = row->words;
		}
	}
	return (struct list){ programmes, counts.count };
}

static void put_list(struct request *q, struct desk_todo *view, int64_t page)
{
	const struct todo_question asked = question(q, view, page);
	const struct todo_list list = todo_list(&q->work, &asked, q->language.code);

	view->lines = list.lines;
	put_subjects(q, list.lines.rows, list.lines.count);
	view->groups = list.groups;
	view->programmes = named(q, list.programmes);
	view->things = view->found = list.found;
	view->others = list.all - list.mine;
	view->first = asked.first + 1;
	view->last = asked.first + (int64_t)list.lines.count;
	view->several = list.found > TODO_PAGE;
	view->before = page > 1 ? page - 1 : 0;
	view->after = view->last < list.found ? page + 1 : 0;
	view->begins = page == 1 && !view->asked;
	view->ends = !view->asked;
}

/* What no line is, but a page of its own. */
static void put_pages(struct request *q, struct desk_todo *view)
{
	struct desk_counts counts = { 0 };

	sql_desk_counts(&q->work, &counts);
	view->unjoined = q->visitor.who & COORDINATOR ? counts.unjoined : 0;
	view->untied = q->visitor.who & COORDINATOR ? counts.untied : 0;
	view->named = q->visitor.who & LEAD ? counts.named : 0;
	view->concerns = concerns_waiting(q);
	view->unguarded = is_unguarded(q);
	view->news = news_waits(q);
	if (q->visitor.who & COORDINATOR)
		view->by_phone = sql_desk_pairs_by_phone(&q->work);
	if (!view->asked)
		view->things += (view->unjoined > 0) + (view->untied > 0) + (view->named > 0) + (view->concerns > 0) + view->unguarded + view->news;
}

/* A press is about one line, which has to say what it said when the page was shown. */
static struct outcome show_pressed(struct request *q, struct desk_todo *view, const char *key)
{
	const struct todo_question asked = question(q, &(struct desk_todo){ .group = "", .programme = "", .whose = "all" }, 1);
	struct todo_line *line = arena_alloc(q->work.arena, sizeof *line);
	bool same = false;

	if (!todo_find(&q->work, &asked, key, q->language.code, line, &same) || !same) {
		q->changing = todo_named(q->work.arena, key, &q->changing_id);
		return missing;
	}
	view->lines = (struct list){ line, 1 };
	put_subjects(q, line, 1);
	view->things = 1;
	return shown;
}

struct outcome todo_show(struct request *q, void *into)
{
	struct desk_todo *view = into;
	const char *pressed = http_pair(&q->sent, "act");

	read_question(q, view);
	if (pressed && !q->facts.changed)
		return show_pressed(q, view, pressed);
	put_list(q, view, page_asked(q));
	put_pages(q, view);
	view->nothing = view->things == 0;
	q->formless = !view->lines.count;
	return shown;
}

struct outcome todo_keep(struct request *q, const void *answers)
{
	const struct desk_todo *view = q->view;
	const struct todo_line *line = view->lines.rows;

	(void)answers;
	if (!view->lines.count || !*line->press)
		return changed;
	return when(q, todo_press(&q->work, line),
		    go_to(q, "desk", arena_printf(q->work.arena, "/todo?group=%s&programme=%s&whose=%s", text_encoded(q->work.arena, view->group),
						  view->programme, view->whose)));
}
