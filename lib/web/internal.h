/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/web. */
#ifndef WEB_INTERNAL_H
#define WEB_INTERNAL_H

#include "web/web.h"

/* The limits of docs/security.md. */
enum {
	BODY_MAX = 64 * 1024,
	FIELDS_MAX_SENT = 200,
	VALUE_MAX = 4000 * 4,      /* bytes: 4,000 characters */
	UPLOAD_MAX = 1024 * 1024,  /* the body of a page that takes a file, and one value of it */
	ARENA_MAX = 32 * 1024 * 1024
};

/* router.c */
struct outcome route(struct request *q);

/* receive.c: what can be refused before the database is asked. */
struct outcome receive(struct request *q);

bool is_post(const struct request *q);

/* upload.c: what was sent to a page that takes a file, as fields. */
struct outcome read_upload(struct request *q);

/* Where a body was not read: the page that says so. */
struct outcome refuse_body(struct request *q, enum http_body ended);

/* visitor.c */
void find_visitor(struct request *q);
const char *cookie_name(const struct request *q);
void set_cookie(struct request *q, const char *name, const char *value, int64_t seconds);
/* After a second press of a button that signed somebody in: the cookie that the first one set. */
void give_login_again(struct request *q);
/* Remembers that the browser was here, seldom. In a transaction of its own. */
void note_seen(struct request *q);

/* token.c */
const char *form_token(struct request *q);
/* TOKEN_OTHER: of a form that was filled in for somebody else, or for oneself. */
enum token_state { TOKEN_GOOD, TOKEN_STALE, TOKEN_FOREIGN, TOKEN_OTHER };
enum token_state check_token(struct request *q);
/* The key under which this very sending is remembered. */
const char *once_key(struct request *q);

/* seen.c: two at the desk never undo each other. What the page's form is filled with, hashed; "" where
   nobody else fills it. */
const char *seen_of(struct request *q);
/* Whether somebody else has filled it otherwise since the page was shown. The view must be read. */
bool seen_differs(struct request *q);
/* Answers with the page as it is now, who changed it, and what was typed. Outside any transaction. */
struct outcome show_changed(struct request *q);

/* router.c: fills the view, what the page shows. */
struct outcome read_view(struct request *q);

/* page.c */
void fill_facts(struct request *q);
void choose_language(struct request *q);
void render_page(struct request *q, int status);
const char *page_address(const struct request *q, const char *extra);

/* error.c: answers with a page that says what happened. */
void answer_error(struct request *q, int status, const char *kind);

/* answer.c */
void answer_headers(struct request *q);
void answer_redirect(struct request *q, const char *where);
void answer_outcome(struct request *q, struct outcome outcome);

/* files.c: true when the request was for a file and is answered. */
bool answer_file(struct request *q);

/* colours.c: the style sheet of that name, colours-0d5049-9fe0d4.css; NULL where it is none. Of the charity's own its address,
   or "". */
const char *colours_css(struct arena *arena, const char *name);
const char *colours_address(const struct request *q);

/* statement.c: runs a row's statement with its parameters taken by name from the answers, the page's
   number and what is known. False with work->trouble, or when there is no row. */
bool run_reads(struct request *q, const struct statement *statement, void *row);
bool run_keeps(struct request *q, const struct statement *statement, const struct view *form, const void *answers);

/* unsent.c: what was typed when the login had run out. */
void keep_unsent(struct request *q);
bool find_unsent(struct request *q);
void forget_unsent(struct request *q);

#endif
