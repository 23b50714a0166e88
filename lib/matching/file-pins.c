/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pairs that must be, and pairs that must not. A kept pair is chosen before the engine sees the graph: it takes its ask and
   a place of its mentor, and rules out what else would join the two. */
#include <stdlib.h>

#include "matching/reading.h"

enum { BOTH_SIDES = MATCHING_GIVES | MATCHING_RECEIVES };

/* The arc of a pair, with its weight, or UINT32_MAX. */
static uint32_t arc_of(const struct reading *r, const struct pinned *pin)
{
	uint32_t row = row_of(r, pin->mentee, pin->ask);

	return row == UINT32_MAX ? UINT32_MAX : arc_in_row(r, row, pin->mentor);
}

/* No arc from this mentor to any ask of this mentee is chosen. */
static void rule_out(struct reading *r, uint32_t mentor, uint32_t mentee)
{
	for (uint32_t row = r->person_row[mentee]; row < r->person_row[mentee + 1]; row++) {
		uint32_t arc = arc_in_row(r, row, mentor);
		if (arc != UINT32_MAX)
			r->file->arc_weight[arc] = OUT_OF_CHOICE;
	}
}

static enum matching_fault forbid(struct reading *r, const struct pinned *pin)
{
	uint32_t arc = arc_of(r, pin);

	if (arc == UINT32_MAX)
		return MATCHING_FAULT_ARC_UNKNOWN;
	if (r->file->arc_weight[arc] == OUT_OF_CHOICE)
		return MATCHING_FAULT_FORBIDDEN_TWICE;
	r->file->arc_weight[arc] = OUT_OF_CHOICE;
	return MATCHING_FAULT_NONE;
}

static void take_ask(struct reading *r, uint32_t row)
{
	for (uint32_t i = r->file->ask_first[row]; i < r->file->ask_first[row + 1]; i++)
		r->file->arc_weight[i] = OUT_OF_CHOICE;
}

static enum matching_fault keep(struct reading *r, const struct pinned *pin)
{
	struct matching_file *file = r->file;
	uint32_t arc = arc_of(r, pin);

	if (arc == UINT32_MAX)
		return MATCHING_FAULT_ARC_UNKNOWN;
	if (file->arc_weight[arc] == OUT_OF_CHOICE)
		return MATCHING_FAULT_KEPT;
	if (!file->capacity[pin->mentor])
		return MATCHING_FAULT_KEPT_FULL;
	file->kept[file->kept_count++] = (struct matching_kept){ pin->mentor, pin->mentee, pin->ask, file->arc_weight[arc] };
	file->weight_kept += file->arc_weight[arc];
	file->capacity[pin->mentor]--;
	file->met[pin->mentee]++;
	take_ask(r, row_of(r, pin->mentee, pin->ask));
	rule_out(r, pin->mentor, pin->mentee);
	rule_out(r, pin->mentee, pin->mentor);
	return MATCHING_FAULT_NONE;
}

static int by_mentee(const void *a, const void *b)
{
	const struct matching_kept *x = a, *y = b;

	if (x->mentee != y->mentee)
		return x->mentee < y->mentee ? -1 : 1;
	return x->ask < y->ask ? -1 : x->ask > y->ask;
}

/* Who has which side, counted where kept pairs complete somebody. */
static void count_sides(struct reading *r)
{
	struct matching_file *file = r->file;

	for (uint32_t i = 0; i < r->person_count; i++)
		r->has[i] &= BOTH_SIDES;
	for (uint32_t i = 0; i < file->kept_count; i++) {
		uint8_t *mentor = &r->has[file->kept[i].mentor], *mentee = &r->has[file->kept[i].mentee];
		file->both_kept += *mentor == MATCHING_RECEIVES;
		*mentor |= MATCHING_GIVES;
		file->both_kept += *mentee == MATCHING_GIVES;
		*mentee |= MATCHING_RECEIVES;
	}
}

enum matching_fault pins_obey(struct reading *r, uint64_t *line)
{
	struct matching_file *file = r->file;
	enum matching_fault fault = MATCHING_FAULT_NONE;

	*line = 0;
	file->capacity = reading_room(r, (uint64_t)r->person_count + 1, sizeof *file->capacity);
	file->kept = reading_room(r, (uint64_t)r->pinned_count + 1, sizeof *file->kept);
	file->met = reading_room(r, (uint64_t)r->person_count + 1, sizeof *file->met);
	if (!file->capacity || !file->kept || !file->met)
		return MATCHING_FAULT_MEMORY;
	for (uint32_t i = 0; i < r->person_count; i++)
		file->capacity[i] = r->people[i].capacity;
	/* What is forbidden first: the order of lines makes no difference. */
	for (int kept = 0; kept < 2; kept++)
		for (uint32_t i = 0; i < r->pinned_count && fault == MATCHING_FAULT_NONE; i++)
			if (r->pinned[i].kept == kept) {
				*line = r->pinned[i].line;
				fault = kept ? keep(r, &r->pinned[i]) : forbid(r, &r->pinned[i]);
			}
	qsort(file->kept, file->kept_count, sizeof *file->kept, by_mentee);
	count_sides(r);
	return fault;
}
