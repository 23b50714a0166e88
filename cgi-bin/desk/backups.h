/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_BACKUPS_H
#define DESK_BACKUPS_H

#include "web/web.h"

/* backups.c: made, taken away locked, brought back; the pack for whoever goes on. */
struct outcome backups_show(struct request *q, void *into);
struct outcome backups_slow(struct request *q, const void *answers);
struct outcome backups_keep(struct request *q, const void *answers);
struct outcome take_away_show(struct request *q, void *into);
struct outcome take_away_slow(struct request *q, const void *answers);
struct outcome take_away_keep(struct request *q, const void *answers);
struct outcome take_away_file_show(struct request *q, void *into);
struct outcome restore_show(struct request *q, void *into);
struct outcome restore_slow(struct request *q, const void *answers);
struct outcome restore_keep(struct request *q, const void *answers);
struct outcome hand_over_show(struct request *q, void *into);
struct outcome hand_over_slow(struct request *q, const void *answers);
struct outcome hand_over_keep(struct request *q, const void *answers);
struct outcome hand_over_file_show(struct request *q, void *into);

/* mail.c: the outbox, what came back, and the DNS. */
struct outcome mail_show(struct request *q, void *into);
struct outcome mail_slow(struct request *q, const void *answers);
struct outcome mail_keep(struct request *q, const void *answers);

#endif
