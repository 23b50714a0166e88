/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: what one solve works with, and the best that it has found. */
#ifndef MATCHING_SOLVING_H
#define MATCHING_SOLVING_H

#include "matching/pairs.h"
#include "matching/proof.h"

struct solving {
	const struct matching_options *options;
	struct memory memory;
	struct watch watch;
	struct pairs pairs;
	struct net net;
	struct matching_answer *answer;   /* the best choice, the least bound and its proof */
	struct matching_answer other;     /* room for one more choice */
	uint32_t room;                    /* arcs that there is room for in each */
	int64_t branched;                 /* a bound that branch and bound has proved */
};

/* solving.c. Keeps the choice that the flow comes nearest to, if it is better. False: no memory. */
bool solving_keep_choice(struct solving *s);

/* What the flow gains, of arcs and of both sides. */
int64_t solving_flow_value(const struct net *net);

/* Keeps the prices, if the bound at them is lower; they must be those of a flow that is complete. False: no memory. */
bool solving_keep_bound(struct solving *s);

/* Takes over another proof, of this bound. False: no memory. */
bool solving_take_proof(struct solving *s, const struct matching_proof *proof, int64_t bound);

/* Moves what is over, and takes in arcs that gain, till there is neither. False: ended before. */
bool solving_complete(struct solving *s);

void solving_tell(const struct solving *s, const char *stage);

/* warm.c. Prices of pairs and nodes as they were when another solve ended, and then, once there is a core, the arcs that were
   in use. False: no memory. */
bool warm_pairs(struct net *net, const struct matching_answer *from);
void warm_prices(struct net *net, const struct matching_answer *from);
void warm_flow(struct net *net, const struct matching_answer *from);

/* Takes the other's proof over, where that proves more of this graph. False: no memory. */
bool warm_proof(struct solving *s, const struct matching_answer *from);

/* rounds.c. Prices on pairs, and choices on the way, till the gap is closed or does not get smaller. */
bool rounds_of_pairs(struct solving *s);

/* branch.c. What is left of a small graph's gap: till it is closed, or a limit of its own is reached. Quick: sooner than by
   prices of pairs. */
bool branch_is_small(uint64_t people, uint64_t arcs);
bool branch_is_quick(uint64_t people, uint64_t arcs);
void branch(struct solving *s);

/* fix.c. The same for the graph without the arcs that no better choice holds, where that is much smaller. False: it is not done. */
bool fix_and_solve(struct solving *s);

#endif
