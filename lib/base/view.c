/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/view.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"

const struct view no_view = { "nothing", 0, NULL, 0 };

int view_find(const struct view *view, const char *name, size_t length)
{
	for (size_t i = 0; i < view->count; i++) {
		const char *have = view->members[i].name;
		if (strncmp(have, name, length) == 0 && have[length] == '\0')
			return (int)i;
	}
	return -1;
}

const void *member_at(const struct member *member, const void *row)
{
	return (const char *)row + member->offset;
}

const char *member_text(const struct member *member, const void *row)
{
	const char *text = *(const char *const *)member_at(member, row);

	return text ? text : "";
}

int64_t member_count(const struct member *member, const void *row)
{
	return *(const int64_t *)member_at(member, row);
}

bool member_flag(const struct member *member, const void *row)
{
	return *(const bool *)member_at(member, row);
}

struct texts member_texts(const struct member *member, const void *row)
{
	return *(const struct texts *)member_at(member, row);
}

struct list member_list(const struct member *member, const void *row)
{
	return *(const struct list *)member_at(member, row);
}

const void *list_row(const struct view *view, struct list list, size_t i)
{
	return (const char *)list.rows + i * view->size;
}

const struct member *view_reach(const struct view *view, const void **row, const char *name)
{
	int own = view_find(view, name, strlen(name));

	if (own >= 0)
		return &view->members[own];
	for (size_t i = 0; i < view->count; i++) {
		const struct member *member = &view->members[i];
		if (member->kind != MEMBER_VIEW)
			continue;
		const void *inside = row && *row ? member_at(member, *row) : NULL;
		const struct member *found = view_reach(member->of, &inside, name);
		if (found) {
			if (row)
				*row = inside;
			return found;
		}
	}
	return NULL;
}

bool text_is_count(const char *text, int64_t *count)
{
	char *end;

	if (!text || !((*text >= '0' && *text <= '9') || (*text == '-' && text[1])))
		return false;
	errno = 0;
	long long number = strtoll(text, &end, 10);
	if (errno || *end)
		return false;
	*count = number;
	return true;
}

int64_t text_count(const char *text)
{
	int64_t count;

	return text_is_count(text, &count) ? count : 0;
}

const char *texts_joined(struct arena *arena, struct texts texts)
{
	struct buffer buffer = buffer_in(arena, 0);

	for (size_t i = 0; i < texts.count; i++) {
		if (i)
			buffer_char(&buffer, ' ');
		buffer_text(&buffer, texts.values[i]);
	}
	return buffer_string(&buffer);
}

static bool copy_to_count(const struct member *from, const void *row, int64_t *to)
{
	switch (from->kind) {
	case MEMBER_COUNT:
		*to = member_count(from, row);
		return true;
	case MEMBER_FLAG:
		*to = member_flag(from, row);
		return true;
	case MEMBER_TEXT:
		return text_is_count(member_text(from, row), to);
	default:
		return false;
	}
}

static bool copy_to_flag(const struct member *from, const void *row, bool *to)
{
	int64_t count;
	bool fits = from->kind != MEMBER_TEXT && copy_to_count(from, row, &count);

	*to = fits && count;
	return fits;
}

static bool copy_to_text(struct arena *arena, const struct member *from, const void *row, const char **to)
{
	switch (from->kind) {
	case MEMBER_TEXT:
		*to = member_text(from, row);
		return true;
	case MEMBER_TEXTS:
		*to = texts_joined(arena, member_texts(from, row));
		return true;
	default:
		return false;
	}
}

static bool copy_member(struct arena *arena, const struct member *from, const void *row,
			const struct member *to, void *into)
{
	char *place = (char *)into + to->offset;

	switch (to->kind) {
	case MEMBER_COUNT:
		return copy_to_count(from, row, (int64_t *)(void *)place);
	case MEMBER_TEXT:
		return copy_to_text(arena, from, row, (const char **)(void *)place);
	case MEMBER_FLAG:
		return copy_to_flag(from, row, (bool *)(void *)place);
	default:
		die("a member of this kind is not copied by name: %s", to->name);
	}
}

bool view_copy(struct arena *arena, const struct view *from_view, const void *from,
	       const struct view *to_view, void *to, const char **wrong)
{
	for (size_t i = 0; i < to_view->count; i++) {
		const struct member *member = &to_view->members[i];
		const void *row = from;
		const struct member *source = view_reach(from_view, &row, member->name);

		if (source && !copy_member(arena, source, row, member, to)) {
			*wrong = member->name;
			return false;
		}
	}
	return true;
}
