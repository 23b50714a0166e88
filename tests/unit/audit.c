/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The chain of the audit: rows are added and never changed; whatever is changed behind its back is found. */
#include "domain/audit.h"

#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { ROWS = 1203 };        /* more than are read at once */

static struct programme *p;
static struct arena *arena;

static int64_t broken_at(void)
{
	int64_t broken = 0;

	return audit_holds(&p->work, &broken) ? 0 : broken;
}

static void test_adding(void)
{
	is_count(broken_at(), 0, "a chain without rows holds");
	programme_write(p);
	audit_add(&p->work, "pair.pause", "pair", 7, "state due_at");
	db_rollback(&p->work);
	is_count(programme_count(p, "select count(*) from audit"), 0, "what is undone leaves no row");
	programme_write(p);
	for (int i = 1; i <= ROWS; i++) {
		p->work.person_id = i % 3;
		audit_add(&p->work, "pair.pause", "pair", i, "state due_at");
	}
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from audit where id = subject_id and length(hash) = 64"), ROWS, "rows are numbered, each with its hash");
	is_count(programme_count(p, "select count(*) from audit where verb = 'pair.pause' and subject = 'pair' and columns = 'state due_at' and person_id = id % 3"), ROWS,
		 "and say who did what to which");
	is_count(broken_at(), 0, "the chain holds");
}

/* Whoever writes through a program cannot change it. */
static void test_refusing(void)
{
	ok(programme_refuses(p, "update audit set verb = 'x' where id = 1"), "no row can be changed");
	ok(programme_refuses(p, "delete from audit where id = 1"), "nor taken away");
	is_count(broken_at(), 0, "the chain holds");
}

static void tampered(const char *sql, const char *back, int64_t at, const char *sentence)
{
	programme_sql(p, sql);
	is_count(broken_at(), at, sentence);
	programme_sql(p, back);
	is_count(broken_at(), 0, "put back, the chain holds");
}

/* Whoever has the file can take the triggers off; what they change then is found, and where. */
static void test_tampering(void)
{
	static const char *const columns[] = { "at", "person_id", "verb", "subject", "subject_id", "columns", "hash" };

	programme_sql(p, "drop trigger audit_keeps; drop trigger audit_stays");
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		bool number = i < 2 || i == 4;
		const char *change = number ? arena_printf(arena, "%s + 1", columns[i]) : arena_printf(arena, "%s || 'a'", columns[i]);
		const char *undo = number ? arena_printf(arena, "%s - 1", columns[i]) : arena_printf(arena, "substr(%s, 1, length(%s) - 1)", columns[i], columns[i]);
		tampered(arena_printf(arena, "update audit set %s = %s where id = 700", columns[i], change),
			 arena_printf(arena, "update audit set %s = %s where id = 700", columns[i], undo), 700, columns[i]);
	}
	for (int i = 1; i <= 64; i += 9)
		tampered(arena_printf(arena, "update audit set hash = substr(hash, 1, %d) || char(unicode(substr(hash, %d, 1)) + 1) || substr(hash, %d) where id = 5", i - 1, i, i + 1),
			 arena_printf(arena, "update audit set hash = substr(hash, 1, %d) || char(unicode(substr(hash, %d, 1)) - 1) || substr(hash, %d) where id = 5", i - 1, i, i + 1),
			 5, "one letter of a hash");
	tampered("update audit set id = -1 where id = 9", "update audit set id = 9 where id = -1", 9, "a row taken out");
	tampered("update audit set id = -1 where id = 1", "update audit set id = 1 where id = -1", 1, "the first one too");
	tampered("update audit set id = -1 where id = 10; update audit set id = 10 where id = 11; update audit set id = 11 where id = -1",
		 "update audit set id = -1 where id = 10; update audit set id = 10 where id = 11; update audit set id = 11 where id = -1", 10, "two rows in another order");
	tampered("insert into audit select max(id) + 1, 0, 1, 'pair.end', 'pair', 1, '', 'forged' from audit", "delete from audit where hash = 'forged'", ROWS + 1, "a row put on");
	tampered("update audit set verb = 'pair.pausepair', subject = '' where id = 20", "update audit set verb = 'pair.pause', subject = 'pair' where id = 20", 20,
		 "letters moved from one column to the next");
}

int main(void)
{
	p = programme_new(0);
	arena = p->arena;
	test_adding();
	test_refusing();
	test_tampering();
	programme_free(p);
	return done();
}
