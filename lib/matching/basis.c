/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/basis.h"

/* Pivots smaller than TINY are none; of a column's rows those within a tenth of its largest part are good. */
static const double TINY = 1e-9, NOTHING = 1e-13, GOOD = 0.1;

/* One array in place of another; the old one stays where there is no memory. */
static bool regrow(struct memory *memory, void **block, size_t old, size_t new, size_t size)
{
	void *grown = memory_grow(memory, *block, (size_t[]){ old, new }, size);

	*block = grown ? grown : *block;
	return grown;
}

bool basis_room(struct basis *b, uint32_t rows)
{
	struct memory *m = b->memory;
	size_t old = b->room, new = rows;

	if (rows <= b->room)
		return true;
	bool grown = regrow(m, (void **)&b->order, old, new, sizeof *b->order) && regrow(m, (void **)&b->diagonal, old, new, sizeof *b->diagonal)
		&& regrow(m, (void **)&b->upper_first, old + 1, new + 1, sizeof *b->upper_first)
		&& regrow(m, (void **)&b->lower_row, old, new, sizeof *b->lower_row)
		&& regrow(m, (void **)&b->lower_first, old + 1, new + 1, sizeof *b->lower_first)
		&& regrow(m, (void **)&b->done, old, new, sizeof *b->done) && regrow(m, (void **)&b->work, old, new, sizeof *b->work)
		&& regrow(m, (void **)&b->left, old, new, sizeof *b->left) && regrow(m, (void **)&b->touched, old, new, sizeof *b->touched);
	if (!grown)
		return false;
	for (size_t i = 0; i < new; i++)
		b->work[i] = 0;
	b->room = rows;
	return true;
}

static void free_cells(struct memory *m, struct basis_cells *cells)
{
	memory_give(m, cells->row, cells->room, sizeof *cells->row);
	memory_give(m, cells->part, cells->room, sizeof *cells->part);
}

void basis_free(struct basis *b)
{
	struct memory *m = b->memory;
	size_t rows = b->room;

	memory_give(m, b->order, rows, sizeof *b->order);
	memory_give(m, b->diagonal, rows, sizeof *b->diagonal);
	memory_give(m, b->upper_first, rows + 1, sizeof *b->upper_first);
	memory_give(m, b->lower_row, rows, sizeof *b->lower_row);
	memory_give(m, b->lower_first, rows + 1, sizeof *b->lower_first);
	memory_give(m, b->done, rows, sizeof *b->done);
	memory_give(m, b->work, rows, sizeof *b->work);
	memory_give(m, b->left, rows, sizeof *b->left);
	memory_give(m, b->touched, rows, sizeof *b->touched);
	free_cells(m, &b->upper);
	free_cells(m, &b->lower);
	free_cells(m, &b->etas);
	*b = (struct basis){ 0 };
}

static bool put(struct basis *b, struct basis_cells *cells, uint32_t row, double part)
{
	if (cells->count == cells->room) {
		size_t room = 2 * cells->room + 256;
		if (!regrow(b->memory, (void **)&cells->row, cells->room, room, sizeof *cells->row)
			|| !regrow(b->memory, (void **)&cells->part, cells->room, room, sizeof *cells->part))
			return false;
		cells->room = room;
	}
	cells->row[cells->count] = row;
	cells->part[cells->count++] = part;
	return true;
}

/* What is eliminated step by step. */
struct factoring {
	struct basis *b;
	const struct basis_columns *programme;
	const uint32_t *columns;
	uint32_t count;
	uint32_t *place;
	uint32_t steps;
	bool failed;
};

/* Puts a column that is in work, over the touched rows, into the factors, by its best row; whether it has one. */
static bool eliminate(struct factoring *f, uint32_t number, uint32_t touched)
{
	struct basis *b = f->b;
	double most = 0, good;
	uint32_t best = UINT32_MAX;

	for (uint32_t k = 0; k < touched; k++) {
		double part = b->work[b->touched[k]], size = part < 0 ? -part : part;
		if (!b->done[b->touched[k]] && size > most)
			most = size;
	}
	good = most * GOOD;
	for (uint32_t k = 0; k < touched && most > TINY; k++) {
		uint32_t row = b->touched[k];
		double part = b->work[row], size = part < 0 ? -part : part;
		if (b->done[row] || size < good)
			continue;
		if (best == UINT32_MAX || b->left[row] < b->left[best] || (row < best && b->left[row] == b->left[best]))
			best = row;
	}
	f->place[number] = best;
	if (best != UINT32_MAX) {
		double pivot = b->work[best];
		size_t below = b->lower.count;
		for (uint32_t k = 0; k < touched && !f->failed; k++) {
			uint32_t row = b->touched[k];
			double part = b->work[row];
			if (row == best || (part < NOTHING && part > -NOTHING))
				continue;
			f->failed = b->done[row] ? !put(b, &b->upper, row, part) : !put(b, &b->lower, row, part / pivot);
		}
		b->done[best] = true;
		b->diagonal[best] = pivot;
		b->order[f->steps++] = best;
		b->upper_first[f->steps] = b->upper.count;
		if (b->lower.count > below) {
			b->lower_row[b->lower_count++] = best;
			b->lower_first[b->lower_count] = b->lower.count;
		}
	}
	for (uint32_t k = 0; k < touched; k++)
		b->work[b->touched[k]] = 0;
	return best != UINT32_MAX;
}

/* Brings a column into work; returns how many rows it touches. */
static uint32_t scatter(struct factoring *f, uint32_t number)
{
	const struct basis_columns *p = f->programme;
	uint32_t column = f->columns[number], touched = 0;

	for (size_t k = p->first[column]; k < p->first[column + 1]; k++) {
		f->b->work[p->row[k]] = p->part[k];
		f->b->touched[touched++] = p->row[k];
	}
	return touched;
}

/* Takes off what the columns below the diagonal ask for. */
static uint32_t reduce(struct factoring *f, uint32_t touched)
{
	struct basis *b = f->b;

	for (uint32_t k = 0; k < b->lower_count; k++) {
		double part = b->work[b->lower_row[k]];
		if (part == 0)
			continue;
		for (size_t i = b->lower_first[k]; i < b->lower_first[k + 1]; i++) {
			uint32_t row = b->lower.row[i];
			if (b->work[row] == 0) {
				/* Not quite 0, so that it is touched once. */
				b->work[row] = NOTHING / 2;
				b->touched[touched++] = row;
			}
			b->work[row] -= part * b->lower.part[i];
			if (b->work[row] == 0)
				b->work[row] = NOTHING / 2;
		}
	}
	return touched;
}

/* Columns with a single row left, again and again: nothing is below their diagonal. */
static bool peel(struct factoring *f)
{
	const struct basis_columns *p = f->programme;
	struct basis *b = f->b;
	bool found = false;

	for (uint32_t i = 0; i < f->count; i++) {
		uint32_t left = 0;
		if (f->place[i] != UINT32_MAX)
			continue;
		for (size_t k = p->first[f->columns[i]]; k < p->first[f->columns[i] + 1]; k++)
			left += !b->done[p->row[k]];
		if (left == 1 && eliminate(f, i, scatter(f, i)))
			found = true;
	}
	return found && !f->failed;
}

/* Counts for each row the columns that are left in it. */
static void count_rows(struct factoring *f)
{
	const struct basis_columns *p = f->programme;

	for (uint32_t row = 0; row < f->b->rows; row++)
		f->b->left[row] = 0;
	for (uint32_t i = 0; i < f->count; i++)
		if (f->place[i] == UINT32_MAX)
			for (size_t k = p->first[f->columns[i]]; k < p->first[f->columns[i] + 1]; k++)
				f->b->left[p->row[k]]++;
}

/* Columns that are alone in a row, again and again: nothing has to be taken off others by them. */
static bool peel_rows(struct factoring *f)
{
	const struct basis_columns *p = f->programme;
	struct basis *b = f->b;
	bool found = false;

	count_rows(f);
	for (uint32_t i = 0; i < f->count && !f->failed; i++) {
		bool alone = false;
		if (f->place[i] != UINT32_MAX)
			continue;
		for (size_t k = p->first[f->columns[i]]; k < p->first[f->columns[i] + 1]; k++)
			alone |= !b->done[p->row[k]] && b->left[p->row[k]] == 1 && (p->part[k] >= GOOD || p->part[k] <= -GOOD);
		if (!alone || !eliminate(f, i, scatter(f, i)))
			continue;
		found = true;
		for (size_t k = p->first[f->columns[i]]; k < p->first[f->columns[i] + 1]; k++)
			b->left[p->row[k]]--;
	}
	return found && !f->failed;
}

static void eliminate_rest(struct factoring *f)
{
	enum { LENGTHS = 64 };
	const struct basis_columns *p = f->programme;

	count_rows(f);
	for (size_t length = 1; length <= LENGTHS && !f->failed; length++)
		for (uint32_t i = 0; i < f->count && !f->failed; i++) {
			size_t own = p->first[f->columns[i] + 1] - p->first[f->columns[i]];
			if (f->place[i] == UINT32_MAX && (own == length || (length == LENGTHS && own > length)))
				eliminate(f, i, reduce(f, scatter(f, i)));
		}
}

/* A row without a slack of its own in the basis, and without a column, gets its slack back. */
static void close_rows(struct factoring *f)
{
	struct basis *b = f->b;

	for (uint32_t row = 0; row < b->rows; row++) {
		if (b->done[row])
			continue;
		b->done[row] = true;
		b->diagonal[row] = 1;
		b->order[f->steps++] = row;
		b->upper_first[f->steps] = b->upper.count;
	}
}

bool basis_factor(struct basis *b, uint32_t rows, const struct basis_columns *programme, const uint32_t *columns, uint32_t count,
	uint32_t *place)
{
	struct factoring f = { b, programme, columns, count, place, 0, false };

	if (!basis_room(b, rows))
		return false;
	b->rows = rows;
	b->upper.count = b->lower.count = b->etas.count = 0;
	b->lower_count = b->eta_count = 0;
	b->upper_first[0] = b->lower_first[0] = b->eta_first[0] = 0;
	/* The caller marks rows whose slacks are basic. */
	for (uint32_t row = 0; row < rows; row++)
		if (b->done[row]) {
			b->diagonal[row] = 1;
			b->order[f.steps++] = row;
			b->upper_first[f.steps] = 0;
		}
	b->slacks = f.steps;
	for (uint32_t i = 0; i < count; i++)
		place[i] = UINT32_MAX;
	while (peel(&f)) {
	}
	while (peel_rows(&f)) {
	}
	eliminate_rest(&f);
	close_rows(&f);
	return !f.failed;
}

void basis_forward(const struct basis *b, double *x)
{
	for (uint32_t k = 0; k < b->lower_count; k++) {
		double part = x[b->lower_row[k]];
		if (part == 0)
			continue;
		for (size_t i = b->lower_first[k]; i < b->lower_first[k + 1]; i++)
			x[b->lower.row[i]] -= part * b->lower.part[i];
	}
	for (uint32_t k = b->rows; k-- > b->slacks;) {
		uint32_t row = b->order[k];
		if (x[row] == 0)
			continue;
		double part = x[row] / b->diagonal[row];
		x[row] = part;
		for (size_t i = b->upper_first[k]; i < b->upper_first[k + 1]; i++)
			x[b->upper.row[i]] -= part * b->upper.part[i];
	}
	for (uint32_t e = 0; e < b->eta_count; e++) {
		if (x[b->eta_row[e]] == 0)
			continue;
		double part = x[b->eta_row[e]] / b->eta_diagonal[e];
		for (size_t i = b->eta_first[e]; i < b->eta_first[e + 1]; i++)
			x[b->etas.row[i]] -= part * b->etas.part[i];
		x[b->eta_row[e]] = part;
	}
}

void basis_backward(const struct basis *b, double *x)
{
	for (uint32_t e = b->eta_count; e-- > 0;) {
		double part = x[b->eta_row[e]];
		for (size_t i = b->eta_first[e]; i < b->eta_first[e + 1]; i++)
			part -= b->etas.part[i] * x[b->etas.row[i]];
		x[b->eta_row[e]] = part / b->eta_diagonal[e];
	}
	for (uint32_t k = b->slacks; k < b->rows; k++) {
		uint32_t row = b->order[k];
		double part = x[row];
		for (size_t i = b->upper_first[k]; i < b->upper_first[k + 1]; i++)
			part -= b->upper.part[i] * x[b->upper.row[i]];
		x[row] = part / b->diagonal[row];
	}
	for (uint32_t k = b->lower_count; k-- > 0;) {
		double part = x[b->lower_row[k]];
		for (size_t i = b->lower_first[k]; i < b->lower_first[k + 1]; i++)
			part -= b->lower.part[i] * x[b->lower.row[i]];
		x[b->lower_row[k]] = part;
	}
}

bool basis_exchange(struct basis *b, uint32_t row, const double *column)
{
	for (uint32_t i = 0; i < b->rows; i++)
		if (i != row && (column[i] > NOTHING || column[i] < -NOTHING) && !put(b, &b->etas, i, column[i]))
			return false;
	b->eta_row[b->eta_count] = row;
	b->eta_diagonal[b->eta_count++] = column[row];
	b->eta_first[b->eta_count] = b->etas.count;
	return true;
}
