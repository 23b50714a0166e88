/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What every statement and act is handed: a request holds one, the command line makes its own. */
#ifndef DB_WORK_H
#define DB_WORK_H

#include <stdint.h>

struct arena;
struct crypto_key;
struct db;

/* What kept the database from doing what was asked. Once set, every further statement does nothing,
   so that only the end of the work has to look. */
enum trouble {
	TROUBLE_NONE,
	TROUBLE_FAULT,     /* ours: it is in the log */
	TROUBLE_BUSY,      /* others were writing for too long */
	TROUBLE_NOT_SAVED, /* the disk is full, read-only or broken */
	TROUBLE_NEWER,     /* a newer program has brought the database up to date meanwhile */
	TROUBLE_CHANGED    /* what was written about is gone, or was done by somebody else meanwhile */
};

struct work {
	struct arena *arena;
	struct db *db;
	const struct crypto_key *key;  /* the site's */
	const char *request;           /* its number, for the log */
	int64_t now;                   /* seconds since 1970, UTC */
	const char *today;             /* 2026-03-03, in the site's time */
	int64_t person_id;             /* who acts; 0: nobody who signed in */
	enum trouble trouble;
};

#endif
