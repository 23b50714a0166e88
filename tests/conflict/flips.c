/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* flips ROW: flips each byte of each text and each bit of each number of that row of the audit of SITE, one after the
   other, and says which flips were not found. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/audit.h"
#include "site/site.h"

enum { ARENA_BYTES = 64 * 1024 * 1024, BITS = 63 };

static bool holds(struct work *work, int64_t *broken)
{
	bool whole = db_begin_read(work) && audit_holds(work, broken);

	db_end_read(work);
	return whole;
}

struct flips {
	struct work *work;
	sqlite3 *raw;
	int64_t row;
	int tried, missed;
};

static void run(struct flips *f, const char *sql)
{
	char *wrong;

	if (sqlite3_exec(f->raw, sql, NULL, NULL, &wrong) != SQLITE_OK)
		die("%s: %s", sql, wrong);
}

/* The row as it was is kept beside. */
static void flip(struct flips *f, const char *column, const char *value)
{
	int64_t broken = 0;

	run(f, arena_printf(f->work->arena, "update audit set %s = %s where id = %lld", column, value, (long long)f->row));
	f->tried++;
	if (holds(f->work, &broken) || broken != f->row) {
		f->missed++;
		printf("missed: %s = %s\n", column, value);
	}
	run(f, arena_printf(f->work->arena, "update audit set %s = (select %s from before) where id = %lld", column, column, (long long)f->row));
}

static int length_of(struct flips *f, const char *column)
{
	sqlite3_stmt *asked;
	int length = 0;

	if (sqlite3_prepare_v2(f->raw, arena_printf(f->work->arena, "select length(%s) from before", column), -1, &asked, NULL) == SQLITE_OK
	    && sqlite3_step(asked) == SQLITE_ROW)
		length = sqlite3_column_int(asked, 0);
	sqlite3_finalize(asked);
	return length;
}

static int flip_all(struct work *work, const char *file, int64_t row)
{
	static const char *const texts[] = { "verb", "subject", "columns", "hash" }, *const numbers[] = { "at", "person_id", "subject_id" };
	struct flips f = { .work = work, .row = row };

	if (sqlite3_open(file, &f.raw) != SQLITE_OK)
		die("%s cannot be opened", file);
	run(&f, arena_printf(work->arena, "drop trigger audit_keeps; drop trigger audit_stays; pragma synchronous = off;"
		"create temp table before as select * from audit where id = %lld", (long long)row));
	for (size_t c = 0; c < sizeof texts / sizeof *texts; c++)
		for (int at = 1, length = length_of(&f, texts[c]); at <= length; at++)
			flip(&f, texts[c], arena_printf(work->arena, "substr(%s, 1, %d) || '~' || substr(%s, %d)", texts[c], at - 1, texts[c], at + 1));
	for (size_t c = 0; c < sizeof numbers / sizeof *numbers; c++)
		for (int bit = 0; bit < BITS; bit++)
			flip(&f, numbers[c], arena_printf(work->arena, "(%s | (1 << %d)) - (%s & (1 << %d))", numbers[c], bit, numbers[c], bit));
	printf("%d flips, %d missed\n", f.tried, f.missed);
	sqlite3_close(f.raw);
	return f.missed > 0;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct site *site = site_open(argv[0]);
	struct work work = { .arena = arena, .db = site->db, .key = &site->key, .request = "flips", .now = clock_now() };

	if (site->state != SITE_READY || argc != 2)
		die("use: SITE=FOLDER flips ROW");
	int status = flip_all(&work, arena_printf(arena, "%s/bothways.db", site->data), strtoll(argv[1], NULL, 10));
	site_close(site);
	arena_free(arena);
	return status;
}
