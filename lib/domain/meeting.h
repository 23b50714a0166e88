/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Meetings, and what the mentor and the mentee each say of them, apart. */
#ifndef DOMAIN_MEETING_H
#define DOMAIN_MEETING_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

struct meeting {
	int64_t pair_id;
	const char *day;
	const char *way;
	const char *how;     /* who noted it: self, or a coordinator by phone, on paper */
};

/* Notes a meeting. One a day and pair: a second note of it is the first. Returns its number, or 0. */
int64_t meeting_note(struct work *work, const struct meeting *meeting);

struct feedback_given {
	int64_t meeting_id;
	bool by_mentor;
	const char *did_meet;        /* yes, no */
	const char *productive;      /* yes, bit, no; "" where it was left out */
	const char *useful;
	const char *energising;
	const char *listened;        /* the mentee's: yes, bit, no */
	const char *split;           /* the mentor's: listening, asking, advising, even */
	const char *next_time;
	const char *private_word;
	const char *how;
};

/* What one side says; said again, it takes the place of what was said before. */
bool feedback_give(struct work *work, const struct feedback_given *feedback);

/* How a meeting felt, 0 to 6: two for each yes, one for each bit; -1 where nothing was said. */
int64_t feedback_sum(const char *productive, const char *useful, const char *energising);

#endif
