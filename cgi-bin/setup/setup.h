/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Set-up, between its files. */
#ifndef SETUP_SETUP_H
#define SETUP_SETUP_H

#include "cgi-bin/setup-views.h"
#include "web/web.h"

/* host.c: whether this host is right. */
struct outcome checks_show(struct request *q, void *into);
struct outcome checks_slow(struct request *q, const void *answers);
struct outcome checks_keep(struct request *q, const void *answers);
/* Whether what was found lets set-up go on. */
bool checks_stop(const char *found);

/* restore.c: a backup that somebody brings with them. */
struct outcome restore_show(struct request *q, void *into);
struct outcome restore_slow(struct request *q, const void *answers);
struct outcome restore_keep(struct request *q, const void *answers);

/* charity.c */
struct outcome charity_show(struct request *q, void *into);
struct outcome charity_keep(struct request *q, const void *answers);
struct outcome languages_show(struct request *q, void *into);
struct outcome languages_keep(struct request *q, const void *answers);
struct outcome programme_show(struct request *q, void *into);
struct outcome programme_keep(struct request *q, const void *answers);

/* mail.c */
struct outcome mail_show(struct request *q, void *into);
struct outcome mail_slow(struct request *q, const void *answers);
struct outcome mail_keep(struct request *q, const void *answers);
struct outcome mail_sent_show(struct request *q, void *into);

/* people.c */
struct outcome people_show(struct request *q, void *into);
struct outcome people_keep(struct request *q, const void *answers);
struct outcome coordinator_keep(struct request *q, const void *answers);
struct outcome finish_show(struct request *q, void *into);
struct outcome finish_keep(struct request *q, const void *answers);
bool is_first_time(struct request *q);
bool is_again(struct request *q);

void put_setting(struct request *q, const char *name, const char *value);

#endif
