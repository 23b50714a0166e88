/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of set-up show. */
#ifndef SETUP_VIEWS_H
#define SETUP_VIEWS_H

#include "base/view.h"
#include "sql_setup.h"

struct setup_start {
	const char *folder;        /* the name of the data folder */
	const char *path;          /* and where it is */
	bool open;
	bool is_in;                /* this browser has given the code */
	bool secure;
};
extern const struct view setup_start_view;

struct setup_picture {
	const char *address;
};
struct setup_checks {
	const char *found;         /* words of site_check, and fetch-yes, fetch-no, fetch-untried */
	const char *path;          /* the data folder */
	int64_t now;
	bool ran;
	bool stops;                /* something has to be put right first */
	struct list pictures;      /* the square, at each address where it might be served */
};
extern const struct view setup_checks_view;

struct setup_charity {
	const char *site_name, *phone, *phone_hours, *concern_phone, *email, *post_address;
	int64_t concern_hours;
	const char *address, *zone, *source_address;
};
extern const struct view setup_charity_view;

struct setup_language {
	const char *code, *name, *dir;
	bool draft;                /* no fluent reader has looked at it */
	bool chosen;
};
struct setup_languages {
	struct list all;
	const char *first;
};
extern const struct view setup_languages_view;

struct setup_mail {
	const char *mail_way, *smtp_host, *smtp_user, *mail_from;
	int64_t smtp_port, mail_an_hour;
	bool has_sendmail, has_curl, has_password;
};
extern const struct view setup_mail_view;

struct setup_mail_sent {
	const char *said;
	bool taken;
};
extern const struct view setup_mail_sent_view;

struct setup_programme {
	struct setup_first row;
	bool is_there;
};
extern const struct view setup_programme_view;

struct setup_coordinator {
	const char *full_name, *call_name, *email;
};
extern const struct view setup_coordinator_view;

struct setup_people {
	struct setup_coordinator coordinator;
	const char *lead_name, *lead_email, *second_role, *second_name, *second_email;
};
extern const struct view setup_people_view;

struct setup_finish {
	const char *site_name, *address, *programme;
	struct list staff;
	bool no_charity, no_mail, no_programme, no_people, not_secure, not_checked;
	bool ready;
};
extern const struct view setup_finish_view;

#endif
