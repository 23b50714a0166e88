/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a report does not say: groups of one to four, and what would tell them. */
#include "base/arena.h"
#include "domain/report.h"

enum { CELLS = REPORT_MOMENTS * 6 + 16 + REPORT_LENGTHS + 18 + 2 * MEASURE_SCALES };

/* What may be told or hidden of one report, always in the same order. */
struct cells {
	struct shown_count *of[CELLS];
};

bool report_hide(struct shown_count *const *parts, size_t count)
{
	size_t hidden = 0;
	int64_t sum = 0;
	bool more = false;
	struct shown_count *least = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!parts[i]->few && parts[i]->n > 0 && parts[i]->n < REPORT_FEW)
			more = parts[i]->few = true;
		if (parts[i]->few) {
			hidden++;
			sum += parts[i]->n;
		}
		if (!parts[i]->few && parts[i]->n && (!least || parts[i]->n < least->n))
			least = parts[i];
	}
	if (least && hidden && (hidden == 1 || sum < REPORT_FEW))
		more = least->few = true;
	return more;
}

/* Where the one is among the other, the rest of these must not be few, or `hidden` is not told. */
static bool hide_rest(const struct shown_count *whole, const struct shown_count *part, struct shown_count *hidden)
{
	int64_t rest = whole->n - part->n;

	if (part->few || whole->few || rest <= 0 || rest >= REPORT_FEW)
		return false;
	hidden->few = true;
	return true;
}

static size_t cells_of(struct report *r, struct shown_count **cells)
{
	struct shown_count *each[] = { &r->begun, &r->planned, &r->sudden, &r->died, &r->open, &r->reverse, &r->generations, &r->rings, &r->in_rings,
		&r->to_proposal.count, &r->to_meeting.count, &r->length.count, &r->held, &r->missed, &r->asked, &r->quiet };
	size_t n = 0;

	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		struct report_moment *m = &r->over[i];
		struct shown_count *of[] = { &m->members, &m->both, &m->gives, &m->receives, &m->neither, &m->pairs };
		for (size_t k = 0; k < sizeof of / sizeof *of; k++)
			cells[n++] = of[k];
	}
	for (size_t i = 0; i < sizeof each / sizeof *each; i++)
		cells[n++] = each[i];
	for (size_t i = 0; i < REPORT_LENGTHS; i++)
		cells[n++] = &r->lengths[i];
	for (size_t i = 0; i < 2 * MEASURE_SCALES; i++)
		cells[n++] = &r->changed[i / MEASURE_SCALES][i % MEASURE_SCALES];
	for (size_t i = 0; i < 6; i++) {
		struct report_answers *said = &r->answers[i / 3][i % 3];
		cells[n++] = &said->yes;
		cells[n++] = &said->bit;
		cells[n++] = &said->no;
	}
	return n;
}

/* Within one report: the parts of each whole. */
static bool hide_parts(struct report *r)
{
	struct shown_count *lengths[REPORT_LENGTHS];
	bool more = report_hide((struct shown_count *[]){ &r->planned, &r->sudden, &r->died }, 3);

	for (size_t i = 0; i < REPORT_LENGTHS; i++)
		lengths[i] = &r->lengths[i];
	more |= report_hide(lengths, REPORT_LENGTHS);
	for (size_t i = 0; i < REPORT_MOMENTS; i++)
		more |= report_hide((struct shown_count *[]){ &r->over[i].both, &r->over[i].gives, &r->over[i].receives, &r->over[i].neither }, 4);
	for (size_t i = 0; i < 6; i++) {
		struct report_answers *said = &r->answers[i / 3][i % 3];
		more |= report_hide((struct shown_count *[]){ &said->yes, &said->bit, &said->no }, 3);
	}
	more |= hide_rest(&r->open, &r->reverse, &r->reverse);
	more |= hide_rest(&r->generations, &r->reverse, &r->generations);
	more |= hide_rest(&r->open, &r->generations, &r->generations);
	return more | hide_rest(&r->to_proposal.count, &r->to_meeting.count, &r->to_meeting.count);
}

/* Where the whole is hidden, so is one of its parts: all of them would tell it. */
static bool hide_one(struct shown_count *const *parts, size_t count)
{
	struct shown_count *least = NULL;

	for (size_t i = 0; i < count; i++) {
		if (parts[i]->few)
			return false;
		if (parts[i]->n && (!least || parts[i]->n < least->n))
			least = parts[i];
	}
	if (least)
		least->few = true;
	return least;
}

/* Across reports: each number of a programme is a part of that of all; where there is one programme, it is the same. */
static bool hide_across(struct arena *arena, const struct cells *cells, size_t count, size_t n)
{
	struct shown_count **parts = arena_array(arena, count + 1, sizeof *parts);
	bool more = false;

	for (size_t k = 0; k < n; k++) {
		for (size_t i = 1; i < count; i++)
			parts[i - 1] = cells[i].of[k];
		struct shown_count *whole = cells[0].of[k];
		if (count == 2 && parts[0]->few != whole->few)
			more = parts[0]->few = whole->few = true;
		else if (count > 2)
			more |= whole->few ? hide_one(parts, count - 1) : report_hide(parts, count - 1);
	}
	return more;
}

static void say_shares(struct report *r)
{
	for (size_t i = 0; i < REPORT_MOMENTS; i++) {
		struct report_moment *m = &r->over[i];
		m->has_share = m->members.n && !m->members.few && !m->both.few;
		m->share = m->has_share ? m->share : 0;
	}
}

void report_hide_all(struct arena *arena, struct report *const *reports, size_t count)
{
	struct cells *cells = arena_array(arena, count + 1, sizeof *cells);
	size_t n = 0;
	bool more = true;

	for (size_t i = 0; i < count; i++) {
		n = cells_of(reports[i], cells[i].of);
		for (size_t k = 0; k < n; k++)
			report_hide(&cells[i].of[k], 1);
	}
	while (more) {
		more = false;
		for (size_t i = 0; i < count; i++)
			more |= hide_parts(reports[i]);
		more |= hide_across(arena, cells, count, n);
	}
	for (size_t i = 0; i < count; i++)
		say_shares(reports[i]);
}
