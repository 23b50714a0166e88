/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What every page knows, whatever it shows: reached in templates as page.… */
#ifndef TEMPLATE_FACTS_H
#define TEMPLATE_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct page_language {
	const char *code;
	const char *name;       /* in itself */
	const char *dir;
	const char *address;    /* this page in that language */
	bool current;
};

struct page_facts {
	const char *language;
	const char *dir;
	struct list languages;
	bool several_languages;
	const char *site_name;
	const char *phone;
	const char *phone_link;     /* tel:… */
	const char *phone_hours;
	const char *email, *email_link;   /* mailto:… */
	const char *post_address;
	const char *colours;        /* the style sheet of the charity's colours; "" where it has none */
	const char *source_address;

	const char *self;           /* where this page's own form goes */
	const char *token;
	const char *once;
	const char *filled;         /* what the form is filled with; "" where nobody else fills it */
	bool has_form;
	bool warned;                /* one of the four below */
	bool refused;               /* there are mistakes */
	struct list mistakes;
	bool stale;                 /* the form was open too long: it has to be pressed once more */
	const char *unsaved;        /* "busy", "not-saved": why what was typed is not kept yet; or "" */
	bool kept;                  /* what is shown was typed before signing in again */
	bool changed;               /* somebody was faster; what was typed is still there */
	const char *changed_by;     /* at the desk: who it was, "" where that is not known */
	int64_t changed_at;
	struct list typed;          /* long texts that were typed and are not in the page's form */

	bool is_visitor;            /* neither signed in nor signing up */
	bool signed_in;
	bool is_staff;              /* whoever has a page of things to do */
	bool is_coordinator;
	bool is_keeper;
	bool sees_report;
	bool is_lead;
	bool is_trustee;
	bool is_reader;
	bool is_draft;             /* nobody has read all of the page's language */
	bool sees_concerns;
	bool at_desk;
	bool signing_up;
	bool is_demo;
	const char *call_name;
	const char *helped_name;   /* whom a coordinator helps now; "": nobody */
	bool helped_here;          /* and this page is theirs meanwhile */
	int64_t helped_id, helped_until;
	int64_t step;               /* which question this is; 0: none */
	int64_t steps;
	const char *back;           /* the question before; "" for none */
	const char *request;        /* the number to read out when something went wrong */
};
extern const struct view page_facts_view;

struct typed_text {
	const char *words;
};

#endif
