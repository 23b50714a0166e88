/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: the pages of safeguarding leads and of the trustee. */
#ifndef DESK_SAFETY_H
#define DESK_SAFETY_H

#include "web/web.h"

/* concerns.c: for leads and the trustee alone. */
struct outcome concerns_show(struct request *q, void *into);
struct outcome concern_show(struct request *q, void *into);
struct outcome concern_keep(struct request *q, const void *answers);
struct outcome concern_think_show(struct request *q, void *into);
struct outcome concern_think_keep(struct request *q, const void *answers);
struct outcome concern_pairs_show(struct request *q, void *into);
struct outcome concern_pairs_keep(struct request *q, const void *answers);
struct outcome concern_close_show(struct request *q, void *into);
struct outcome concern_close_keep(struct request *q, const void *answers);
void concern_noted(struct request *q);

/* leads.c: a person and a pair, to read. */
struct outcome lead_find_show(struct request *q, void *into);
struct outcome lead_find_keep(struct request *q, const void *answers);
struct outcome lead_person_show(struct request *q, void *into);
void lead_person_noted(struct request *q);
struct outcome lead_pair_show(struct request *q, void *into);
void lead_pair_noted(struct request *q);

/* rests.c: pairs that leads alone release. */
struct outcome rests_show(struct request *q, void *into);
struct outcome rests_keep(struct request *q, const void *answers);

#endif
