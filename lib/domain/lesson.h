/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Short lessons: which of them a programme wants done before a first meeting, and which somebody has done, when and how.
   A person's stand in one column, as words `slug=day=how` with a space between. */
#ifndef DOMAIN_LESSON_H
#define DOMAIN_LESSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

enum { LESSON_COUNT = 5 };

struct lesson {
	const char *slug;          /* mentored, asking, listening, safety, ending */
	const char *day;           /* when it was done; "": it was not */
	const char *how;           /* self: read on its page; person: a coordinator noted that it was done in person; "" */
	bool wanted;               /* by a programme in which they ask or offer */
};
extern const struct view lesson_view;

/* All five in their order, as they stand with somebody. None are wanted of who is not there any more. */
struct list lessons_all(struct work *work, int64_t person_id);

/* Those of them that are wanted and not done; those that are wanted or done. */
struct list lessons_left(struct work *work, int64_t person_id);
struct list lessons_told(struct work *work, int64_t person_id);

/* What the two of a proposal, or of its pair, have left of what their programme wants. */
struct lessons_two {
	struct list mentor_left, mentee_left;
	bool wanted;               /* the programme wants any */
};
struct lessons_two lessons_of(struct work *work, int64_t proposal_id);

/* It is done, today: kept once, so that the first day stays. False where there is no such lesson, or the person is not there. */
bool lesson_do(struct work *work, int64_t person_id, const char *slug, const char *how);

/* What was noted as done in person was not. False when it was not noted so. */
bool lesson_undo(struct work *work, int64_t person_id, const char *slug);

#endif
