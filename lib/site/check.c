/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What matters of a host. Each check tries the thing itself, on the very disk, and leaves nothing behind. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "db/db.h"
#include "site/site.h"

enum { MEGABYTE = 1024 * 1024, ROOM_LEAST = 20, ROOM_WANTED = 200, SKEW_MOST = 60 };

/* Nobody set this up before it was written. */
static const int64_t written_at = 1764547200;

/* Kinds of file systems (Linux, include/uapi/linux/magic.h) that one computer has to itself. */
static const unsigned own_disks[] = {
	0xEF53 /* ext */, 0x58465342 /* xfs */, 0x9123683E /* btrfs */, 0x01021994 /* tmpfs */, 0x794c7630 /* overlay */,
	0x2fc12fc1 /* zfs */, 0xF2F52010 /* f2fs */,
};

bool site_disk_is_own(const char *folder)
{
	struct statfs facts;

	if (statfs(folder, &facts))
		return false;
	for (size_t i = 0; i < sizeof own_disks / sizeof *own_disks; i++)
		if ((unsigned)facts.f_type == own_disks[i])
			return true;
	return false;
}

static bool lock(int file, short type)
{
	struct flock whole = { .l_type = type, .l_whence = SEEK_SET };

	return fcntl(file, F_SETLK, &whole) == 0;
}

/* Another process: it must be refused while we hold the lock. */
static bool is_locked_for_others(const char *path)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		int file = open(path, O_RDWR | O_CLOEXEC);
		_exit(file >= 0 && !lock(file, F_WRLCK) ? 0 : 1);
	}
	return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool site_locks_hold(struct arena *arena, const char *folder)
{
	const char *path = arena_printf(arena, "%s/try-%ld.tmp", folder, (long)getpid());
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (file < 0)
		return false;
	bool held = lock(file, F_WRLCK) && is_locked_for_others(path);
	bool freed = lock(file, F_UNLCK) && !is_locked_for_others(path);
	close(file);
	unlink(path);
	return held && freed;
}

static const char *check_owner(struct arena *arena, const struct site *site, const struct site_host *host)
{
	struct stat facts;

	(void)arena;
	(void)host;
	return stat(site->home, &facts) == 0 && facts.st_uid == geteuid() ? "owner-good" : "owner-other";
}

/* That it is not in the web folder by its path; whether it can be fetched, the page tries besides. */
static const char *check_place(struct arena *arena, const struct site *site, const struct site_host *host)
{
	size_t length = strlen(host->root);
	bool below = length > 1 && strncmp(site->data, host->root, length) == 0 && (site->data[length] == '/' || host->root[length - 1] == '/');
	size_t home = strlen(site->home);

	(void)arena;
	below |= strncmp(site->data, site->home, home) == 0 && (site->data[home] == '/' || !site->data[home]);
	return below ? "place-web" : "place-good";
}

static const char *check_rights(struct arena *arena, const struct site *site, const struct site_host *host)
{
	static const char *const names[] = { "", "/key", "/bothways.db", "/bothways.log" };
	struct stat facts;

	(void)host;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (stat(arena_printf(arena, "%s%s", site->data, names[i]), &facts) == 0 && facts.st_mode & 077)
			return "rights-open";
	if (stat(site->home, &facts) == 0 && facts.st_mode & 022)
		return "rights-home";
	return "rights-good";
}

/* A quota shows only when something is written. */
static bool can_write(struct arena *arena, const char *folder)
{
	const char *path = arena_printf(arena, "%s/room-%ld.tmp", folder, (long)getpid());
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool written = file >= 0 && posix_fallocate(file, 0, (off_t)ROOM_LEAST * MEGABYTE) == 0 && write(file, "x", 1) == 1 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	unlink(path);
	return written;
}

static const char *check_room(struct arena *arena, const struct site *site, const struct site_host *host)
{
	struct statvfs facts;

	(void)host;
	if (!can_write(arena, site->data))
		return "room-none";
	if (statvfs(site->data, &facts) == 0 && facts.f_bavail * facts.f_frsize < (unsigned long)ROOM_WANTED * MEGABYTE)
		return "room-little";
	return "room-good";
}

static const char *check_locks(struct arena *arena, const struct site *site, const struct site_host *host)
{
	(void)host;
	return site_locks_hold(arena, site->data) ? "locks-good" : "locks-none";
}

static const char *check_journal(struct arena *arena, const struct site *site, const struct site_host *host)
{
	(void)host;
	(void)arena;
	return db_is_wal(site->db) ? "journal-wal" : "journal-rollback";
}

/* The computer's clock against the year, and against that of the disk, which may be another computer's. */
static const char *check_clock(struct arena *arena, const struct site *site, const struct site_host *host)
{
	const char *path = arena_printf(arena, "%s/clock-%ld.tmp", site->data, (long)getpid());
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	struct stat facts = { 0 };
	int64_t now = clock_now();

	(void)host;
	bool known = file >= 0 && fstat(file, &facts) == 0;
	if (file >= 0)
		close(file);
	unlink(path);
	if (now < written_at)
		return "clock-wrong";
	return known && (facts.st_mtime - now > SKEW_MOST || now - facts.st_mtime > SKEW_MOST) ? "clock-two" : "clock-good";
}

static const char *check_https(struct arena *arena, const struct site *site, const struct site_host *host)
{
	(void)arena;
	(void)site;
	return host->secure ? "https-good" : "https-none";
}

static const char *check_fastcgi(struct arena *arena, const struct site *site, const struct site_host *host)
{
	(void)arena;
	(void)site;
	return host->fastcgi ? "fastcgi-good" : "fastcgi-none";
}

const char *site_check(struct arena *arena, const struct site *site, const struct site_host *host)
{
	static const char *(*const checks[])(struct arena *, const struct site *, const struct site_host *) = {
		check_owner, check_place, check_rights, check_room, check_locks, check_journal, check_clock, check_https, check_fastcgi,
	};
	struct buffer words = buffer_in(arena, 256);

	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		buffer_printf(&words, "%s%s", i ? " " : "", checks[i](arena, site, host));
	return buffer_string(&words);
}
