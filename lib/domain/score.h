/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From two people's answers to a weight, part by part. Each part is what is told as a reason, and the
   sum of the parts is the weight. Bars are no parts: they are conflict.h's. */
#ifndef DOMAIN_SCORE_H
#define DOMAIN_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/part.h"
#include "domain/place.h"

struct arena;
struct match_people;

/* A person's answers, read once so that a pair costs only sums. */
struct score_person {
	int64_t person_id;
	unsigned core_values, ways, tongues;   /* a bit a word */
	int age;                 /* the middle of the band; 0: none given */
	int rhythm;              /* 0: not sure, or not said */
	int64_t place_id;
	struct place_spot spot;
	int64_t load;            /* people that they mentor, or soon may */
	bool gives, receives;    /* already, or soon may */
};

enum { WAY_IN_PERSON = 1, WAY_PHONE = 2, WAY_VIDEO = 4, WAY_WRITING = 8, WAYS_APART = WAY_PHONE | WAY_VIDEO | WAY_WRITING };

struct score_person score_person_of(const struct match_people *row);

enum wish { WISH_ANY, WISH_OLDER, WISH_YOUNGER };
enum wish wish_named(const char *wish);

/* An ask and an offer of one topic. */
struct score_question {
	const struct score_person *mentor;
	const struct score_person *mentee;
	enum wish ask_wish;       /* than the mentee */
	enum wish offer_wish;     /* than the mentor */
	int64_t ask_level, offer_level;   /* of a subject; 0: none said, any */
	int64_t days_waited;
	int64_t days_missed;      /* on which matching found nobody for it */
	bool seen;                /* put forward before, and nobody has dropped it */
};

/* One reason. What it tells besides its kind: words of a set as bits, or a number. */
struct score_part {
	enum part part;
	int64_t points;
	unsigned words;
	int64_t number;
};

struct score {
	struct score_part parts[PART_COUNT];
	size_t count;
	int64_t weight;
};

/* Whether the two can help each other at all, and if not, what is wrong first. */
enum fit {
	FIT_GOOD,
	FIT_APART,       /* no way to meet that both like, or too far for it */
	FIT_TONGUE,      /* no language in common */
	FIT_WISH,        /* one of them wished for another age */
	FIT_LEVEL        /* the offer does not go as far as the ask */
};
enum fit score_of(const struct parts *parts, const struct score_question *question, struct score *score);

/* What the part tells besides: the values, ways or languages in common; the time; a number of days. */
const char *score_words(struct arena *arena, const struct score_part *part);

/* The ways in which somebody likes to meet, as words. */
const char *score_ways(struct arena *arena, const struct score_person *person);

/* The middle of an age band in years; 0 where none was given. */
int age_middle(const char *band);

/* The words that two sets have in common. */
const char *set_common(struct arena *arena, const char *one, const char *other);

#endif
