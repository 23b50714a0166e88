/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What was before a run: who mentors whom, what was tried for an ask, what was put forward and is not
   decided yet. Read once and in order, so that each question is a few steps. */
#ifndef DOMAIN_PAST_H
#define DOMAIN_PAST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct past {
	struct list live, tried, unseen;
};

struct past past_of(struct work *work, int64_t programme_id, int64_t joined_id);

bool past_is_live(const struct past *past, int64_t mentor_id, int64_t mentee_id);

/* Whether this mentor was tried for the ask; *dropped: by a coordinator alone. */
bool past_was_tried(const struct past *past, int64_t ask_id, int64_t mentor_id, bool *dropped);

/* The undecided proposal that this ask and offer have; 0: none. */
int64_t past_unseen(const struct past *past, int64_t ask_id, int64_t offer_id);

#endif
