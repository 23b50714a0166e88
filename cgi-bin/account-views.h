/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of signing in, and a person's own page, show. */
#ifndef ACCOUNT_VIEWS_H
#define ACCOUNT_VIEWS_H

#include "base/view.h"
#include "sql_account.h"

struct account_code {
	const char *email;
	bool dead;                 /* tried too often */
};
extern const struct view account_code_view;

struct account_link {
	struct list people;        /* who share the address: one to choose */
	int64_t person_id;
};
extern const struct view account_link_view;
extern const struct view account_who_view;

struct account_enrol {
	const char *key;           /* in groups of four */
	const char *picture;       /* the path of the QR code */
	const char *box;           /* its viewBox */
	struct list codes;         /* for recovery, numbered */
	const char *sealed;        /* key and codes, until the first six digits prove them */
};
struct account_enrol_code {
	int64_t number;
	const char *code;
};
extern const struct view account_enrol_view;

struct account_me {
	struct account_signup signup;
	struct list proposals;
	struct list due;           /* meetings to say something about */
	struct list things;        /* what is asked in one's pairs */
	struct list pairs;
	bool nothing_to_do;
	bool first_time_mentor;    /* the exercise is shown back before the first meeting */
};
extern const struct view account_me_view;

struct account_demo {
	const char *name;
	bool is_staff;
};
extern const struct view account_demo_view;

struct account_mail {
	const char *name;
	const char *text;
};
struct account_outgoing {
	struct list mails;
};
extern const struct view account_outgoing_view;

#endif
