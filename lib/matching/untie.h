/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: of two people one at most mentors the other, once. A price on the pair of them makes that so
   (Lagrange): the bound at any prices is the flow's gain and the sum of them, and a flow that needs no price for nothing
   and obeys every pair is best. */
#ifndef MATCHING_UNTIE_H
#define MATCHING_UNTIE_H

#include "matching/pairs.h"

/* Arcs in use between two people. */
uint32_t untie_used(const struct net *net, uint32_t one, uint32_t other);

/* Adds to a pair's price, and mends the flow unless `drain` is false. False: ended before. */
bool untie_charge(struct net *net, uint32_t one, uint32_t other, int64_t more);

/* Finds pairs with two arcs in use, and raises the price of each to what it takes to do without one: the one that is worth
   less, or the other. Returns how many there were; -1: ended before. */
int64_t untie_all(struct net *net, bool lighter);

/* Takes the price off pairs of which no arc is in use, which may tie others anew. */
bool untie_loosen(struct net *net);

/* The sum of prices of pairs of which no arc is in use, by which the bound is above the value if none is tied. */
int64_t untie_loose(const struct net *net);

/* Instead of prices: of each pair that has one, or is tied, one arc alone is let in, and that for nothing. The flow is then
   a legal choice. untie_restore puts the prices back. */
bool untie_orient(struct net *net);
bool untie_restore(struct net *net);

#endif
