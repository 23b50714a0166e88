/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A programme: its kind, and the topics that it begins with. */
#ifndef DOMAIN_PROGRAMME_H
#define DOMAIN_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/work.h"

/* Words that a programme of a kind begins with (data/programme-kinds.txt); topic -1: of the programme itself. */
struct kind_words {
	const char *kind;
	int topic;
	const char *language;
	const char *words;
	const char *more;
};
extern const struct kind_words kind_words[];
extern const size_t kind_word_count;

struct programme_new {
	const char *kind;
	const char *name;          /* in English; "": that of the kind */
	const char *name_cy;       /* in Welsh; "": that of the kind, where the name is the kind's too */
	bool intergenerational;
	bool draft;                /* nobody sees it before it is opened */
};

/* Begins a programme with its kind's topics, in every language that there are words in. Its number; 0 and
   work->trouble when it cannot. */
int64_t programme_begin(struct work *work, const struct programme_new *programme);

/* What a coordinator may set of it; docs of each in templates/desk/programme.xml. */
struct programme_rules_new {
	int64_t programme_id;
	const char *state;         /* draft, open, closed */
	const char *moderation;    /* careful, shared, light */
	bool intergenerational;
	const char *mentor_lessons, *mentee_lessons; /* words of lib/domain/lesson.h */
	int64_t trial_meetings, trial_days, reverse_years, quiet_days, review_days, open_asks, group_most, mentee_weeks;
};
bool programme_settle(struct work *work, const struct programme_rules_new *rules);

/* Words of a programme or topic in one language, with a second text (a programme's line, a topic's examples). */
struct words_of {
	const char *subject;       /* programme, topic */
	int64_t subject_id;
	const char *language;
	const char *words, *more;
};
bool programme_words(struct work *work, const struct words_of *words);

/* A topic behind all others, with its first words. Its number; 0 and work->trouble when it cannot. */
int64_t topic_begin(struct work *work, int64_t programme_id, const struct words_of *words);
bool topic_move(struct work *work, int64_t topic_id, int64_t position);

/* False when somebody asks for it or offers it. */
bool topic_leave_out(struct work *work, int64_t topic_id);

#endif
