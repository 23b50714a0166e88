/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: the pages on which a charity settles things of itself. */
#ifndef DESK_CHARITY_H
#define DESK_CHARITY_H

#include "web/web.h"

/* staff.c: who works here, as what, and where they are signed in. */
struct outcome staff_show(struct request *q, void *into);
struct outcome invite_show(struct request *q, void *into);
struct outcome invite_keep(struct request *q, const void *answers);
struct outcome role_show(struct request *q, void *into);
struct outcome role_keep(struct request *q, const void *answers);

/* charity.c: what it is called and how it is reached; its colours, looked at before everybody sees them. */
struct outcome charity_show(struct request *q, void *into);
struct outcome charity_keep(struct request *q, const void *answers);
struct outcome colours_show(struct request *q, void *into);
struct outcome colours_press(struct request *q, const void *answers);

/* schemes.c: programmes, their settings, their topics and words. */
struct outcome schemes_show(struct request *q, void *into);
struct outcome new_programme_keep(struct request *q, const void *answers);
struct outcome programme_show(struct request *q, void *into);
struct outcome programme_keep(struct request *q, const void *answers);
struct outcome programme_words_show(struct request *q, void *into);
struct outcome programme_words_keep(struct request *q, const void *answers);
struct outcome topic_show(struct request *q, void *into);
struct outcome topic_keep(struct request *q, const void *answers);
struct outcome new_topic_show(struct request *q, void *into);
struct outcome new_topic_keep(struct request *q, const void *answers);

#endif
