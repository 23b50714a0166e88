/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/lp.h"

#include <string.h>

static const double TINY = 1e-9, SLIGHT = 1e-8, ENDLESS = 1e30, FAR = 0.05;
enum { FEW_ROWS = 64, PIVOTS_A_ROW = 50, CELLS_A_STEP = 1024, DENSE = 4 };

bool lp_new(struct lp *lp, struct memory *memory, uint32_t columns, const double *gains)
{
	*lp = (struct lp){ .memory = memory, .columns = columns };
	lp->gain = memory_take(memory, columns, sizeof *lp->gain);
	lp->other = memory_take(memory, columns, sizeof *lp->other);
	lp->high = memory_take(memory, columns, sizeof *lp->high);
	lp->touched = memory_take(memory, columns, sizeof *lp->touched);
	lp->upper = memory_take(memory, columns, sizeof *lp->upper);
	lp->where = memory_take(memory, columns, sizeof *lp->where);
	if (!lp->gain || !lp->other || !lp->high || !lp->touched || !lp->upper || !lp->where)
		return false;
	for (uint32_t j = 0; j < columns; j++) {
		lp->gain[j] = gains[j];
		lp->other[j] = j;
		lp->high[j] = gains[j] > 0;
		lp->upper[j] = 1;
		lp->where[j] = UINT32_MAX - j;
	}
	return true;
}

void lp_free(struct lp *lp)
{
	memory_give(lp->memory, lp->gain, lp->columns, sizeof *lp->gain);
	memory_give(lp->memory, lp->other, lp->columns, sizeof *lp->other);
	memory_give(lp->memory, lp->high, lp->columns, sizeof *lp->high);
	memory_give(lp->memory, lp->touched, lp->columns, sizeof *lp->touched);
	memory_give(lp->memory, lp->upper, lp->columns + lp->row_room, sizeof *lp->upper);
	memory_give(lp->memory, lp->where, lp->columns + lp->row_room, sizeof *lp->where);
	memory_give(lp->memory, lp->table, (size_t)lp->row_room * lp->columns, sizeof *lp->table);
	memory_give(lp->memory, lp->rest, lp->row_room, sizeof *lp->rest);
	memory_give(lp->memory, lp->limit, lp->row_room, sizeof *lp->limit);
	memory_give(lp->memory, lp->value, lp->row_room, sizeof *lp->value);
	memory_give(lp->memory, lp->basic, lp->row_room, sizeof *lp->basic);
	*lp = (struct lp){ 0 };
}

/* One array in place of another; the old one stays where there is no memory. */
static bool regrow(struct lp *lp, void **block, const size_t counts[2], size_t size)
{
	void *grown = memory_grow(lp->memory, *block, counts, size);

	*block = grown ? grown : *block;
	return grown;
}

static bool make_room(struct lp *lp)
{
	uint32_t room = 2 * lp->row_room + FEW_ROWS;
	size_t tables[2] = { (size_t)lp->row_room * lp->columns, (size_t)room * lp->columns };
	size_t rows[2] = { lp->row_room, room }, all[2] = { lp->columns + lp->row_room, lp->columns + room };
	bool grown = regrow(lp, (void **)&lp->table, tables, sizeof *lp->table) && regrow(lp, (void **)&lp->rest, rows, sizeof *lp->rest)
		&& regrow(lp, (void **)&lp->value, rows, sizeof *lp->value) && regrow(lp, (void **)&lp->limit, rows, sizeof *lp->limit) && regrow(lp, (void **)&lp->basic, rows, sizeof *lp->basic)
		&& regrow(lp, (void **)&lp->upper, all, sizeof *lp->upper) && regrow(lp, (void **)&lp->where, all, sizeof *lp->where);

	if (grown)
		lp->row_room = room;
	return grown;
}

static bool is_basic(const struct lp *lp, uint32_t variable)
{
	return lp->where[variable] < lp->rows;
}

static uint32_t place_of(const struct lp *lp, uint32_t variable)
{
	return UINT32_MAX - lp->where[variable];
}

bool lp_add(struct lp *lp, const struct lp_row *row)
{
	uint32_t n = lp->columns;

	if (lp->rows == lp->row_room && !make_room(lp))
		return false;
	double *new = lp->table + (size_t)lp->rows * n, rest = row->limit;
	memset(new, 0, n * sizeof *new);
	for (uint32_t k = 0; k < row->count; k++) {
		uint32_t j = row->columns[k];
		if (!is_basic(lp, j)) {
			new[place_of(lp, j)] += row->parts[k];
			continue;
		}
		const double *old = lp->table + (size_t)lp->where[j] * n;
		for (uint32_t place = 0; place < n; place++)
			new[place] -= row->parts[k] * old[place];
		rest -= row->parts[k] * lp->rest[lp->where[j]];
	}
	lp->rest[lp->rows] = rest;
	lp->limit[lp->rows] = row->limit;
	lp->basic[lp->rows] = n + lp->rows;
	lp->upper[n + lp->rows] = ENDLESS;
	lp->where[n + lp->rows] = lp->rows;
	lp->rows++;
	return true;
}

void lp_bound(struct lp *lp, uint32_t column, double upper)
{
	lp->upper[column] = upper;
}

bool lp_is_slack(const struct lp *lp, uint32_t row)
{
	uint32_t slack = lp->columns + row;

	return is_basic(lp, slack) && lp->value[lp->where[slack]] > FAR;
}

void lp_drop(struct lp *lp, uint32_t row)
{
	uint32_t last = --lp->rows, at = lp->where[lp->columns + row], n = lp->columns;

	/* Its line of the table goes, and the last one comes in its place. */
	if (at != last) {
		memcpy(lp->table + (size_t)at * n, lp->table + (size_t)last * n, n * sizeof *lp->table);
		lp->rest[at] = lp->rest[last];
		lp->value[at] = lp->value[last];
		lp->basic[at] = lp->basic[last];
		lp->where[lp->basic[at]] = at;
	}
	if (row == last)
		return;
	/* The last row's slack takes over its number. */
	lp->limit[row] = lp->limit[last];
	lp->where[n + row] = lp->where[n + last];
	if (lp->where[n + row] < lp->rows)
		lp->basic[lp->where[n + row]] = n + row;
	else
		lp->other[place_of(lp, n + row)] = n + row;
}

void lp_limit(struct lp *lp, uint32_t row, double limit)
{
	double more = limit - lp->limit[row];
	uint32_t slack = lp->columns + row;

	lp->limit[row] = limit;
	if (is_basic(lp, slack)) {
		lp->rest[lp->where[slack]] += more;
		return;
	}
	for (uint32_t r = 0; r < lp->rows; r++)
		lp->rest[r] += lp->table[(size_t)r * lp->columns + place_of(lp, slack)] * more;
}

/* Bounds may have changed: whatever gains is at its upper one, as is dual feasible. */
static void find_values(struct lp *lp)
{
	uint32_t count = 0;

	for (uint32_t place = 0; place < lp->columns; place++) {
		double upper = lp->upper[lp->other[place]];
		lp->high[place] = upper < ENDLESS && lp->gain[place] > 0;
		if (lp->high[place] && upper > 0)
			lp->touched[count++] = place;
	}
	for (uint32_t r = 0; r < lp->rows; r++) {
		const double *row = lp->table + (size_t)r * lp->columns;
		double value = lp->rest[r];
		for (uint32_t k = 0; k < count; k++)
			value -= row[lp->touched[k]] * lp->upper[lp->other[lp->touched[k]]];
		lp->value[r] = value;
	}
}

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
		double excess = excess_of(lp, r), size = excess < 0 ? -excess : excess;
		if (size > most) {
			most = size;
			worst = r;
		}
	}
	return worst;
}

/* The place whose gain is used up first as the row's variable comes back to its bound; of equal ones the largest part. */
static uint32_t entering_place(const struct lp *lp, uint32_t r, bool below)
{
	const double *row = lp->table + (size_t)r * lp->columns;
	uint32_t best = UINT32_MAX;
	double least = ENDLESS, largest = 0;

	for (uint32_t place = 0; place < lp->columns; place++) {
		double part = below ? -row[place] : row[place];
		if (lp->high[place])
			part = -part;
		if (part <= TINY || lp->upper[lp->other[place]] <= 0)
			continue;
		double gain = lp->gain[place] < 0 ? -lp->gain[place] : lp->gain[place], ratio = gain / part;
		if (ratio < least - TINY || (ratio <= least + TINY && part > largest)) {
			least = ratio < least ? ratio : least;
			largest = part;
			best = place;
		}
	}
	return best;
}

/* Along the whole line where most of it is touched: the machine then takes several at a time. */
static void subtract_row(const struct lp *lp, double *restrict row, uint32_t place, const double *restrict pivot, uint32_t count)
{
	double factor = row[place];

	if (count > lp->columns / DENSE)
		for (uint32_t j = 0; j < lp->columns; j++)
			row[j] -= factor * pivot[j];
	else
		for (uint32_t k = 0; k < count; k++)
			row[lp->touched[k]] -= factor * pivot[lp->touched[k]];
	row[place] = -factor * pivot[place];
}

static void pivot(struct lp *lp, uint32_t r, uint32_t place)
{
	uint32_t n = lp->columns, count = 0;
	double *row = lp->table + (size_t)r * n, part = row[place];

	for (uint32_t j = 0; j < n; j++) {
		if (row[j] > -TINY && row[j] < TINY)
			row[j] = 0;
		else if (j != place) {
			row[j] /= part;
			lp->touched[count++] = j;
		}
	}
	row[place] = 1 / part;
	lp->rest[r] /= part;
	for (uint32_t i = 0; i < lp->rows; i++) {
		double *other = lp->table + (size_t)i * n;
		if (i == r || other[place] == 0)
			continue;
		lp->rest[i] -= other[place] * lp->rest[r];
		subtract_row(lp, other, place, row, count);
	}
	subtract_row(lp, lp->gain, place, row, count);
}

/* The row's variable leaves at the bound that it passed, the place's comes in its stead. */
static void exchange(struct lp *lp, uint32_t r, uint32_t place, bool below)
{
	uint32_t leaves = lp->basic[r], enters = lp->other[place];
	double bound = below ? 0 : lp->upper[leaves], part = lp->table[(size_t)r * lp->columns + place];
	double move = (lp->value[r] - bound) / part, start = lp->high[place] ? lp->upper[enters] : 0;

	for (uint32_t i = 0; i < lp->rows; i++)
		lp->value[i] -= lp->table[(size_t)i * lp->columns + place] * move;
	lp->value[r] = start + move;
	pivot(lp, r, place);
	lp->basic[r] = enters;
	lp->other[place] = leaves;
	lp->where[enters] = r;
	lp->where[leaves] = UINT32_MAX - place;
	lp->high[place] = !below;
}

bool lp_solve(struct lp *lp, struct watch *watch)
{
	uint64_t most = (uint64_t)PIVOTS_A_ROW * (lp->rows + FEW_ROWS);

	find_values(lp);
	for (uint64_t k = 0; k < most; k++) {
		uint32_t r = leaving_row(lp);
		if (r == UINT32_MAX)
			return true;
		bool below = lp->value[r] < 0;
		uint32_t place = entering_place(lp, r, below);
		if (place == UINT32_MAX || !watch_steps(watch, 1 + (uint64_t)lp->columns * lp->rows / CELLS_A_STEP))
			return false;
		exchange(lp, r, place, below);
	}
	return false;
}

double lp_value(const struct lp *lp, uint32_t column)
{
	if (is_basic(lp, column))
		return lp->value[lp->where[column]];
	return lp->high[place_of(lp, column)] ? lp->upper[column] : 0;
}

double lp_price(const struct lp *lp, uint32_t row)
{
	uint32_t variable = lp->columns + row;
	double gain = is_basic(lp, variable) ? 0 : lp->gain[place_of(lp, variable)];

	return gain < 0 ? -gain : 0;
}
