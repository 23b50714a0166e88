/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/arena.h"

bool file_end(FILE *file)
{
	bool whole = !ferror(file) && !fflush(file) && !fsync(fileno(file));

	return fclose(file) == 0 && whole;
}

const char *file_fresh(struct arena *arena, const char *path)
{
	return arena_printf(arena, "%s.%ld.new", path, (long)getpid());
}

bool file_put(struct arena *arena, const char *path, const void *bytes, size_t length)
{
	const char *part = file_fresh(arena, path);
	int file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (file < 0)
		return false;
	bool written = write(file, bytes, length) == (ssize_t)length && fsync(file) == 0;
	written = close(file) == 0 && written;
	if (written && rename(part, path) == 0)
		return true;
	unlink(part);
	return false;
}
