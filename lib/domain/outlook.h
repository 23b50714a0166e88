/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A programme in a few numbers, as it is and as it would be if what is put forward came about: what a
   coordinator compares before anything is sent. */
#ifndef DOMAIN_OUTLOOK_H
#define DOMAIN_OUTLOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct arena;

struct outlook {
	int64_t pairs;
	int64_t people;     /* who give or receive */
	int64_t both;       /* who do both */
	int64_t circles;    /* closed rings */
	int64_t in_circles; /* pairs that are part of one */
	int64_t reverse;    /* pairs whose mentor is the younger by a generation */
};

/* Of rows of match_ties: those that are pairs already, or all. `reverse_years`: what the programme calls a
   generation. */
struct outlook outlook_of(struct arena *arena, struct list ties, bool live_only, int64_t reverse_years);

/* Reverse mentoring: middles of the two age bands at least so far apart, the mentor the younger. Where one
   gave no band it is not counted. */
bool is_reverse(const char *mentor_age, const char *mentee_age, int64_t years);

#endif
