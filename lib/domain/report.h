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

enum { REPORT_FEW = 5, REPORT_MOMENTS = 13 };

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
	struct shown_count held, missed;                   /* meetings in the time */
	struct report_answers answers[2][3];               /* mentor, mentee; productive, useful, energising */
};

/* Both days exist, the first not after the last, which is not after today. `programme_id` 0: all. In the work's arena. */
struct report *report_of(struct work *work, int64_t programme_id, const char *first_day, const char *last_day);

/* Hides what is 1 to 4 of the parts of a whole that is told; and, where that is one part alone, the least of the
   others too: the rest of the whole would tell it. */
void report_hide(struct shown_count *const *parts, size_t count);

#endif
