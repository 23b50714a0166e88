/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail, for whoever looks after the site: numbers and kinds, no names and no addresses. */
#ifndef MAIL_VIEWS_H
#define MAIL_VIEWS_H

#include "base/view.h"
#include "post/dns.h"
#include "sql_outbox.h"

struct desk_mail_left {
	int64_t outbox_id;
	int64_t at;
	const char *kind;
	bool is_maybe;             /* it may have gone: a crash came between sending and marking */
	bool is_back;              /* it came back */
};

struct desk_mail {
	int64_t waiting;
	int64_t an_hour;           /* the pace */
	struct list left;          /* struct desk_mail_left */
	struct list dns;           /* struct dns_line */
	const char *last;          /* what became of the report pasted last: a word of bothways bounce */
};
extern const struct view desk_mail_view;

#endif
