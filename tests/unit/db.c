/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room db: transactions that are whole or not at all, trouble that sticks, writers that queue, and
   statements that are proved. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "db/internal.h"
#include "db/prove.h"
#include "sql_backup.h"
#include "sql_once.h"
#include "sql_programme.h"
#include "sql_setting.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;
static struct work *work;

static int64_t put(const char *name, const char *value)
{
	return sql_setting_put(work, &(struct setting_put_in){ .name = name, .value = value });
}

static int64_t count_settings(void)
{
	return programme_count(p, "select count(*) from setting");
}

static void anew(void)
{
	work->trouble = TROUBLE_NONE;
}

static size_t kept(void)
{
	return db_kept(work, &settings_all_statement).count;
}

static void test_kept(void)
{
	ok(db_begin_read(work), "rows that are kept are read in a transaction");
	size_t before = kept();
	db_worked(work->db);
	ok(kept() == before && db_worked(work->db).statements == 0, "once, while nothing changes");
	db_end_read(work);
	programme_sql(p, "insert into setting values ('kept', '1')");
	ok(db_begin_read(work) && kept() == before + 1, "what another writes is seen by the next transaction");
	db_end_read(work);
	programme_write(p);
	put("kept-too", "1");
	is_count((long long)kept(), (long long)before + 2, "whoever writes sees what they have written");
	db_rollback(work);
	ok(db_begin_read(work) && kept() == before + 1, "and what is rolled back is nowhere");
	db_end_read(work);
	programme_write(p);
	put("kept-too", "1");
	ok(db_commit(work) && db_begin_read(work) && kept() == before + 2, "what is committed is there");
	is_count((long long)db_kept(work, &erased_all_statement).count, programme_count(p, "select count(*) from person where state = 'erased'"), "another statement has rows of its own");
	is_count((long long)kept(), (long long)before + 2, "and the first is read again");
	db_end_read(work);
	programme_sql(p, "delete from setting where name like 'kept%'");
}

static void test_transactions(void)
{
	programme_write(p);
	is_count(put("a", "1"), 1, "a row is written");
	ok(db_commit(work), "and committed");
	is_count(count_settings(), 1, "it is there");
	programme_write(p);
	put("b", "2");
	db_rollback(work);
	is_count(count_settings(), 1, "what is rolled back is not");
	programme_sql(p, "pragma journal_mode = wal");
	ok(db_begin_read(work) && sql_settings_all(work).count == 1, "a read sees what is there");
	programme_sql(p, "insert into setting values ('later', '1')");
	is_count((long long)sql_settings_all(work).count, 1, "and the same to its end, whatever others write");
	db_end_read(work);
	ok(db_begin_read(work) && sql_settings_all(work).count == 2, "the next one sees it");
	is_count(put("c", "3"), 0, "a read does not write");
	ok(work->trouble == TROUBLE_FAULT, "trying is a fault of ours");
	db_end_read(work);
	anew();
	is_count(put("c", "3"), 0, "nor does anything outside a transaction");
	anew();
}

static void test_trouble_sticks(void)
{
	struct programme_add added;

	programme_write(p);
	put("kept", "1");
	ok(!sql_programme_add(work, &(struct programme_add_in){ .slug = "one", .kind = "everyday" }, &added), "a second programme of one name is none");
	ok(work->trouble == TROUBLE_CHANGED, "somebody was faster");
	is_count(put("more", "1"), 0, "then every further statement does nothing");
	is_count((long long)sql_settings_all(work).count, 0, "not even a read");
	ok(!db_commit(work), "there is no commit");
	ok(programme_count(p, "select count(*) from setting where name in ('kept', 'more')") == 0, "and all of it is undone");
	anew();
	programme_write(p);
	sql_programme_add(work, &(struct programme_add_in){ .slug = "three", .kind = "no such kind" }, &added);
	ok(work->trouble == TROUBLE_FAULT, "what no page may ask for is a fault");
	db_rollback(work);
	anew();
	programme_write(p);
	sql_topic_add(work, &(struct topic_add_in){ .programme_id = 999, .position = 1 }, &(struct topic_add){ 0 });
	ok(work->trouble == TROUBLE_CHANGED, "what is written about may be gone");
	db_rollback(work);
	anew();
}

static void test_disk(void)
{
	static char big[200000];

	memset(big, 'x', sizeof big - 1);
	db_exec(work->db, "pragma query_only = 1");
	ok(!db_begin_write(work) && work->trouble == TROUBLE_NOT_SAVED && !work->db->writing, "a disk that may not be written to");
	anew();
	db_exec(work->db, "pragma query_only = 0");
	int64_t pages = programme_count(p, "pragma page_count"), before = count_settings();
	db_exec(work->db, arena_printf(p->arena, "pragma max_page_count = %lld", (long long)pages));
	programme_write(p);
	put("small", "1");
	put("big", big);
	ok(work->trouble == TROUBLE_NOT_SAVED, "a disk that is full");
	ok(!db_commit(work) && count_settings() == before, "nothing is half kept");
	anew();
	db_exec(work->db, "pragma max_page_count = 1000000");
	programme_write(p);
	ok(put("big", big) == 1 && db_commit(work), "when there is room again, work goes on");
}

/* Another process holds the queue; the waiting is cut short by the signal that ends it anyway. */
static void test_queue(void)
{
	int ready[2];
	char byte;

	if (pipe(ready))
		return;
	fflush(stdout);
	pid_t other = fork();
	if (other == 0) {
		struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
		int file = open(arena_printf(p->arena, "%s/data/write.lock", p->folder), O_RDWR);
		fcntl(file, F_SETLKW, &whole);
		if (write(ready[1], "x", 1) != 1)
			_exit(1);
		for (;;) {
			usleep(20000);
			kill(getppid(), SIGALRM);
		}
	}
	signal(SIGALRM, SIG_IGN);
	ok(read(ready[0], &byte, 1) == 1 && !db_begin_write(work), "while somebody else writes, nobody does");
	ok(work->trouble == TROUBLE_BUSY, "who waits too long is told that it is busy");
	ok(sqlite3_get_autocommit(work->db->handle) && !work->db->writing, "and holds nothing");
	kill(other, SIGKILL);
	waitpid(other, NULL, 0);
	signal(SIGALRM, SIG_DFL);
	anew();
	ok(db_begin_write(work), "then it is the next one's turn");
	db_rollback(work);
	close(ready[0]);
	close(ready[1]);
}

/* SQLite's own lock, held by somebody who does not queue: a backup, an administrator. */
static void test_locked(void)
{
	sqlite3_busy_timeout(work->db->handle, 1);
	programme_sql(p, "begin immediate");
	ok(!db_begin_write(work) && work->trouble == TROUBLE_BUSY, "a database that is locked is busy");
	ok(!work->db->writing, "and the queue is let go");
	anew();
	programme_sql(p, "rollback");
	ok(db_begin_write(work), "then it goes on");
	db_rollback(work);
}

static void test_rows(void)
{
	struct once_path row;

	programme_write(p);
	for (int i = 0; i < 100; i++)
		put(arena_printf(p->arena, "n%03d", i), i % 2 ? "'; drop table setting; --" : "Tŷ");
	programme_commit(p);
	struct list all = sql_settings_all(work);
	is_count((long long)all.count, count_settings(), "all rows come, however many");
	const struct settings_all *last = list_row(&settings_all_view, all, all.count - 1);
	is(last->value, "'; drop table setting; --", "a value is a value, whatever it holds");
	ok(!sql_once_path(work, &(struct once_path_in){ "nothing" }, &row), "no row is no row");
	ok(work->trouble == TROUBLE_NONE, "and no trouble");
}

static enum db_opened opened(const char *folder)
{
	struct db *db = NULL;
	enum db_opened how = db_open(folder, &db);

	db_close(db);
	return how;
}

/* A file that an administrator has put back under a running program. */
static void test_older(void)
{
	int version = db_version(work->db);

	db_exec(work->db, "pragma user_version = 0");
	ok(!db_begin_read(work) && work->trouble == TROUBLE_FAULT, "a database that has become older is not read, and that is said");
	anew();
	ok(!db_begin_write(work) && work->trouble == TROUBLE_FAULT, "nor written");
	anew();
	db_exec(work->db, arena_printf(p->arena, "pragma user_version = %d", version));
	ok(db_begin_read(work), "until it is as it was");
	db_end_read(work);
}

static void test_no_lock(void)
{
	const char *folder = arena_printf(p->arena, "%s/locked", p->folder), *lock = arena_printf(p->arena, "%s/write.lock", folder);

	mkdir(folder, 0700);
	mkdir(lock, 0700);
	ok(db_make(folder, false) && db_migrate(folder) == DB_NOT_MIGRATED, "where nobody can queue to write, nothing is upgraded, and nobody said to be at it");
	rmdir(lock);
	remove(arena_printf(p->arena, "%s/bothways.db", folder));
	rmdir(folder);
}

static void test_opening(void)
{
	const char *folder = arena_printf(p->arena, "%s/other", p->folder), *file = arena_printf(p->arena, "%s/bothways.db", folder);
	struct stat facts;

	mkdir(folder, 0700);
	ok(opened(folder) == DB_MISSING, "no database");
	ok(db_make(folder, true) && opened(folder) == DB_OPEN, "one that was made");
	ok(stat(file, &facts) == 0 && (facts.st_mode & 0777) == 0600, "is its owner's alone");
	ok(!db_make(folder, true), "it is not made over another");
	struct db *db;
	if (db_open(folder, &db) == DB_OPEN) {
		db_exec(db, "pragma user_version = 9999");
		db_close(db);
	}
	ok(opened(folder) == DB_NEWER, "one of a newer Bothways is left alone");
	remove(file);
	remove(arena_printf(p->arena, "%s-wal", file));
	remove(arena_printf(p->arena, "%s-shm", file));
	FILE *out = fopen(file, "w");
	if (out) {
		fputs("This is no database, but a letter to whoever finds it, long enough to be looked at.", out);
		fclose(out);
	}
	ok(opened(folder) == DB_DAMAGED, "and what is none is said to be damaged");
	remove(file);
	remove(arena_printf(p->arena, "%s/write.lock", folder));
	remove(folder);
	ok(db_schema_size(p->site->db) > 20, "the schema can be counted");
}

static const char *proved(struct prover *prover, const char *sql, struct proven *proven)
{
	static const struct proven_column said[] = { { "n", MEMBER_COUNT }, { "other", MEMBER_TEXT } };
	const char *wrong = prover_prove(prover, sql, said, 2, proven);

	return wrong ? wrong : "";
}

static void test_proving(void)
{
	static const struct { const char *sql, *wrong; } cases[] = {
		{ "select colour from person", "no such column: colour" },
		{ "select id from nobody", "no such table: nobody" },
		{ "selec id from person", "near \"selec\": syntax error" },
		{ "select id from person where id = ?", "a parameter has no name: write :name" },
		{ "select id from person where id = @id", "a parameter has no name: write :name" },
		{ "select id from person where id = :this", "the parameter this has no type: say this:count, this:text or this:flag in the head line" },
		{ "select id, count(*) as many from person", "the column many has no type: say many:count, many:text or many:flag in the head line" },
		{ "select id, id from person", "two columns are called id" },
		{ "select id from person; select id from person", "there are two statements under one name" },
		{ " ", "there is no statement" },
		{ "insert into person (nam) values (:name)", "table person has no column named nam" },
		{ "select id, name, count(*) as n from person where id = :person_id and name = :name and :other = '' and :today = ''", "" },
		{ "update person set name = :name where id = :id", "" },
	};
	struct prover *prover = prover_new(p->arena);
	struct proven proven = { 0 };

	ok(!prover_apply(prover, "create table person (id integer primary key, name text not null) strict"), "a step of the schema is applied");
	has(prover_apply(prover, "create table person (id integer)"), "already exists", "a wrong step of the schema is told");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is(proved(prover, cases[i].sql, &proven), cases[i].wrong, cases[i].sql);
	ok(proven.writes, "whether it writes is known");
	proved(prover, cases[11].sql, &proven);
	ok(!proven.writes && proven.in_count == 4 && proven.out_count == 3, "as what goes in and what comes out");
	ok(proven.in[0].kind == MEMBER_COUNT && proven.in[1].kind == MEMBER_TEXT && proven.out[1].kind == MEMBER_TEXT && proven.out[2].kind == MEMBER_COUNT,
	   "with its types");
	prover_free(prover);
}

int main(void)
{
	p = programme_new(1);
	work = &p->work;
	test_transactions();
	test_kept();
	test_trouble_sticks();
	test_disk();
	test_queue();
	test_locked();
	test_rows();
	test_older();
	test_no_lock();
	test_opening();
	test_proving();
	programme_free(p);
	return done();
}
