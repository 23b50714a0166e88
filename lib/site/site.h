/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The site that a program belongs to: found from the program's own place, opened once before the
   first request. Everything that lives longer than a request hangs off it. */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "crypto/crypto.h"
#include "db/db.h"

struct arena;

enum site_state {
	SITE_READY,
	SITE_NO_DATA,      /* no bothways.conf beside the program, or its folder is not there */
	SITE_NO_KEY,       /* the data folder has no readable key */
	SITE_NO_DATABASE,
	SITE_OLDER,        /* the database wants migrating */
	SITE_NEWER,        /* the database belongs to a newer Bothways */
	SITE_DAMAGED
};

struct site {
	struct arena *arena;
	const char *data;          /* the data folder */
	struct db *db;             /* NULL unless ready */
	struct crypto_key key;
	enum site_state state;
};

/* The charity's settings; each member is a row of that name. See docs/hosting.md for what they mean. */
struct settings {
	const char *site_name;
	const char *phone;
	const char *phone_hours;
	const char *concern_phone;
	int64_t concern_hours;     /* within which a concern is answered */
	const char *address;       /* https://charity.example, for links in mail; no slash at its end */
	const char *ending;        /* of program names in addresses: "" or ".cgi" */
	const char *languages;     /* codes with a space between; the first is the charity's own */
	const char *hidden_languages; /* that work, but are not offered */
	const char *time_rule;     /* POSIX, such as GMT0BST,M3.5.0/1,M10.5.0 */
	const char *source_address; /* where this site's source code is to be had */
	const char *mail_way;      /* folder or sendmail */
	const char *mail_command;  /* the host's sendmail */
	const char *mail_from;
	int64_t mail_an_hour;
	const char *demo;          /* not empty: a site made by script/server */
};

/* Finds and opens the site. `program` is argv[0]. Never fails: the state says how it went. */
struct site *site_open(const char *program);

/* The same of the site whose bothways.conf, or whose data, is in `folder`; NULL: found from the program's own place. */
struct site *site_open_in(const char *program, const char *folder);
void site_close(struct site *site);

/* Tries once more what did not open. */
void site_retry(struct site *site);

/* Reads the settings, where there are words of the charity's own for `language` those, and makes its
   time the process's. Inside a transaction. */
struct settings site_settings(struct work *work, const char *language);

/* Makes a data folder: the folder itself (0700), its key, its database. False, and a line in the log,
   when it cannot be made. An existing database is never touched. */
bool site_make(const char *data, bool wal);

#endif
