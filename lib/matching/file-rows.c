/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The arcs of a graph file, by ask: found, sorted, and only those left that can be chosen. */
#include <stdlib.h>
#include <string.h>

#include "matching/reading.h"

void *reading_room(struct reading *r, uint64_t count, size_t size)
{
	uint64_t bytes = count * size;

	if (r->memory && (bytes > r->memory || r->held > r->memory - bytes))
		return NULL;
	void *room = calloc(count, size);
	if (room)
		r->held += bytes;
	return room;
}

bool reading_grow(struct reading *r, void **list, uint32_t count, uint32_t *room, size_t size)
{
	if (count < *room)
		return true;
	if (count >= UINT32_MAX / 2 || (r->memory && r->held + *room * size > r->memory))
		return false;
	uint32_t more = count ? count * 2 : 256;
	void *grown = realloc(*list, more * size);
	if (!grown)
		return false;
	r->held += (more - *room) * size;
	*list = grown;
	*room = more;
	return true;
}

uint32_t person_numbered(const struct reading *r, int64_t id)
{
	uint32_t low = 0, high = r->person_count;

	if (!high || id < r->people[0].id)
		return UINT32_MAX;
	/* Ids without gaps, as most files have them, lie where they say. */
	uint64_t guess = (uint64_t)(id - r->people[0].id);
	if (guess < high && r->people[guess].id == id)
		return (uint32_t)guess;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (r->people[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->person_count && r->people[low].id == id ? low : UINT32_MAX;
}

uint32_t row_of(const struct reading *r, uint32_t mentee, uint32_t ask)
{
	if (!r->person_row)
		return mentee;
	for (uint32_t row = r->person_row[mentee]; row < r->person_row[mentee + 1]; row++)
		if (r->row_ask[row] == ask)
			return row;
	return UINT32_MAX;
}

uint32_t arc_in_row(const struct reading *r, uint32_t row, uint32_t mentor)
{
	const struct matching_file *file = r->file;
	uint32_t low = file->ask_first[row], high = file->ask_first[row + 1], end = high;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (file->arc_mentor[middle] < mentor)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && file->arc_mentor[low] == mentor ? low : UINT32_MAX;
}

void rows_in_order(struct reading *r)
{
	for (uint32_t person = 0; r->file->version == 2 && person < r->person_count; person++) {
		uint32_t first = r->person_row[person];
		for (uint32_t i = first + 1; i < r->person_row[person + 1]; i++) {
			uint32_t ask = r->row_ask[i], left = r->left[i], at = i;
			for (; ask && at > first && (r->row_ask[at - 1] > ask || !r->row_ask[at - 1]); at--) {
				r->row_ask[at] = r->row_ask[at - 1];
				r->left[at] = r->left[at - 1];
			}
			r->row_ask[at] = ask;
			r->left[at] = left;
		}
	}
}

static int by_mentor(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static bool is_sorted(const uint32_t *mentors, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		if (mentors[i - 1] >= mentors[i])
			return false;
	return true;
}

/* Mentor and weight are moved as one number, the mentor before. */
static void sort_row(struct matching_file *file, uint32_t row, uint64_t *scratch)
{
	uint32_t first = file->ask_first[row], count = file->ask_first[row + 1] - first;

	for (uint32_t i = 0; i < count; i++)
		scratch[i] = (uint64_t)file->arc_mentor[first + i] << 16 | file->arc_weight[first + i];
	qsort(scratch, count, sizeof *scratch, by_mentor);
	for (uint32_t i = 0; i < count; i++) {
		file->arc_mentor[first + i] = (uint32_t)(scratch[i] >> 16);
		file->arc_weight[first + i] = (uint16_t)scratch[i];
	}
}

enum matching_fault rows_sort(struct reading *r, uint32_t *row)
{
	struct matching_file *file = r->file;
	uint32_t longest = 0;

	for (uint32_t i = 0; i < r->row_count; i++) {
		uint32_t count = file->ask_first[i + 1] - file->ask_first[i];
		longest = count > longest ? count : longest;
	}
	uint64_t *scratch = reading_room(r, (uint64_t)longest + 1, sizeof *scratch);
	if (!scratch)
		return MATCHING_FAULT_MEMORY;
	for (*row = 0; *row < r->row_count; ++*row) {
		uint32_t first = file->ask_first[*row], end = file->ask_first[*row + 1];
		if (is_sorted(file->arc_mentor + first, end - first))
			continue;
		sort_row(file, *row, scratch);
		for (uint32_t i = first + 1; i < end; i++)
			if (file->arc_mentor[i - 1] == file->arc_mentor[i]) {
				free(scratch);
				return MATCHING_FAULT_ARC_TWICE;
			}
	}
	free(scratch);
	r->held -= ((size_t)longest + 1) * sizeof *scratch;
	return MATCHING_FAULT_NONE;
}

static uint8_t need_of(const struct reading *r, uint32_t person)
{
	return r->people[person].need;
}

/* Moves what can be chosen to the front: rows that are asks, and in them usable arcs. */
static void keep_usable(struct reading *r, uint8_t *sides)
{
	struct matching_file *file = r->file;
	uint32_t asks = 0, arcs = 0, end = 0, mentee = 0;

	for (uint32_t row = 0; row < r->row_count; row++) {
		uint32_t first = end;
		end = file->ask_first[row + 1];
		for (mentee = r->person_row ? mentee : row; r->person_row && r->person_row[mentee + 1] <= row; )
			mentee++;
		if (r->person_row ? !r->row_ask[row] : !need_of(r, mentee))
			continue;
		file->ask_first[asks] = arcs;
		file->ask_mentee[asks] = mentee;
		file->ask_need[asks] = r->person_row ? 1 : need_of(r, mentee);
		file->ask_id[asks++] = r->person_row ? r->row_ask[row] : 0;
		for (uint32_t i = first; i < end; i++) {
			if (file->arc_weight[i] == OUT_OF_CHOICE || !file->capacity[file->arc_mentor[i]])
				continue;
			sides[file->arc_mentor[i]] |= MATCHING_GIVES;
			sides[mentee] |= MATCHING_RECEIVES;
			file->arc_mentor[arcs] = file->arc_mentor[i];
			file->arc_weight[arcs++] = file->arc_weight[i];
		}
	}
	file->ask_first[asks] = arcs;
	file->graph.ask_count = asks;
}

/* A smaller block is never refused; if it were, the larger one would do. */
static void *shrunk(void *list, size_t bytes)
{
	void *smaller = realloc(list, bytes);

	return smaller ? smaller : list;
}

/* What a person with both sides and a met need are worth where the file does not say: more than all weight. */
static void worths(struct reading *r)
{
	struct matching_graph *graph = &r->file->graph;
	uint64_t capacity = 0, need = 0;

	for (uint32_t i = 0; i < r->person_count; i++) {
		capacity += r->people[i].capacity;
		need += r->people[i].need;
	}
	if (!r->is_told)
		graph->both = graph->arc = (int64_t)(MATCHING_HEAVIEST * (capacity < need ? capacity : need) + 1);
}

/* Whether no choice at all can be worth more than 63 bits hold. */
static bool value_fits(const struct reading *r, const uint8_t *sides)
{
	const struct matching_file *file = r->file;
	uint64_t capacity = 0, need = 0, both = file->both_kept, arcs = file->ask_first[file->graph.ask_count], heaviest = 0;

	for (uint32_t i = 0; i < r->person_count; i++) {
		capacity += file->capacity[i];
		both += r->has[i] != (MATCHING_GIVES | MATCHING_RECEIVES) && (r->has[i] | sides[i]) == (MATCHING_GIVES | MATCHING_RECEIVES);
	}
	for (uint32_t i = 0; i < file->graph.ask_count; i++)
		need += file->ask_need[i];
	for (uint64_t i = 0; i < arcs; i++)
		heaviest = file->arc_weight[i] > heaviest ? file->arc_weight[i] : heaviest;
	arcs = arcs < capacity ? arcs : capacity;
	arcs = arcs < need ? arcs : need;
	both = both < 2 * arcs + file->both_kept ? both : 2 * arcs + file->both_kept;
	return (__int128)file->graph.both * both + (__int128)file->graph.arc * (arcs + file->kept_count) + (__int128)heaviest * arcs
		+ file->weight_kept <= INT64_MAX;
}

static bool make_people(struct reading *r)
{
	struct matching_file *file = r->file;

	file->person_id = reading_room(r, (uint64_t)r->person_count + 1, sizeof *file->person_id);
	file->ask_mentee = reading_room(r, (uint64_t)r->row_count + 1, sizeof *file->ask_mentee);
	file->ask_need = reading_room(r, (uint64_t)r->row_count + 1, sizeof *file->ask_need);
	file->ask_id = reading_room(r, (uint64_t)r->row_count + 1, sizeof *file->ask_id);
	for (uint32_t i = 0; file->person_id && i < r->person_count; i++)
		file->person_id[i] = r->people[i].id;
	return file->person_id && file->ask_mentee && file->ask_need && file->ask_id;
}

static void show_graph(struct reading *r)
{
	struct matching_file *file = r->file;
	size_t arcs = file->ask_first[file->graph.ask_count];
	bool any = false;

	file->arc_mentor = shrunk(file->arc_mentor, (arcs + 1) * sizeof *file->arc_mentor);
	file->arc_weight = shrunk(file->arc_weight, (arcs + 1) * sizeof *file->arc_weight);
	for (uint32_t i = 0; i < r->person_count && !any; i++)
		any = r->has[i] != 0;
	file->has = any ? r->has : NULL;
	r->has = any ? NULL : r->has;
	file->graph = (struct matching_graph){
		.person_count = r->person_count, .capacity = file->capacity, .has = file->has, .ask_count = file->graph.ask_count,
		.ask_mentee = file->ask_mentee, .ask_need = file->ask_need, .ask_first = file->ask_first, .arc_mentor = file->arc_mentor,
		.arc_weight = file->arc_weight, .both = file->graph.both, .arc = file->graph.arc,
	};
}

enum matching_fault rows_finish(struct reading *r, uint64_t *line)
{
	uint8_t *sides = reading_room(r, (uint64_t)r->person_count + 1, sizeof *sides);
	bool fits = false;

	*line = 0;
	if (!sides || !make_people(r)) {
		free(sides);
		return MATCHING_FAULT_MEMORY;
	}
	r->file->arcs_declared = r->arc_count;
	worths(r);
	keep_usable(r, sides);
	fits = value_fits(r, sides);
	free(sides);
	if (!fits) {
		*line = r->told_line;
		return MATCHING_FAULT_VALUE;
	}
	show_graph(r);
	return MATCHING_FAULT_NONE;
}

void matching_file_free(struct matching_file *file)
{
	free(file->person_id);
	free(file->ask_id);
	free(file->kept);
	free(file->capacity);
	free(file->has);
	free(file->ask_need);
	free(file->ask_mentee);
	free(file->ask_first);
	free(file->arc_mentor);
	free(file->arc_weight);
	free(file->met);
	*file = (struct matching_file){ 0 };
}

size_t matching_file_size(const struct matching_file *file)
{
	size_t people = file->graph.person_count, asks = file->graph.ask_count, arcs = file->ask_first ? file->ask_first[asks] : 0;

	return people * 8 + asks * 13 + arcs * 6 + file->kept_count * sizeof *file->kept;
}
