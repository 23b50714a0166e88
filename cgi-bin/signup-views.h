/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of sign-up show, where it is more than one row. */
#ifndef SIGNUP_VIEWS_H
#define SIGNUP_VIEWS_H

#include "base/view.h"
#include "sql_programme.h"
#include "domain/bar.h"
#include "sql_signup.h"

struct signup_start {
	const char *programme;     /* its name, where somebody came from its own address, or was invited to it */
	bool invited;
	bool has_open;
};
extern const struct view signup_start_view;

struct signup_which {
	struct list programmes;
	int64_t programme_id;
};
extern const struct view signup_which_view;

struct signup_ask {
	struct signup_of of;
	struct list topics;
	struct signup_ask_row row;
};
extern const struct view signup_ask_view;

struct signup_offer {
	struct signup_of of;
	struct list topics;
	struct signup_offer_row row;
};
extern const struct view signup_offer_view;

struct signup_meet {
	struct signup_meet_row row;
	struct list places;
};
extern const struct view signup_meet_view;

/* What was typed of ties to others: struct bar_lists, on three pages. */
extern const struct view signup_work_view;
extern const struct view signup_bars_view;
extern const struct view account_bars_view;

struct signup_check {
	struct signup_answers answers;
	struct bar_lists bars;
	struct list asks;
	struct list offers;
	const char *offer_words;
	bool no_ask;
	bool no_offer;
	bool several;              /* programmes to choose from */
	bool unfinished;
	bool no_work;              /* nothing said of where they work or study */
	bool nobody;               /* nobody named */
};
extern const struct view signup_check_view;

struct signup_done {
	struct signup_sent row;
	const char *number;        /* to read out on the phone */
	bool by_phone;
	bool by_post;
};
extern const struct view signup_done_view;

struct signup_save {
	const char *code;
	const char *address;
};
extern const struct view signup_save_view;

/* How this site matches: each programme's own lines. */
struct signup_line {
	const char *kind;
	int64_t points;
};
struct signup_slug {
	const char *slug;          /* of a lesson */
};
struct signup_counted {
	const char *words;
	struct programme_settings row;
	struct list mentor_lessons, mentee_lessons;   /* before a first meeting: signup_slug */
	bool waited;               /* how long somebody has waited counts */
	bool in_groups;            /* one offer may take several at once */
	struct list lines;         /* what counts, the most first */
};
extern const struct view signup_counted_view;
struct signup_matching {
	struct list programmes;
};
extern const struct view signup_matching_view;

#endif
