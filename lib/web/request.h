/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One request, as the router and the pages of a program see it. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdint.h>

#include "db/db.h"
#include "form/form.h"
#include "http/http.h"
#include "language/language.h"
#include "site/site.h"
#include "template/template.h"
#include "template/facts.h"
#include "web/page.h"

/* What statements may name without asking. */
struct request_facts {
	int64_t now;
	const char *today;
	int64_t person_id;
	int64_t signup_id;
	const char *language;
};

/* Who it is. */
struct visitor {
	unsigned who;
	const char *cookie;            /* the browser's token; "" when it has none yet */
	const char *token;             /* the keyed hash of it */
	bool known;                    /* the browser is in the database */
	bool run_out;                  /* a login that was idle for too long */
	int64_t person_id;             /* also of a login that ran out or is half done */
	int64_t signup_id;
	const char *call_name;
	const char *language;
	const char *wanted;
	bool has_app;
	bool has_desk_role;
	bool own_device;
	bool has_sent;             /* a sign-up of this browser was sent */
	int64_t seen_at;
	int64_t own_id;                /* whose login it is, where person_id is of somebody whom they help */
	int64_t helps_id;              /* whom a coordinator helps now; 0: nobody */
	int64_t helps_until;
	const char *helped_name;
};

struct request {
	struct work work;
	struct site *site;
	struct settings settings;
	const struct http_request *http;
	struct http_answer *answer;
	const struct program *program;
	const struct page *page;
	const struct template *template;
	const char *path;              /* within the program */
	const char *param;             /* what follows the page's path: "12" */
	struct http_pairs query;
	struct http_pairs sent;        /* a POST's fields */
	struct visitor visitor;
	struct language language;
	struct link_base links;
	struct form_sending sending;
	struct answers answers;
	bool typed;                    /* answers are to be shown instead of the view's values */
	bool formless;                 /* a show found nothing to ask: the page stands without its form */
	bool unsent;                   /* what was typed waits until the person has signed in again */
	struct page_facts facts;
	struct request_facts known;
	const char *changing;          /* what a press of this page is about, as the audit calls it, where the address does not say it; NULL */
	int64_t changing_id;
	const char *beside;            /* what its press would undo, and none of its fields says; NULL */
	void *view;                    /* a struct of the template's view */
	void *scratch;                 /* from `slow` or `counts` to `keep` */
};

#endif
