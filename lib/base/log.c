/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 1024 };

static void write_line(const char *level, const char *format, va_list args)
{
	char line[LINE_MAX_BYTES];
	char when[32] = "";
	struct tm utc;
	time_t now = time(NULL);

	if (gmtime_r(&now, &utc))
		strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &utc);
	int head = snprintf(line, sizeof line, "%s %ld %s", when, (long)getpid(), level);
	int room = (int)sizeof line - head - 1;
	int body = vsnprintf(line + head, (size_t)room, format, args);

	if (body < 0)
		return;
	size_t length = (size_t)head + (size_t)(body < room ? body : room - 1);
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	line[length++] = '\n';
	/* One write a line: several processes append to the same file. */
	if (write(STDERR_FILENO, line, length) < 0)
		return;
}

void log_line(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("", format, args);
	va_end(args);
}

_Noreturn void die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("died: ", format, args);
	va_end(args);
	_exit(70);
}
