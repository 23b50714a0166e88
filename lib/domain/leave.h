/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody leaves, with no reason asked. */
#ifndef DOMAIN_LEAVE_H
#define DOMAIN_LEAVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/life.h"

struct leaving {
	int64_t person_id;
	struct texts ring;       /* numbers of pairs whose other a coordinator rings; the others of the rest get a mail */
	bool erase;              /* and what is held on them is erased, as domain/erase.h says */
};

/* Their pairs end, and each other is told as they chose: whoever has no e-mail is rung. What is on the way ends
   kindly, asks, offers and sign-ups close, they are signed out everywhere, and the desk has a line. False when they have
   left already, or work at the desk: that is handed over first. */
bool leave_now(struct work *work, const struct leaving *leaving, unsigned actor);

/* They come back: a coordinator lets them sign in again. What had ended stays ended. */
bool leave_undo(struct work *work, int64_t person_id);

/* Ends all logins of somebody, and every way to sign in. */
void leave_sign_out(struct work *work, int64_t person_id);

#endif
