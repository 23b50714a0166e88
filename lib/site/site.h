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
	SITE_OLDER,        /* the database is being brought up to date, by another process */
	SITE_STUCK,        /* it could not be: upgrade-failed.txt in the data folder says why */
	SITE_NEWER,        /* the database belongs to a newer Bothways */
	SITE_DAMAGED
};

struct site {
	struct arena *arena;
	const char *program;       /* the file of this program; "" where it is not known */
	const char *home;          /* the folder of the programs */
	const char *data;          /* the data folder; NULL: nothing names one */
	struct db *db;             /* NULL unless ready */
	struct crypto_key key;
	enum site_state state;
	bool night_due;            /* found out by a request: the first after midnight */
};

/* The charity's settings; each member is a row of that name. See docs/hosting.md for what they mean. */
struct settings {
	const char *site_name;
	const char *phone;
	const char *phone_hours;
	const char *email;         /* that people may write to; "": none */
	const char *post_address;  /* the same of letters */
	const char *colour;        /* of what can be pressed, #0d5049; "": that of the style sheet */
	const char *colour_dark;   /* the same on dark pages */
	const char *concern_phone;
	int64_t concern_hours;     /* within which a concern is answered */
	const char *address;       /* https://charity.example, for links in mail; no slash at its end */
	const char *ending;        /* of program names in addresses: "" or ".cgi" */
	const char *languages;     /* codes with a space between; the first is the charity's own */
	const char *hidden_languages; /* that work, but are not offered */
	const char *time_rule;     /* POSIX, such as GMT0BST,M3.5.0/1,M10.5.0 */
	const char *source_address; /* where this site's source code is to be had */
	const char *mail_way;      /* folder, sendmail or smtp */
	const char *mail_command;  /* the host's sendmail */
	const char *smtp_host;
	int64_t smtp_port;
	const char *smtp_user;
	const char *smtp_password; /* sealed */
	const char *mail_from;
	int64_t mail_an_hour;
	const char *demo;          /* not empty: a site made by script/server */
	const char *setup_browser; /* keyed hash: the browser that gave set-up's code */
	const char *setup_spent;   /* keyed hash: the code that finished set-up, and opens it no more */
	const char *night_day;     /* on which the night's work was last done whole */
	const char *setup_found;   /* what set-up found of the host, as words */
	const char *setup_mail;    /* what was answered to its test message */
	int64_t setup_coordinator; /* who is signed in at its end */
	int64_t setup_done_at;     /* 0: not yet */
	int64_t upgraded_at;       /* when the database was last brought up to date; 0: never */
	const char *news_read;     /* the version whose changes were read at the desk */
};

/* Finds and opens the site. `program` is argv[0]. Never fails: the state says how it went. */
struct site *site_open(const char *program);

/* The same of the site whose bothways.conf, or whose data, is in `folder`; NULL: found from the program's own place. */
struct site *site_open_in(const char *program, const char *folder);
void site_close(struct site *site);

/* found.c: on a host where nothing is yet, finds a place for the data outside the web folder `root` (the server's
   word for it, or ""), names it in bothways.conf, and makes what belongs there: key, set-up's code, database. */
enum site_founded {
	SITE_FOUNDED,
	SITE_NOT_OURS,     /* the programs belong to another user than the one that they run as */
	SITE_NO_PLACE,     /* no folder beside the web folder can be made */
	SITE_NO_CONF,      /* bothways.conf cannot be written */
	SITE_NOT_MADE      /* the data folder is there, and cannot be filled */
};
enum site_founded site_found(struct site *site, const char *root);

/* night.c: the lock of the night's work, to be closed at its end; SITE_NIGHT_TAKEN: another process holds it; -1: it cannot
   be made. */
enum { SITE_NIGHT_TAKEN = -2 };
int site_night_lock(struct arena *arena, const struct site *site);

/* Starts `bothways night` on its own, at most once in ten minutes. For after an answer, when settings.night_day is not
   today. */
void site_night_start(struct arena *arena, const struct site *site);

/* code.c: set-up's code, 8 characters, from the file setup-code.txt in the data folder; NULL when there is no such file. A
   file that holds no code is given a new one: so set-up is opened again with the file manager alone. */
const char *site_setup_code(struct arena *arena, const struct site *site);
void site_setup_code_forget(struct arena *arena, const struct site *site);

/* check.c: what matters of a host, as words with one space between: owner-good, place-web … See its table. */
struct site_host {
	const char *root;          /* the web folder, or "" */
	bool secure;               /* this request came over https */
	bool fastcgi;
};
const char *site_check(struct arena *arena, const struct site *site, const struct site_host *host);

/* Whether two processes lock each other out on the disk of this folder; and whether that disk is the host's own, by the
   kind of its file system. Both have to hold for WAL. */
bool site_locks_hold(struct arena *arena, const char *folder);
bool site_disk_is_own(const char *folder);

/* upgrade.c: brings the database up to date, once and by one process; SITE_READY: it can be opened now. */
enum site_state site_upgrade(const struct site *site);

/* Tries once more what did not open. */
void site_retry(struct site *site);

/* Reads the settings, where there are words of the charity's own for `language` those, and makes its
   time the process's. Inside a transaction. */
struct settings site_settings(struct work *work, const char *language);

/* Makes a data folder: the folder itself (0700), its key, its database. False, and a line in the log,
   when it cannot be made. An existing database is never touched. */
bool site_make(const char *data, bool wal);

#endif
