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

/* Notes a meeting that was held. One a day and pair: what was planned for the day is held now. When as many
   were held as a trial has, both are asked how to go on. Returns its number, or 0. */
int64_t meeting_note(struct work *work, const struct meeting *meeting);

/* Plans one. What was held on that day stays held. Returns its number, or 0 where the pair does not meet. */
int64_t meeting_plan(struct work *work, const struct meeting *meeting);

/* A planned one is put off to another day, or called off, by one of the two or by a coordinator who heard it (`how`):
   nobody is to blame. False when it is not planned
   any more. */
bool meeting_move(struct work *work, int64_t meeting_id, const char *day, const char *how);
bool meeting_call_off(struct work *work, int64_t meeting_id, const char *how);

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

/* What one side says; said again, it takes the place of what was said before. A planned meeting is held,
   or missed, by it. */
bool feedback_give(struct work *work, const struct feedback_given *feedback);

/* A coordinator has read all that was said of a pair's meetings: each writer sees it. */
bool feedback_thank(struct work *work, int64_t pair_id);

#endif
