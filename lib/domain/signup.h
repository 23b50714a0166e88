/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person on their way into a programme. */
#ifndef DOMAIN_SIGNUP_H
#define DOMAIN_SIGNUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/life.h"

struct signup_answers;

extern const struct life signup_life;

enum { SIGNUP_DAYS = 30 };

/* Begins a sign-up: a new person, whom nobody knows yet. `programme_id` 0 where it is still to be
   chosen. Returns its number, or 0 with trouble. */
int64_t signup_start(struct work *work, int64_t programme_id, const char *language);

/* Somebody who is in one programme begins the sign-up for another: only what it still needs is asked. Returns its
   number; 0 where they are in it, or another sign-up of theirs is not finished. */
int64_t signup_join(struct work *work, int64_t person_id, int64_t programme_id);

/* The code with which a sign-up is come back to: the same each time it is asked for, 8 characters. */
const char *signup_code(struct work *work, int64_t signup_id);

/* The sign-up that a code, as it was typed, belongs to and that may still be changed, or 0. */
int64_t signup_for_code(struct work *work, const char *typed);

/* Answers that are more than one statement. Each is false when the sign-up was sent meanwhile. */
bool signup_choose_programme(struct work *work, int64_t signup_id, int64_t programme_id);

struct signup_wish {
	int64_t signup_id;
	int64_t topic_id;         /* 0: none */
	const char *words;
	const char *wish;
	bool talk;                /* "please talk it over with me" */
	int64_t level;            /* in a teaching programme, 1 to 3; 0: none said, or any */
	int64_t group_most;       /* of an offer there: how many at once */
};
bool signup_put_ask(struct work *work, const struct signup_wish *wish);

/* The same, of several topics; their numbers as text. */
bool signup_put_offers(struct work *work, const struct signup_wish *wish, struct texts topics);

/* Whom they must not be matched with (domain/bar.h). */
struct bar_lists;
bool signup_bar(struct work *work, int64_t signup_id, const struct bar_lists *lists);

/* The page of the first question that has to be answered and is not: "/name"; NULL when none. */
const char *signup_unanswered(struct work *work, const struct signup_answers *answers);

/* Steps of its life. False when it may not be taken from where the sign-up is. */
bool signup_send(struct work *work, int64_t signup_id);
/* The same by a coordinator, for somebody who told it by phone or on paper, or is on a list. They get the mail of the kind
   `told`; NULL: the one that they would get had they sent it themselves. */
bool signup_hand_in(struct work *work, int64_t signup_id, const char *told);
/* They have used a code that was sent to this address. What they have sent to a programme of the level `light` is
   approved by it. */
bool signup_email_checked(struct work *work, int64_t person_id, const char *email);
/* In, by a checked address alone: at the level `light`, where nothing has to be talked over. */
bool signup_check(struct work *work, int64_t signup_id);
bool signup_approve(struct work *work, int64_t signup_id);
bool signup_ask_again(struct work *work, int64_t signup_id, const char *question);
/* The question once more, to whoever has not answered it. */
bool signup_remind(struct work *work, int64_t signup_id);
bool signup_decline(struct work *work, int64_t signup_id, const char *reason);
bool signup_withdraw(struct work *work, int64_t signup_id, unsigned actor);
/* Nobody went on with it for so long that it is forgotten. */
bool signup_lapse(struct work *work, int64_t signup_id);

#endif
