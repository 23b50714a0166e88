/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: a small graph as a linear programme, with the rows of verify.h, rings and groups, and what it proves. */
#ifndef MATCHING_TIGHT_H
#define MATCHING_TIGHT_H

#include "matching/lp.h"
#include "matching/net.h"
#include "matching/verify.h"

enum row_kind { ROW_ALPHA, ROW_BETA, ROW_GAMMA, ROW_DELTA, ROW_PAIR, ROW_MU, ROW_RING, ROW_GROUP, ROW_COUNT };

struct tight_row {
	enum row_kind kind;
	uint32_t one, other;   /* the person or ask; the pair's people, the neighbour; or the number of the ring or group */
};

/* Arcs that join the same two people, two or more. */
struct tight_pair {
	uint32_t first, count;   /* among pair_arcs */
	uint32_t one, other;
};

struct tight {
	const struct net *net;       /* who earns how */
	struct memory *memory;
	struct watch *watch;
	struct lp lp;
	uint32_t arcs;               /* columns: the graph's arcs, then `both` of each person */
	uint32_t *ask_of;            /* of each arc */
	uint32_t *by_mentor, *mentor_first;   /* arcs by mentor */
	uint32_t *pair_arcs;         /* arcs by pair */
	struct tight_pair *pairs;
	uint32_t pair_count;
	uint32_t *pair_of;           /* of each arc: its pair + 1; 0: it has none */
	bool *barred;                /* of each arc */
	struct tight_row *rows;
	uint32_t row_room;
	struct matching_ring *rings;
	uint32_t ring_count, ring_room;
	struct matching_group *groups;
	uint32_t group_count, group_room;
	bool counted;                /* `both` and `arc` come before all weight: P + M has a row, the first */
	int64_t count_limit, count_price;
	uint32_t *columns;           /* of a row being made */
	double *parts;
	double *values;              /* of each arc, at the optimum */
	struct matching_proof proof; /* room for what the rows prove */
	uint32_t lambda_room, mu_room;
};

/* False: no memory. tight_free either way. */
bool tight_new(struct tight *tight, const struct net *net);
void tight_free(struct tight *tight);

/* Bars what is barred, and solves. False: ended before. */
bool tight_solve(struct tight *tight);

/* P + M is no more than this in what is not barred: proved before by tight_bound. */
void tight_limit(struct tight *tight, int64_t count);

/* Adds rows that the solution does not obey: of pairs, of two partners, and, where none of these is left and `deep`, groups
   and rings. Returns how many; -1: no memory. */
int64_t tight_cut(struct tight *tight, bool deep);

/* Takes out rows of pairs, partners and rings that are far from holding; what is needed again is found again. */
void tight_purge(struct tight *tight);

/* ring.c: the rings among them. */
int64_t tight_cut_rings(struct tight *tight);

/* group.c: the groups among them. */
int64_t tight_cut_groups(struct tight *tight);

/* Adds the row that is in columns and parts. False: no memory. */
bool tight_add(struct tight *tight, struct tight_row row, uint32_t count, double limit);

/* Puts the prices into tight->proof, and returns what they prove of the choices that are not barred; -1: nothing. */
int64_t tight_bound(struct tight *tight);

#endif
