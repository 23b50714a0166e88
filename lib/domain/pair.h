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
	PAUSE_PERSON        /* one of the two paused everything, or left */
};
const char *pause_why_name(enum pause_why why);

/* Takes a step of its life: `event` of the table, by `actor`, one of those who may. Tells both, writes the
   audit, sets who has to act next and by when. False when the pair is not in a state for it, or this actor
   may not, or the two have become conflicted and would go on: nothing is changed then. One that ends while
   paused for a concern bars the two from each other. The acts below are the same with what they need besides. */
bool pair_step(struct work *work, int64_t pair_id, const char *event, unsigned actor);

/* Pauses. Paused already is true, and a graver reason replaces a lighter one. */
bool pair_pause(struct work *work, int64_t pair_id, enum pause_why why, unsigned actor);

#endif
