/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Why nobody was put forward for an ask, in one word and a number; and which few offers would open the
   way for most of those left out. */
#ifndef DOMAIN_HINDRANCE_H
#define DOMAIN_HINDRANCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/view.h"

struct arena;
struct choice_tally;

/* The nearest thing to a match: `crowded` (count people fit, and help others this time), `full` (count
   people would fit, and have no room), `helped-first` (count people would, and are to be helped first), a bar by its name (count people fit, and it bars them), `wish`,
   `tongue`, `apart` (count people offer it, but …) or `nobody`. */
struct hindrance {
	const char *kind;
	int64_t count;
};
struct hindrance hindrance_of(const struct choice_tally *tally);

/* One offer that would help: a topic, and where; and how many of those left out it could serve. */
struct helpful_offer {
	int64_t topic_id;
	const char *topic;
	const char *district;    /* "" : anywhere, by phone, video or in writing */
	int64_t people;
};

/* Of the rows of match_left_out: the offers that serve most, each counted without those served before;
   at most `most` of them, none that serves nobody. */
struct list hindrance_helpful(struct arena *arena, struct list left_out, size_t most);

#endif
