/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a charity has to have in its DNS so that its mail arrives: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
#ifndef POST_DNS_H
#define POST_DNS_H

#include "base/view.h"

struct arena;
struct settings;

struct dns_line {
	const char *what;        /* SPF, DKIM or DMARC */
	const char *name;
	const char *type;
	const char *value;       /* "" where only the host knows it */
};
extern const struct view dns_line_view;

/* Three lines, or none where no sender is set. */
struct list dns_lines(struct arena *arena, const struct settings *settings);

#endif
