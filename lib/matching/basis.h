/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: the basis of a linear programme in triangular factors, and an eta for each exchange since (the
   product form). Rows and the places of basic variables have the same numbers: a variable is at the row that it was
   eliminated by. */
#ifndef MATCHING_BASIS_H
#define MATCHING_BASIS_H

#include "matching/memory.h"

#include <stdint.h>

enum { BASIS_ETAS = 64 };

/* Numbers with their rows, one list behind another. */
struct basis_cells {
	uint32_t *row;
	double *part;
	size_t count, room;
};

/* Columns of the programme. */
struct basis_columns {
	const size_t *first;   /* of each column and one more */
	const uint32_t *row;
	const double *part;
};

struct basis {
	struct memory *memory;
	uint32_t rows, room;
	uint32_t slacks;              /* rows eliminated by their own slacks come first */
	uint32_t *order;              /* rows as they were eliminated */
	double *diagonal;             /* of each row */
	size_t *upper_first;          /* of each step and one more: its column above the diagonal */
	struct basis_cells upper, lower, etas;
	uint32_t *lower_row;          /* of each column below the diagonal: the row that it was eliminated by */
	size_t *lower_first;
	uint32_t lower_count;
	uint32_t eta_row[BASIS_ETAS];
	double eta_diagonal[BASIS_ETAS];
	size_t eta_first[BASIS_ETAS + 1];
	uint32_t eta_count;
	bool *done;                   /* of each row: eliminated */
	double *work;                 /* of each row; 0 between calls */
	uint32_t *left;               /* of each row: columns that are not eliminated yet and have a part in it */
	uint32_t *touched;
};

/* Room for so many rows. False: no memory. */
bool basis_room(struct basis *basis, uint32_t rows);
void basis_free(struct basis *basis);

/* Factors the basis of these columns and of the slacks of all rows that they leave. `columns_of` are the columns; on return
   place[i] is the row of the i-th, or UINT32_MAX where it depends on others and is left out. False: no memory. */
bool basis_factor(struct basis *basis, uint32_t rows, const struct basis_columns *programme, const uint32_t *columns_of, uint32_t count,
	uint32_t *place);

/* x becomes B^-1 x, and B^-T x. */
void basis_forward(const struct basis *basis, double *x);
void basis_backward(const struct basis *basis, double *x);

/* The variable at this row goes, and one comes whose column is `column` in terms of the basis. False: no memory. */
bool basis_exchange(struct basis *basis, uint32_t row, const double *column);

/* What a solve costs, in cells. */
static inline size_t basis_cost(const struct basis *basis)
{
	return basis->rows + basis->upper.count + basis->lower.count + basis->etas.count;
}

#endif
