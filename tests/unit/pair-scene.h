/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mentor (2), a mentee (3) and their pair (1), for tests of what becomes of a pair. */
#ifndef TESTS_UNIT_PAIR_SCENE_H
#define TESTS_UNIT_PAIR_SCENE_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/unit/programme.h"

enum { MENTEE = 3, PAIR = 1 };

/* The programme that it is in, between scene_begin and scene_end. */
extern struct programme *p;

/* The pair begins as their proposal is opened, with that day for its first meeting, or "". */
void scene_begin(const char *first_day);
void scene_end(void);
/* Puts the pair into a state, with no review open. */
void scene_put(const char *state, const char *before, const char *why);

/* What one number of SQL says; open tasks and mails of a kind. */
int64_t scene_count(const char *sql);
int64_t scene_tasks(const char *kind);
int64_t scene_mails(const char *kind);

/* In a transaction of its own. */
#define DO(act) (programme_write(p), scene_done(act))
bool scene_done(bool result);

#endif
