/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/lesson.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "sql_lesson.h"

static const char *const slugs[LESSON_COUNT] = { "mentored", "asking", "listening", "safety", "ending" };

static bool is_known(const char *slug)
{
	for (size_t i = 0; i < LESSON_COUNT; i++)
		if (text_is(slugs[i], slug))
			return true;
	return false;
}

/* A word `slug=day=how` of what is done. */
static void take_word(struct arena *arena, struct lesson *lesson, const char *word)
{
	size_t length = strlen(lesson->slug);

	if (!text_starts(word, lesson->slug) || word[length] != '=')
		return;
	const char *day = word + length + 1, *how = strchr(day, '=');
	lesson->day = how ? arena_slice(arena, day, (size_t)(how - day)) : day;
	lesson->how = how ? how + 1 : "";
}

static struct lesson read_lesson(struct arena *arena, const char *slug, const char *done, const char *wanted)
{
	struct lesson lesson = { slug, "", "", text_has_word(wanted, slug) };
	const char *word;

	while ((word = text_piece(arena, &done, ' ')))
		take_word(arena, &lesson, word);
	return lesson;
}

static struct list read_all(struct arena *arena, const char *done, const char *wanted)
{
	struct lesson *rows = arena_array(arena, LESSON_COUNT, sizeof *rows);

	for (size_t i = 0; i < LESSON_COUNT; i++)
		rows[i] = read_lesson(arena, slugs[i], done, wanted);
	return (struct list){ rows, LESSON_COUNT };
}

struct list lessons_all(struct work *work, int64_t person_id)
{
	struct lessons_of row = { .lessons = "", .wanted = "" };

	sql_lessons_of(work, &(struct lessons_of_in){ person_id }, &row);
	return read_all(work->arena, row.lessons, row.wanted);
}

static struct list those(struct arena *arena, struct list all, bool done_too)
{
	struct lesson *rows = arena_array(arena, LESSON_COUNT, sizeof *rows);
	struct list some = { rows, 0 };

	for (size_t i = 0; i < all.count; i++) {
		const struct lesson *lesson = list_row(&lesson_view, all, i);
		if (done_too ? lesson->wanted || *lesson->day : lesson->wanted && !*lesson->day)
			rows[some.count++] = *lesson;
	}
	return some;
}

struct list lessons_left(struct work *work, int64_t person_id)
{
	return those(work->arena, lessons_all(work, person_id), false);
}

struct list lessons_told(struct work *work, int64_t person_id)
{
	return those(work->arena, lessons_all(work, person_id), true);
}

struct lessons_two lessons_of(struct work *work, int64_t proposal_id)
{
	struct lessons_of_two row;

	if (!sql_lessons_of_two(work, &(struct lessons_of_two_in){ proposal_id }, &row))
		return (struct lessons_two){ .wanted = false };
	return (struct lessons_two){ those(work->arena, read_all(work->arena, row.mentor_done, row.mentor_lessons), false),
		those(work->arena, read_all(work->arena, row.mentee_done, row.mentee_lessons), false), *row.mentor_lessons || *row.mentee_lessons };
}

static const char *mark_of(struct work *work, const char *slug, const char *day, const char *how)
{
	return arena_printf(work->arena, "%s=%s=%s", slug, day, how);
}

static const char *day_done(struct work *work, int64_t person_id, const char *slug)
{
	struct list all = lessons_all(work, person_id);

	for (size_t i = 0; i < all.count; i++) {
		const struct lesson *lesson = list_row(&lesson_view, all, i);
		if (text_is(lesson->slug, slug))
			return lesson->day;
	}
	return "";
}

bool lesson_do(struct work *work, int64_t person_id, const char *slug, const char *how)
{
	bool by_self = text_is(how, "self");

	if (!is_known(slug) || (!by_self && !text_is(how, "person")))
		return false;
	if (sql_lesson_put(work, &(struct lesson_put_in){ .slug = slug, .mark = mark_of(work, slug, work->today, how), .person_id = person_id }) <= 0)
		return work->trouble == TROUBLE_NONE && *day_done(work, person_id, slug);
	audit_add(work, by_self ? "lesson.read" : "lesson.person", "person", person_id, "lessons");
	return work->trouble == TROUBLE_NONE;
}

bool lesson_undo(struct work *work, int64_t person_id, const char *slug)
{
	const char *mark = is_known(slug) ? mark_of(work, slug, day_done(work, person_id, slug), "person") : "";

	if (!*mark || sql_lesson_take(work, &(struct lesson_take_in){ .mark = mark, .person_id = person_id }) <= 0)
		return false;
	audit_add(work, "lesson.undo", "person", person_id, "lessons");
	return work->trouble == TROUBLE_NONE;
}
