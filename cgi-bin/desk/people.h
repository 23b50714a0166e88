/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: its pages about people and letters. */
#ifndef DESK_PEOPLE_H
#define DESK_PEOPLE_H

#include "web/web.h"

/* people.c: finding somebody; all that there is about one person. */
struct outcome people_show(struct request *q, void *into);
struct outcome people_ask(struct request *q, const void *answers);
struct outcome person_show(struct request *q, void *into);
struct outcome how_show(struct request *q, void *into);
struct outcome how_keep(struct request *q, const void *answers);
struct outcome how_sheet_show(struct request *q, void *into);
struct desk_person;
/* Of somebody without e-mail: where their answers may come on paper. */
struct list how_on_paper(struct request *q, const struct desk_person *person);
struct outcome letter_show(struct request *q, void *into);
void letter_noted(struct request *q);
struct outcome person_press(struct request *q, const void *answers);

/* new-person.c: somebody signed up by phone or from paper; the paper. */
struct outcome new_person_show(struct request *q, void *into);
struct outcome new_person_keep(struct request *q, const void *answers);

/* import.c: many at once, from a file; an example of one. */
struct outcome import_show(struct request *q, void *into);
struct outcome import_look(struct request *q);
struct outcome import_keep(struct request *q, const void *answers);
struct outcome import_file_show(struct request *q, void *into);

/* help.c: a coordinator in somebody's own pages. */
struct outcome help_show(struct request *q, void *into);
struct outcome help_keep(struct request *q, const void *answers);

/* letters.c: what is printed and posted to whoever has no e-mail. */
/* The parts of a mail, which have an empty line between: rows of desk_paragraph. */
struct list letter_paragraphs(struct arena *arena, const char *text);
struct outcome letters_show(struct request *q, void *into);
struct outcome letters_posted(struct request *q, const void *answers);

/* merge.c: two sign-ups of one person. */
struct outcome merge_show(struct request *q, void *into);
struct outcome merge_keep(struct request *q, const void *answers);

/* people-file.c: everybody, for a spreadsheet. */
struct outcome people_file_show(struct request *q, void *into);
void people_file_noted(struct request *q);

/* Of what somebody is kept apart from, what a coordinator may see: bars_of. */
struct list open_bars(struct request *q, int64_t person_id);

#endif
