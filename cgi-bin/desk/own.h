/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: its pages about the program itself. */
#ifndef DESK_OWN_H
#define DESK_OWN_H

#include "web/web.h"

/* news.c: what is new, and which of the charity's own pages need a look since. */
bool news_waits(const struct request *q);
struct outcome news_show(struct request *q, void *into);
struct outcome news_slow(struct request *q, const void *answers);
struct outcome news_keep(struct request *q, const void *answers);

/* own.c: pages of the charity's own: begun, checked, looked at, live, back. `bothways` compiles them, outside any
   transaction: a page with a `slow` leaves in q->scratch what its show has found. */
struct outcome own_pages_show(struct request *q, void *into);
struct outcome own_pages_slow(struct request *q, const void *answers);
struct outcome own_pages_begin(struct request *q, const void *answers);
struct outcome own_page_show(struct request *q, void *into);
struct outcome own_page_slow(struct request *q, const void *answers);
struct outcome own_page_press(struct request *q, const void *answers);
struct outcome own_look_show(struct request *q, void *into);
/* The view, of `size` bytes, as it is in q->scratch. */
struct outcome own_as_pressed(struct request *q, void *into, size_t size);
/* All that the data folder has, as rows of desk_own_row; *ran: whether bothways could be asked. */
struct list own_rows(struct request *q, bool *ran);

/* words.c: single sentences in the charity's own words. */
struct outcome words_show(struct request *q, void *into);
struct outcome words_ask(struct request *q, const void *answers);
struct outcome word_show(struct request *q, void *into);
struct outcome word_press(struct request *q, const void *answers);

#endif
