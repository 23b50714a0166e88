/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways post: what waits in the outbox goes out. */
#include "post/post.h"

#include "post/dns.h"

#include "base/arena.h"
#include "cli/command.h"
#include "cli/stop.h"
#include "db/db.h"
#include "site/site.h"
#include "sql_outbox.h"

enum { MAIL_BYTES = 8 * 1024 * 1024 };

static int tell(struct call *call, int64_t sent, int64_t again)
{
	struct outbox_counts left = { 0 };

	if (!db_begin_read(&call->work))
		return call_trouble(call);
	sql_outbox_counts(&call->work, &left);
	db_end_read(&call->work);
	if (call->work.trouble != TROUBLE_NONE)
		return call_trouble(call);
	if (call_flag(call, "json"))
		printf("{\"sent\":%lld,\"again\":%lld,\"waiting\":%lld,\"maybeSent\":%lld,\"failed\":%lld}\n", (long long)sent, (long long)again,
		       (long long)left.waiting, (long long)left.maybe_sent, (long long)left.failed);
	else
		printf("%lld sent, %lld to be tried again, %lld waiting, %lld maybe sent, %lld failed\n", (long long)sent, (long long)again,
		       (long long)left.waiting, (long long)left.maybe_sent, (long long)left.failed);
	return again ? EXIT_FOUND : EXIT_DONE;
}

/* As a zone file has them; DKIM's key is the host's to say. */
static int tell_dns(struct call *call)
{
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	struct settings settings = site_settings(&call->work, "");
	struct list lines = dns_lines(call->arena, &settings);
	db_end_read(&call->work);
	for (size_t i = 0; i < lines.count; i++) {
		const struct dns_line *line = (const struct dns_line *)lines.rows + i;
		if (*line->value)
			printf("%s. IN %s \"%s\"\n", line->name, line->type, line->value);
		else
			printf("; %s: turn it on in the control panel of the host, which knows its key. It stands at a name such as %s\n", line->what, line->name);
	}
	return lines.count ? EXIT_DONE : call_found(call, "no sender is set");
}

int post_command(struct call *call)
{
	int64_t most = INT64_MAX, sent = 0, again = 0;
	const volatile sig_atomic_t *stop = stop_on_signals();
	enum post_sent went = POST_SENT;

	if (!call_number(call, "most", 1, 1000000, &most) || !call_open_site(call))
		return EXIT_USAGE;
	if (call_flag(call, "dns"))
		return tell_dns(call);
	struct arena *arena = arena_new(MAIL_BYTES);
	/* A signal is obeyed between two mails: none is left half handed over. */
	while (sent + again < most && !*stop && went != POST_NOTHING) {
		arena_reset(arena);
		went = post_send_one(call->site, arena);
		sent += went == POST_SENT;
		again += went == POST_AGAIN;
	}
	arena_free(arena);
	return tell(call, sent, again);
}
