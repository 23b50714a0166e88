/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody suggested for an ask by a mentor who has no time, or invited by whoever asks. Whether somebody is of
   the programme is never told to whoever suggests them; what the mentee hears begins with a yes of the guest. */
#ifndef DOMAIN_INVITATION_H
#define DOMAIN_INVITATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/life.h"

extern const struct life invitation_life;

struct invitation_new {
	int64_t by_id;           /* whoever suggests or invites */
	int64_t ask_id;          /* for which help is looked for */
	const char *kind;        /* suggest; invite, and again: somebody who has helped the host before */
	const char *name;
	const char *email;       /* both empty: somebody of the programme, by their name alone */
	const char *address;
	const char *words;       /* what the host says to the guest; the page shows it, no mail */
	bool consent;            /* the guest may hear who it was */
	bool quiet;              /* this address was written to lately: not again */
};
/* Returns its number, or 0. A mail goes out at once; a letter, and a name, wait for a coordinator or the night. */
int64_t invitation_send(struct work *work, const struct invitation_new *invitation);

/* The code that opens it together with its number: the same each time it is asked for, 8 characters. */
const char *invitation_code(struct work *work, int64_t invitation_id);
/* Whether what was typed is the code of that number. */
bool invitation_opens(struct work *work, int64_t invitation_id, const char *typed);
/* Both as one word of an address: 12-7K3M9QTX; and the number of such a word, 0 where it opens nothing. */
const char *invitation_key(struct work *work, int64_t invitation_id);
int64_t invitation_of_key(struct work *work, const char *key);

/* Takes a step of its life: `event` of the table, by `actor`. False when it may not be taken. */
bool invitation_step(struct work *work, int64_t invitation_id, const char *event, unsigned actor);

/* The guest says yes. Somebody of the programme is put forward at once, where nothing is in the way. */
bool invitation_accept(struct work *work, int64_t invitation_id, int64_t person_id);

/* A sign-up began with it; and it was approved: its person is put forward for what they said yes to. */
void invitation_joins(struct work *work, int64_t invitation_id, int64_t signup_id);
void invitation_arrived(struct work *work, int64_t person_id);

/* Says which person of the programme is meant, and asks them. Where a bar stands between them and the ask, or they have
   no room, or are known in another programme alone, the desk gets a line; whoever named them hears after 30 days that no
   match came of it, as where nobody answered. */
bool invitation_tie(struct work *work, int64_t invitation_id, int64_t person_id);

/* Those of a programme whom the name could mean: rows of invitation_people_view. */
struct list invitation_means(struct work *work, const char *name, int64_t programme_id, int64_t by_id);

/* The letter is in the post. */
bool invitation_posted(struct work *work, int64_t invitation_id);

/* It is over for 30 days: whom it named, and what it said, are forgotten. */
void invitation_forget(struct work *work, int64_t invitation_id);

/* Ties names that can only mean one person; ends what nobody answered for 30 days, and 30 days after the end
   forgets name, address and words. */
void invitation_nightly(struct work *work);

#endif
