/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/backup.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/locked.h"
#include "db/copy.h"
#include "db/db.h"
#include "house/erased.h"
#include "house/files.h"
#include "house/inside.h"
#include "site/site.h"
#include "sql_backup.h"
#include "sql_setting.h"

#define OWN "bothways-"
#define BEFORE "before-"
enum { BACKUPS_MOST = 500, DAY_LETTERS = 10, MONTH_LETTERS = 7, MONTH_DAYS = 31, DAY_SECONDS = 86400, KIB = 1024 };

static bool strip_copy(const struct work *work, const char *folder)
{
	struct work copy = *work;

	if (db_open(folder, &copy.db) != DB_OPEN)
		return false;
	bool stripped = db_begin_write(&copy);
	if (stripped) {
		house_strip(&copy);
		sql_backup_no_secrets(&copy);
		sql_setting_put(&copy, &(struct setting_put_in){ .name = "backup.made", .value = arena_printf(copy.arena, "%lld", (long long)copy.now) });
		stripped = db_commit(&copy) && db_pack(copy.db);
	}
	db_close(copy.db);
	return stripped;
}

bool backup_copy(struct work *work, const struct site *site, const char *path)
{
	const char *folder = house_file(work->arena, site, arena_printf(work->arena, "making-%ld", (long)getpid()));
	const char *copy = arena_printf(work->arena, "%s/bothways.db", folder);

	if (!*house_site_number(work) || !house_folder(work->arena, site) || !folder_new(work->arena, folder))
		return false;
	bool made = db_copy(work->db, copy) && strip_copy(work, folder) && file_move(copy, path);
	folder_remove(work->arena, folder);
	return made;
}

const char *backup_make(struct work *work, const struct site *site)
{
	struct erased_list list;
	const char *path = house_file(work->arena, site, arena_printf(work->arena, OWN "%s.db", work->today));

	if (!erased_note(work, site, &list) || !backup_copy(work, site, path)) {
		log_line("%s the backup cannot be made", work->request);
		return NULL;
	}
	backup_thin(work->arena, site);
	return path;
}

static int newest_first(const void *a, const void *b)
{
	const struct backup *x = a, *y = b;
	int by_day = strcmp(y->day, x->day);

	if (by_day)
		return by_day;
	return x->at == y->at ? strcmp(y->name, x->name) : x->at < y->at ? 1 : -1;
}

/* The day in bothways-2026-11-26.db; "" for anything else. */
static const char *day_in(struct arena *arena, const char *name)
{
	struct day_parts parts;

	if (!text_starts(name, OWN) && !text_starts(name, BEFORE))
		return "";
	const char *rest = strchr(name, '-') + 1;
	const char *day = strlen(rest) >= DAY_LETTERS ? arena_slice(arena, rest, DAY_LETTERS) : "";
	return day_parse(day, &parts) ? day : "";
}

static bool is_backup(const char *name)
{
	return name[0] != '.' && (text_ends(name, ".db") || text_ends(name, ".locked"));
}

struct list backup_all(struct arena *arena, const struct site *site)
{
	struct backup *rows = arena_array(arena, BACKUPS_MOST, sizeof *rows);
	DIR *folder = opendir(arena_printf(arena, "%s/backups", site->data));
	struct list list = { rows, 0 };
	struct dirent *entry;
	struct stat facts;

	while (folder && list.count < BACKUPS_MOST && (entry = readdir(folder))) {
		const char *path = house_file(arena, site, entry->d_name);
		if (!is_backup(entry->d_name) || lstat(path, &facts) || !S_ISREG(facts.st_mode))
			continue;
		rows[list.count++] = (struct backup){ arena_copy(arena, entry->d_name), day_in(arena, entry->d_name), (int64_t)facts.st_mtime,
			((int64_t)facts.st_size + KIB - 1) / KIB, locked_is(path) };
	}
	if (folder)
		closedir(folder);
	qsort(rows, list.count, sizeof *rows, newest_first);
	return list;
}

const struct backup *backup_newest(struct arena *arena, const struct site *site)
{
	struct list all = backup_all(arena, site);

	for (size_t i = 0; i < all.count; i++) {
		const struct backup *b = (const struct backup *)all.rows + i;
		if (*b->day && text_starts(b->name, OWN))
			return b;
	}
	return NULL;
}

/* What each kept one is the newest of. */
struct kept {
	const char *today, *day, *week, *month;
	int64_t now;
	int days, weeks, months, before;
};

static const char *week_of(struct arena *arena, const char *day)
{
	struct day_parts parts;

	/* Its Monday. */
	return day_parse(day, &parts) ? day_add(arena, day, -((parts.weekday + 6) % 7)) : day;
}

/* The newest come first, so that the first of a day, week or month is the newest of it. */
static bool keeps(struct arena *arena, struct kept *k, const struct backup *b)
{
	if (text_starts(b->name, BEFORE))
		return b->at > k->now - DAY_SECONDS || (k->before++ < BACKUP_BEFORE && day_between(b->day, k->today) <= BACKUP_MONTHS * MONTH_DAYS);
	const char *week = week_of(arena, b->day), *month = arena_slice(arena, b->day, MONTH_LETTERS);
	bool new_day = !text_is(k->day, b->day), new_week = !text_is(k->week, week), new_month = !text_is(k->month, month);
	bool kept = (new_day && k->days < BACKUP_DAYS) || (new_week && k->weeks < BACKUP_WEEKS) || (new_month && k->months < BACKUP_MONTHS);
	k->days += new_day;
	k->weeks += new_week;
	k->months += new_month;
	k->day = b->day;
	k->week = week;
	k->month = month;
	return kept;
}

/* What a process that was killed left behind, whole copies with logins among it; and copies from before an upgrade. */
static const struct leaving {
	const char *start, *end;
	int days;
} leavings[] = {
	{ "making-", "", 1 }, { "pack-", "", 1 }, { "restoring-", "", 1 }, { "output-", ".tmp", 1 }, { "before-schema-", ".db.part", 1 },
	{ BACKUP_DOWNLOAD ".", ".new", 1 }, { HAND_OVER ".", ".new", 1 }, { ERASED_FILE ".", ".new", 1 },
	/* Of programs before this one. */
	{ "download.tmp", "", 1 }, { "download.new", "", 1 }, { HAND_OVER ".new", "", 1 }, { ERASED_FILE ".new", "", 1 },
	{ "before-schema-", ".db", BACKUP_MONTHS * MONTH_DAYS },
};

/* Between start and end there is a number, or nothing. */
static bool is_leaving(const char *name, const struct leaving *l)
{
	if (!text_starts(name, l->start))
		return false;
	const char *rest = name + strlen(l->start);
	rest += strspn(rest, "0123456789");
	return text_is(rest, l->end);
}

static int days_kept(const char *name)
{
	for (size_t i = 0; i < sizeof leavings / sizeof *leavings; i++)
		if (is_leaving(name, &leavings[i]))
			return leavings[i].days;
	return 0;
}

static void sweep(struct arena *arena, const struct site *site, int64_t now)
{
	DIR *folder = opendir(arena_printf(arena, "%s/backups", site->data));
	struct dirent *entry;
	struct stat facts;

	while (folder && (entry = readdir(folder))) {
		int days = days_kept(entry->d_name);
		const char *path = days ? house_file(arena, site, entry->d_name) : "";
		if (!days || lstat(path, &facts) || (int64_t)facts.st_mtime > now - (int64_t)days * DAY_SECONDS)
			continue;
		if (S_ISDIR(facts.st_mode))
			folder_remove(arena, path);
		else
			unlink(path);
	}
	if (folder)
		closedir(folder);
}

/* What file_put was killed at, where it writes for others. */
static void sweep_fresh(struct arena *arena, const char *path, int64_t now)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	struct stat facts;

	while (folder && (entry = readdir(folder))) {
		const char *file = arena_printf(arena, "%s/%s", path, entry->d_name);
		if (text_ends(file, ".new") && lstat(file, &facts) == 0 && (int64_t)facts.st_mtime < now - DAY_SECONDS)
			unlink(file);
	}
	if (folder)
		closedir(folder);
}

int backup_thin(struct arena *arena, const struct site *site)
{
	struct list all = backup_all(arena, site);
	struct kept kept = { .now = clock_now(), .today = day_of(arena, clock_now()), .day = "", .week = "", .month = "" };
	int went = 0;

	/* What somebody else put there is theirs. */
	for (size_t i = 0; i < all.count; i++) {
		const struct backup *b = (const struct backup *)all.rows + i;
		if (*b->day && !keeps(arena, &kept, b))
			went += unlink(house_file(arena, site, b->name)) == 0;
	}
	sweep(arena, site, kept.now);
	sweep_fresh(arena, arena_printf(arena, "%s/live", site->data), kept.now);
	sweep_fresh(arena, arena_printf(arena, "%s/words", site->data), kept.now);
	return went;
}

/* The plain copy is made beside the backups, never beside the output: that may be a disk that others read. */
bool backup_write(struct work *work, const struct site *site, const char *path, const char *passphrase)
{
	const char *plain = house_file(work->arena, site, arena_printf(work->arena, "output-%ld.tmp", (long)getpid()));
	const char *fresh = file_fresh(work->arena, path);

	bool made = backup_copy(work, site, plain)
		&& (*passphrase ? locked_write(plain, fresh, passphrase) : file_copy(work->arena, plain, fresh)) && file_move(fresh, path);
	unlink(plain);
	if (!made) {
		unlink(fresh);
		log_line("%s the copy cannot be made", work->request);
	}
	return made;
}

bool backup_lock(struct work *work, const struct site *site, const char *passphrase)
{
	struct erased_list list;

	return erased_note(work, site, &list) && backup_write(work, site, house_file(work->arena, site, BACKUP_DOWNLOAD), passphrase);
}
