/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

static bool write_all(int file, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t wrote = write(file, text, length);
		if (wrote < 0 && errno != EINTR)
			return false;
		if (wrote > 0) {
			text += wrote;
			length -= (size_t)wrote;
		}
	}
	return true;
}

static bool to_standard_output(const char *text, size_t length)
{
	struct stat facts;
	bool is_file = fstat(STDOUT_FILENO, &facts) == 0 && S_ISREG(facts.st_mode);

	if (write_all(STDOUT_FILENO, text, length))
		return true;
	int why = errno;
	if (is_file && ftruncate(STDOUT_FILENO, facts.st_size) == 0)
		lseek(STDOUT_FILENO, facts.st_size, SEEK_SET);
	errno = why;
	return false;
}

/* A file without a name in the folder of `path`: whoever ends this program leaves nothing behind. -1 where the file system
   has no such files. */
static int open_unnamed(const char *path)
{
#ifdef O_TMPFILE
	const char *slash = strrchr(path, '/');
	char folder[PATH_BYTES];

	if (!slash)
		return open(".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
	if (snprintf(folder, sizeof folder, "%.*s", (int)(slash - path + 1), path) >= (int)sizeof folder)
		return -1;
	return open(folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
#else
	(void)path;
	return -1;
#endif
}

/* Gives the file its name. Where there is one of that name already it gets another first, for the time of two calls. */
static bool name_file(int file, const char *beside, const char *path)
{
	char self[sizeof "/proc/self/fd/" + 3 * sizeof file];

	snprintf(self, sizeof self, "/proc/self/fd/%d", file);
	if (linkat(AT_FDCWD, self, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
		return true;
	return errno == EEXIST && linkat(AT_FDCWD, self, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) == 0 && rename(beside, path) == 0;
}

static bool put(const char *path, const char *text, size_t length, bool named)
{
	char beside[PATH_BYTES];

	if (snprintf(beside, sizeof beside, "%s.new-%ld", path, (long)getpid()) >= (int)sizeof beside) {
		errno = ENAMETOOLONG;
		return false;
	}
	int file = named ? open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666) : open_unnamed(path);
	if (file < 0)
		return false;
	bool whole = write_all(file, text, length) && fsync(file) == 0 && (named || name_file(file, beside, path));
	whole = close(file) == 0 && whole;
	whole = whole && (!named || rename(beside, path) == 0);
	int why = errno;
	if (!whole)
		unlink(beside);
	errno = why;
	return whole;
}

bool output_whole(const char *path, const char *text, size_t length)
{
	if (!path)
		return to_standard_output(text, length);
	return put(path, text, length, false) || put(path, text, length, true);
}
