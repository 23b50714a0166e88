/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to choice*.c: what a book holds. */
#ifndef DOMAIN_CHOICE_BOOK_H
#define DOMAIN_CHOICE_BOOK_H

#include "domain/choice.h"
#include "domain/conflict.h"
#include "domain/nearby.h"
#include "domain/past.h"
#include "matching/matching.h"

enum { BARS_KEPT = 200 };

struct taker {
	int64_t ask_id, topic_id, level, days_waited, days_missed;
	uint32_t mentee;
	enum wish wish;
};

struct giver {
	int64_t offer_id, level;
	uint32_t mentor;
	enum wish wish;
};

/* Half of a person: what an ask or an offer does not say of them. */
struct side {
	int64_t room;            /* people that they can still mentor */
	bool helped_first;
};

/* Mentor to mentee, for one of the mentee's asks. Every bar was passed before. */
struct arc {
	uint32_t mentor, mentee, ask;   /* by number */
	uint16_t weight;
};

struct choice_book {
	struct arena *arena;     /* the book's own: a page's is too small for thousands of people */
	struct work work;        /* the caller's, but for the arena */
	struct choice_change change;
	struct parts parts;
	struct past past;
	struct conflict_book *conflicts;
	struct score_person *people;   /* by number */
	struct side *sides;
	uint32_t person_count;
	struct taker *asks;
	uint32_t ask_count;
	struct giver *offers;
	struct nearby_offer *topics;   /* of each offer */
	uint32_t offer_count;
	struct nearby *nearby;
	struct choice_tally *tallies;
	struct arc *arcs;
	uint32_t *offer_of;            /* of each arc */
	uint8_t *nth;                  /* of each arc that is chosen: how many its mentor was given before it */
	uint32_t arc_count;
	struct choice_bar bars[BARS_KEPT];
	size_t bar_count;
	uint64_t looked;
};

/* choice-read.c: people, asks and offers of the book's programmes. */
void choice_read(struct choice_book *book, int64_t programme_id);

/* choice.c: what keeps two people apart, the gravest first. */
struct choice_facts {
	enum conflict conflict;
	bool already, two_ways, tried, dropped;
	bool lifted;             /* a coordinator's own bars do not count */
};
enum bar choice_bar_of(const struct choice_facts *facts);

/* choice.c: what keeps a mentor from an ask. */
enum bar choice_bar_between(const struct choice_book *book, const struct taker *ask, int64_t mentor_id);

/* choice.c: the question that an arc, or a possible one, puts to score_of. */
struct score_question choice_question(const struct choice_book *book, const struct taker *ask, const struct giver *offer);

/* choice-graph.c: the book's arcs as the engine's graph, and of each of its arcs the book's number. `both` and `arc` are left
   to the caller. */
struct choice_graph {
	struct matching_graph graph;
	uint32_t *arcs;
};
struct choice_graph choice_graph_of(const struct choice_book *book);

#endif
