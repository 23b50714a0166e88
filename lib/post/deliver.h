/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/post: handing a message over to the host, in one of three ways (settings.mail_way): its `sendmail`,
   a mail server through its `curl` (`smtp`), or a file in the data folder (`folder`). */
#ifndef POST_DELIVER_H
#define POST_DELIVER_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct settings;
struct site;

struct parcel {
	int64_t number;          /* of the outbox: its name in a folder */
	const char *to;          /* one address */
	const char *text;        /* the whole message */
};

struct delivery {
	bool taken;              /* false: try again later */
	const char *said;        /* what the host or the mail server answered; "" when nothing */
};
struct delivery deliver(struct arena *arena, const struct settings *settings, const struct site *site, const struct parcel *parcel);

#endif
