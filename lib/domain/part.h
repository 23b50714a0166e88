/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a reason counts for when two people are matched: one line a part, each with what it usually
   counts and the most that it may. A programme's own lines stand in the table `part`. */
#ifndef DOMAIN_PART_H
#define DOMAIN_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/work.h"

/* In the order in which they are told. The four of place exclude each other. */
enum part {
	PART_TOPIC,      /* one offers what the other asks */
	PART_VALUES,     /* each value that both chose */
	PART_PLACE,      /* both like to meet, and at the same place */
	PART_DISTRICT,   /* … and live in the same postcode district */
	PART_NEAR,       /* … and not far apart */
	PART_FAR,        /* … and within a journey */
	PART_WAY,        /* they share a way to meet without being in one place */
	PART_TONGUE,     /* a language besides the site's own */
	PART_RHYTHM,     /* the same time, such as an hour a month */
	PART_WISH,       /* older or younger, as was wished */
	PART_WAITED,     /* each week that the ask has waited */
	PART_MISSED,     /* each day on which matching found nobody for it */
	PART_BOTH,       /* each of the two who with this both gives and receives, and did not before */
	PART_FREE,       /* the mentor helps nobody yet; with one, half of it */
	PART_SEEN,       /* put forward before, and nobody has dropped it */
	PART_COUNT
};

struct part_line {
	const char *kind;        /* `topic`: as rows and templates name it */
	int64_t usual;
	int64_t least, most;
	int64_t times;           /* how often it may count in one pair */
};
extern const struct part_line part_lines[PART_COUNT];

/* No pair comes to more than this, whatever a programme sets: the most of all lines together. */
enum { PART_SUM_MOST = 1000 };

struct parts {
	int64_t points[PART_COUNT];
};

/* As usual. */
struct parts parts_usual(void);

/* The programme's own; a line that is out of bounds counts as the nearest that is not. */
struct parts parts_of(struct work *work, int64_t programme_id);

/* The part of that name, or PART_COUNT. */
enum part part_named(const char *kind);

/* Keeps one line. False when the points are out of its bounds. */
bool parts_put(struct work *work, int64_t programme_id, enum part part, int64_t points);

#endif
