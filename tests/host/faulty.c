/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Loaded before a program: a host with what FAULT names missing. no-locks, no-curl, no-room, little-room, network-disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

static int is_faulty(const char *what)
{
	const char *fault = getenv("FAULT");

	return fault && strcmp(fault, what) == 0;
}

/* Every lock is had at once, whoever holds it. */
static int locked(int file, int command, void *argument)
{
	if (command == F_SETLK && is_faulty("no-locks"))
		return 0;
	return (int)syscall(SYS_fcntl, file, command, argument);
}

int fcntl(int file, int command, ...)
{
	va_list more;

	va_start(more, command);
	void *argument = va_arg(more, void *);
	va_end(more);
	return locked(file, command, argument);
}

int fcntl64(int file, int command, ...)
{
	va_list more;

	va_start(more, command);
	void *argument = va_arg(more, void *);
	va_end(more);
	return locked(file, command, argument);
}

int access(const char *path, int mode)
{
	size_t length = strlen(path);

	if (is_faulty("no-curl") && length > 5 && strcmp(path + length - 5, "/curl") == 0) {
		errno = ENOENT;
		return -1;
	}
	return (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}

int posix_fallocate(int file, off_t offset, off_t length)
{
	return is_faulty("no-room") ? ENOSPC : (int)(syscall(SYS_fallocate, file, 0, offset, length) ? errno : 0);
}

int posix_fallocate64(int file, off_t offset, off_t length)
{
	return posix_fallocate(file, offset, length);
}

static int little(int got, struct statvfs *facts)
{
	if (got == 0 && is_faulty("little-room"))
		facts->f_bavail = 100ul * 1024 * 1024 / facts->f_frsize;
	return got;
}

int statvfs(const char *path, struct statvfs *facts)
{
	int (*real)(const char *, struct statvfs *) = (int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, "statvfs");

	return little(real(path, facts), facts);
}

int statvfs64(const char *path, struct statvfs64 *facts)
{
	return statvfs(path, (struct statvfs *)facts);
}

/* What NFS says of itself (Linux, include/uapi/linux/magic.h). */
static int far(int got, struct statfs *facts)
{
	if (got == 0 && is_faulty("network-disk"))
		facts->f_type = 0x6969;
	return got;
}

int statfs(const char *path, struct statfs *facts)
{
	return far((int)syscall(SYS_statfs, path, facts), facts);
}

int statfs64(const char *path, struct statfs64 *facts)
{
	return statfs(path, (struct statfs *)facts);
}
