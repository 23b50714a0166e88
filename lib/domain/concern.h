/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A worry about somebody's safety or conduct: it reaches safeguarding leads alone, never one whom it names;
   about those who run the programme, the trustee for safeguarding. The view concern_reader says who. Nobody else
   can tell that there is one: a pause for a concern looks like any other that leads alone release. */
#ifndef DOMAIN_CONCERN_H
#define DOMAIN_CONCERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/life.h"

extern const struct life concern_life;

struct concern_told {
	const char *who_about;
	const char *what;
	const char *reply_to;
	bool about_us;          /* about someone who runs the programme */
	int64_t not_for;        /* whom of them; 0: not said */
	struct texts stop;      /* numbers of the teller's own pairs that pause in the same step */
	int64_t hours;          /* within which an answer is promised */
};

/* Keeps a concern and tells its readers that there is news. A lead whom it names without saying so is kept
   from it too, where there is somebody else to read it. Returns its number, or 0 with trouble. */
int64_t concern_raise(struct work *work, const struct concern_told *told);

/* Whether work->person_id may read it: every act below is false where not. */
bool concern_may_read(struct work *work, int64_t concern_id);

/* Notes who looked, in the same transaction as the look; a second look within the hour is the first. */
void concern_looked(struct work *work, int64_t concern_id);

/* Steps of its life: take, take-over, close (why), reopen (why). False when somebody was faster. */
bool concern_take(struct work *work, int64_t concern_id);
bool concern_take_over(struct work *work, int64_t concern_id);
bool concern_close(struct work *work, int64_t concern_id, const char *why);
bool concern_reopen(struct work *work, int64_t concern_id, const char *why);

/* Writes down what was done: `kind` is action, decision or reply. */
bool concern_write(struct work *work, int64_t concern_id, const char *kind, const char *words);

/* The Care Act's three questions, what the person wants, and whether it is a serious incident: prompts to think
   by, which decide nothing. */
struct concern_thought {
	const char *needs, *risk, *protect;    /* yes, no, unsure, "" */
	const char *wants;
	const char *serious;                   /* yes, no, "" : not considered yet */
	const char *serious_why, *serious_day;
};
bool concern_think(struct work *work, int64_t concern_id, const struct concern_thought *thought);

/* Somebody whom it is about: their pairs are shown with it. False where they have none. */
bool concern_tie(struct work *work, int64_t concern_id, int64_t person_id);

/* Pauses, releases or ends one of its pairs: `event` of the pair's life. */
bool concern_act(struct work *work, int64_t concern_id, int64_t pair_id, const char *event, const char *why);

/* Tells its readers, once, of each that is late. */
void concern_nightly(struct work *work);

#endif
