/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Short measures of how people are: optional, item by item, at the start, after half a year and at the end. None is shown
   of one person at the desk; scored they feed reports.

   ucla-3: Hughes, Waite, Hawkley and Cacioppo, "A short scale for measuring loneliness in large surveys", Research on Aging
   26(6), 2004: three items, 1 hardly ever or never (with the answers of the Office for National Statistics), 2 some of the
   time, 3 often; the score is their sum, 3 to 9, higher is lonelier. Of somebody who leaves one out there is no score.
   direct: "How often do you feel lonely?", Office for National Statistics, "Measuring loneliness: guidance for use of the
   national indicators on surveys", 2018: 1 often or always to 5 never, so that LOWER is lonelier. Told as it is answered.
   ons-4: the four personal well-being questions, Office for National Statistics, "Personal well-being user guidance":
   each 0 to 10, and each told by itself; they are never added up. Of the first three higher is better, of anxiety lower. */
#ifndef DOMAIN_MEASURE_H
#define DOMAIN_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

enum { MEASURE_UNSAID = -1, MEASURE_ITEMS = 8, MEASURE_SCALES = 6 };

/* Each question, in the order in which they are asked. */
struct measure_item {
	const char *instrument;      /* ucla-3, direct, ons-4 */
	const char *item;
	const char *scale;           /* what its answer counts for */
	int64_t least, most;
};
extern const struct measure_item measure_items[MEASURE_ITEMS];

/* What somebody is asked now in a programme. The first is open from being approved until two weeks into their first pair; the
   second for two months, half a year after the first; the last for two months after all their pairs have ended (of a death
   nobody is asked). Each can be answered anew while it is open; the latter two only by who answered the first. */
struct measure_due {
	int64_t programme_id;
	const char *programme;       /* its name */
	const char *measures;        /* the instruments, with a space between */
	const char *moment;          /* start, half-year, end */
	bool given;                  /* it was answered */
};
extern const struct view measure_due_view;
struct list measures_due(struct work *work, int64_t person_id, const char *language);
/* The one of that programme, or NULL. */
const struct measure_due *measure_due_in(struct list due, int64_t programme_id);

/* A person's answers to what they are asked in a programme, replacing those of before; in the order of measure_items, MEASURE_UNSAID where
   there is none. False when they are asked nothing there, or an answer is none that the item has. */
bool measure_give(struct work *work, int64_t person_id, int64_t programme_id, const int64_t answers[MEASURE_ITEMS]);

/* The same from a sheet of paper, typed in by a coordinator, who never sees an answer: once. False where answers to this time are
   there already, from whomever. */
bool measure_give_on_paper(struct work *work, int64_t person_id, int64_t programme_id, const int64_t answers[MEASURE_ITEMS]);

/* Which instruments a programme asks; "" for none. False when one is not known. */
bool measures_choose(struct work *work, int64_t programme_id, const char *instruments);

/* The sum of the three items, 3 to 9; 0 when one of them is left out. */
int64_t measure_ucla(int64_t companionship, int64_t left_out, int64_t isolated);

/* What a scale came to, of those who answered it at the start and again. Sums, so that who tells it chooses the rounding;
   how few may not be told is for who tells it. */
struct measure_change {
	const char *scale;           /* loneliness (ucla-3: 3-9), lonely (direct: 1-5), satisfied, worthwhile, happy, anxious (0-10) */
	int64_t n;                   /* people, once for each programme */
	int64_t before, after;       /* sums over all of them */
	int64_t before_least, before_most, after_least, after_most;   /* 0 where n is 0 */
	int64_t least, most;         /* of the changes, after less before */
	int64_t better, worse;       /* how many changed so, by the direction of the scale */
};

/* `later` is half-year or end; answers given then from `from` on and before `until` (seconds). Programme 0: all. */
void measure_changes(struct work *work, int64_t programme_id, const char *later, const int64_t span[2], struct measure_change changes[MEASURE_SCALES]);

#endif
