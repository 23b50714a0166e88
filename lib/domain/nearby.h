/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Offers by topic, then by where they can be met: for an ask, those worth looking at are found without
   going through all of them. */
#ifndef DOMAIN_NEARBY_H
#define DOMAIN_NEARBY_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct score_person;

struct nearby_offer {
	int64_t topic_id;
	const struct score_person *mentor;
};

struct nearby;

/* In the arena, which has to live as long; `offers` too. */
struct nearby *nearby_of(struct arena *arena, const struct nearby_offer *offers, uint32_t count);

/* No ask is looked at with more offers than this. */
enum { NEARBY_MOST = 400 };

/* The numbers of offers of the topic worth looking at for this mentee, none twice: all of them where
   they are few; else those at the same place, in the same square and those around it, then those who can be
   met from afar. `turn` says where to begin among many of a kind, so that not everybody looks at the same
   few. `into` has room for NEARBY_MOST; returns how many. */
size_t nearby_look(struct nearby *nearby, int64_t topic_id, const struct score_person *mentee, uint32_t turn, uint32_t *into);

/* How many offers of the topic there are in all. */
size_t nearby_offers(const struct nearby *nearby, int64_t topic_id);

#endif
