/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody of a programme would like help with, and what they can help with: each with a life of its own. */
#ifndef DOMAIN_ASK_H
#define DOMAIN_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/life.h"

extern const struct life ask_life, offer_life;

struct ask_put {
	int64_t person_id;       /* whose it is: nobody changes another's */
	int64_t signup_id;       /* their approved sign-up */
	int64_t topic_id;
	const char *words;
	const char *wish;        /* any, older, younger; "" is any */
	int64_t level;           /* 1 to 3 in a teaching programme; 0: none said */
	int64_t group_most;      /* of an offer: how many at once */
};

/* One more ask. Returns its number; 0 where the topic is none of the programme's, or as many are open as the
   programme lets. */
int64_t ask_add(struct work *work, const struct ask_put *ask);

/* Whether one more may be open. */
bool ask_has_room(struct work *work, int64_t person_id, int64_t programme_id);

/* Other words, wish, level. False when it is not theirs, or closed. */
bool ask_change(struct work *work, int64_t ask_id, const struct ask_put *ask);

/* Takes a step of its life. False when it may not be taken. Closing one ends what is under way for it. */
bool ask_step(struct work *work, int64_t ask_id, const char *event, unsigned actor);

/* The same of offers, several topics at once. */
bool offers_add(struct work *work, const struct ask_put *offer, struct texts topics);
bool offer_change(struct work *work, int64_t offer_id, const struct ask_put *offer);
bool offer_step(struct work *work, int64_t offer_id, const char *event, unsigned actor);

#endif
