/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tests/unit/programme.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"

enum { DAY = 86400 };
static const int64_t START = 1795435200;
static sqlite3 *raw;

static void run(const char *sql)
{
	char *wrong;

	if (sqlite3_exec(raw, sql, NULL, NULL, &wrong) != SQLITE_OK)
		die("%s: %s", sql, wrong);
}

static void use_raw(struct programme *p)
{
	if (!raw && sqlite3_open(arena_printf(p->arena, "%s/data/bothways.db", p->folder), &raw) != SQLITE_OK)
		die("the database cannot be opened");
}

struct programme *programme_new(int topics)
{
	struct arena *arena = arena_new((size_t)1 << 30);
	struct programme *p = arena_alloc(arena, sizeof *p);

	p->arena = arena;
	const char *where = getenv("TMPDIR");
	snprintf(p->folder, sizeof p->folder, "%s/bothways-unit-XXXXXX", where ? where : "/tmp");
	if (!mkdtemp(p->folder) || setenv("SITE", p->folder, 1) || !site_make(arena_printf(arena, "%s/data", p->folder), false))
		die("no site can be made in %s", p->folder);
	p->site = site_open("unit");
	p->work = (struct work){ .arena = arena, .db = p->site->db, .key = &p->site->key, .request = "unit", .now = START, .today = day_of(arena, START) };
	p->id = 1;
	programme_sql(p, "insert into programme (id, slug, kind) values (1, 'one', 'everyday'), (2, 'two', 'everyday');"
		"insert into person (id, state, created_at) values (1, 'active', 0)");
	p->work.person_id = 1;
	for (int i = 1; i <= topics; i++)
		programme_sql(p, arena_printf(arena, "insert into topic (id, programme_id, position) values (%d, 1, %d), (%d, 2, %d);"
			"insert into wording (subject, subject_id, language, words) values ('topic', %d, 'en', 'Topic %d'), ('topic', %d, 'en', 'topic %d')",
			i, i, 1000 + i, i, i, i, 1000 + i, i));
	return p;
}

void programme_free(struct programme *p)
{
	static const char *const files[] = { "data/bothways.db", "data/bothways.db-journal", "data/bothways.db-wal", "data/bothways.db-shm",
		"data/write.lock", "data/bothways.log", "data/key", "data/mail", "data", "" };

	sqlite3_close(raw);
	raw = NULL;
	site_close(p->site);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		remove(arena_printf(p->arena, "%s/%s", p->folder, files[i]));
	arena_free(p->arena);
}

static const char *or(const char *given, const char *usual)
{
	return given ? given : usual;
}

int64_t programme_add(struct programme *p, const struct someone *who)
{
	int64_t id = programme_count(p, "select max(id) + 1 from person"), programme = who->elsewhere ? 2 : 1;
	int64_t since = p->work.now - (int64_t)who->days_waited * DAY;
	char *sql = sqlite3_mprintf("insert into person (id, state, call_name, full_name, age_band, created_at) values (%lld, 'active', %Q, %Q, %Q, 0);"
		"insert into signup (id, person_id, programme_id, state, due_at, capacity, ways, district, tongues, core_values, time_offered, started_at, changed_at)"
		" values (%lld, %lld, %lld, 'approved', 0, %lld, %Q, %Q, %Q, %Q, %Q, 0, 0);",
		(long long)id, or(who->called, "Somebody"), or(who->called, "Somebody"), or(who->age, ""), (long long)id, (long long)id, (long long)programme,
		(long long)(who->capacity ? who->capacity : 1), or(who->ways, "phone"), or(who->district, ""), or(who->tongues, ""),
		or(who->core_values, ""), or(who->time, ""));

	use_raw(p);
	run(sql);
	sqlite3_free(sql);
	if (who->asks) {
		sql = sqlite3_mprintf("insert into ask (id, signup_id, topic_id, wish, since) values (%lld, %lld, %lld, %Q, %lld)", (long long)id, (long long)id,
			(long long)who->asks, or(who->ask_wish, "any"), (long long)since);
		run(sql);
		sqlite3_free(sql);
	}
	if (who->offers) {
		sql = sqlite3_mprintf("insert into offer (id, signup_id, topic_id, wish) values (%lld, %lld, %lld, %Q)", (long long)id, (long long)id,
			(long long)who->offers, or(who->offer_wish, "any"));
		run(sql);
		sqlite3_free(sql);
	}
	return id;
}

void programme_sql(struct programme *p, const char *sql)
{
	use_raw(p);
	run(sql);
}

static int take_count(void *into, int columns, char **values, char **names)
{
	(void)names;
	if (columns && values[0])
		*(int64_t *)into = strtoll(values[0], NULL, 10);
	return 0;
}

int64_t programme_count(struct programme *p, const char *sql)
{
	int64_t count = 0;
	char *wrong;

	use_raw(p);
	if (sqlite3_exec(raw, sql, take_count, &count, &wrong) != SQLITE_OK)
		die("%s: %s", sql, wrong);
	return count;
}

bool programme_refuses(struct programme *p, const char *sql)
{
	use_raw(p);
	return sqlite3_exec(raw, sql, NULL, NULL, NULL) == SQLITE_CONSTRAINT;
}

void programme_write(struct programme *p)
{
	if (!db_begin_write(&p->work))
		die("a transaction cannot be begun");
}

void programme_commit(struct programme *p)
{
	if (!db_commit(&p->work))
		die("a transaction cannot be committed");
}

void programme_later(struct programme *p, int days)
{
	p->work.now += (int64_t)days * DAY;
	p->work.today = day_of(p->arena, p->work.now);
}
