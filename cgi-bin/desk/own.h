/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: its pages about the program itself. */
#ifndef DESK_OWN_H
#define DESK_OWN_H

#include "base/command.h"
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

/* signup.start of signup/start, as it stands in an address. */
const char *own_slug(struct arena *arena, const char *name);

/* bothways template WORDS…, which end in NULL; names among them are such as own_is_name knows. Outside the write lock. */
struct command_answer own_run(struct request *q, const char *const *words);

/* texts.c: what is promised and what is sent, with what a mail says now and with its drafts. */
struct outcome texts_show(struct request *q, void *into);
struct outcome text_show(struct request *q, void *into);

/* words.c: single sentences in the charity's own words: a draft, looked at, live, back. The sentences of a page: *ran says whether
   bothways could be asked. */
struct list words_of_page(struct request *q, const char *page, bool *ran);
struct outcome words_show(struct request *q, void *into);
struct outcome words_ask(struct request *q, const void *answers);
struct outcome word_show(struct request *q, void *into);
struct outcome word_press(struct request *q, const void *answers);

/* What was typed, which may be longer, as one line. */
const char *words_on_one_line(struct arena *arena, const char *typed);

/* languages.c: how far each language is read, reading one page by page, and its file. */
struct outcome languages_show(struct request *q, void *into);
struct outcome language_show(struct request *q, void *into);
struct outcome language_press(struct request *q, const void *answers);
struct outcome language_file_show(struct request *q, void *into);
/* Of the places where a sentence stands at most so many: what stands on many pages is told by a few. */
const char *some_places(struct request *q, const char *where, int most);

/* sentence.c: one sentence of a translation, corrected. */
struct outcome sentence_show(struct request *q, void *into);
struct outcome sentence_press(struct request *q, const void *answers);
/* The name of somebody who read a sentence, or "". */
const char *reader_name(struct request *q, int64_t person_id);

#endif
