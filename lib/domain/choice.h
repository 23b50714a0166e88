/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who in a programme could help whom: everybody's answers read once, every bar checked, each possible pair
   weighed; then the engine chooses. Nothing is written.

   Where the programme says so, whoever asks and offers is helped first: as long as they have mentored nobody in it, their
   offer counts only so many weeks after their first pair as a mentee was opened, or, while there is none, after their ask.
   So nobody waits for ever in a programme that nobody else begins. It binds runs and what people choose for themselves; a
   coordinator may put somebody forward by hand all the same, and whoever is suggested or invited by name may say yes. */
#ifndef DOMAIN_CHOICE_H
#define DOMAIN_CHOICE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"
#include "domain/score.h"

/* What keeps two people apart though one offers what the other asks. */
enum bar {
	BAR_NONE,
	BAR_TWO_WAYS,        /* the mentee mentors the mentor already */
	BAR_ALREADY,         /* the mentor helps the mentee already, with another ask */
	BAR_DECLINED,        /* tried for this ask, and one of them said no, or it ended */
	BAR_DROPPED,         /* tried for this ask, and a coordinator dropped it */
	BAR_SAME_REACH, BAR_ORGANISATION, BAR_DEPARTMENT, BAR_POST, BAR_LINE, BAR_FAMILY, BAR_CARE, BAR_OTHER, BAR_PRIVATE,
	BAR_COUNT
};
const char *bar_name(enum bar bar);

/* What was found for one ask: how many offers of its topic, and what became of those looked at. */
struct choice_tally {
	uint32_t offers;         /* by others, in all */
	uint32_t apart, tongue, wish, level;   /* fits that were none, by what was wrong first */
	uint32_t full;           /* would fit, but has no room */
	uint32_t first;          /* would fit, and is to be helped first */
	uint32_t fit;            /* fits, and has room */
	uint32_t barred[BAR_COUNT];
};

/* A pair that may be chosen, or was. */
struct choice {
	int64_t ask_id, offer_id, mentor_id, mentee_id;
	struct score score;
	bool warned;             /* one named the other as a friend or neighbour: a coordinator has to allow it */
	int64_t again;           /* the proposal that put them forward before, undecided; 0: none */
};

struct choice_bar {
	int64_t mentor_id, mentee_id;
	enum bar bar;
};

/* Looked at as if this were so. All 0: as it is. */
struct choice_change {
	int64_t topic_id;        /* one more mentor, who offers this */
	const char *district;    /* and lives here; "" meets from afar */
	int64_t lift_mentor_id, lift_mentee_id;   /* a coordinator's own bar between these two lifted */
	int64_t joined_id;       /* this programme joined to the first */
};

struct choice_book;

/* Reads a programme and weighs all that is possible. Of 10,000 people it takes about a second. */
struct choice_book *choice_book_of(struct work *work, int64_t programme_id, const struct choice_change *change);
void choice_book_free(struct choice_book *book);

/* What the engine chose. */
struct choice_answer {
	uint32_t people, asks;
	uint32_t met;            /* asks */
	uint32_t both;           /* people who then both give and receive, with what they have already */
	uint32_t bound;          /* no choice meets more asks */
	uint32_t short_by;       /* no choice meets more asks and gives more people both sides, by more than this together */
	int64_t weight_short_by; /* where that is 0: no such choice weighs more, by more than this */
	uint32_t *chosen;        /* numbers of arcs, in the book */
};
struct choice_answer choice_solve(struct choice_book *book);

/* All arcs, by ask and the heaviest first: 0 to this. */
uint32_t choice_arcs(const struct choice_book *book);

/* The pair of an arc, with its reasons. */
struct choice choice_of(const struct choice_book *book, uint32_t arc);

/* The number of its ask, from 0. */
uint32_t choice_ask(const struct choice_book *book, uint32_t arc);

int64_t choice_ask_id(const struct choice_book *book, uint32_t ask);
const struct choice_tally *choice_tally(const struct choice_book *book, uint32_t ask);

/* Whom a bar kept apart, up to 200 of them. */
const struct choice_bar *choice_bars(const struct choice_book *book, size_t *count);

/* Everybody who would fit an ask, and what stands in the way of each: the heaviest first, `most` of them. */
struct choice_candidate {
	struct choice choice;
	enum bar bar;
	bool full;
	bool helped_first;
};
size_t choice_candidates(struct choice_book *book, int64_t ask_id, struct choice_candidate *into, size_t most);

/* Somebody who looks for help, without a book: one offer at a time, with a few statements each. */
struct choice_seeker {
	struct parts parts;      /* of the programme */
	struct score_person person;
	int64_t programme_id, topic_id;
	int64_t ask_id;          /* 0: not asked yet */
	enum wish wish;
	int64_t level, days_waited, days_missed;
};
/* False where the ask is not open, or the person not there. */
bool choice_seeker_of_ask(struct work *work, int64_t ask_id, struct choice_seeker *seeker);
bool choice_seeker_of_person(struct work *work, int64_t person_id, int64_t programme_id, struct choice_seeker *seeker);

/* What one offer is to them: with every bar, and whether there is room. False where it is closed, of another topic
   or programme, or the two do not fit; then *into holds the people and no reasons, or nothing. */
bool choice_one(struct work *work, const struct choice_seeker *seeker, int64_t offer_id, struct choice_candidate *into);

/* What keeps somebody from an ask whether or not they offer what it asks; *full: they have no room. BAR_PRIVATE where
   they are not in the programme, or paused. */
enum bar choice_bar_for(struct work *work, const struct choice_seeker *seeker, int64_t mentor_id, bool *full);

/* How many pairs of people were looked at. */
uint64_t choice_looked(const struct choice_book *book);

#endif
