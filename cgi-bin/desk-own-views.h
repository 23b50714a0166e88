/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the desk shows of the program itself: what is new in it, and the charity's own pages and words. */
#ifndef DESK_OWN_VIEWS_H
#define DESK_OWN_VIEWS_H

#include "base/view.h"
#include "cgi-bin/desk-people-views.h"
#include "language/sentences.h"

/* A page of the charity's own. */
struct desk_own_row {
	const char *name;          /* signup/name */
	const char *slug;          /* signup.name, as it stands in an address */
	const char *state;         /* as bothways template list says it */
};
extern const struct view desk_own_row_view;

struct desk_news {
	int64_t upgraded_at;       /* 0: never */
	struct list looks;         /* desk_own_row: outdated or unsound */
	bool keeper;               /* who looks keeps the site */
	bool unread;               /* and has not said that they have read it */
};
extern const struct view desk_news_view;

struct desk_own_pages {
	struct list rows;
	bool no_tool;              /* bothways cannot be run beside this program */
};
extern const struct view desk_own_pages_view;

struct desk_own_wrong {
	const char *words;
};
struct desk_own_page {
	struct desk_own_row row;
	struct list wrong;         /* desk_own_wrong */
	bool good, live, no_tool;
};
extern const struct view desk_own_page_view;

struct desk_words {
	const char *find;          /* what is looked for, as it was typed */
	const char *of_page;       /* or whose sentences: signup/promise; "" for neither */
	bool no_tool;
	const char *language;      /* its name */
	struct list rows;          /* struct sentence, 50 at the most */
	struct list owns;
	bool nothing;
};
extern const struct view desk_words_view;

/* A page that says it. */
struct desk_word_page {
	const char *name, *slug;   /* signup/promise, signup.promise */
	const char *kind;          /* of a mail, else "" */
};
struct desk_word {
	struct sentence sentence;
	struct list pages;         /* desk_word_page, where there is a draft to look at */
	bool no_tool;
	const char *language;
	const char *words;         /* the charity's own, or the shipped ones */
};
extern const struct view desk_word_view;

/* A kind of mail. */
struct desk_text_row {
	const char *kind, *subject;
};
struct desk_texts {
	struct list mails;
};
extern const struct view desk_texts_view;

/* One of them, as it would be to whoever looks. */
struct desk_text {
	const char *kind, *subject, *from;
	struct list letters;       /* desk_letter: one */
	struct list sentences;     /* struct sentence */
	bool letter;               /* it can be posted */
	bool has_drafts;           /* some sentence has */
	bool drafts;               /* they are what is shown */
	bool no_tool;
};
extern const struct view desk_text_view;

/* A language and how far its reading has come. */
struct desk_tongue {
	const char *code, *name, *dir;
	const char *readers;       /* who has read in it, a name a line, or "" */
	bool draft;
	int64_t all, read, corrected, left;
};
extern const struct view desk_tongue_view;

struct desk_languages {
	struct list rows;          /* struct desk_tongue */
};
extern const struct view desk_languages_view;

/* One of its sentences in a list. */
struct desk_read {
	struct sentence sentence;
	const char *reader, *mark;
};

struct desk_language {
	struct desk_tongue tongue;
	struct list rows;          /* struct desk_read */
	const char *these;         /* their marks */
	const char *show;          /* unread, corrected, all */
	int64_t before, after;     /* pages; 0 */
	int64_t found, first, last;
	bool several;
};
extern const struct view desk_language_view;

/* One to be corrected. */
struct desk_sentence {
	struct sentence sentence;
	const char *code, *name, *dir;  /* of its language */
	const char *reader;        /* the name of who has read it, or "" */
	/* The words, the site's own or the shipped ones. Of what depends on a number a form each, and which numbers take it: "2, 3, 4". */
	const char *words, *words_1, *words_2, *words_3, *words_4, *words_5;
	const char *numbers, *numbers_1, *numbers_2, *numbers_3, *numbers_4, *numbers_5;
	bool may_look;             /* it can be a draft first, looked at where it stands */
};
extern const struct view desk_sentence_view;

#endif
