/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: a linear programme of columns from 0 to a bound and rows of whole numbers, and its dual simplex
   method with a dense tableau: for some hundreds of rows, to which more are added and bounds changed all the time. Columns
   begin at their upper bounds, which is dual feasible, and stay so whatever is added. In floating point, of the basic
   operations alone, so that it does the same on every machine; whoever uses its prices proves them in integers. */
#ifndef MATCHING_LP_H
#define MATCHING_LP_H

#include "matching/memory.h"
#include "matching/watch.h"

struct lp {
	struct memory *memory;
	uint32_t columns, rows;        /* of the programme */
	uint32_t row_room;
	double *table;                 /* rows of `columns`: a basic variable is rest - table * the others */
	double *rest, *value;          /* of each row */
	double *limit;                 /* of each row, as it was given */
	double *gain;                  /* of each place among the others: what one unit more gains */
	double *upper;                 /* of each variable: columns, then rows' slacks */
	uint32_t *basic;               /* of each row: its variable */
	uint32_t *other;               /* of each place: its variable */
	bool *high;                    /* of each place: at its upper bound */
	uint32_t *where;               /* of each variable: its row, or UINT32_MAX - its place */
	uint32_t *touched;             /* places that the pivot row holds */
};

/* Columns that gain so much each and go up to 1. False: no memory. */
bool lp_new(struct lp *lp, struct memory *memory, uint32_t columns, const double *gains);
void lp_free(struct lp *lp);

/* sum of these columns' parts <= limit. False: no memory. */
struct lp_row {
	const uint32_t *columns;
	const double *parts;
	uint32_t count;
	double limit;
};
bool lp_add(struct lp *lp, const struct lp_row *row);

/* A column's upper bound: 0 or 1. */
void lp_bound(struct lp *lp, uint32_t column, double upper);

/* Whether a row's limit is far from being reached; and takes such a row out: the last row has its number from then on. */
bool lp_is_slack(const struct lp *lp, uint32_t row);
void lp_drop(struct lp *lp, uint32_t row);

/* Another limit of a row. */
void lp_limit(struct lp *lp, uint32_t row, double limit);

/* To the optimum. False: ended before, or lost its way; the prices are dual feasible all the same. */
bool lp_solve(struct lp *lp, struct watch *watch);

double lp_value(const struct lp *lp, uint32_t column);

/* What one more of a row's limit would gain: 0 or more. */
double lp_price(const struct lp *lp, uint32_t row);

#endif
