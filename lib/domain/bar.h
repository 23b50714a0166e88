/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a person says of ties to others, and what the desk makes of it. Each act looks at once at all whom
   it could concern: pairs that become conflicted are paused (domain/watch.h). */
#ifndef DOMAIN_BAR_H
#define DOMAIN_BAR_H

#include <stdbool.h>
#include <stdint.h>

struct view;
struct work;

/* As a person types it: one a line; `other` is free text. */
struct bar_lists {
	const char *organisations, *departments;
	const char *lines;        /* who is over them */
	const char *posts;        /* what they are after */
	const char *posts_until;  /* a day, or "" */
	const char *family, *care, *friends;
	const char *people;       /* whom they would not like to be matched with: the lead's alone */
	const char *other;
};
/* As templates see it: cgi-bin/signup-views.c. */
extern const struct view bar_lists_view;

/* What somebody has typed; "" for nothing. */
struct bar_lists bar_lists_of(struct work *work, int64_t person_id);

/* Keeps what they type now; a NULL list is left as it is. What is typed as before stays settled. */
bool bar_put(struct work *work, int64_t person_id, const struct bar_lists *lists);

/* What a coordinator (of `person`: a lead) makes of a typed name: it means that person, or nobody who
   counts. False when somebody was faster. */
bool bar_tie(struct work *work, int64_t bar_id, int64_t other_id, const char *reason);
bool bar_set_aside(struct work *work, int64_t bar_id, const char *reason);

/* Joins a spelling to one of the charity's list (0: a new one of that name), takes it off again, or
   renames one. */
bool bar_join(struct work *work, int64_t bar_id, int64_t organisation_id, const char *name);
bool bar_part(struct work *work, int64_t spelling_id);
bool bar_rename(struct work *work, int64_t organisation_id, const char *name);

/* A coordinator says who is over whom, and that it is so no more. */
bool bar_line(struct work *work, int64_t under_id, int64_t over_id);
bool bar_line_end(struct work *work, int64_t bar_id);

/* A pair that a concern ended: the two are not matched again. */
bool bar_after_concern(struct work *work, int64_t one_id, int64_t other_id);

/* "Ty Hafan" of "The Tŷ Hafan Cyf.": what two spellings of one organisation have in common. */
struct arena;
const char *organisation_folded(struct arena *arena, const char *name);

#endif
