/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From an older schema to this program's: under the writers' lock, after a copy, in one transaction. Whoever is killed
   in the middle leaves a journal that SQLite undoes when it next opens the file, so the next one begins anew. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "db/copy.h"
#include "db/internal.h"

enum { PATH_BYTES = 4096 };

static bool sync_folder(const char *path)
{
	int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return synced;
}

/* backups/before-schema-0002.db is there whole, or as it was. */
static bool back_up(struct db *db, const char *folder)
{
	char backups[PATH_BYTES], path[PATH_BYTES], part[PATH_BYTES];

	/* The longest of the three fits, so do the others. */
	if (snprintf(part, sizeof part, "%s/backups/before-schema-%04u.db.part", folder, schema_migration_count) >= PATH_BYTES)
		return false;
	snprintf(backups, sizeof backups, "%s/backups", folder);
	snprintf(path, sizeof path, "%s/backups/before-schema-%04u.db", folder, schema_migration_count);
	if (mkdir(backups, 0700) && errno != EEXIST) {
		log_line("the folder for the copy before the upgrade cannot be made: %s", strerror(errno));
		return false;
	}
	if (db_copy(db, part) && rename(part, path) == 0)
		return sync_folder(backups);
	log_line("the copy before the upgrade cannot be made");
	unlink(part);
	return false;
}

static bool refers_nowhere(struct db *db)
{
	sqlite3_stmt *stmt = NULL;
	bool found = sqlite3_prepare_v2(db->handle, "pragma foreign_key_check", -1, &stmt, NULL) != SQLITE_OK
		|| sqlite3_step(stmt) != SQLITE_DONE;

	if (found)
		log_line("after the upgrade's steps a row of %s refers to nothing", sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return found;
}

static bool take_steps(struct db *db, int version)
{
	for (unsigned i = (unsigned)version; i < schema_migration_count; i++)
		if (db_exec(db, schema_migrations[i].sql) != SQLITE_OK) {
			log_line("the schema's step %s: %s", schema_migrations[i].name, sqlite3_errmsg(db->handle));
			return false;
		}
	return !refers_nowhere(db);
}

static bool migrate(struct db *db, int version)
{
	char newest[64];

	/* A step may make a table anew under its name; what refers where is looked at before the end. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	db_exec(db, "pragma secure_delete = on");
	snprintf(newest, sizeof newest, "pragma user_version = %u", schema_migration_count);
	if (db_exec(db, "begin immediate") == SQLITE_OK && take_steps(db, version)
	    && db_exec(db, newest) == SQLITE_OK && db_exec(db, "commit") == SQLITE_OK)
		return true;
	log_line("the database stays at version %d of its schema: %s", version, sqlite3_errmsg(db->handle));
	if (!sqlite3_get_autocommit(db->handle))
		db_exec(db, "rollback");
	return false;
}

static enum db_migrated migrate_alone(struct db *db, const char *folder)
{
	int version = db_version(db);

	/* Another may have been at it while this one waited. */
	if (version >= (int)schema_migration_count)
		return DB_MIGRATED;
	if (version < 1)
		return DB_NOT_MIGRATED;
	if (!back_up(db, folder))
		return DB_NO_COPY;
	return migrate(db, version) ? DB_MIGRATED : DB_NOT_MIGRATED;
}

enum db_migrated db_migrate(const char *folder)
{
	struct db *db = db_connect(folder, SQLITE_OPEN_READWRITE);

	if (!db)
		return DB_NOT_MIGRATED;
	if (db->lock < 0)
		log_line("the lock file of the database cannot be made, so it cannot be upgraded");
	enum db_migrated answer = db->lock < 0 ? DB_NOT_MIGRATED : db_lock_writers(db) ? migrate_alone(db, folder) : DB_MIGRATING;
	db_unlock_writers(db);
	db_close(db);
	return answer;
}
