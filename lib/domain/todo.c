/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/todo.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "domain/coordinator.h"
#include "domain/todo-kinds.h"
#include "sql_todo.h"

enum { DAY_SECONDS = 86400, RING_AGAIN_DAYS = 3, HASH_LENGTH = 12 };

const struct todo_kind todo_kinds[] = {
	/* kind           grave group          plan */
	{ "paused",        1, "wishes",        plan_done },
	{ "bereaved",      1, "endings",       plan_other },
	{ "data-complaint", 2, "other",        plan_request },
	{ "data-request",  2, "other",         plan_request },
	{ "left",          2, "other",         plan_left },
	{ "other",         2, "other",         plan_other },
	{ "signup",        3, "sign-ups",      plan_signup },
	{ "agreed",        3, "proposals",     plan_proposal },
	{ "ring-mentor",   3, "answers",       plan_ring },
	{ "ring-mentee",   3, "answers",       plan_ring },
	{ "talk",          3, "wishes",        plan_done },
	{ "change",        3, "wishes",        plan_done },
	{ "letter",        3, "invitations",   plan_invitation },
	{ "meant",         3, "invitations",   plan_invitation },
	{ "invitation-stuck", 3, "invitations", plan_done },
	{ "absent",        3, "absent",        plan_absent },
	{ "signal",        4, "falls",         plan_signal },
	{ "quiet-long",    4, "quiet",         plan_quiet },
	{ "quiet",         4, "quiet",         plan_quiet },
	{ "review-phone",  4, "reviews",       plan_review },
	{ "kept",          5, "proposals",     plan_proposal },
	{ "proposed",      5, "proposals",     plan_proposal },
	{ "asked",         6, "sign-ups",      plan_asked },
	{ "closing",       6, "endings",       plan_closing },
	{ "follow-up",     6, "endings",       plan_done },
	{ "rest",          6, "rests",         plan_rest },
	{ "only-gives",    6, "one-sided",     plan_one_sided },
	{ "only-receives", 6, "one-sided",     plan_one_sided },
};
const size_t todo_kind_count = sizeof todo_kinds / sizeof *todo_kinds;

const struct todo_kind *todo_kind_of(const char *kind)
{
	const struct todo_kind *other = NULL;

	for (size_t i = 0; i < todo_kind_count; i++) {
		if (text_is(todo_kinds[i].kind, kind))
			return &todo_kinds[i];
		if (text_is(todo_kinds[i].kind, "other"))
			other = &todo_kinds[i];
	}
	return other;
}

static int by_worst(const void *a, const void *b)
{
	const struct todo_thing *x = a, *y = b;

	if (x->grave != y->grave)
		return x->grave < y->grave ? -1 : 1;
	if (x->due_at != y->due_at)
		return x->due_at < y->due_at ? -1 : 1;
	int kinds = strcmp(x->kind, y->kind);
	return kinds ? kinds : (x->id > y->id) - (x->id < y->id);
}

struct things {
	struct todo_thing *rows;
	size_t count;
	struct list coordinators;
};

static void add(struct work *work, struct things *all, const struct todo_index *row)
{
	const struct todo_kind *kind = todo_kind_of(row->kind);

	all->rows[all->count++] = (struct todo_thing){ row->kind, kind->group, row->id, row->due_at, row->programme_id, row->owner_id, kind->grave,
		coordinator_answers_for(all->coordinators, work->person_id, row->owner_id) };
}

/* Somebody is not there, nobody who is stands in for them, and they look after pairs. */
static void add_absent(struct work *work, struct things *all)
{
	const struct coordinator *rows = all->coordinators.rows;
	struct coordinator_pairs pair;

	for (size_t i = 0; i < all->coordinators.count; i++) {
		const struct coordinator *c = &rows[i];
		if (c->person_id == work->person_id || coordinator_is_there(c) || coordinator_is_there(coordinator_of(all->coordinators, c->deputy_id))
		    || !sql_coordinator_pairs(work, &(struct coordinator_pairs_in){ c->person_id }, &pair))
			continue;
		add(work, all, &(struct todo_index){ .kind = "absent", .id = c->person_id,
			.due_at = c->is_away ? day_end(c->away_from) : c->seen_at + (COORDINATOR_SILENT_DAYS + 1) * DAY_SECONDS });
	}
}

/* All that waits, worst first. */
static struct things read_all(struct work *work, const struct todo_question *q)
{
	const struct todo_index_in in = { .is_coordinator = q->is_coordinator, .is_lead = q->is_lead, .is_trustee = q->is_trustee,
		.is_keeper = q->is_keeper, .now = work->now, .rung = work->now - RING_AGAIN_DAYS * DAY_SECONDS };
	struct list rows = sql_todo_index(work, &in);
	struct things all = { .coordinators = coordinators(work) };

	all.rows = arena_array(work->arena, rows.count + all.coordinators.count + 1, sizeof *all.rows);
	for (size_t i = 0; i < rows.count; i++)
		add(work, &all, list_row(&todo_index_view, rows, i));
	if (q->is_coordinator)
		add_absent(work, &all);
	qsort(all.rows, all.count, sizeof *all.rows, by_worst);
	return all;
}

/* Where another answer than the usual one is given. */
static const char *place_of(const struct todo_line *line)
{
	if (text_is(line->subject, "pair"))
		return "pair";
	if (*line->subject)
		return "task";
	return text_is(line->group, "sign-ups") ? "signup" : text_is(line->group, "proposals") ? "proposal" : text_is(line->group, "answers") ? "answer"
		: text_is(line->group, "invitations") ? "invitation" : "away";
}

static struct todo_line line_of(struct work *work, const struct things *all, const struct todo_thing *t, const char *language)
{
	const struct todo_kind *kind = todo_kind_of(t->kind);
	const struct coordinator *owner = t->owner_id == work->person_id ? NULL : coordinator_of(all->coordinators, t->owner_id);
	struct todo_line line = { .kind = t->kind, .group = t->group, .key = "", .press = "", .place = "", .note = "", .call_name = "", .other = "", .mentor = "", .mentee = "", .phone = "",
		.words = "", .subject = "", .owner = owner ? owner->call_name : "", .owner_until = owner && owner->is_away ? owner->away_until : "",
		.due_day = day_of(work->arena, t->due_at), .id = t->id, .grave = t->grave, .due_at = t->due_at, .is_late = t->due_at < work->now };

	if (line.is_late)
		line.late_days = day_between(day_of(work->arena, t->due_at), work->today);
	kind->plan(work, &line, language);
	if (!*line.place)
		line.place = place_of(&line);
	line.since_day = line.since ? day_of(work->arena, line.since) : "";
	/* Whatever the line says is in its key: one that says something else now is another. */
	struct buffer said = buffer_in(work->arena, 256);
	buffer_printf(&said, "%s %lld %s %s %s %s %s %s", t->kind, (long long)t->id, line.due_day, line.press, line.note, line.call_name, line.other,
		      line.words);
	const struct todo_mail *mails = line.mails.rows;
	for (size_t i = 0; i < line.mails.count; i++)
		buffer_printf(&said, " %s %s %d", mails[i].call_name, mails[i].kind, mails[i].by_mail);
	line.key = arena_printf(work->arena, "%s.%lld.%s", t->kind, (long long)t->id,
				arena_slice(work->arena, crypto_keyed(work->arena, work->key, "todo", buffer_string(&said)), HASH_LENGTH));
	return line;
}

static bool is_asked(const struct todo_thing *t, const struct todo_question *q, bool group, bool programme)
{
	return (q->everybodys || t->mine) && (!group || !*q->group || text_is(t->group, q->group))
		&& (!programme || !q->programme_id || t->programme_id == q->programme_id);
}

static void count_one(struct todo_count *counts, size_t *count, const char *group, int64_t programme_id)
{
	for (size_t i = 0; i < *count; i++)
		if (text_is(counts[i].group, group) && counts[i].programme_id == programme_id) {
			counts[i].n++;
			return;
		}
	counts[(*count)++] = (struct todo_count){ group, programme_id, 1 };
}

/* By group, or by programme: in the order of the list. */
static struct list counted(struct work *work, const struct things *all, const struct todo_question *q, bool by_group)
{
	struct todo_count *counts = arena_array(work->arena, all->count + 1, sizeof *counts);
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct todo_thing *t = &all->rows[i];
		if (is_asked(t, q, !by_group, by_group) && (by_group || t->programme_id))
			count_one(counts, &count, by_group ? t->group : "", by_group ? 0 : t->programme_id);
	}
	return (struct list){ counts, count };
}

struct todo_list todo_list(struct work *work, const struct todo_question *q, const char *language)
{
	const struct things all = read_all(work, q);
	struct todo_line *lines = arena_array(work->arena, TODO_PAGE, sizeof *lines);
	struct todo_list list = { .groups = counted(work, &all, q, true), .programmes = counted(work, &all, q, false), .all = (int64_t)all.count };

	for (size_t i = 0; i < all.count; i++) {
		list.mine += all.rows[i].mine;
		if (!is_asked(&all.rows[i], q, true, true))
			continue;
		if (list.found++ >= q->first && list.lines.count < TODO_PAGE)
			lines[list.lines.count++] = line_of(work, &all, &all.rows[i], language);
	}
	list.lines.rows = lines;
	return list;
}

/* A key's sort; its number into *id, 0 where it is none. */
static const char *read_key(struct arena *arena, const char *key, int64_t *id)
{
	const char *rest = key, *kind = text_piece(arena, &rest, '.'), *number = kind ? text_piece(arena, &rest, '.') : NULL;

	*id = number ? text_count(number) : 0;
	return kind ? kind : "";
}

bool todo_find(struct work *work, const struct todo_question *q, const char *key, const char *language, struct todo_line *line, bool *same)
{
	const struct things all = read_all(work, q);
	int64_t id;
	const char *kind = read_key(work->arena, key, &id);

	for (size_t i = 0; id && i < all.count; i++)
		if (all.rows[i].id == id && text_is(all.rows[i].kind, kind)) {
			*line = line_of(work, &all, &all.rows[i], language);
			*same = text_is(line->key, key);
			return true;
		}
	return false;
}

const char *todo_named(struct arena *arena, const char *key, int64_t *id)
{
	static const struct { const char *group, *subject; } subjects[] = {
		{ "sign-ups", "signup" }, { "proposals", "proposal" }, { "answers", "proposal" }, { "absent", "person" },
	};
	const char *kind = read_key(arena, key, id);

	if (text_is(kind, "letter") || text_is(kind, "meant"))
		return "invitation";
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (text_is(todo_kind_of(kind)->group, subjects[i].group))
			return subjects[i].subject;
	return "task";
}
