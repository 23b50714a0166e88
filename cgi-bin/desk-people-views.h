/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the desk shows of people: the list, and somebody's own page. */
#ifndef DESK_PEOPLE_VIEWS_H
#define DESK_PEOPLE_VIEWS_H

#include "base/view.h"
#include "domain/lesson.h"
#include "intake/intake.h"
#include "intake/new-person.h"
#include "sql_bar.h"
#include "sql_measure.h"
#include "sql_merge.h"
#include "sql_outbox.h"
#include "sql_people.h"

struct desk_people {
	const char *words;         /* what is looked for, as it was typed */
	const char *sort;          /* name, or newest */
	const char *state, *lacks; /* all: any */
	int64_t programme_id;      /* 0: any */
	struct list rows;          /* people_some, 50 at the most */
	struct list programmes;
	struct list open;          /* programmes_open: to which somebody can be signed up */
	bool asked;                /* for something: the filters stand open */
	bool nothing;
	bool too_many;             /* more people have such a word than are looked at */
	bool further;              /* there are more: after this one */
	bool looked;               /* 500 were looked at, and fewer than 50 fit */
	const char *after;
};
extern const struct view desk_people_view;

/* A day of the story: what was done, and by whom. */
struct desk_done {
	int64_t at;
	const char *what;          /* a word of templates/said-done.xml */
	const char *who;           /* "": themselves, the clock, or not said */
	int64_t pair_id;           /* of which pair; 0 */
};

struct desk_person {
	struct person_shown person;
	struct list signups, asks, offers, pairs, bars;
	struct list lessons;       /* struct lesson: done, or wanted */
	struct list measures;      /* struct desk_person_measure: answers that may come on paper */
	struct list done;          /* struct desk_done */
	const char *older;         /* where the story goes on, sealed; "" */
	bool has_twins;            /* somebody else could be them */
	bool is_here;              /* active or resting: may be changed, helped and put forward */
};
extern const struct view desk_person_view;

/* Whom a coordinator helps, or is to help, on their own pages. */
struct desk_help {
	struct person_shown person;
	bool may;                  /* they take part, and do not work at the desk */
};
extern const struct view desk_help_view;

/* Letters to print in one run, each in its reader's language. */
struct desk_paragraph {
	const char *words;
};
extern const struct view desk_paragraph_view;
struct desk_letter {
	int64_t outbox_id;
	const char *full_name, *address, *subject, *lang, *dir;
	struct list paragraphs;
	bool ticked;               /* they all are at first */
};
extern const struct view desk_letter_row_view;
struct desk_letters {
	struct list rows;
	bool further;              /* more wait, for the next run */
};
extern const struct view desk_letters_view;

/* People from a file: what would become of each row, once somebody has looked. */
struct desk_import {
	struct desk_form_programme programme;
	const char *mark;          /* of what was looked at, and what came of it: only that is put in */
	bool looked, may_put;
	bool is_other;             /* put was pressed, and it is not what was looked at */
	struct intake_end end;
	struct list lines;         /* struct intake_line */
	struct list columns;       /* struct intake_column */
};
extern const struct view desk_import_view;

/* How somebody without e-mail is, from paper: what is asked, and never what was answered. */
struct desk_how {
	struct measure_signup row;
	const char *programme, *measures;
	bool given;                /* the answers for this time are in */
	bool nothing;              /* nothing was typed in when the button was pressed */
};
extern const struct view desk_how_you_are_view;
extern const struct view desk_how_sheet_view;
struct desk_person_measure {
	int64_t signup_id;
	const char *programme;
};

/* What could be written to somebody, and the one letter that was chosen. */
struct desk_letter_kind {
	const char *kind;          /* of templates/mail */
	const char *subject;       /* in the language of the page */
};
struct desk_one_letter {
	struct person_shown person;
	struct list kinds;         /* struct desk_letter_kind */
	struct list letters;       /* struct desk_letter: one or none */
	bool is_here;              /* active or resting: may have a card of codes */
};
extern const struct view desk_letter_view;

/* Somebody new, and who they could be as well. */
struct desk_merge {
	struct person_shown person;
	struct list twins;         /* merge_twins */
};
extern const struct view desk_merge_view;

#endif
