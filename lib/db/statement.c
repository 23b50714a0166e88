/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "db/db.h"
#include "db/internal.h"

enum { KEPT_BYTES = 1024 * 1024 };

static sqlite3_stmt *prepared(struct work *work, const struct statement *statement)
{
	struct db *db = work->db;
	sqlite3_stmt **stmt = &db->prepared[statement->number];

	if (work->trouble != TROUBLE_NONE)
		return NULL;
	if (statement->writes && !db->writing) {
		log_line("%s %s writes, but this is no write transaction", work->request, statement->name);
		work->trouble = TROUBLE_FAULT;
		return NULL;
	}
	int answer = *stmt ? SQLITE_OK : sqlite3_prepare_v3(db->handle, statement->sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	if (answer == SQLITE_OK)
		return *stmt;
	db_trouble(work, answer, statement->name);
	return NULL;
}

static void bind(sqlite3_stmt *stmt, const struct view *view, const void *in)
{
	for (size_t i = 0; i < view->count; i++) {
		const struct member *member = &view->members[i];
		int place = (int)i + 1;

		switch (member->kind) {
		case MEMBER_TEXT:
			/* What is bound outlives the stepping: it is the caller's. */
			sqlite3_bind_text(stmt, place, member_text(member, in), -1, SQLITE_STATIC);
			break;
		case MEMBER_FLAG:
			sqlite3_bind_int(stmt, place, member_flag(member, in));
			break;
		default:
			sqlite3_bind_int64(stmt, place, member_count(member, in));
		}
	}
}

static void read_row(struct arena *arena, sqlite3_stmt *stmt, const struct view *view, void *row)
{
	for (size_t i = 0; i < view->count; i++) {
		const struct member *member = &view->members[i];
		char *place = (char *)row + member->offset;
		int column = (int)i;

		switch (member->kind) {
		case MEMBER_TEXT:
			*(const char **)(void *)place = arena_copy(arena, (const char *)sqlite3_column_text(stmt, column));
			break;
		case MEMBER_FLAG:
			*(bool *)(void *)place = sqlite3_column_int(stmt, column) != 0;
			break;
		default:
			*(int64_t *)(void *)place = sqlite3_column_int64(stmt, column);
		}
	}
}

/* One row more, or false at the end or with trouble. */
static bool step(struct work *work, const struct statement *statement, sqlite3_stmt *stmt)
{
	int answer = sqlite3_step(stmt);

	if (answer == SQLITE_ROW) {
		work->db->worked.rows++;
		return true;
	}
	if (answer != SQLITE_DONE)
		db_trouble(work, answer, statement->name);
	return false;
}

static void put_back(struct db *db, sqlite3_stmt *stmt)
{
	db->worked.statements++;
	db->worked.steps += sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
}

bool db_one(struct work *work, const struct statement *statement, const void *in, void *row)
{
	sqlite3_stmt *stmt = prepared(work, statement);

	if (!stmt)
		return false;
	bind(stmt, statement->in, in);
	bool found = step(work, statement, stmt);
	if (found) {
		read_row(work->arena, stmt, statement->out, row);
		/* A `returning` is done only when it is stepped to its end. */
		while (step(work, statement, stmt))
			;
	}
	put_back(work->db, stmt);
	return found && work->trouble == TROUBLE_NONE;
}

struct list db_many(struct work *work, const struct statement *statement, const void *in)
{
	sqlite3_stmt *stmt = prepared(work, statement);
	size_t size = statement->out->size, room = 16;
	struct list list = { NULL, 0 };

	if (!stmt)
		return list;
	bind(stmt, statement->in, in);
	char *rows = arena_array(work->arena, room, size);
	while (step(work, statement, stmt)) {
		if (list.count == room) {
			char *more = arena_array(work->arena, 2 * room, size);
			memcpy(more, rows, room * size);
			rows = more;
			room *= 2;
		}
		read_row(work->arena, stmt, statement->out, rows + list.count++ * size);
	}
	put_back(work->db, stmt);
	list.rows = rows;
	return list;
}

/* https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntldataversion: of what is committed, by anybody. So what
   this transaction has written itself is not told, and a writer reads anew. */
struct list db_kept(struct work *work, const struct statement *statement)
{
	struct db *db = work->db;
	struct arena *arena = work->arena;
	unsigned int version = 0;

	sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_DATA_VERSION, &version);
	if (db->writing || work->trouble != TROUBLE_NONE)
		return db_many(work, statement, NULL);
	if (db->kept_of == statement && db->kept_at == version)
		return db->kept;
	if (db->kept_in)
		arena_reset(db->kept_in);
	else
		db->kept_in = arena_new(KEPT_BYTES);
	work->arena = db->kept_in;
	db->kept = db_many(work, statement, NULL);
	work->arena = arena;
	db->kept_at = version;
	db->kept_of = work->trouble == TROUBLE_NONE ? statement : NULL;
	return db->kept;
}

int64_t db_run(struct work *work, const struct statement *statement, const void *in)
{
	sqlite3_stmt *stmt = prepared(work, statement);

	if (!stmt)
		return 0;
	bind(stmt, statement->in, in);
	while (step(work, statement, stmt))
		;
	put_back(work->db, stmt);
	return work->trouble == TROUBLE_NONE ? sqlite3_changes64(work->db->handle) : 0;
}

struct db_worked db_worked(struct db *db)
{
	const struct db_worked worked = db->worked;

	db->worked = (struct db_worked){ 0 };
	return worked;
}
