/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A program is a table of pages: one row a page. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct request;
struct statement;
struct template;

/* Who a request comes from: several of these at once. A page names those who may open it. */
enum who {
	ANYONE = 1,
	OWNER = 2,         /* has a sign-up that may still be changed */
	PERSON = 4,        /* signed in */
	HALF = 8,          /* signed in by code, but an app's six digits are due */
	COORDINATOR = 16,
	LEAD = 32,         /* safeguarding lead */
	TRUSTEE = 64,      /* trustee for safeguarding */
	KEEPER = 128,      /* site keeper */
	DEMO = 256,        /* anyone, on a site that script/server made; elsewhere there is no such page */
	READER = 1024,     /* reads and corrects translations, and nothing else */
	SETTER = 512       /* has given set-up's code in this browser, and set-up is open */
};

enum outcome_kind {
	OUTCOME_PAGE,          /* show the page */
	OUTCOME_NEXT,          /* done: go where the row says */
	OUTCOME_REDIRECT,
	OUTCOME_INVALID,       /* a field was blamed: the form again */
	OUTCOME_DENIED,
	OUTCOME_MISSING,       /* nothing is there, or nothing that this person may know of */
	OUTCOME_CHANGED,       /* somebody or something was faster */
	OUTCOME_TOO_OFTEN,
	OUTCOME_STOPPED,       /* work->trouble says why */
	OUTCOME_ANSWERED       /* the answer is made already */
};

struct outcome {
	enum outcome_kind kind;
	const char *where;     /* of a redirect: an address within the site */
};

struct page_reads {
	const struct statement *statement;
	struct outcome (*show)(struct request *q, void *view);
};

struct page_keeps {
	const struct statement *statement;
	struct outcome (*keep)(struct request *q, const void *answers);
};

#define NOTHING { 0 }
#define READS(name) { .statement = &name##_statement }
#define SHOW(function) { .show = function }
#define KEEPS(name) { .statement = &name##_statement }
#define KEEP(function) { .keep = function }

/* One row a page. Its template is PROGRAM/PATH; `/pair/:pair_id` takes what follows as a number, which
   statements know by that name. */
struct page {
	const char *path;
	unsigned who;
	struct page_reads reads;       /* what it shows */
	struct page_keeps keeps;       /* what a good form does; none: the page has no POST */
	const char *next;              /* where a good form leads: a path of this program */
	/* Counted before `keep`, in a transaction of its own that outlives a refusal. */
	struct outcome (*counts)(struct request *q, const void *answers);
	/* Slow hashing, and other programs, outside any transaction. */
	struct outcome (*slow)(struct request *q, const void *answers);
	bool question;                 /* one of the numbered questions */
	bool (*applies)(struct request *q); /* whether that question is asked here; NULL: always */
	/* What a look at it leaves behind (who read a concern): after a GET, in a transaction of its own. */
	void (*noted)(struct request *q);
	/* For a form that is good, before anything is kept: `shown` to show the page again, with what it found, `next_page` to keep. */
	struct outcome (*looks)(struct request *q);
	bool upload;                   /* takes a file: see lib/web/upload.c */
	bool helped;                   /* a coordinator may fill it in for somebody whom they help: nothing private is on it */
	const char *type;              /* of a download, which its show answers with; NULL: a page */
};

struct program {
	const char *name;
	const struct page *pages;
	size_t page_count;
	const struct template *const *templates;
	const size_t *template_count;
	const char *home;              /* the page at the program's own address */
	unsigned section;              /* facts: at_desk, signing_up */
	/* Set-up alone: what makes a site where there is none. A kind of error.xml when it cannot, else NULL. */
	const char *(*prepare)(struct request *q);
};
enum { SECTION_DESK = 1, SECTION_SIGNUP = 2, SECTION_SETUP = 4 };

/* The one program of this process: defined beside its pages. */
extern const struct program page_program;

#endif
