/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The demo site's maker: people who do not exist, and what came of them day by day, done by the same acts
   that the pages use with the clock moved. The same size gives the same story; its days count back from today. */
#ifndef TOOLS_DEMO_H
#define TOOLS_DEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

enum { DAY = 86400, TOPICS = 10, PLACES = 3, PROGRAMMES_MOST = 3, FIELDS = 21, WORDS_MOST = 600, COORDINATORS_MOST = 3 };

/* How a person of the file, or one made up, answers the questions. */
enum field {
	PROGRAMME, CALLED, FULL_NAME, REACH, AGE, ASK_TOPIC, ASK_WORDS, ASK_WISH, OFFER_TOPICS, OFFER_WORDS, OFFER_WISH, VALUES, TIME, CAPACITY,
	WAYS, DISTRICT, TONGUES, ORGANISATIONS, DEPARTMENTS, PEOPLE, THANKS
};

/* How far a sign-up has come by today. */
enum waits { WAITS_NOT, WAITS_SENT, WAITS_ASKED, WAITS_OPEN };

struct soul {
	int number;
	const char *f[FIELDS];
	int day;                 /* how many days ago they sign up */
	enum waits waits;
	int64_t signup_id, person_id, invitation_id;
	int ring;                /* the number of who helps them in a circle of the first weeks; 0: none */
};

struct wording {
	const char *code, *english, *examples, *welsh, *welsh_examples;
};

struct demo_programme {
	const char *slug, *kind;
	bool intergenerational;
	int64_t group_most;
	const char *districts;
	struct wording name;
	struct wording topics[TOPICS];
	struct wording places[PLACES];
	int64_t id;
	int64_t topic_ids[TOPICS], place_ids[PLACES];
};

struct word {
	const char *kind, *about, *words;
};

struct demo {
	struct arena *arena;     /* what is kept until the end */
	struct work work;        /* its own arena is emptied every day */
	int64_t start;           /* the moment that counts as now */
	const char *start_day;
	int day;                 /* how many days ago it is in the story */
	int days;                /* how long the story is */
	int people;
	int programme_count, staff_count;
	struct demo_programme *programmes;
	struct soul *souls;
	struct word words[WORDS_MOST];
	size_t word_count;
	int64_t coordinators[COORDINATORS_MOST], leads[COORDINATORS_MOST];
	size_t coordinator_count, lead_count;
	int64_t trustee;
	struct { int64_t id, pair_id; } money, shouting, us;   /* concerns that take weeks */
	int64_t ring_pairs;      /* the first pairs, as many as the circles have */
};

/* Ends with a message unless it was done and nothing went wrong. */
void must(struct demo *d, bool done, const char *what);

/* Moves the clock to an hour of the story's day; who acts from now on. Today it is never later than now. */
void at(struct demo *d, int hour, int64_t person_id);

/* How many days of the story lie between a moment and now. */
int days_since(const struct demo *d, int64_t moment);

/* chance.c: a number that is the same for the same question, and what follows from one. */
unsigned chance(const char *what, int64_t one, int64_t other);
bool happens(int in_hundred, const char *what, int64_t one, int64_t other);
/* A sentence of that kind (and about that, NULL: whatever); "" where there is none. */
const char *say(const struct demo *d, const char *kind, const char *about, unsigned number);
void words_read(struct demo *d, const char *folder);

/* charity.c */
extern struct demo_programme demo_programmes[PROGRAMMES_MOST];
void charity_make(struct demo *d, const char *address);
struct demo_programme *programme_named(struct demo *d, const char *slug);
int64_t topic_id(struct demo *d, const struct demo_programme *p, const char *code);
const char *topic_code(const struct demo *d, int64_t topic_id);
int64_t some_coordinator(const struct demo *d, int64_t number);

/* cast.c: the people, of the file and made up. */
void cast_read(struct demo *d, const char *folder);
/* ring.c: circles that a coordinator made by hand in the first weeks of a large programme. */
void rings_cast(struct demo *d);
void rings_close(struct demo *d);
struct soul *soul_of_person(struct demo *d, int64_t person_id);
const char *cast_email(const struct demo *d, int number);

/* arrive.c: sign-ups of the day, answers to what was asked again, more asks and offers later. */
void arrive(struct demo *d);
struct soul *soul_of_signup(struct demo *d, int64_t signup_id);

/* desk.c: a coordinator's morning. */
void desk_morning(struct demo *d);

/* answers.c: what people say to proposals. */
void answer_proposals(struct demo *d);
void ring_about_proposals(struct demo *d);

/* pairs.c: meetings and what is said of them. later.c: reviews, changes, endings. */
struct demo_pairs;
enum fate { STEADY, WARMS, FALLS, FADES, SHORT, RESTS, SUDDEN };
enum fate fate_of(const struct demo *d, const struct demo_pairs *p);
struct list pairs_now(struct demo *d);
void live_pairs(struct demo *d);
void live_on(struct demo *d, const struct demo_pairs *p);

/* tend.c: what a coordinator does for pairs on a morning. */
void tend_pairs(struct demo *d);

/* measures.c: how people say they are. */
void say_how_they_are(struct demo *d);

/* lessons.c: which short lessons they do. */
void read_lessons(struct demo *d);

/* events.c: what happens once: concerns, ties, guests, rests, cards. */
void events_of_day(struct demo *d);

#endif
