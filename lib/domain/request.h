/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody asks of the charity, or complains of, about what is held on them. By law (Data (Use and Access) Act
   2025; UK GDPR, articles 12 and 15 to 21) it is acknowledged and answered within a month. */
#ifndef DOMAIN_REQUEST_H
#define DOMAIN_REQUEST_H

#include <stdint.h>

#include "db/work.h"

enum { REQUEST_DAYS = 30 };

struct request_new {
	const char *kind;        /* data-complaint, data-request */
	const char *words;
	const char *reply_to;    /* of somebody who is not signed in: how they are answered */
};

/* A line on the desk, due in 30 days, from work->person_id where somebody is signed in; each is one of its own. They
   get an acknowledgement by mail, and whoever has no e-mail a letter from the desk. Returns its number, or 0. */
int64_t request_make(struct work *work, const struct request_new *request);

#endif
