/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mentor and a mentee who have both said yes: on trial, active, paused, ended. */
#ifndef DOMAIN_PAIR_H
#define DOMAIN_PAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"
#include "domain/life.h"

extern const struct life pair_life;

/* What the table calls the state that a pair had before it was paused. */
extern const char pair_as_before[];

/* Why a pair is paused: for safeguarding leads alone. To everybody else all but ASKED read alike. */
enum pause_why {
	PAUSE_ASKED,        /* the pair, or a coordinator for them, wished it */
	PAUSE_CONFLICT,     /* a conflict of interest came up */
	PAUSE_CONCERN,
	PAUSE_PERSON,       /* one of the two paused everything, or left */
	PAUSE_DEATH         /* one of the two has died, and the other is still to be told */
};
const char *pause_why_name(enum pause_why why);

/* Takes a step of its life: `event` of the table, by `actor`, one of those who may. Tells both, writes the
   audit, sets who has to act next and by when. False when the pair is not in a state for it, or this actor
   may not, or the two have become conflicted and would go on: nothing is changed then. One that ends while
   paused for a concern bars the two from each other. The acts below are the same with what they need besides. */
bool pair_step(struct work *work, int64_t pair_id, const char *event, unsigned actor);

/* Pauses. Paused already is true, and a graver reason replaces a lighter one. */
bool pair_pause(struct work *work, int64_t pair_id, enum pause_why why, unsigned actor);

/* A side ticks the agreement. False when it did before, or the pair has ended. */
bool pair_agree(struct work *work, int64_t pair_id, bool by_mentor);

/* What stands in the way of opening an ended pair again, or "": what proposal_in_the_way says; `gone` where
   one of the two is not there any more. */
const char *pair_in_the_way(struct work *work, int64_t pair_id);

/* Opens an ended pair again, with its number and its history; every bar is checked once more. */
bool pair_reopen(struct work *work, int64_t pair_id);

/* One of the two has died: the meetings rest and nobody gets a mail. A coordinator rings the other, which is their task. */
bool pair_death(struct work *work, int64_t pair_id, int64_t left_id);

/* One of the two leaves: it ends. Who stays is told by mail; or a coordinator rings them, where that was wished, or
   they have no e-mail. False where it has ended, or the other has died. */
bool pair_leave(struct work *work, int64_t pair_id, int64_t stays_id, bool ring, unsigned actor);

/* What a coordinator writes of an ending. A follow-up day, not before today, makes a line on the desk. */
struct pair_closed {
	int64_t pair_id;
	const char *how;         /* planned, sudden, death, mistake */
	const char *told_by;
	const char *follow_up;   /* a day, or "" */
};
bool pair_close(struct work *work, const struct pair_closed *closed);

#endif
