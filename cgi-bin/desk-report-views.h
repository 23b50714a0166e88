/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of a programme in numbers show. */
#ifndef DESK_REPORT_VIEWS_H
#define DESK_REPORT_VIEWS_H

#include "base/view.h"
#include "domain/report.h"

/* What a programme came to. */
struct desk_count {
	const char *kind;
	struct shown_count count;
};
extern const struct view desk_count_view;

struct desk_days {
	const char *kind;
	struct report_days days;
	bool told;
};

struct desk_answers {
	const char *kind;          /* productive, useful, energising */
	bool is_mentor;
	struct report_answers said;
};

struct desk_length {
	const char *kind;          /* which length: 42, 91, 182, 365, more */
	struct shown_count count;
	int64_t x, y, high;        /* in the picture; none where it is not shown */
};

/* What a short measure came to. */
struct desk_change {
	const char *scale, *later;  /* of domain/measure.h */
	struct shown_count count;
	bool told;
	const char *before, *after; /* means, with one decimal */
	int64_t least, most;        /* of the changes */
};
extern const struct view desk_change_view;

/* A line over the time: a point for each moment that is told. */
struct desk_line {
	struct list points;        /* desk_point */
	const char *line;
	int64_t most;              /* at the top of the picture */
	bool drawn;                /* more than one point */
};

struct desk_report {
	struct list programmes;
	int64_t programme_id;      /* 0: all */
	const char *words;         /* of the one programme; "" */
	const char *first_day, *last_day;
	struct report_moment now;  /* on the last day */
	bool has_answers, has_bars;
	bool any_day;              /* who looks may choose days; else whole years */
	struct list over;
	struct desk_line share, going;   /* of 100 people; pairs */
	struct list pairs, endings, times, meetings, warnings;   /* rows of desk_count; times of desk_days */
	struct list bars;          /* desk_length */
	int64_t bars_most;
	struct list changes;       /* desk_change; empty where nobody answered twice */
	struct list wanted;        /* report_want */
	int64_t wanted_others;
	struct list answers;
	int64_t longest;           /* 0: not told */
};
extern const struct view desk_report_view;
extern const struct view desk_report_sheet_view;

/* Evidence for published standards. */
struct desk_standards {
	int64_t programme_id;
	const char *words, *first_day, *last_day;
	struct list evidence;
};
extern const struct view desk_standards_view;

#endif
