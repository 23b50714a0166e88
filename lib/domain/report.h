/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a programme came to, in numbers for trustees: never a person, and no group of fewer than five. The same
   numbers come out whoever counts: what each one counts is said beside it. */
#ifndef DOMAIN_REPORT_H
#define DOMAIN_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/measure.h"

struct arena;

enum { REPORT_FEW = 5, REPORT_MOMENTS = 13, REPORT_LENGTHS = 5, REPORT_WANTED = 5 };

/* A count that may be shown, or not: 1 to 4 people are a group in which one could be made out. */
struct shown_count {
	int64_t n;
	bool few;              /* it is not shown */
};

/* Everybody at the end of one day. People in a pair are those of pairs that were open then. */
struct report_moment {
	const char *day;
	struct shown_count members;             /* approved by then, and not gone */
	struct shown_count both, gives, receives, neither;   /* of them: in open pairs as mentor and mentee, only one, none */
	struct shown_count pairs;               /* open then */
	bool has_share;        /* not where that would be too few, or nobody */
	int64_t share;         /* both of 100 members, rounded */
};

/* Days from one thing to another. */
struct report_days {
	struct shown_count count;   /* how many it is known of; the rest is 0 where these are few or none */
	int64_t least, middle, most;   /* `middle` is the median, of two middle ones the lower */
};

/* Answers of one side to one of the three questions after a meeting. */
struct report_answers {
	struct shown_count yes, bit, no;
};

struct report {
	struct report_moment over[REPORT_MOMENTS];   /* from the first day to the last in equal steps; the last is now, where it is today */
	struct shown_count begun, planned, sudden, died;   /* pairs opened; ended, and how: in the time */
	struct shown_count open, reverse, generations;     /* pairs open on the last day; of them: the mentor the younger by a generation, either */
	struct shown_count rings, in_rings;                /* circles closed then; pairs in them */
	int64_t longest;                                   /* pairs in the longest of them */
	struct report_days to_proposal, to_meeting;        /* of mentees approved in the time: from approval */
	struct report_days length;                         /* of pairs ended in the time: from opening to the end */
	struct shown_count lengths[REPORT_LENGTHS];        /* the same, each in one of: under 42 days, 91, 182, 365, longer */
	struct shown_count held, missed;                   /* meetings in the time */
	struct shown_count asked, quiet;                   /* in the time: how often one of a pair was asked whether it is time for a change;
	                                                      how often the desk was told that a pair had not met */
	struct measure_change changes[2][MEASURE_SCALES];  /* half a year after the start, at the end; answered in the time: domain/measure.h */
	struct shown_count changed[2][MEASURE_SCALES];     /* of how many people; where it is not shown, nothing of the change is */
	struct report_answers answers[2][3];               /* mentor, mentee; productive, useful, energising */
};

/* Both days exist, the first not after the last, which is not after today. `programme_id`: one that is no draft; 0: all. In the
   work's arena. Programmes are parts of all of them, and the report of each hides what the others would tell of it. */
struct report *report_of(struct work *work, int64_t programme_id, const char *first_day, const char *last_day);

/* Hides what is 1 to 4 of the parts of a whole that is told; and, where that is one part alone or all of it together is
   1 to 4, the least of the others too: the rest of the whole would tell it. What is hidden stays so. Returns whether anything is newly hidden. */
bool report_hide(struct shown_count *const *parts, size_t count);

/* The same for reports of the same time, the first of all programmes, the others of each (report-hide.c). The arena is for what it needs meanwhile. */
void report_hide_all(struct arena *arena, struct report *const *reports, size_t count);

/* A topic, and how many people would be served by offers of it who would not by those before. */
struct report_want {
	int64_t topic_id;
	const char *words;     /* in the language asked for, else in English */
	int64_t people;        /* five or more */
};

/* The few offers that would serve most people now, as struct report_want, REPORT_WANTED at most: of all asks that nobody
   is meeting, the topic of most people, then that of most of the rest, and so on, as long as each is of five or more.
   `others`: how many topics are left that somebody waits for. */
struct list report_wanted(struct work *work, int64_t programme_id, const char *language, int64_t *others);

#endif
