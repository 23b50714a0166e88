/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The dual simplex method: the basic variable that is out of its bounds the furthest, for the length of its edge (Forrest and
   Goldfarb 1992), leaves; columns whose gain is used up on the way change to their other bound as long as that
   brings it nearer (Fourer 1994). */
#include "matching/lp.h"

#include <stdlib.h>

static const double SLIGHT = 1e-8, TINY = 1e-7, NOTHING = 1e-13, UNLIKE = 1e-6, SHORTEST = 1e-4;
enum { PIVOTS_A_ROW = 50, FEW_ROWS = 64, CELLS_A_STEP = 512, NOT_BASIC = UINT32_MAX };

/* How far a basic variable is out of its bounds: below 0, or above them. */
static double excess_of(const struct lp *lp, uint32_t r)
{
	double over = lp->value[r] - lp->upper[lp->basic[r]];

	return lp->value[r] < -SLIGHT ? lp->value[r] : over > SLIGHT ? over : 0;
}

static uint32_t leaving_row(const struct lp *lp)
{
	uint32_t worst = UINT32_MAX;
	double most = 0;

	for (uint32_t r = 0; r < lp->rows; r++) {
		double excess = excess_of(lp, r);
		if (excess != 0 && excess * excess > most * lp->weight[r]) {
			most = excess * excess / lp->weight[r];
			worst = r;
		}
	}
	return worst;
}

static void note(struct lp *lp, uint32_t variable, double part, uint32_t *count)
{
	if (lp->along[variable] == 0) {
		lp->touched[(*count)++] = variable;
		lp->along[variable] = NOTHING / 2;
	}
	lp->along[variable] += part;
	if (lp->along[variable] == 0)
		lp->along[variable] = NOTHING / 2;
}

/* The row of the table: every variable's part in it. Returns how many are touched. */
static uint32_t find_row(struct lp *lp, uint32_t r, double *length)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < lp->rows; i++)
		lp->back[i] = 0;
	lp->back[r] = 1;
	basis_backward(&lp->basis, lp->back);
	*length = 0;
	for (uint32_t i = 0; i < lp->rows; i++) {
		double part = lp->back[i];
		if (part < NOTHING && part > -NOTHING)
			continue;
		*length += part * part;
		if (lp->where[lp->columns + i] == NOT_BASIC)
			note(lp, lp->columns + i, part, &count);
		for (size_t k = lp->lines[i].first; k < lp->lines[i].first + lp->lines[i].count; k++)
			if (lp->where[lp->cells.row[k]] == NOT_BASIC)
				note(lp, lp->cells.row[k], part * lp->cells.part[k], &count);
	}
	return count;
}

static int by_ratio(const void *a, const void *b)
{
	const struct lp_break *x = a, *y = b;

	if (x->ratio < y->ratio || x->ratio > y->ratio)
		return x->ratio < y->ratio ? -1 : 1;
	return x->variable < y->variable ? -1 : x->variable > y->variable;
}

/* Where gains are used up as the row's variable comes back to its bound, the first before. */
static uint32_t list_breaks(struct lp *lp, bool below, uint32_t touched)
{
	uint32_t count = 0;

	for (uint32_t k = 0; k < touched; k++) {
		uint32_t j = lp->touched[k];
		double part = below != lp->high[j] ? -lp->along[j] : lp->along[j], slope = lp->high[j] ? lp->slope[j] : -lp->slope[j];
		if (part > TINY && lp->upper[j] > 0)
			lp->breaks[count++] = (struct lp_break){ slope > 0 ? slope / part : 0, part, j };
	}
	qsort(lp->breaks, count, sizeof *lp->breaks, by_ratio);
	return count;
}

/* The one that enters: past it the variable would be on the other side of its bound. Of those that are as good as equal the one
   with the largest part; *before is how many change to their other bound. UINT32_MAX: none. */
static uint32_t entering(const struct lp *lp, double excess, uint32_t count, uint32_t *before)
{
	double rest = excess < 0 ? -excess : excess;
	uint32_t last = 0, best;

	if (count == 0)
		return UINT32_MAX;
	while (last + 1 < count) {
		rest -= lp->breaks[last].part * lp->upper[lp->breaks[last].variable];
		if (rest <= SLIGHT)
			break;
		last++;
	}
	best = last;
	for (uint32_t k = last; k-- > 0 && lp->breaks[k].ratio >= lp->breaks[last].ratio - lp->slight;)
		if (lp->breaks[k].part > lp->breaks[best].part)
			best = k;
	for (uint32_t k = last + 1; k < count && lp->breaks[k].ratio <= lp->breaks[last].ratio + lp->slight; k++)
		if (lp->breaks[k].part > lp->breaks[best].part)
			best = k;
	*before = best < last ? best : last;
	return best;
}

static void add_column(const struct lp *lp, uint32_t variable, double times, double *to)
{
	if (variable >= lp->columns) {
		to[variable - lp->columns] += times;
		return;
	}
	for (size_t k = lp->column_first[variable]; k < lp->column_first[variable + 1]; k++)
		to[lp->column_row[k]] += times * lp->column_part[k];
}

/* Changes the bounds of those passed. */
static void turn(struct lp *lp, uint32_t before)
{
	if (before == 0)
		return;
	for (uint32_t i = 0; i < lp->rows; i++)
		lp->edge[i] = 0;
	for (uint32_t k = 0; k < before; k++) {
		uint32_t j = lp->breaks[k].variable;
		lp->high[j] = !lp->high[j];
		add_column(lp, j, lp->high[j] ? lp->upper[j] : -lp->upper[j], lp->edge);
	}
	basis_forward(&lp->basis, lp->edge);
	for (uint32_t i = 0; i < lp->rows; i++)
		lp->value[i] -= lp->edge[i];
}

static void move_slopes(struct lp *lp, uint32_t enters, uint32_t leaves, uint32_t touched)
{
	double ratio = lp->slope[enters] / lp->along[enters];

	for (uint32_t k = 0; k < touched; k++)
		lp->slope[lp->touched[k]] -= ratio * lp->along[lp->touched[k]];
	lp->slope[enters] = 0;
	lp->slope[leaves] = -ratio;
}

/* The lengths of the edges, for which `edge` is the row's own, brought forward. */
static void lengthen(struct lp *lp, uint32_t r, double length)
{
	double pivot = lp->column[r];

	for (uint32_t i = 0; i < lp->rows; i++) {
		if (i == r || lp->column[i] == 0)
			continue;
		double part = lp->column[i] / pivot, weight = lp->weight[i] - 2 * part * lp->edge[i] + part * part * length;
		lp->weight[i] = weight > SHORTEST ? weight : SHORTEST;
	}
	lp->weight[r] = length / (pivot * pivot) > SHORTEST ? length / (pivot * pivot) : SHORTEST;
}

/* The row's variable leaves at the bound that it passed, another comes in its stead. False: no memory. */
static bool exchange(struct lp *lp, uint32_t r, uint32_t enters, double excess, double length)
{
	uint32_t leaves = lp->basic[r];
	double bound = excess < 0 ? 0 : lp->upper[leaves], move = (lp->value[r] - bound) / lp->column[r];
	double start = lp->high[enters] ? lp->upper[enters] : 0;

	for (uint32_t i = 0; i < lp->rows; i++)
		lp->edge[i] = lp->back[i];
	basis_forward(&lp->basis, lp->edge);
	lengthen(lp, r, length);
	for (uint32_t i = 0; i < lp->rows; i++)
		lp->value[i] -= lp->column[i] * move;
	lp->value[r] = start + move;
	if (!basis_exchange(&lp->basis, r, lp->column))
		return false;
	lp->basic[r] = enters;
	lp->where[enters] = r;
	lp->where[leaves] = NOT_BASIC;
	lp->high[leaves] = excess > 0;
	return true;
}

enum step { STEP_DONE, STEP_LOST, STEP_OVER };

/* One exchange, at this row. */
static enum step step(struct lp *lp, uint32_t r)
{
	double length, excess = excess_of(lp, r);
	uint32_t touched = find_row(lp, r, &length), count = list_breaks(lp, excess < 0, touched), before = 0;
	uint32_t best = entering(lp, excess, count, &before);
	enum step done = STEP_LOST;

	if (best != UINT32_MAX) {
		uint32_t enters = lp->breaks[best].variable;
		double part = lp->along[enters];
		for (uint32_t i = 0; i < lp->rows; i++)
			lp->column[i] = 0;
		add_column(lp, enters, 1, lp->column);
		basis_forward(&lp->basis, lp->column);
		double unlike = lp->column[r] - part, most = UNLIKE * (1 + (part < 0 ? -part : part));
		if (unlike < most && unlike > -most) {
			turn(lp, before);
			move_slopes(lp, enters, lp->basic[r], touched);
			done = exchange(lp, r, enters, excess, length) ? STEP_DONE : STEP_OVER;
		}
	}
	for (uint32_t k = 0; k < touched; k++)
		lp->along[lp->touched[k]] = 0;
	return done;
}

bool lp_solve(struct lp *lp, struct watch *watch)
{
	uint64_t most = (uint64_t)PIVOTS_A_ROW * (lp->rows + FEW_ROWS);
	bool fresh = true;

	if (!lp_refresh(lp))
		return false;
	for (uint64_t k = 0; k < most; k++) {
		uint32_t r = leaving_row(lp);
		if (r == UINT32_MAX && fresh)
			return true;
		enum step done = r == UINT32_MAX ? STEP_LOST : step(lp, r);
		if (!watch_steps(watch, 1 + (4 * basis_cost(&lp->basis) + lp->cells.count) / CELLS_A_STEP) || done == STEP_OVER || (done == STEP_LOST && fresh))
			return false;
		fresh = false;
		if (done == STEP_DONE && lp->basis.eta_count < BASIS_ETAS)
			continue;
		/* At the end, where numbers have gone astray, and now and then: anew from the basis. */
		if (!lp_refresh(lp))
			return false;
		fresh = true;
	}
	return false;
}
