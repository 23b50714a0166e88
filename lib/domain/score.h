/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From two people's answers to a weight, part by part. Each part is what is told as a reason, and the
   sum of the parts is the weight. Bars are no parts: they are conflict.h's. */
#ifndef DOMAIN_SCORE_H
#define DOMAIN_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct match_people;

enum { SCORE_PARTS_MAX = 8, SCORE_MOST = 1000 };

/* One reason: `topic`, `values`, `place`, `near`, `way`, `tongue`, `wish`, `time` or `waited`. */
struct score_part {
	const char *kind;
	int64_t points;
	const char *words;      /* the values, ways or languages in common; days waited */
};

struct score {
	struct score_part parts[SCORE_PARTS_MAX];
	size_t count;
	int64_t weight;         /* 0: they cannot meet at all, or one wants another age */
};

/* An ask and an offer of one topic. */
struct score_question {
	const struct match_people *mentor;
	const struct match_people *mentee;
	const char *ask_wish;     /* any, older, younger: than the mentee */
	const char *offer_wish;   /* than the mentor */
	int64_t days_waited;
};

struct score score_of(struct arena *arena, const struct score_question *question);

/* The middle of an age band in years; 0 where none was given. */
int age_middle(const char *band);

/* The words that two sets have in common. */
const char *set_common(struct arena *arena, const char *one, const char *other);

#endif
