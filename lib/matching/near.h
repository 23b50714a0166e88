/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: legal choices near the solution of a linear programme. Of each pair one arc is let in, and the
   flow does the rest; then pairs are turned round one by one. */
#ifndef MATCHING_NEAR_H
#define MATCHING_NEAR_H

#include "matching/solving.h"
#include "matching/tight.h"

/* Keeps the choice if it is better than what there is. `thorough`: turn pairs round as well. False: ended before. */
bool near_choose(struct solving *s, const struct tight *tight, bool thorough);

/* Of the pair that the solution uses most evenly both ways the arc used most; UINT32_MAX: there is none. */
uint32_t near_undecided(const struct tight *tight);

/* Decides pairs as the solution does, the clearest quarter at a time, solves again, and chooses near what that comes to. Bars
   arcs on the way. False: ended before. */
bool near_dive(struct solving *s, struct tight *tight);

#endif
