/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A life is a table: from which state, at which event, who may, to which state, what is told, who has
   to act next and by when. The table drives the code, the diagrams of docs/lives.md and a test that
   tries every event in every state as every role. No state rests without an owner and a date. */
#ifndef DOMAIN_LIFE_H
#define DOMAIN_LIFE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who takes a step, or has to take the next. */
enum actor {
	ACTOR_NOBODY = 0,          /* the life is over */
	ACTOR_SELF = 1,            /* the person whose sign-up it is */
	ACTOR_MENTOR = 2,
	ACTOR_MENTEE = 4,
	ACTOR_EITHER = ACTOR_MENTOR | ACTOR_MENTEE,
	ACTOR_COORDINATOR = 8,
	ACTOR_LEAD = 16,
	ACTOR_CLOCK = 32,          /* the nightly job */
	ACTOR_TRUSTEE = 64,        /* the trustee for safeguarding */
	ACTOR_HOST = 128,          /* whoever suggests or invites somebody */
	ACTOR_GUEST = 256          /* who is suggested or invited */
};

struct step {
	const char *from;
	const char *event;
	unsigned who;
	const char *to;
	const char *told;          /* kind of mail for those whom it concerns; "" for none */
	unsigned next;             /* who has to act then */
	int days;                  /* and within how many; 0 where nobody has to; LIFE_SAME: by the day it was */
};
enum { LIFE_SAME = -1 };

struct life {
	const char *noun;          /* signup, proposal, pair */
	const struct step *steps;
	size_t count;
};

/* The step of that event from that state, or NULL: there is none, or this actor may not take it. */
const struct step *life_step(const struct life *life, const char *from, const char *event, unsigned actor);

/* The moment by which the next has to act: the end of the last day. Far away where nobody has to. */
int64_t life_due(int64_t now, const struct step *step);

#endif
