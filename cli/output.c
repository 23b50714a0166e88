/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

bool output_whole(const char *path, const char *text, size_t length)
{
	char beside[PATH_BYTES];

	if (!path)
		return to_standard_output(text, length);
	if (snprintf(beside, sizeof beside, "%s.new-%ld", path, (long)getpid()) >= (int)sizeof beside) {
		errno = ENAMETOOLONG;
		return false;
	}
	int file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (file < 0)
		return false;
	bool whole = write_all(file, text, length) && fsync(file) == 0;
	whole = close(file) == 0 && whole;
	whole = whole && rename(beside, path) == 0;
	int why = errno;
	if (!whole)
		unlink(beside);
	errno = why;
	return whole;
}
