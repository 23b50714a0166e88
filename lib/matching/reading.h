/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the readers of matching: a graph on its way from the file. */
#ifndef MATCHING_READING_H
#define MATCHING_READING_H

#include "matching/file.h"
#include "matching/lines.h"

/* No weight: an arc that cannot be chosen. */
enum { OUT_OF_CHOICE = UINT16_MAX };

struct declared {
	uint32_t id;
	uint8_t capacity, need;
};

/* A kept or forbidden pair. */
struct pinned {
	uint64_t line;
	uint32_t mentor, mentee, ask;
	bool kept;
};

struct reading {
	struct matching_file *file;
	struct lines lines;
	int source;                    /* what can be read twice: the file, or what was kept aside of a pipe */
	int64_t start;                 /* where in it the graph begins */
	size_t memory, held;           /* bytes: the most there may be, and what there is */
	struct declared *people;       /* as declared, then by id */
	uint32_t person_count, person_room;
	bool sorted;
	/* A row is an ask, or a place for one: version 1 has a row for each person, version 2 as many as a person needs. */
	uint32_t row_count;
	uint32_t *person_row;          /* version 2: the first row of each person, and one more */
	uint32_t *row_ask;             /* version 2: the id of its ask; 0: of none */
	uint32_t *left;                /* arcs of each row that are still to come */
	uint64_t arc_count;
	struct pinned *pinned;
	uint32_t pinned_count, pinned_room;
	uint8_t *has;
	bool is_told;                  /* an o line said what counts */
	uint64_t told_line;
};

/* `count` zeroed elements of `size` bytes, within the limit of memory, or NULL. */
void *reading_room(struct reading *reading, uint64_t count, size_t size);
/* Room for one more in a list that grows. False: no memory. */
bool reading_grow(struct reading *reading, void **list, uint32_t count, uint32_t *room, size_t size);

/* The number of a person, or UINT32_MAX. */
uint32_t person_numbered(const struct reading *reading, int64_t id);
/* Where in row `row` the arc of this mentor is, or UINT32_MAX. */
uint32_t arc_in_row(const struct reading *reading, uint32_t row, uint32_t mentor);
/* The row of a mentee's ask (version 1: of the mentee), or UINT32_MAX. */
uint32_t row_of(const struct reading *reading, uint32_t mentee, uint32_t ask);

/* file-rows.c: puts the asks that each mentee turned out to have in order, places of none last. */
void rows_in_order(struct reading *reading);
/* file-rows.c: sorts the arcs of each row. MATCHING_FAULT_ARC_TWICE, and in which in *row, where one comes twice. */
enum matching_fault rows_sort(struct reading *reading, uint32_t *row);
/* file-rows.c: takes out kept, forbidden and unusable arcs, and rows that are no asks, and says what counts. */
enum matching_fault rows_finish(struct reading *reading, uint64_t *line);
/* file-pins.c: obeys the kept and forbidden pairs. */
enum matching_fault pins_obey(struct reading *reading, uint64_t *line);

#endif
