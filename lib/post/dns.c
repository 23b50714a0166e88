/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/dns.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "site/site.h"

enum { LINES = 3 };

static const struct member members[] = {
	VIEW_MEMBER(struct dns_line, what),
	VIEW_MEMBER(struct dns_line, name),
	VIEW_MEMBER(struct dns_line, type),
	VIEW_MEMBER(struct dns_line, value),
};
const struct view dns_line_view = VIEW(dns_line, members);

struct list dns_lines(struct arena *arena, const struct settings *settings)
{
	struct dns_line *lines = arena_array(arena, LINES, sizeof *lines);
	const char *at = strchr(settings->mail_from, '@'), *domain = at ? at + 1 : "";

	if (!*domain)
		return (struct list){ lines, 0 };
	/* Whoever may send for the domain: its web server and its mail server; of `smtp` also the one that is given. */
	const char *also = text_is(settings->mail_way, "smtp") && *settings->smtp_host ? arena_printf(arena, " a:%s", settings->smtp_host) : "";
	lines[0] = (struct dns_line){ "SPF", domain, "TXT", arena_printf(arena, "v=spf1 a mx%s ~all", also) };
	lines[1] = (struct dns_line){ "DKIM", arena_printf(arena, "default._domainkey.%s", domain), "TXT", "" };
	lines[2] = (struct dns_line){ "DMARC", arena_printf(arena, "_dmarc.%s", domain), "TXT",
		arena_printf(arena, "v=DMARC1; p=none; rua=mailto:%s", settings->mail_from) };
	return (struct list){ lines, LINES };
}
