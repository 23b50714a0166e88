/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "db/prove.h"

#include <sqlite3.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"

struct prover {
	struct arena *arena;
	sqlite3 *handle;
};

/* The kinds said in a head line, and the statement they are for. */
struct question {
	struct prover *prover;
	sqlite3_stmt *stmt;
	const struct proven_column *said;
	size_t said_count;
};

struct prover *prover_new(struct arena *arena)
{
	struct prover *prover = arena_alloc(arena, sizeof *prover);

	prover->arena = arena;
	if (sqlite3_open(":memory:", &prover->handle) != SQLITE_OK)
		die("SQLite does not start");
	sqlite3_db_config(prover->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return prover;
}

void prover_free(struct prover *prover)
{
	sqlite3_close(prover->handle);
}

static const char *complaint(struct prover *prover)
{
	return arena_copy(prover->arena, sqlite3_errmsg(prover->handle));
}

const char *prover_apply(struct prover *prover, const char *sql)
{
	return sqlite3_exec(prover->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? NULL : complaint(prover);
}

static enum member_kind kind_of_type(const char *type)
{
	return sqlite3_stricmp(type, "integer") == 0 ? MEMBER_COUNT : MEMBER_TEXT;
}

/* The type of the columns of that name, where all tables agree on it. */
static bool column_kind(struct prover *prover, const char *name, enum member_kind *kind)
{
	sqlite3_stmt *stmt = NULL;
	int types = 0;

	sqlite3_prepare_v2(prover->handle, "select distinct c.type from sqlite_schema s, pragma_table_info(s.name) c "
			   "where s.type = 'table' and c.name = ?1", -1, &stmt, NULL);
	sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		*kind = kind_of_type((const char *)sqlite3_column_text(stmt, 0));
		types++;
	}
	sqlite3_finalize(stmt);
	return types == 1;
}

static bool said_kind(const struct question *q, const char *name, enum member_kind *kind)
{
	for (size_t i = 0; i < q->said_count; i++)
		if (text_is(q->said[i].name, name)) {
			*kind = q->said[i].kind;
			return true;
		}
	return false;
}

static const char *untyped(const struct question *q, const char *what, const char *name)
{
	return arena_printf(q->prover->arena, "the %s %s has no type: say %s:count, %s:text or %s:flag in the head line",
			    what, name, name, name, name);
}

static const char *prove_in(const struct question *q, struct proven *proven)
{
	int count = sqlite3_bind_parameter_count(q->stmt);
	struct proven_column *in = arena_array(q->prover->arena, (size_t)count + 1, sizeof *in);

	for (int i = 0; i < count; i++) {
		const char *name = sqlite3_bind_parameter_name(q->stmt, i + 1);
		if (!name || *name != ':')
			return "a parameter has no name: write :name";
		in[i].name = arena_copy(q->prover->arena, name + 1);
		if (text_ends(in[i].name, "_id") || text_is(in[i].name, "now"))
			in[i].kind = MEMBER_COUNT;
		else if (text_is(in[i].name, "today") || text_is(in[i].name, "language"))
			in[i].kind = MEMBER_TEXT;
		else if (!said_kind(q, in[i].name, &in[i].kind) && !column_kind(q->prover, in[i].name, &in[i].kind))
			return untyped(q, "parameter", in[i].name);
	}
	proven->in = in;
	proven->in_count = (size_t)count;
	return NULL;
}

static const char *prove_out(const struct question *q, struct proven *proven)
{
	int count = sqlite3_column_count(q->stmt);
	struct proven_column *out = arena_array(q->prover->arena, (size_t)count + 1, sizeof *out);

	for (int i = 0; i < count; i++) {
		const char *type = sqlite3_column_decltype(q->stmt, i);
		out[i].name = arena_copy(q->prover->arena, sqlite3_column_name(q->stmt, i));
		for (int j = 0; j < i; j++)
			if (text_is(out[j].name, out[i].name))
				return arena_printf(q->prover->arena, "two columns are called %s", out[i].name);
		if (said_kind(q, out[i].name, &out[i].kind))
			continue;
		if (type)
			out[i].kind = kind_of_type(type);
		else if (!column_kind(q->prover, out[i].name, &out[i].kind))
			return untyped(q, "column", out[i].name);
	}
	proven->out = out;
	proven->out_count = (size_t)count;
	return NULL;
}

const char *prover_prove(struct prover *prover, const char *sql, const struct proven_column *said, size_t said_count,
			 struct proven *proven)
{
	struct question q = { prover, NULL, said, said_count };
	const char *rest = NULL;

	if (sqlite3_prepare_v2(prover->handle, sql, -1, &q.stmt, &rest) != SQLITE_OK)
		return complaint(prover);
	if (!q.stmt)
		return "there is no statement";
	const char *wrong = rest[strspn(rest, " \t\r\n;")] ? "there are two statements under one name" : NULL;
	proven->writes = !sqlite3_stmt_readonly(q.stmt);
	if (!wrong)
		wrong = prove_in(&q, proven);
	if (!wrong)
		wrong = prove_out(&q, proven);
	sqlite3_finalize(q.stmt);
	return wrong;
}
