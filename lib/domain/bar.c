/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/bar.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "db/work.h"
#include "domain/audit.h"
#include "domain/name.h"
#include "domain/watch.h"
#include "sql_bar.h"

enum { LIST_MAX = 200 };

const char *organisation_folded(struct arena *arena, const char *name)
{
	const char *rest = utf8_folded(arena, name), *word;
	struct buffer out = buffer_in(arena, 64);

	while ((word = text_piece(arena, &rest, ' ')))
		if (!text_has_word("ltd limited plc cyf cyfyngedig llp cic cio inc the", word))
			buffer_printf(&out, "%s%s", out.length ? " " : "", word);
	return buffer_string(&out);
}

static bool is_listed(const char *kind)
{
	return text_is(kind, "organisation") || text_is(kind, "department") || text_is(kind, "post");
}

static const char *lines_typed(struct arena *arena, struct list bars, const char *kind)
{
	struct buffer lines = buffer_in(arena, 64);

	for (size_t i = 0; i < bars.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, bars, i);
		if (text_is(bar->kind, kind))
			buffer_printf(&lines, "%s%s", lines.length ? "\n" : "", bar->words);
	}
	return buffer_string(&lines);
}

static const char *until_typed(struct list bars)
{
	for (size_t i = 0; i < bars.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, bars, i);
		if (text_is(bar->kind, "post"))
			return bar->until;
	}
	return "";
}

struct bar_lists bar_lists_of(struct work *work, int64_t person_id)
{
	struct list bars = sql_bars_of(work, &(struct bars_of_in){ person_id });
	struct arena *arena = work->arena;

	return (struct bar_lists){ .organisations = lines_typed(arena, bars, "organisation"), .departments = lines_typed(arena, bars, "department"),
		.lines = lines_typed(arena, bars, "line"), .posts = lines_typed(arena, bars, "post"), .posts_until = until_typed(bars),
		.family = lines_typed(arena, bars, "family"), .care = lines_typed(arena, bars, "care"), .friends = lines_typed(arena, bars, "friend"),
		.people = lines_typed(arena, bars, "person"), .other = lines_typed(arena, bars, "other") };
}

/* One kind of what somebody types: how it is taken apart depends on the kind. */
struct typed {
	const char *kind, *lines, *until;
};

static struct texts parts_of_text(struct arena *arena, const struct typed *typed)
{
	const char **parts = arena_array(arena, LIST_MAX, sizeof *parts);
	struct texts list = { parts, 0 };
	const char *rest = typed->lines, *line;

	if (text_is(typed->kind, "other")) {
		parts[0] = utf8_trimmed(arena, typed->lines);
		list.count = *parts[0] != '\0';
		return list;
	}
	if (!is_listed(typed->kind))
		return name_split(arena, typed->lines);
	while ((line = text_piece(arena, &rest, '\n')) && list.count < LIST_MAX) {
		line = utf8_trimmed(arena, line);
		if (*line)
			parts[list.count++] = line;
	}
	return list;
}

static bool has_text(struct texts texts, const char *text)
{
	for (size_t i = 0; i < texts.count; i++)
		if (text_is(texts.values[i], text))
			return true;
	return false;
}

static bool has_bar(struct list bars, const char *kind, const char *words)
{
	for (size_t i = 0; i < bars.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, bars, i);
		if (text_is(bar->kind, kind) && text_is(bar->words, words))
			return true;
	}
	return false;
}

static void add_one(struct work *work, int64_t person_id, const struct typed *typed, const char *words)
{
	const char *folded = is_listed(typed->kind) ? organisation_folded(work->arena, words) : utf8_folded(work->arena, words);

	sql_bar_add(work, &(struct bar_add_in){ .person_id = person_id, .kind = typed->kind, .words = words, .folded = folded, .until = typed->until });
}

/* What stands in the list as before is left alone, so that it stays joined, tied or set aside. */
static void put_kind(struct work *work, int64_t person_id, struct list before, const struct typed *typed)
{
	if (!typed->lines)
		return;
	struct texts now = parts_of_text(work->arena, typed);
	for (size_t i = 0; i < before.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, before, i);
		if (!text_is(bar->kind, typed->kind))
			continue;
		if (!has_text(now, bar->words))
			sql_bar_remove(work, &(struct bar_remove_in){ bar->bar_id });
		else if (!text_is(bar->until, typed->until))
			sql_bar_until(work, &(struct bar_until_in){ .until = typed->until, .bar_id = bar->bar_id });
	}
	for (size_t i = 0; i < now.count; i++)
		if (!has_bar(before, typed->kind, now.values[i]))
			add_one(work, person_id, typed, now.values[i]);
}

bool bar_put(struct work *work, int64_t person_id, const struct bar_lists *l)
{
	struct list before = sql_bars_of(work, &(struct bars_of_in){ person_id });
	const struct typed all[] = { { "organisation", l->organisations, "" }, { "department", l->departments, "" }, { "line", l->lines, "" },
		{ "post", l->posts, l->posts_until ? l->posts_until : "" }, { "family", l->family, "" }, { "care", l->care, "" },
		{ "friend", l->friends, "" }, { "person", l->people, "" }, { "other", l->other, "" } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		put_kind(work, person_id, before, &all[i]);
	audit_add(work, "bar.change", "person", person_id, "");
	watch_person(work, person_id);
	return work->trouble == TROUBLE_NONE;
}

static bool settle(struct work *work, int64_t bar_id, int64_t other_id, const char *reason)
{
	struct bar_one bar;
	const struct bar_settle_in in = { .state = other_id ? "tied" : "aside", .other_id = other_id, .reason = reason, .bar_id = bar_id };

	if (!sql_bar_one(work, &(struct bar_one_in){ bar_id }, &bar) || bar.person_id == other_id || sql_bar_settle(work, &in) <= 0)
		return false;
	/* What concerns a private list is read by leads alone, in the audit too. */
	const char *noun = text_is(bar.kind, "person") ? "name" : "bar";
	audit_add(work, arena_printf(work->arena, "%s.%s", noun, other_id ? "tie" : "aside"), "bar", bar_id, "state");
	if (other_id && text_is(bar.kind, "line"))
		watch_all(work);
	else
		watch_person(work, bar.person_id);
	return work->trouble == TROUBLE_NONE;
}

bool bar_tie(struct work *work, int64_t bar_id, int64_t other_id, const char *reason)
{
	return other_id && settle(work, bar_id, other_id, reason);
}

bool bar_set_aside(struct work *work, int64_t bar_id, const char *reason)
{
	return settle(work, bar_id, 0, reason);
}

/* A spelling comes on the list; it is new for all who typed it. */
static void add_spelling(struct work *work, const char *kind, const char *words, int64_t organisation_id)
{
	const char *folded = organisation_folded(work->arena, words);

	sql_spelling_add(work, &(struct spelling_add_in){ .kind = kind, .name = words, .list_id = organisation_id, .folded = folded });
	if (sql_bar_join(work, &(struct bar_join_in){ .organisation_id = organisation_id, .kind = kind, .folded = folded }) <= 0)
		return;
	struct list people = sql_bars_spelt(work, &(struct bars_spelt_in){ .kind = kind, .organisation_id = organisation_id, .folded = folded });
	for (size_t i = 0; i < people.count; i++) {
		const struct bars_spelt *row = list_row(&bars_spelt_view, people, i);
		watch_person(work, row->person_id);
	}
}

bool bar_join(struct work *work, int64_t bar_id, int64_t organisation_id, const char *name)
{
	struct bar_one bar;
	struct organisation_add added;
	bool is_new = !organisation_id;

	if (!sql_bar_one(work, &(struct bar_one_in){ bar_id }, &bar) || !is_listed(bar.kind) || bar.organisation_id)
		return false;
	if (is_new && sql_organisation_add(work, &(struct organisation_add_in){ .kind = bar.kind, .name = name }, &added))
		organisation_id = added.id;
	add_spelling(work, bar.kind, bar.words, organisation_id);
	if (is_new)
		add_spelling(work, bar.kind, name, organisation_id);
	audit_add(work, "organisation.join", "organisation", organisation_id, "");
	return work->trouble == TROUBLE_NONE;
}

bool bar_part(struct work *work, int64_t spelling_id)
{
	struct spelling_one spelling;

	if (!sql_spelling_one(work, &(struct spelling_one_in){ spelling_id }, &spelling))
		return false;
	sql_spelling_remove(work, &(struct spelling_remove_in){ spelling_id });
	sql_bar_part(work, &(struct bar_part_in){ .kind = spelling.kind, .organisation_id = spelling.list_id, .folded = spelling.folded });
	audit_add(work, "organisation.part", "organisation", spelling.list_id, "");
	return work->trouble == TROUBLE_NONE;
}

bool bar_rename(struct work *work, int64_t organisation_id, const char *name)
{
	if (sql_organisation_name(work, &(struct organisation_name_in){ .name = name, .organisation_id = organisation_id }) <= 0)
		return false;
	audit_add(work, "organisation.rename", "organisation", organisation_id, "name");
	return work->trouble == TROUBLE_NONE;
}

static bool tie_by_desk(struct work *work, const struct bar_tie_add_in *in, int64_t *bar_id)
{
	struct bar_tie_add row;

	if (in->person_id == in->other_id || !sql_bar_tie_add(work, in, &row))
		return false;
	*bar_id = row.id;
	return true;
}

bool bar_line(struct work *work, int64_t under_id, int64_t over_id)
{
	int64_t bar_id;

	if (!tie_by_desk(work, &(struct bar_tie_add_in){ .person_id = under_id, .kind = "line", .other_id = over_id, .reason = "" }, &bar_id))
		return false;
	audit_add(work, "line.tie", "bar", bar_id, "");
	watch_all(work);
	return work->trouble == TROUBLE_NONE;
}

bool bar_line_end(struct work *work, int64_t bar_id)
{
	struct bar_one bar;

	if (!sql_bar_one(work, &(struct bar_one_in){ bar_id }, &bar) || !text_is(bar.kind, "line") || !text_is(bar.state, "tied"))
		return false;
	sql_bar_remove(work, &(struct bar_remove_in){ bar_id });
	audit_add(work, "line.end", "bar", bar_id, "");
	return work->trouble == TROUBLE_NONE;
}

bool bar_after_concern(struct work *work, int64_t one_id, int64_t other_id)
{
	int64_t bar_id;

	return tie_by_desk(work, &(struct bar_tie_add_in){ .person_id = one_id, .kind = "concern", .other_id = other_id, .reason = "" }, &bar_id);
}
