/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The talk at the end of a trial, and every so often after: each side is asked apart whether to go on,
   to change something, to pause or to end. Nobody is told who said what. */
#ifndef DOMAIN_REVIEW_H
#define DOMAIN_REVIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"
#include "domain/life.h"

/* Its states are pair.review_state; what the table calls the empty one. */
extern const struct life review_life;
extern const char review_none[];

/* What two answers come to: an event of the pair's life, or "" while the other side is waited for. Which
   side gave which makes no difference; "" is no answer yet. */
const char *review_verdict(const char *one, const char *other);

/* The rows that review_verdict goes by, the first that fits; NULL fits every answer. */
struct verdict {
	const char *one, *other, *event;
};
extern const struct verdict review_verdicts[];
extern const unsigned review_verdict_count;

/* Asks both: by mail, or a coordinator rings who has none. By the clock when a trial or the time to a review is
   over or enough meetings were held, or by a coordinator. False when it is open already, or the pair
   does not meet. */
bool review_ask(struct work *work, int64_t pair_id, unsigned actor);

struct review_answer {
	int64_t pair_id;
	bool by_mentor;          /* whose answer it is */
	const char *answer;      /* go-on, change, pause (not of a trial), end */
	const char *words;       /* what should change: the coordinator reads it; "" */
	const char *how;         /* self, or a coordinator who heard it by phone, on paper */
};
/* What one side says; once more, as long as the other has not answered, takes its place. The pair goes
   on, changes, pauses or ends by it where the verdict says so. False when nothing is open. */
bool review_answer(struct work *work, const struct review_answer *answer);

enum change { CHANGE_TALK, CHANGE_RHYTHM, CHANGE_SOMETHING, CHANGE_PAUSE, CHANGE_END, CHANGE_NOT_NOW };
struct review_change {
	int64_t pair_id;
	bool by_mentor;
	enum change what;
	const char *rhythm;      /* week, fortnight, month, own; of CHANGE_RHYTHM */
	const char *words;       /* of CHANGE_TALK and CHANGE_SOMETHING */
};
/* At any time, asked or not: a side wishes for a change. A signal to that side is answered by it. */
bool review_change(struct work *work, const struct review_change *change);

struct review_closing {
	int64_t pair_id;
	bool by_mentor;
	const char *gained, *next_step;
	const char *again;       /* yes, no, unsure, "" */
	const char *look;        /* the mentee's: yes looks for somebody else, no closes the ask; "" leaves it */
	const char *how;
};
/* What a side says when the pair has ended. False while it has not. */
bool review_closing(struct work *work, const struct review_closing *closing);

/* The clock: asks where a trial or the time to a review is over; makes a coordinator ring who is silent;
   tells the desk, and asks both, where nobody has met for a while. Each at most so many a night, the
   oldest first; what is left is the next night's. */
void review_due(struct work *work);
void review_silent(struct work *work);
void review_quiet(struct work *work);

#endif
