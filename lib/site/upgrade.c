/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* New programs over old ones: the first of them that is started brings the database up to date. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "site/site.h"
#include "sql_setting.h"

/* What failed fails again: each try makes a copy of the database, so no visitor sets one off sooner than this. */
enum { SECONDS_BETWEEN_TRIES = 60 };
#define FAILED "upgrade-failed.txt"

static const char *failed_path(const struct site *site)
{
	return arena_printf(site->arena, "%s/" FAILED, site->data);
}

static bool failed_lately(const struct site *site)
{
	struct stat facts;

	return stat(failed_path(site), &facts) == 0 && clock_now() - (int64_t)facts.st_mtime < SECONDS_BETWEEN_TRIES
		&& clock_now() >= (int64_t)facts.st_mtime;
}

/* For whoever has a file manager and no shell. */
static void say_failed(const struct site *site, enum db_migrated how)
{
	FILE *file = fopen(failed_path(site), "w");

	log_line("the database could not be brought up to date");
	if (!file)
		return;
	fprintf(file, "Bothways could not bring its database up to date (step %s).\n%s\n"
		"Nothing of it was changed. bothways.log, in this folder, says more at its end.\n"
		"It is tried again when somebody opens a page, once a minute at most.\n"
		"Until it works, the programs that you had before work with this database.\n",
		schema_migrations[schema_migration_count - 1].name,
		how == DB_NO_COPY ? "No copy could be made first: is there room on your account?" : "One of its steps failed.");
	fclose(file);
}

/* For the desk: that it was done, and when. */
static void note_done(const struct site *site)
{
	struct db *db;

	if (db_open(site->data, &db) != DB_OPEN)
		return;
	struct work work = { .arena = site->arena, .db = db, .key = &site->key, .request = "upgrade", .now = clock_now() };
	if (db_begin_write(&work)) {
		sql_setting_put(&work, &(struct setting_put_in){ .name = "upgraded_at", .value = arena_printf(site->arena, "%lld", (long long)work.now) });
		db_commit(&work);
	}
	db_close(db);
}

enum site_state site_upgrade(const struct site *site)
{
	if (failed_lately(site))
		return SITE_STUCK;
	enum db_migrated how = db_migrate(site->data);
	if (how == DB_MIGRATING)
		return SITE_OLDER;
	if (how != DB_MIGRATED) {
		say_failed(site, how);
		return SITE_STUCK;
	}
	unlink(failed_path(site));
	note_done(site);
	return SITE_READY;
}
