/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mentor and a mentee put forward to each other, not yet agreed by everyone. */
#ifndef DOMAIN_PROPOSAL_H
#define DOMAIN_PROPOSAL_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"
#include "domain/life.h"

struct score;

extern const struct life proposal_life;

struct proposal_new {
	int64_t programme_id, run_id, ask_id, offer_id, mentor_id, mentee_id;
	bool warned;             /* they may be friends or neighbours */
};

/* Puts two people forward, with the reasons. Returns the proposal's number, or 0 with trouble. */
int64_t proposal_put_forward(struct work *work, const struct proposal_new *proposal, const struct score *score);

/* A coordinator puts two forward by hand, with every bar checked before: it is kept at once, and what a
   run put forward for the ask is replaced. `allowed_why`: why the two may help each other, or "". */
int64_t proposal_by_hand(struct work *work, const struct proposal_new *proposal, const struct score *score, const char *allowed_why);

/* A later run puts forward the same two: the proposal stays, with the reasons of now. */
void proposal_put_again(struct work *work, int64_t proposal_id, const struct proposal_new *proposal, const struct score *score);

/* A coordinator allows two friends or neighbours, because. Without it they are neither kept nor opened. */
bool proposal_allow(struct work *work, int64_t proposal_id, const char *friend_why);

/* A conflict has come up, or something else that cannot be: it is replaced, and those who know of it hear that
   somebody else is looked for. Nobody is told more. */
bool proposal_bar(struct work *work, int64_t proposal_id);

/* Replaces what earlier runs put forward and nobody has decided on. */
void proposal_replace_others(struct work *work, int64_t programme_id, int64_t run_id);

/* A mentee asks for an offer, somebody was suggested for an ask, or invited: the programme's level says
   whether a coordinator looks at it first or it goes out at once; of friends a coordinator always does. `asked`: the mentee has said yes with it. */
struct proposal_from {
	const char *origin;      /* asked, suggested, invited */
	bool asked;
	const char *shows;       /* which of `phone email` the mentor may then see */
	const char *words;       /* how the mentee puts it */
};
int64_t proposal_from_person(struct work *work, const struct proposal_new *proposal, const struct score *score, const struct proposal_from *from);

/* Takes a step of its life: `event` of the table, by `actor`. Tells those who know of it. False when it may not
   be taken from where the proposal is, or by this actor. The acts below do what has to be done besides. */
bool proposal_step(struct work *work, int64_t proposal_id, const char *event, unsigned actor);

/* Steps of a coordinator. */
bool proposal_keep(struct work *work, int64_t proposal_id);
bool proposal_drop(struct work *work, int64_t proposal_id);
bool proposal_send(struct work *work, int64_t proposal_id);
bool proposal_replace(struct work *work, int64_t proposal_id);

/* Nobody answered for so long that its time is over: only after its day. */
bool proposal_lapse(struct work *work, int64_t proposal_id);

/* Takes back Keep, and Drop where the ask is still free and the mentor has room. Until it is sent. */
bool proposal_undo(struct work *work, int64_t proposal_id);

struct proposal_answer {
	int64_t proposal_id;
	int64_t person_id;       /* whose answer it is */
	bool yes;
	const char *shows;       /* which of `phone email` the other may see */
	const char *how;         /* self, phone, paper */
	const char *first_day;   /* of their first meeting; "": they arrange it */
};
/* What one side says. False when it was answered before, or is not theirs. Two yes make it agreed and close the
   other proposals for the ask; at the level `light` the pair begins. A yes to what cannot be any more (a bar,
   no room, an ask that is met) ends as proposal_bar does: true as well. */
bool proposal_answer(struct work *work, const struct proposal_answer *answer);

/* One side takes its yes back, until the pair begins. False when there is none. */
bool proposal_withdraw(struct work *work, int64_t proposal_id, int64_t person_id);

/* Ends all that is under way for an ask but `but_id`, with a kind note to those who know of it. */
void proposal_close_others(struct work *work, int64_t ask_id, int64_t but_id);

/* Somebody rests: all that is on the way to a pair with them ends, and the others hear it kindly. */
void proposal_rest_all(struct work *work, int64_t person_id);

/* What stands in the way of opening it now, or "": two-ways, full, taken, gone, friend, or a conflict by name. */
const char *proposal_in_the_way(struct work *work, int64_t proposal_id);

/* Opens an agreed proposal: the pair begins on trial. Every bar is checked once more. Returns the
   pair's number, or 0 where something stands in the way. */
int64_t proposal_open(struct work *work, int64_t proposal_id);

/* Reminds those who have not answered, on the third and the seventh day. After days without a night each
   is reminded once. */
void proposal_nightly(struct work *work);

#endif
