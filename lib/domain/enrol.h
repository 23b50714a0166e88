/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody signed up by the desk: by phone, from paper, or from a file. */
#ifndef DOMAIN_ENROL_H
#define DOMAIN_ENROL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "domain/bar.h"

struct work;

/* What they told, as the questions of a sign-up have it; "" and nothing where it was not asked. */
struct enrolment {
	const char *how;             /* phone, paper or file */
	int64_t programme_id;
	const char *call_name, *full_name;
	const char *reach, *email, *phone, *address, *language;
	const char *age_band;
	int64_t ask_topic_id;        /* 0: none */
	const char *ask_words, *ask_wish;
	bool talk_ask;
	struct texts offer_topics;
	const char *offer_words, *offer_wish;
	bool talk_offer;
	const char *time_offered;
	int64_t capacity;
	const char *ways, *district;
	int64_t place_id;            /* 0: none */
	const char *tongues, *other_tongue, *core_values;
	struct bar_lists bars;
};

/* A new person with a sign-up that is sent, as if they had answered themselves; they are adults, the desk says so.
   Returns the sign-up's number, or 0 with trouble. */
int64_t enrol(struct work *work, const struct enrolment *told);

#endif
