/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: its pages about people and letters. */
#ifndef DESK_PEOPLE_H
#define DESK_PEOPLE_H

#include "web/web.h"

/* people.c: finding somebody; all that there is about one person. */
struct outcome people_show(struct request *q, void *into);
struct outcome people_ask(struct request *q, const void *answers);
struct outcome person_show(struct request *q, void *into);

/* Of what somebody is kept apart from, what a coordinator may see: bars_of. */
struct list open_bars(struct request *q, int64_t person_id);

#endif
