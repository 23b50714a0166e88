/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of signing in, and a person's own page, show. */
#ifndef ACCOUNT_VIEWS_H
#define ACCOUNT_VIEWS_H

#include "base/view.h"
#include "domain/lesson.h"
#include "sql_account.h"
#include "sql_ask.h"
#include "sql_data.h"
#include "sql_leave.h"
#include "sql_signup.h"
#include "sql_staff.h"

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
	struct account_person person;
	struct list signups;       /* one for each programme */
	struct list things;        /* what to do next, in order of its day */
	struct list waiting;       /* proposals that wait for somebody else */
	struct list invited;       /* whom they named, and who has not answered */
	struct list pairs;
	struct list lessons;       /* struct lesson: what is left before a first meeting */
	struct list measures;      /* struct account_measure: how they are, where a programme asks */
	bool nothing_to_do;
	bool first_time_mentor;    /* the exercise is shown back before the first meeting */
	bool may_ask;              /* in a programme: they may change what they ask and offer */
	bool may_read;             /* in an everyday programme: what others offer */
	bool may_join;             /* there is another programme */
};
extern const struct view account_me_view;

extern const struct view account_lesson_view;

/* Short questions that a programme asks. */
struct account_measure {
	int64_t programme_id;
	const char *programme, *measures, *moment;
};
extern const struct view account_how_you_are_view;

struct account_details {
	struct account_details_person person;
	struct account_answers answers;
	struct list signups;       /* how to meet, in each programme */
};
extern const struct view account_details_view;

struct account_reach {
	struct account_reach_row row;
};
extern const struct view account_reach_view;

struct account_meet {
	struct account_meet_row row;
	struct list places;
};
extern const struct view account_meet_view;

/* The programmes in which one more thing can be asked or offered. */
struct account_asks_in_programme {
	struct account_programmes row;
	bool may_ask;
	bool helped_first;         /* what they offer waits for that */
};
struct account_asks {
	struct list signups;
	bool several;
	struct list asks, offers;
};
extern const struct view account_asks_view;

struct account_new_ask {
	struct ask_page page;
	struct list topics;
	struct signup_ask_row row;
};
extern const struct view account_new_ask_view;

struct account_new_offer {
	struct ask_page page;
	struct list topics;
	struct signup_offer_row row;
};
extern const struct view account_new_offer_view;

struct account_ask {
	struct ask_own row;
	bool is_closed;
};
extern const struct view account_ask_view;

struct account_offer {
	struct offer_own row;
	bool is_closed;
};
extern const struct view account_offer_view;

struct account_pause {
	struct account_person person;
	bool pairs;                /* they meet people: what about those? */
	bool only_lead;            /* nobody else could read a concern */
};
extern const struct view account_pause_view;

struct account_join {
	struct list programmes;
};
extern const struct view account_join_view;

/* All that is held, as the file has it. */
struct account_data {
	struct list groups;        /* struct held_group */
};
extern const struct view account_data_view;

struct account_leave {
	struct list pairs;         /* that are not over: how are the others told? */
	bool works_here;           /* at the desk: hands that over first */
};
extern const struct view account_leave_view;
extern const struct view account_erase_view;

struct account_complaint {
	bool is_visitor;           /* nobody we know: they say how to answer them */
};
extern const struct view account_complaint_view;

struct account_complaint_sent {
	const char *by_day;        /* by which it is answered */
};
extern const struct view account_complaint_sent_view;

struct account_login_row {
	const char *key;           /* which it is, for the button */
	int64_t created_at, seen_at, own_device;
	bool current;
	bool all;                  /* not one, but every other */
};
struct account_logins {
	struct list logins;
	bool several;
};
extern const struct view account_logins_view;

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
