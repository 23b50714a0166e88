/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* To be loaded before a program (LD_PRELOAD): of its calls for memory (FAIL_KIND=memory), of those that open,
   write, sync, cut and rename files (FAIL_KIND=files), or of those that want room on the disk (FAIL_KIND=full), number FAIL_AT
   fails, once; with FAIL_ALL=1 it and all that follow.
   How many there were is written to the file FAIL_COUNT at the end, where it crashed to FAIL_CRASH. Answers to the web
   server are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

enum { NONE, MEMORY, FILES, FULL };
static int kind;
static long calls, fail_at;
static bool fail_all;
static const char *count_file;

static bool fails(int of)
{
	if (kind != of)
		return false;
	calls++;
	return fail_at && (calls == fail_at || (fail_all && calls > fail_at));
}

static void crashed(int number)
{
	void *frames[12];
	kind = NONE;
	const char *path = getenv("FAIL_CRASH");
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;

	if (fd >= 0)
		backtrace_symbols_fd(frames, backtrace(frames, 12), fd);
	signal(number, SIG_DFL);
	raise(number);
}

__attribute__((constructor)) static void begin(void)
{
	/* The first time it loads a library, which a handler may not. */
	void *frame[1];
	backtrace(frame, 1);
	signal(SIGSEGV, crashed);
	signal(SIGABRT, crashed);
	const char *said = getenv("FAIL_KIND"), *at = getenv("FAIL_AT"), *all = getenv("FAIL_ALL");

	count_file = getenv("FAIL_COUNT");
	fail_at = at ? strtol(at, NULL, 10) : 0;
	fail_all = all && *all == '1';
	kind = !said ? NONE : strcmp(said, "memory") == 0 ? MEMORY : strcmp(said, "full") == 0 ? FULL : FILES;
}

__attribute__((destructor)) static void end(void)
{
	kind = NONE;
	FILE *f = count_file ? fopen(count_file, "w") : NULL;
	if (f) {
		fprintf(f, "%ld\n", calls);
		fclose(f);
	}
}

void *malloc(size_t size)
{
	if (fails(MEMORY)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	if (fails(MEMORY)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	if (fails(MEMORY)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_realloc(old, size);
}

static int refuse(void)
{
	errno = kind == FULL ? ENOSPC : EIO;
	return -1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static mode_t mode_of(int flags, va_list list)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
	va_list list;
	va_start(list, flags);
	mode_t mode = mode_of(flags, list);
	va_end(list);
	return fails(FILES) || (flags & O_CREAT && fails(FULL)) ? refuse() : NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
	va_list list;
	va_start(list, flags);
	mode_t mode = mode_of(flags, list);
	va_end(list);
	return fails(FILES) || (flags & O_CREAT && fails(FULL)) ? refuse() : NEXT(open64)(path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
	return fd > 2 && (fails(FILES) || fails(FULL)) ? refuse() : NEXT(write)(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
	return fails(FILES) || fails(FULL) ? refuse() : NEXT(pwrite64)(fd, bytes, count, at);
}

int fsync(int fd)
{
	return fails(FILES) ? refuse() : NEXT(fsync)(fd);
}

int fdatasync(int fd)
{
	return fails(FILES) ? refuse() : NEXT(fdatasync)(fd);
}

int ftruncate64(int fd, off64_t length)
{
	return fails(FILES) ? refuse() : NEXT(ftruncate64)(fd, length);
}

int rename(const char *from, const char *to)
{
	return fails(FILES) ? refuse() : NEXT(rename)(from, to);
}

int unlink(const char *path)
{
	return fails(FILES) ? refuse() : NEXT(unlink)(path);
}
