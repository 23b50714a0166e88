/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What every page program shares. The router does for each request what its page's row says, always in
   the same order (docs/architecture.md); here is what a row's own functions may call. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "web/page.h"
#include "web/request.h"

extern const struct outcome shown, next_page, denied, missing, changed, too_often;

/* An address within the site: go_to(q, "account", "/me"). */
struct outcome go_to(struct request *q, const char *program, const char *path);

/* Refuses a field for a reason of the page's own; its template must have words for it. */
struct outcome blamed(struct request *q, const char *field, enum reason reason);

/* Answers with an error page: one of the kinds of templates/error.xml. */
struct outcome refuse(struct request *q, int status, const char *kind);

/* Answers with a file to keep, of the type of the page's row. Nothing of it is written into a page. */
struct outcome web_download(struct request *q, const char *name, const char *bytes);

/* The same of a file of the host, of any size; missing where there is none. */
struct outcome web_download_file(struct request *q, const char *name, const char *path);

/* Answers with something else than a page of the row's template, to be looked at. `type` is what HTTP calls it. */
struct outcome web_look(struct request *q, const char *type, const char *bytes);

/* `done` when the act went through, else what stopped it; a refusal without trouble is "changed". */
struct outcome when(struct request *q, bool act, struct outcome done);

/* The page's number (`:pair_id`) as a count; 0 when it is none. */
int64_t param_id(const struct request *q);

/* What was typed into a field of this form, the first where there are several; "" where nothing was. */
const char *typed_value(const struct request *q, const char *field);

/* The value of ?NAME=, or "". */
const char *query_value(const struct request *q, const char *name);

/* browser.c: gives the browser a token, when it has none, and remembers it in the database. Returns its
   keyed hash. Inside a write transaction. */
const char *web_browser(struct request *q);

/* Signs a person in on this browser, under a new token. `strong`: with the six digits of an app. False
   when this site may not sign anybody in over this connection. */
bool web_sign_in(struct request *q, int64_t person_id, bool own_device, bool strong);
bool web_may_sign_in(const struct request *q);

/* Ends the login of this browser, and asks it to forget what it holds of the site. */
void web_sign_out(struct request *q);

/* Set-up's code while set-up is open; else NULL. */
const char *web_setup_code(struct request *q);

/* limits.c: counts one more of a kind by a person, an address or a visitor's network, and says whether
   there were more than `most` within `seconds`. In a write transaction. */
bool web_too_often(struct request *q, const char *kind, const char *who, int64_t most, int64_t seconds);

/* The address that dials a phone number: tel:01632960123. */
const char *web_phone_link(struct arena *arena, const char *phone);

/* Shows this page in another's language, where the site has it and no button chose one: a page that is printed for somebody.
   From `show`, before anything was read in a language. */
void web_speak(struct request *q, const char *code);

/* The number as it is read, on one line. */
const char *web_phone_shown(struct arena *arena, const char *phone);

/* colours.c: the least contrast, in hundredths, that anything in the main colour has on pages in that scheme: as words and
   as a button. `colour` as colour_read gives it. */
enum web_scheme { WEB_LIGHT, WEB_DARK };
int64_t web_colour_contrast(enum web_scheme scheme, const char *colour);

/* The same colour with so much white in it that it is easily read on dark pages. */
const char *web_colour_for_dark(struct arena *arena, const char *colour);

/* The visitor's network: /64 of IPv6, the whole of IPv4. */
const char *web_network(const struct request *q);

#endif
