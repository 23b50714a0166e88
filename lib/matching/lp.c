/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/lp.h"

#include <string.h>

static const double ENDLESS = 1e30, FAR = 0.05, TRIFLE = 1e-5, TRIFLING = 1e-11, SLIGHT = 1e-7, SLIGHTLY = 1e-12;
enum { FEW_ROWS = 64, NOT_BASIC = UINT32_MAX };

bool lp_new(struct lp *lp, struct memory *memory, uint32_t columns, const double *gains)
{
	double most = 0;

	*lp = (struct lp){ .memory = memory, .columns = columns, .basis = { .memory = memory } };
	lp->gain = memory_take(memory, columns, sizeof *lp->gain);
	lp->upper = memory_take(memory, columns, sizeof *lp->upper);
	lp->slope = memory_take(memory, columns, sizeof *lp->slope);
	lp->high = memory_take(memory, columns, sizeof *lp->high);
	lp->where = memory_take(memory, columns, sizeof *lp->where);
	lp->along = memory_take(memory, columns, sizeof *lp->along);
	lp->touched = memory_take(memory, columns, sizeof *lp->touched);
	lp->breaks = memory_take(memory, columns, sizeof *lp->breaks);
	lp->column_first = memory_take(memory, columns + 1, sizeof *lp->column_first);
	lp->chosen = memory_take(memory, columns, sizeof *lp->chosen);
	lp->place = memory_take(memory, columns, sizeof *lp->place);
	if (!lp->gain || !lp->upper || !lp->slope || !lp->high || !lp->where || !lp->along || !lp->touched || !lp->breaks || !lp->column_first
		|| !lp->chosen || !lp->place)
		return false;
	for (uint32_t j = 0; j < columns; j++)
		most = gains[j] > most ? gains[j] : most;
	lp->slight = SLIGHT + SLIGHTLY * most;
	for (uint32_t j = 0; j < columns; j++) {
		/* A trifle more each, never the same: equal gains would let the method go in circles. What it adds to the bound is less
		   than a unit, and the choice is whole numbers. */
		uint32_t mixed = (j + 1) * 2654435761u;
		lp->gain[j] = gains[j] + (TRIFLE + TRIFLING * most) * (1 + (double)(mixed >> 16) / 65536);
		lp->slope[j] = lp->gain[j];
		lp->high[j] = lp->gain[j] > 0;
		lp->upper[j] = 1;
		lp->where[j] = NOT_BASIC;
	}
	return true;
}

void lp_free(struct lp *lp)
{
	struct memory *m = lp->memory;
	size_t all = (size_t)lp->columns + lp->row_room, rows = lp->row_room;

	memory_give(m, lp->gain, lp->columns, sizeof *lp->gain);
	memory_give(m, lp->upper, all, sizeof *lp->upper);
	memory_give(m, lp->slope, all, sizeof *lp->slope);
	memory_give(m, lp->high, all, sizeof *lp->high);
	memory_give(m, lp->where, all, sizeof *lp->where);
	memory_give(m, lp->along, all, sizeof *lp->along);
	memory_give(m, lp->touched, all, sizeof *lp->touched);
	memory_give(m, lp->breaks, all, sizeof *lp->breaks);
	memory_give(m, lp->column_first, lp->columns + 1, sizeof *lp->column_first);
	memory_give(m, lp->chosen, lp->columns, sizeof *lp->chosen);
	memory_give(m, lp->place, lp->columns, sizeof *lp->place);
	memory_give(m, lp->limit, rows, sizeof *lp->limit);
	memory_give(m, lp->lines, rows, sizeof *lp->lines);
	memory_give(m, lp->basic, rows, sizeof *lp->basic);
	memory_give(m, lp->value, rows, sizeof *lp->value);
	memory_give(m, lp->weight, rows, sizeof *lp->weight);
	memory_give(m, lp->back, rows, sizeof *lp->back);
	memory_give(m, lp->column, rows, sizeof *lp->column);
	memory_give(m, lp->edge, rows, sizeof *lp->edge);
	memory_give(m, lp->cells.row, lp->cells.room, sizeof *lp->cells.row);
	memory_give(m, lp->cells.part, lp->cells.room, sizeof *lp->cells.part);
	memory_give(m, lp->column_row, lp->column_room, sizeof *lp->column_row);
	memory_give(m, lp->column_part, lp->column_room, sizeof *lp->column_part);
	basis_free(&lp->basis);
	*lp = (struct lp){ 0 };
}

/* One array in place of another; the old one stays where there is no memory. */
static bool regrow(struct lp *lp, void **block, size_t old, size_t new, size_t size)
{
	void *grown = memory_grow(lp->memory, *block, (size_t[]){ old, new }, size);

	*block = grown ? grown : *block;
	return grown;
}

static bool make_room(struct lp *lp)
{
	size_t old = lp->row_room, new = 2 * old + FEW_ROWS, n = lp->columns;
	struct { void **block; size_t size; } rows[] = {
		{ (void **)&lp->limit, sizeof *lp->limit }, { (void **)&lp->lines, sizeof *lp->lines }, { (void **)&lp->basic, sizeof *lp->basic },
		{ (void **)&lp->value, sizeof *lp->value }, { (void **)&lp->weight, sizeof *lp->weight }, { (void **)&lp->back, sizeof *lp->back },
		{ (void **)&lp->column, sizeof *lp->column }, { (void **)&lp->edge, sizeof *lp->edge } };
	struct { void **block; size_t size; } all[] = {
		{ (void **)&lp->upper, sizeof *lp->upper }, { (void **)&lp->slope, sizeof *lp->slope }, { (void **)&lp->high, sizeof *lp->high },
		{ (void **)&lp->where, sizeof *lp->where }, { (void **)&lp->along, sizeof *lp->along }, { (void **)&lp->touched, sizeof *lp->touched },
		{ (void **)&lp->breaks, sizeof *lp->breaks } };
	bool grown = true;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		grown = grown && regrow(lp, rows[i].block, old, new, rows[i].size);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		grown = grown && regrow(lp, all[i].block, n + old, n + new, all[i].size);
	if (grown)
		lp->row_room = (uint32_t)new;
	return grown;
}

/* Puts the rows' cells close together again, when half of them are of rows that went. */
static void gather(struct lp *lp)
{
	size_t kept = 0, live = 0, next = 0;

	for (uint32_t r = 0; r < lp->rows; r++)
		live += lp->lines[r].count;
	if (2 * live >= lp->cells.count)
		return;
	/* In the order in which they lie. */
	for (size_t done = 0; done < lp->rows; done++) {
		uint32_t best = UINT32_MAX;
		for (uint32_t r = 0; r < lp->rows; r++)
			if (lp->lines[r].first >= next && (best == UINT32_MAX || lp->lines[r].first < lp->lines[best].first))
				best = r;
		if (best == UINT32_MAX)
			break;
		struct lp_line *line = &lp->lines[best];
		next = line->first + 1;
		memmove(lp->cells.row + kept, lp->cells.row + line->first, line->count * sizeof *lp->cells.row);
		memmove(lp->cells.part + kept, lp->cells.part + line->first, line->count * sizeof *lp->cells.part);
		line->first = kept;
		kept += line->count;
	}
	lp->cells.count = kept;
}

bool lp_add(struct lp *lp, const struct lp_row *row)
{
	struct basis_cells *cells = &lp->cells;
	uint32_t n = lp->columns, r = lp->rows;

	if (r == lp->row_room && !make_room(lp))
		return false;
	if (cells->count + row->count > cells->room) {
		size_t room = 2 * cells->room + row->count + 1024;
		if (!regrow(lp, (void **)&cells->row, cells->room, room, sizeof *cells->row)
			|| !regrow(lp, (void **)&cells->part, cells->room, room, sizeof *cells->part))
			return false;
		cells->room = room;
	}
	lp->lines[r] = (struct lp_line){ cells->count, row->count };
	for (uint32_t k = 0; k < row->count; k++) {
		cells->row[cells->count] = row->columns[k];
		cells->part[cells->count++] = row->parts[k];
	}
	lp->limit[r] = row->limit;
	lp->basic[r] = n + r;
	lp->upper[n + r] = ENDLESS;
	lp->slope[n + r] = 0;
	lp->high[n + r] = false;
	lp->where[n + r] = r;
	lp->along[n + r] = 0;
	lp->weight[r] = 1;
	lp->value[r] = 0;
	lp->rows++;
	lp->stale = true;
	return true;
}

void lp_bound(struct lp *lp, uint32_t column, double upper)
{
	lp->upper[column] = upper;
}

static bool is_basic(const struct lp *lp, uint32_t variable)
{
	return lp->where[variable] != NOT_BASIC;
}

bool lp_is_slack(const struct lp *lp, uint32_t row)
{
	uint32_t slack = lp->columns + row;

	return is_basic(lp, slack) && lp->value[lp->where[slack]] > FAR;
}

void lp_drop(struct lp *lp, uint32_t row)
{
	uint32_t n = lp->columns, last = --lp->rows, at = lp->where[n + row];

	if (at != last) {
		lp->basic[at] = lp->basic[last];
		lp->value[at] = lp->value[last];
		lp->weight[at] = lp->weight[last];
		lp->where[lp->basic[at]] = at;
	}
	lp->stale = true;
	if (row == last)
		return;
	/* The last row's slack takes over its number. */
	lp->limit[row] = lp->limit[last];
	lp->lines[row] = lp->lines[last];
	lp->slope[n + row] = lp->slope[n + last];
	lp->high[n + row] = false;
	lp->where[n + row] = lp->where[n + last];
	if (is_basic(lp, n + row))
		lp->basic[lp->where[n + row]] = n + row;
}

void lp_limit(struct lp *lp, uint32_t row, double limit)
{
	lp->limit[row] = limit;
}

double lp_value(const struct lp *lp, uint32_t column)
{
	if (is_basic(lp, column))
		return lp->value[lp->where[column]];
	return lp->high[column] ? lp->upper[column] : 0;
}

double lp_price(const struct lp *lp, uint32_t row)
{
	double slope = is_basic(lp, lp->columns + row) ? 0 : lp->slope[lp->columns + row];

	return slope < 0 ? -slope : 0;
}

static bool list_columns(struct lp *lp)
{
	size_t room = lp->cells.count;

	if (room > lp->column_room) {
		if (!regrow(lp, (void **)&lp->column_row, lp->column_room, 2 * room, sizeof *lp->column_row)
			|| !regrow(lp, (void **)&lp->column_part, lp->column_room, 2 * room, sizeof *lp->column_part))
			return false;
		lp->column_room = 2 * room;
	}
	memset(lp->column_first, 0, (lp->columns + 1) * sizeof *lp->column_first);
	for (uint32_t r = 0; r < lp->rows; r++)
		for (size_t k = lp->lines[r].first; k < lp->lines[r].first + lp->lines[r].count; k++)
			lp->column_first[lp->cells.row[k]]++;
	for (uint32_t j = 1; j <= lp->columns; j++)
		lp->column_first[j] += lp->column_first[j - 1];
	for (uint32_t r = lp->rows; r-- > 0;)
		for (size_t k = lp->lines[r].first; k < lp->lines[r].first + lp->lines[r].count; k++) {
			size_t at = --lp->column_first[lp->cells.row[k]];
			lp->column_row[at] = r;
			lp->column_part[at] = lp->cells.part[k];
		}
	return true;
}

/* The factors of the basis, with each variable at the row that it was eliminated by. */
static bool factor(struct lp *lp)
{
	uint32_t n = lp->columns, rows = lp->rows, count = 0;

	if (!basis_room(&lp->basis, lp->row_room))
		return false;
	for (uint32_t r = 0; r < rows; r++)
		lp->basis.done[r] = is_basic(lp, n + r);
	for (uint32_t r = 0; r < rows; r++) {
		/* The weights go with their variables. */
		lp->along[lp->basic[r]] = lp->weight[r];
		if (lp->basic[r] < n)
			lp->chosen[count++] = lp->basic[r];
	}
	if (!basis_factor(&lp->basis, rows, &(struct basis_columns){ lp->column_first, lp->column_row, lp->column_part }, lp->chosen, count, lp->place))
		return false;
	for (uint32_t r = 0; r < rows; r++)
		lp->basic[r] = n + r;
	for (uint32_t i = 0; i < count; i++) {
		lp->where[lp->chosen[i]] = lp->place[i];
		if (lp->place[i] != NOT_BASIC)
			lp->basic[lp->place[i]] = lp->chosen[i];
	}
	for (uint32_t r = 0; r < rows; r++) {
		bool is_new = lp->basic[r] == n + r && lp->where[n + r] == NOT_BASIC;
		lp->where[n + r] = lp->basic[r] == n + r ? r : NOT_BASIC;
		lp->weight[r] = is_new || lp->along[lp->basic[r]] <= 0 ? 1 : lp->along[lp->basic[r]];
	}
	memset(lp->along, 0, (n + (size_t)rows) * sizeof *lp->along);
	return true;
}

/* Slopes from the gains of what is basic, and each column at the bound that its slope asks for. */
static void find_slopes(struct lp *lp)
{
	uint32_t n = lp->columns, rows = lp->rows;

	for (uint32_t r = 0; r < rows; r++)
		lp->back[r] = lp->basic[r] < n ? lp->gain[lp->basic[r]] : 0;
	basis_backward(&lp->basis, lp->back);
	for (uint32_t r = 0; r < rows; r++)
		lp->slope[n + r] = is_basic(lp, n + r) || lp->back[r] < 0 ? 0 : -lp->back[r];
	for (uint32_t j = 0; j < n; j++) {
		double slope = lp->gain[j];
		for (size_t k = lp->column_first[j]; k < lp->column_first[j + 1]; k++)
			slope -= lp->back[lp->column_row[k]] * lp->column_part[k];
		lp->slope[j] = is_basic(lp, j) ? 0 : slope;
		/* What is next to nothing changes nothing: it could do so again and again. */
		if (slope > lp->slight || slope < -lp->slight)
			lp->high[j] = slope > 0;
	}
}

static void find_values(struct lp *lp)
{
	for (uint32_t r = 0; r < lp->rows; r++)
		lp->value[r] = lp->limit[r];
	for (uint32_t j = 0; j < lp->columns; j++)
		if (!is_basic(lp, j) && lp->high[j] && lp->upper[j] > 0)
			for (size_t k = lp->column_first[j]; k < lp->column_first[j + 1]; k++)
				lp->value[lp->column_row[k]] -= lp->column_part[k] * lp->upper[j];
	basis_forward(&lp->basis, lp->value);
}

bool lp_refresh(struct lp *lp)
{
	if (lp->stale) {
		gather(lp);
		if (!list_columns(lp))
			return false;
	}
	if (!factor(lp))
		return false;
	lp->stale = false;
	find_slopes(lp);
	find_values(lp);
	return true;
}
