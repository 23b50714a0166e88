/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways bounce: a report of a mail that came back, from standard input. */
#include "base/arena.h"
#include "base/buffer.h"
#include "cli/command.h"
#include "db/db.h"
#include "house/bounced.h"

enum { REPORT_MOST = 1024 * 1024 };

/* What comes after is a mail of somebody's: it is read, so that the pipe does not break, and left out. */
static const char *read_report(struct arena *arena)
{
	struct buffer text = buffer_in(arena, 8192);
	char piece[8192];
	size_t got;

	while ((got = fread(piece, 1, sizeof piece, stdin)) > 0)
		if (text.length < REPORT_MOST)
			buffer_add(&text, piece, got);
	for (size_t i = 0; i < text.length; i++)
		if (!text.bytes[i])
			text.bytes[i] = ' ';
	return buffer_string(&text);
}

int bounce_command(struct call *call)
{
	static const char *const words[] = { "noted", "known", "soft", "no-report", "not-ours" };
	const char *report = read_report(call->arena);

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_write(&call->work))
		return call_trouble(call);
	enum bounced what = bounced_take(&call->work, report);
	if (!db_commit(&call->work))
		return call_trouble(call);
	if (call_flag(call, "json"))
		printf("{\"bounce\":\"%s\"}\n", words[what]);
	else
		puts(words[what]);
	return what == BOUNCED_NO_REPORT || what == BOUNCED_NOT_OURS ? EXIT_FOUND : EXIT_DONE;
}
