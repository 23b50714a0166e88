/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Lines of responsibility: whoever is over somebody is over all whom that one is over. */
#include "base/arena.h"
#include "domain/conflict-book.h"
#include "sql_bar.h"

struct lines *lines_of(struct arena *arena, const struct view *view, struct list rows)
{
	struct lines *lines = arena_alloc(arena, sizeof *lines);
	const char *wrong;

	lines->lines = arena_array(arena, rows.count + 1, sizeof *lines->lines);
	lines->queue = arena_array(arena, rows.count + 1, sizeof *lines->queue);
	lines->count = rows.count;
	for (size_t i = 0; i < rows.count; i++) {
		struct lines_all row = { 0 };
		view_copy(arena, view, list_row(view, rows, i), &lines_all_view, &row, &wrong);
		lines->lines[i] = (struct line){ row.person_id, row.other_id, 0 };
	}
	return lines;
}

/* The first line of who is under. */
static size_t first_of(const struct lines *lines, int64_t under)
{
	size_t low = 0, high = lines->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (lines->lines[middle].under < under)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool lines_lead(struct lines *lines, int64_t under, int64_t over)
{
	size_t head = 0, tail = 0;

	if (!lines->count)
		return false;
	lines->round++;
	lines->queue[tail++] = under;
	while (head < tail) {
		int64_t at = lines->queue[head++];
		for (size_t i = first_of(lines, at); i < lines->count && lines->lines[i].under == at; i++) {
			struct line *line = &lines->lines[i];
			if (line->round == lines->round)
				break;
			line->round = lines->round;
			if (line->over == over)
				return true;
			lines->queue[tail++] = line->over;
		}
	}
	return false;
}
