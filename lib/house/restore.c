/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/restore.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/locked.h"
#include "db/copy.h"
#include "db/db.h"
#include "domain/audit.h"
#include "domain/erase.h"
#include "house/backup.h"
#include "house/erased.h"
#include "house/files.h"
#include "house/inside.h"
#include "site/site.h"
#include "sql_backup.h"
#include "sql_setting.h"

/* One restore: the site that is there, and the copy that is to take its place. */
struct restoring {
	struct work *work;
	const struct site *site;
	const struct restore_plan *plan;
	struct restored *done;
	struct work copy;
	const char *folder;
	struct erased_list list;
	size_t known;           /* how many the database that is there had erased when its list was read */
};

/* What belongs to the host and not to the charity: it stays as it is here. */
static const char *const of_host[] = {
	"address", "ending", "mail_way", "mail_command", "mail_from", "mail_an_hour", "smtp_host", "smtp_port", "smtp_user", "smtp_password",
	"setup_browser", "setup_spent", "setup_found", "setup_mail", "source_address", "demo",
};

static enum restore_answer fetch(struct restoring *r)
{
	const char *to = arena_printf(r->work->arena, "%s/bothways.db", r->folder);

	if (access(r->plan->path, R_OK))
		return RESTORE_NO_FILE;
	if (!house_folder(r->work->arena, r->site) || !folder_new(r->work->arena, r->folder))
		return RESTORE_STOPPED;
	if (!locked_is(r->plan->path))
		return file_copy(r->work->arena, r->plan->path, to) ? RESTORED : RESTORE_NO_FILE;
	if (!*r->plan->passphrase)
		return RESTORE_NO_PASSPHRASE;
	switch (locked_read(r->plan->path, to, r->plan->passphrase)) {
	case LOCKED_READ: return RESTORED;
	case LOCKED_NOT:
	case LOCKED_WRONG: return RESTORE_WRONG_PASSPHRASE;
	default: return RESTORE_STOPPED;
	}
}

static enum restore_answer open_copy(struct restoring *r)
{
	switch (db_open(r->folder, &r->copy.db)) {
	case DB_OPEN: return RESTORED;
	case DB_NEWER: return RESTORE_NEWER;
	case DB_OLDER:
		db_close(r->copy.db);
		r->copy.db = NULL;
		return db_migrate(r->folder) == DB_MIGRATED && db_open(r->folder, &r->copy.db) == DB_OPEN ? RESTORED : RESTORE_OLDER;
	default: return RESTORE_NO_BACKUP;
	}
}

static const char *checked(struct restoring *r)
{
	const char *broken = house_broken(&r->copy);

	if (!broken || r->copy.trouble == TROUBLE_NONE)
		return broken ? broken : "file";
	/* What SQLite cannot even read. */
	r->copy.trouble = TROUBLE_NONE;
	return "file";
}

/* The chain of another host's audit is whole, but its end is sealed with that host's key. */
static enum restore_answer judge(struct restoring *r)
{
	const char *broken = checked(r);
	int64_t row;

	if (text_is(broken, "audit")) {
		if (!db_begin_read(&r->copy))
			return RESTORE_STOPPED;
		r->done->other_key = audit_follows(&r->copy, &row);
		db_end_read(&r->copy);
		if (r->done->other_key)
			broken = "";
	}
	r->done->broken = broken;
	return *broken ? RESTORE_NOT_SOUND : RESTORED;
}

static bool count_erased(struct work *work, size_t *count)
{
	if (!db_begin_read(work))
		return false;
	*count = sql_erased_all(work).count;
	db_end_read(work);
	return work->trouble == TROUBLE_NONE;
}

/* Whoever was erased on this very site until now: what lies beside the backups, and what the open database knows even where
   the list cannot be read or kept. A host where nothing is has no list. */
static bool read_kept(struct restoring *r, const char *number, struct erased_list *kept)
{
	const struct erased_list none = { "", { NULL, 0 }, 0 };
	struct erased_list here = none;
	struct backup_people people = { 0 };

	if (!count_erased(r->work, &r->known))
		return false;
	sql_backup_people(r->work, &people);
	if (people.n || r->known)
		erased_note(r->work, r->site, &here);
	if (r->work->trouble != TROUBLE_NONE)
		return false;
	/* What lies here of another site says nothing of this one. */
	if (!erased_kept(r->work->arena, r->site, kept) || (*kept->site && *number && !text_is(kept->site, number)))
		*kept = none;
	if (*here.site && (!*number || text_is(here.site, number)))
		*kept = erased_both(r->work->arena, &here, kept);
	return true;
}

static enum restore_answer read_lists(struct restoring *r)
{
	struct arena *arena = r->work->arena;
	struct erased_list given = { "", { NULL, 0 }, 0 }, kept;
	const char *number = house_setting(&r->copy, "site.number");

	if (*r->plan->erased && !erased_read(arena, r->plan->erased, &given))
		return RESTORE_NO_LIST;
	if (!read_kept(r, number, &kept))
		return RESTORE_STOPPED;
	if (*given.site && *number && !text_is(given.site, number))
		return RESTORE_OTHER_LIST;
	r->list = erased_both(arena, &given, &kept);
	text_is_count(house_setting(&r->copy, "backup.made"), &r->done->made_at);
	/* The list that a backup was made with says no more than the backup. */
	r->done->has_list = (*given.site && given.until + 1 >= r->done->made_at) || kept.until > r->done->made_at + 1;
	r->done->vouched_at = r->list.until > r->done->made_at ? r->list.until : r->done->made_at;
	return RESTORED;
}

static void keep_host(struct restoring *r)
{
	int64_t done_at = 0;

	for (size_t i = 0; i < sizeof of_host / sizeof *of_host; i++) {
		struct setting_of found = { .value = "" };
		/* A host that has nothing to say yet takes what the backup says, but for what only its own key opens. */
		bool known = sql_setting_of(r->work, &(struct setting_of_in){ of_host[i] }, &found);
		if (known || text_starts(of_host[i], "setup_") || text_is(of_host[i], "demo") || (r->done->other_key && text_is(of_host[i], "smtp_password")))
			sql_setting_put(&r->copy, &(struct setting_put_in){ .name = of_host[i], .value = found.value });
	}
	sql_setting_put(&r->copy, &(struct setting_put_in){ .name = "setup_coordinator", .value = "0" });
	/* Who works here is known: set-up never begins with that again. */
	if (!text_is_count(house_setting(&r->copy, "setup_done_at"), &done_at) || !done_at)
		sql_setting_put(&r->copy, &(struct setting_put_in){ .name = "setup_done_at", .value = arena_printf(r->copy.arena, "%lld", (long long)r->copy.now) });
}

/* The erasures come before the mail is stopped: none of them tells anybody anything a second time. */
static bool change(struct restoring *r)
{
	struct work *copy = &r->copy;
	const struct erased_one *rows = r->list.rows.rows;
	struct backup_people people = { 0 };

	if (!db_begin_write(copy))
		return false;
	house_strip(copy);
	if (r->done->other_key)
		sql_backup_no_apps(copy);
	for (size_t i = 0; i < r->list.rows.count; i++)
		r->done->erased += erase_again(copy, rows[i].person_id, rows[i].at);
	sql_backup_no_secrets(copy);
	sql_backup_no_mail(copy);
	keep_host(r);
	audit_add(copy, "backup.restore", "setting", 0, "");
	audit_seal(copy);
	sql_backup_people(copy, &people);
	r->done->people = people.n;
	/* What the desk tells of it. */
	const char *told = arena_printf(copy->arena, "%lld %lld %lld %lld %s", (long long)r->done->made_at, (long long)r->done->vouched_at,
					(long long)r->done->people, (long long)r->done->erased, r->done->has_list ? "yes" : "no");
	sql_setting_put(copy, &(struct setting_put_in){ .name = "backup.restored", .value = told });
	return db_commit(copy) && db_pack(copy->db);
}

static bool is_erased(struct work *copy, const struct erased_one *one)
{
	struct erased_who who;

	return !sql_erased_who(copy, &(struct erased_who_in){ one->person_id }, &who) || who.created_at > one->at || text_is(who.state, "erased");
}

/* Looked at once more, now that it is as it is going to be. */
static enum restore_answer prove(struct restoring *r)
{
	const struct erased_one *rows = r->list.rows.rows;
	bool erased = true;

	r->done->broken = checked(r);
	for (size_t i = 0; i < r->list.rows.count; i++)
		erased &= is_erased(&r->copy, &rows[i]);
	if (!erased)
		r->done->broken = arena_printf(r->work->arena, "%s%serased", r->done->broken, *r->done->broken ? " " : "");
	return *r->done->broken ? RESTORE_NOT_SOUND : RESTORED;
}

/* What was there: a site with nobody in it is not worth a backup. */
static bool keep_before(struct restoring *r)
{
	struct arena *arena = r->work->arena;
	struct day_parts at = day_parts_of(r->work->now);
	struct backup_people people = { 0 };
	int second = (int)(r->work->now % 60);
	const char *name = arena_printf(arena, "before-%s-%02d%02d%02d.db", r->work->today, at.hour, at.minute, second);

	/* Another of this very second is not written over. */
	for (int i = 2; access(house_file(arena, r->site, name), F_OK) == 0; i++)
		name = arena_printf(arena, "before-%s-%02d%02d%02d-%d.db", r->work->today, at.hour, at.minute, second, i);
	r->done->kept = "";
	if (!sql_backup_people(r->work, &people) || !people.n)
		return r->work->trouble == TROUBLE_NONE;
	r->done->kept = name;
	return backup_copy(r->work, r->site, house_file(arena, r->site, name));
}

/* The list of another site makes room for ours; what others added to ours meanwhile stays. */
static bool keep_ours(struct restoring *r, const char *number)
{
	struct arena *arena = r->work->arena;
	const char *path = house_file(arena, r->site, ERASED_FILE);
	struct erased_list kept;

	if (!erased_kept(arena, r->site, &kept) || (*kept.site && !text_is(kept.site, number))) {
		file_move(path, house_file(arena, r->site, arena_printf(arena, "erased-before-%s.txt", r->work->today)));
		kept = (struct erased_list){ "", { NULL, 0 }, 0 };
	}
	const struct erased_list ours = erased_both(arena, &r->list, &kept);
	return !*ours.site || file_replace(arena, path, erased_text(arena, &ours));
}

static bool keep_list(struct restoring *r)
{
	const char *number = house_setting(r->work, "site.number");
	struct erased_list list;

	if (!*number)
		return true;
	int lock = house_lock(r->work->arena, r->site);
	bool kept = lock >= 0 && keep_ours(r, number);
	if (lock >= 0)
		close(lock);
	return erased_note(r->work, r->site, &list) && kept;
}

/* Nobody can be erased from here on; whoever was since the lists were read would come back. */
static bool none_erased(void *context)
{
	struct restoring *r = context;
	size_t now;

	if (!count_erased(r->work, &now))
		return false;
	if (now > r->known)
		log_line("somebody was erased meanwhile: try again");
	return now <= r->known;
}

static enum restore_answer replace(struct restoring *r)
{
	if (!keep_before(r) || !db_replace(r->work->db, r->copy.db, none_erased, r)) {
		log_line("the backup was not brought back; the database is as it was");
		return RESTORE_STOPPED;
	}
	db_settle(r->work->db);
	if (!keep_list(r))
		log_line("the backup is back, but the list of erasures cannot be kept");
	backup_thin(r->work->arena, r->site);
	return RESTORED;
}

static enum restore_answer run(struct restoring *r)
{
	enum restore_answer answer = fetch(r);

	if (answer == RESTORED)
		answer = open_copy(r);
	if (answer == RESTORED)
		answer = judge(r);
	if (answer == RESTORED)
		answer = read_lists(r);
	if (answer == RESTORED && !change(r))
		answer = RESTORE_STOPPED;
	if (answer == RESTORED)
		answer = prove(r);
	if (answer == RESTORED && !r->plan->only_look)
		answer = replace(r);
	return answer;
}

enum restore_answer restore_run(struct work *work, const struct site *site, const struct restore_plan *plan, struct restored *done)
{
	struct restoring r = { .work = work, .site = site, .plan = plan, .done = done, .copy = *work };

	*done = (struct restored){ .broken = "", .kept = "" };
	r.copy.db = NULL;
	r.copy.person_id = 0;
	r.folder = house_file(work->arena, site, arena_printf(work->arena, "restoring-%ld", (long)getpid()));
	enum restore_answer answer = run(&r);
	db_close(r.copy.db);
	folder_remove(work->arena, r.folder);
	return answer;
}

static bool put_aside(struct arena *arena, const struct site *site, int64_t now)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	bool aside = true;

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		const char *from = arena_printf(arena, "%s/bothways.db%s", site->data, endings[i]);
		if (access(from, F_OK) == 0)
			aside &= file_move(from, arena_printf(arena, "%s/damaged-%lld.db%s", site->data, (long long)now, endings[i]));
	}
	return aside;
}

bool restore_make_room(struct arena *arena, const struct site *site, int64_t now)
{
	if (!site->data || (site->state == SITE_DAMAGED && !put_aside(arena, site, now)))
		return false;
	mkdir(site->data, 0700);
	return site_make(site->data, site_disk_is_own(site->data) && site_locks_hold(arena, site->data));
}
