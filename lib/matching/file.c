/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A graph file is read twice: once to count the arcs of each ask, once to put them where they belong. So an arc takes no
   more room while it is read than it takes in the graph. */
#include "matching/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "matching/reading.h"

static bool in_range(int64_t number, int64_t least, int64_t most)
{
	return number >= least && number <= most;
}

static enum matching_fault read_header(struct reading *r)
{
	struct record record;
	enum matching_fault fault = lines_next(&r->lines, &record);

	if (fault == MATCHING_FAULT_READ || fault == MATCHING_FAULT_SPOOL || fault == MATCHING_FAULT_BYTE || fault == MATCHING_FAULT_CUT)
		return fault;
	/* The header is the first line, before any comment. */
	if (fault != MATCHING_FAULT_NONE || r->lines.number != 1 || !record_is(&record, "bw-match", 1) || !in_range(record.fields[0], 1, 2)) {
		r->lines.number = 1;
		return MATCHING_FAULT_HEADER;
	}
	r->file->version = (int)record.fields[0];
	return MATCHING_FAULT_NONE;
}

static enum matching_fault take_worths(struct reading *r, const struct record *record)
{
	if (record->count != 2)
		return MATCHING_FAULT_FIELDS;
	if (r->is_told || r->person_count || r->sorted)
		return MATCHING_FAULT_ORDER;
	r->is_told = true;
	r->told_line = r->lines.number;
	r->file->graph.both = record->fields[0];
	r->file->graph.arc = record->fields[1];
	return MATCHING_FAULT_NONE;
}

static enum matching_fault take_person(struct reading *r, const struct record *record)
{
	if (record->count != 3)
		return MATCHING_FAULT_FIELDS;
	if (r->sorted)
		return MATCHING_FAULT_ORDER;
	if (!in_range(record->fields[0], 1, INT32_MAX) || record->fields[1] > UINT8_MAX || record->fields[2] > UINT8_MAX)
		return MATCHING_FAULT_RANGE;
	void *people = r->people;
	if (!reading_grow(r, &people, r->person_count, &r->person_room, sizeof *r->people))
		return MATCHING_FAULT_MEMORY;
	r->people = people;
	r->people[r->person_count++] = (struct declared){ (uint32_t)record->fields[0], (uint8_t)record->fields[1], (uint8_t)record->fields[2] };
	return MATCHING_FAULT_NONE;
}

static bool rewound(struct reading *r)
{
	lines_start(&r->lines, r->source, -1);
	return lseek(r->source, r->start, SEEK_SET) >= 0;
}

/* The line on which a person comes a second time: nobody's line is kept for that. */
static uint64_t second_person(struct reading *r, int64_t id)
{
	struct record record;
	int seen = 0;

	if (!rewound(r))
		return 0;
	while (lines_next(&r->lines, &record) == MATCHING_FAULT_NONE && *record.word)
		if (*record.word == 'p' && record.fields[0] == id && ++seen == 2)
			return r->lines.number;
	return 0;
}

static int by_id(const void *a, const void *b)
{
	const struct declared *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static bool make_rows(struct reading *r)
{
	r->row_count = r->person_count;
	if (r->file->version == 2) {
		uint64_t rows = 0;
		r->person_row = reading_room(r, (uint64_t)r->person_count + 1, sizeof *r->person_row);
		for (uint32_t i = 0; r->person_row && i < r->person_count; i++) {
			rows += r->people[i].need;
			r->person_row[i + 1] = (uint32_t)rows;
		}
		if (!r->person_row || rows >= UINT32_MAX)
			return false;
		r->row_count = (uint32_t)rows;
		r->row_ask = reading_room(r, rows + 1, sizeof *r->row_ask);
	}
	r->left = reading_room(r, (uint64_t)r->row_count + 1, sizeof *r->left);
	r->has = reading_room(r, (uint64_t)r->person_count + 1, sizeof *r->has);
	return r->left && r->has && (r->row_ask || r->file->version == 1);
}

/* Before the first line that names somebody: everybody is there, by id. */
static enum matching_fault close_people(struct reading *r)
{
	bool in_order = true;

	if (r->sorted)
		return MATCHING_FAULT_NONE;
	r->sorted = true;
	for (uint32_t i = 1; i < r->person_count && in_order; i++)
		in_order = r->people[i - 1].id < r->people[i].id;
	if (!in_order)
		qsort(r->people, r->person_count, sizeof *r->people, by_id);
	for (uint32_t i = 1; i < r->person_count && !in_order; i++)
		if (r->people[i - 1].id == r->people[i].id) {
			r->lines.number = second_person(r, r->people[i].id);
			return MATCHING_FAULT_PERSON_TWICE;
		}
	return make_rows(r) ? MATCHING_FAULT_NONE : MATCHING_FAULT_MEMORY;
}

/* An arc's people and row. In the first reading of version 2 an ask is met for the first time, too. */
static enum matching_fault find_arc(struct reading *r, const struct record *record, uint32_t *mentor, uint32_t *row)
{
	const int64_t *f = record->fields;
	uint32_t mentee;

	if (record->count != (r->file->version == 1 ? 3U : 4U))
		return MATCHING_FAULT_FIELDS;
	if (!in_range(f[0], 1, INT32_MAX) || !in_range(f[1], 1, INT32_MAX) || f[2] > MATCHING_HEAVIEST)
		return MATCHING_FAULT_RANGE;
	if (r->file->version == 2 && !in_range(f[3], 1, INT32_MAX))
		return MATCHING_FAULT_RANGE;
	*mentor = person_numbered(r, f[0]);
	mentee = person_numbered(r, f[1]);
	if (*mentor == UINT32_MAX || mentee == UINT32_MAX)
		return MATCHING_FAULT_PERSON_UNKNOWN;
	if (*mentor == mentee)
		return MATCHING_FAULT_LOOP;
	*row = row_of(r, mentee, (uint32_t)f[3]);
	for (uint32_t i = *row == UINT32_MAX ? r->person_row[mentee] : 0; *row == UINT32_MAX && i < r->person_row[mentee + 1]; i++)
		if (!r->row_ask[i]) {
			r->row_ask[i] = (uint32_t)f[3];
			*row = i;
		}
	return *row == UINT32_MAX ? MATCHING_FAULT_ASKS : MATCHING_FAULT_NONE;
}

/* The first line that has an arc of this row again. */
static uint64_t second_arc(struct reading *r, uint32_t wanted)
{
	bool *seen = reading_room(r, (uint64_t)r->person_count + 1, sizeof *seen);
	struct record record;
	uint32_t mentor, row;
	uint64_t line = 0;

	if (!seen || !rewound(r)) {
		free(seen);
		return 0;
	}
	while (!line && lines_next(&r->lines, &record) == MATCHING_FAULT_NONE && *record.word) {
		if (*record.word != 'a' || find_arc(r, &record, &mentor, &row) != MATCHING_FAULT_NONE || row != wanted)
			continue;
		line = seen[mentor] ? r->lines.number : 0;
		seen[mentor] = true;
	}
	free(seen);
	return line;
}

static enum matching_fault count_arc(struct reading *r, const struct record *record)
{
	uint32_t mentor, row;
	enum matching_fault fault = find_arc(r, record, &mentor, &row);

	if (fault != MATCHING_FAULT_NONE)
		return fault;
	/* More arcs than there are mentors: one came twice, and no more of them need to be read. */
	if (++r->left[row] >= r->person_count) {
		r->lines.number = second_arc(r, row);
		return MATCHING_FAULT_ARC_TWICE;
	}
	return ++r->arc_count >= UINT32_MAX ? MATCHING_FAULT_ARCS : MATCHING_FAULT_NONE;
}

static enum matching_fault take_pinned(struct reading *r, const struct record *record)
{
	const int64_t *f = record->fields;

	if (record->count != 3)
		return MATCHING_FAULT_FIELDS;
	if (!in_range(f[0], 1, INT32_MAX) || !in_range(f[1], 1, INT32_MAX) || !in_range(f[2], 1, INT32_MAX))
		return MATCHING_FAULT_RANGE;
	void *pinned = r->pinned;
	if (!reading_grow(r, &pinned, r->pinned_count, &r->pinned_room, sizeof *r->pinned))
		return MATCHING_FAULT_MEMORY;
	r->pinned = pinned;
	struct pinned one = { r->lines.number, person_numbered(r, f[0]), person_numbered(r, f[1]), (uint32_t)f[2], record->word[0] == 'k' };
	if (one.mentor == UINT32_MAX || one.mentee == UINT32_MAX)
		return MATCHING_FAULT_PERSON_UNKNOWN;
	r->pinned[r->pinned_count++] = one;
	return MATCHING_FAULT_NONE;
}

/* Sides that somebody has already, outside of the file. */
static enum matching_fault take_sides(struct reading *r, const struct record *record)
{
	enum { TOLD = 4 };

	if (record->count != 3)
		return MATCHING_FAULT_FIELDS;
	if (!in_range(record->fields[0], 1, INT32_MAX) || record->fields[1] > 1 || record->fields[2] > 1)
		return MATCHING_FAULT_RANGE;
	uint32_t person = person_numbered(r, record->fields[0]);
	if (person == UINT32_MAX)
		return MATCHING_FAULT_PERSON_UNKNOWN;
	if (r->has[person] & TOLD)
		return MATCHING_FAULT_PERSON_TWICE;
	r->has[person] = (uint8_t)(TOLD | (record->fields[1] ? MATCHING_GIVES : 0) | (record->fields[2] ? MATCHING_RECEIVES : 0));
	return MATCHING_FAULT_NONE;
}

static enum matching_fault take_record(struct reading *r, const struct record *record)
{
	const char *word = record->word;

	if (word[1])
		return MATCHING_FAULT_RECORD;
	if (*word == 'o')
		return take_worths(r, record);
	if (*word == 'p')
		return take_person(r, record);
	if (*word != 'a' && (r->file->version == 1 || !strchr("kfh", *word)))
		return MATCHING_FAULT_RECORD;
	enum matching_fault fault = close_people(r);
	if (fault != MATCHING_FAULT_NONE)
		return fault;
	return *word == 'a' ? count_arc(r, record) : *word == 'h' ? take_sides(r, record) : take_pinned(r, record);
}

static enum matching_fault read_once(struct reading *r)
{
	struct record record;
	enum matching_fault fault = read_header(r);

	while (fault == MATCHING_FAULT_NONE) {
		fault = lines_next(&r->lines, &record);
		if (fault == MATCHING_FAULT_NONE && !*record.word)
			return close_people(r);
		if (fault == MATCHING_FAULT_NONE)
			fault = take_record(r, &record);
	}
	return fault;
}

static bool make_arcs(struct reading *r)
{
	struct matching_file *file = r->file;

	file->ask_first = reading_room(r, (uint64_t)r->row_count + 1, sizeof *file->ask_first);
	file->arc_mentor = reading_room(r, r->arc_count + 1, sizeof *file->arc_mentor);
	file->arc_weight = reading_room(r, r->arc_count + 1, sizeof *file->arc_weight);
	if (!file->ask_first || !file->arc_mentor || !file->arc_weight)
		return false;
	for (uint32_t row = 0; row < r->row_count; row++)
		file->ask_first[row + 1] = file->ask_first[row] + r->left[row];
	return true;
}

static enum matching_fault place_arc(struct reading *r, const struct record *record)
{
	struct matching_file *file = r->file;
	uint32_t mentor, row;
	enum matching_fault fault = find_arc(r, record, &mentor, &row);

	if (fault != MATCHING_FAULT_NONE || r->left[row] == 0)
		return MATCHING_FAULT_CHANGED;
	uint32_t at = file->ask_first[row + 1] - r->left[row]--;
	file->arc_mentor[at] = mentor;
	file->arc_weight[at] = (uint16_t)record->fields[2];
	return MATCHING_FAULT_NONE;
}

static enum matching_fault read_again(struct reading *r)
{
	struct record record;
	uint64_t placed = 0;

	if (!rewound(r))
		return MATCHING_FAULT_READ;
	for (;;) {
		enum matching_fault fault = lines_next(&r->lines, &record);
		if (fault == MATCHING_FAULT_READ)
			return fault;
		if (fault != MATCHING_FAULT_NONE)
			return MATCHING_FAULT_CHANGED;
		if (!*record.word)
			return placed == r->arc_count ? MATCHING_FAULT_NONE : MATCHING_FAULT_CHANGED;
		if (record.word[0] != 'a')
			continue;
		fault = place_arc(r, &record);
		if (fault != MATCHING_FAULT_NONE)
			return fault;
		placed++;
	}
}

static enum matching_fault read_graph(struct reading *r, uint64_t *line)
{
	enum matching_fault fault = read_once(r);
	uint32_t row = 0;

	*line = r->lines.number;
	if (fault != MATCHING_FAULT_NONE)
		return fault;
	*line = 0;
	rows_in_order(r);
	if (!make_arcs(r))
		return MATCHING_FAULT_MEMORY;
	fault = read_again(r);
	if (fault == MATCHING_FAULT_NONE)
		fault = rows_sort(r, &row);
	if (fault == MATCHING_FAULT_ARC_TWICE)
		*line = second_arc(r, row);
	if (fault == MATCHING_FAULT_NONE)
		fault = pins_obey(r, line);
	return fault == MATCHING_FAULT_NONE ? rows_finish(r, line) : fault;
}

static void free_reading(struct reading *r)
{
	free(r->people);
	free(r->person_row);
	free(r->row_ask);
	free(r->left);
	free(r->pinned);
	free(r->has);
}

enum matching_fault matching_file_read(struct matching_file *file, int descriptor, size_t memory, uint64_t *line)
{
	struct reading *r = calloc(1, sizeof *r);
	FILE *aside = NULL;
	struct stat facts;
	enum matching_fault fault = MATCHING_FAULT_NONE;

	*file = (struct matching_file){ 0 };
	*line = 0;
	if (!r)
		return MATCHING_FAULT_MEMORY;
	*r = (struct reading){ .file = file, .source = descriptor, .memory = memory };
	if (fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode)) {
		r->start = lseek(descriptor, 0, SEEK_CUR);
	} else {
		aside = tmpfile();
		r->source = aside ? fileno(aside) : -1;
		fault = aside ? MATCHING_FAULT_NONE : MATCHING_FAULT_SPOOL;
	}
	lines_start(&r->lines, descriptor, aside ? r->source : -1);
	if (fault == MATCHING_FAULT_NONE)
		fault = read_graph(r, line);
	if (aside)
		fclose(aside);
	free_reading(r);
	free(r);
	if (fault != MATCHING_FAULT_NONE)
		matching_file_free(file);
	return fault;
}
