/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Build time only: proves statements against the schema in a database in memory, and finds the types
   of what goes in and what comes out. */
#ifndef DB_PROVE_H
#define DB_PROVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/view.h"

struct arena;
struct prover;

struct proven_column {
	const char *name;
	enum member_kind kind;
};

struct proven {
	bool writes;
	const struct proven_column *in;
	size_t in_count;
	const struct proven_column *out;
	size_t out_count;
};

/* A database in memory, empty. Ends the process when SQLite does not start. */
struct prover *prover_new(struct arena *arena);
void prover_free(struct prover *prover);

/* Applies a step of the schema. NULL, or what SQLite says is wrong with it. */
const char *prover_apply(struct prover *prover, const char *sql);

/* Proves one statement. `said` holds the kinds that its head line gives, for what has no type of its
   own (an expression, a limit). NULL, or what is wrong with it. */
const char *prover_prove(struct prover *prover, const char *sql, const struct proven_column *said, size_t said_count,
			 struct proven *proven);

#endif
