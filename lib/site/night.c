/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who does the night's work: cron, or the first request after midnight, which starts the command for it. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "site/site.h"

enum { SECONDS_BETWEEN_TRIES = 600 };

static const char *lock_path(struct arena *arena, const struct site *site)
{
	return arena_printf(arena, "%s/night.lock", site->data);
}

int site_night_lock(struct arena *arena, const struct site *site)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int file = open(lock_path(arena, site), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (file < 0) {
		log_line("the lock of the night's work cannot be made");
		return -1;
	}
	if (fcntl(file, F_SETLK, &whole) == 0)
		return file;
	bool taken = errno == EACCES || errno == EAGAIN;
	close(file);
	return taken ? SITE_NIGHT_TAKEN : -1;
}

/* What failed, or is at it, is not started again by every request. */
static bool tried_lately(const char *lock)
{
	struct stat facts;
	int64_t now = clock_now();

	return stat(lock, &facts) == 0 && now >= (int64_t)facts.st_mtime && now - (int64_t)facts.st_mtime < SECONDS_BETWEEN_TRIES;
}

static bool touch(const char *path)
{
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	bool touched = file >= 0 && futimens(file, NULL) == 0;

	if (file >= 0)
		close(file);
	return touched;
}

/* Of the child's child nobody has to hear when it ends. Its standard input may be the server's socket. */
static void start(const char *program, const char *data)
{
	pid_t child = fork();

	if (child > 0)
		while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
			;
	if (child)
		return;
	int nothing = open("/dev/null", O_RDWR);
	if (setsid() < 0 || fork() != 0 || nothing < 0)
		_exit(0);
	dup2(nothing, STDIN_FILENO);
	dup2(nothing, STDOUT_FILENO);
	execl(program, program, "night", "--site", data, (char *)NULL);
	_exit(127);
}

void site_night_start(struct arena *arena, const struct site *site)
{
	const char *lock = lock_path(arena, site), *program = arena_printf(arena, "%s/bothways", site->home);

	if (tried_lately(lock) || !touch(lock))
		return;
	/* A file manager loses run bits; the file is ours. */
	if (access(program, X_OK) && chmod(program, 0755)) {
		log_line("the night's work cannot be started: bothways does not lie beside the programs, or may not be run");
		return;
	}
	start(program, site->data);
}
