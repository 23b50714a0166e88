/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: a linear programme of columns from 0 to a bound and rows of a limit of 0 or more, to which rows are
   added and bounds changed all the time, and its dual simplex method. Every column has an upper bound, so that any basis
   is dual feasible with each column at the bound that its gain asks for, and stays so whatever is added. In floating
   point, of the basic operations alone, so that it does the same on every machine; whoever uses its prices proves them in
   integers. */
#ifndef MATCHING_LP_H
#define MATCHING_LP_H

#include "matching/basis.h"
#include "matching/watch.h"

/* A row's parts, among the programme's. */
struct lp_line {
	size_t first;
	uint32_t count;
};

/* A place where a gain is used up. */
struct lp_break {
	double ratio, part;
	uint32_t variable;
};

struct lp {
	struct memory *memory;
	uint32_t columns, rows;        /* of the programme */
	uint32_t row_room;
	double *gain;                  /* of each column */
	double slight;                 /* what is nothing, of gains */
	double *upper;                 /* of each variable: columns, then rows' slacks */
	double *slope;                 /* of each variable: what one unit more gains; of basic ones 0 */
	bool *high;                    /* of each variable that is not basic: at its upper bound */
	uint32_t *where;               /* of each variable: its row in the basis, or UINT32_MAX */
	double *along;                 /* of each variable: its part in the row that leaves */
	uint32_t *touched;             /* variables that have one */
	struct lp_break *breaks;
	double *limit;                 /* of each row */
	struct lp_line *lines;
	struct basis_cells cells;      /* of all rows, by columns */
	uint32_t *basic;               /* of each row: the variable at it */
	double *value, *weight;        /* of each row: of its variable; steepest edge (Forrest and Goldfarb 1992) */
	double *back, *column, *edge;  /* of each row, for the work */
	size_t *column_first;          /* the same cells by column */
	uint32_t *column_row;
	double *column_part;
	size_t column_room;
	uint32_t *chosen, *place;      /* columns in the basis, and their rows */
	struct basis basis;
	bool stale;                    /* rows came or went since the basis was factored */
};

/* Columns that gain so much each and go up to 1. False: no memory. */
bool lp_new(struct lp *lp, struct memory *memory, uint32_t columns, const double *gains);
void lp_free(struct lp *lp);

/* sum of these columns' parts <= limit. No column twice. False: no memory. */
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

/* simplex.c. To the optimum. False: ended before, or lost its way. */
bool lp_solve(struct lp *lp, struct watch *watch);

/* Factors the basis anew, and finds values and slopes. False: no memory. */
bool lp_refresh(struct lp *lp);

double lp_value(const struct lp *lp, uint32_t column);

/* What one more of a row's limit would gain: 0 or more. */
double lp_price(const struct lp *lp, uint32_t row);

#endif
