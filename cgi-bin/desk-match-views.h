/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the coordinator's pages of matching show: proposals, circles, what would be if. */
#ifndef DESK_MATCH_VIEWS_H
#define DESK_MATCH_VIEWS_H

#include "base/view.h"
#include "domain/lesson.h"
#include "domain/outlook.h"
#include "sql_match.h"
#include "sql_proposal.h"

struct desk_matching {
	struct list programmes;
};
extern const struct view desk_matching_view;

/* A ring or a chain, in words (a row of match_ties a pair) and, where it is small enough, drawn. */
struct desk_circle {
	bool closed, drawn;
	int64_t people;
	struct list arrows, names, ties;
};
extern const struct view desk_circle_view;

struct desk_circles {
	struct list circles;
	int64_t alone;             /* chains of one pair */
};

/* Somebody whom nobody was found for. */
struct desk_left {
	struct match_left_out row;
	const char *near;          /* where alone they could be met; "" : they can be met from afar too */
};

struct desk_run {
	const char *words;         /* the programme's name */
	int64_t programme_id;
	struct match_run_last last;
	struct list proposals;
	struct list bars;
	struct list left_out;
	struct list helpful;       /* offers that would help most */
	struct list circles;
	int64_t more_circles;      /* that are not shown */
	int64_t alone;             /* pairs that are in none */
	bool tied;                 /* there are pairs at all */
	int64_t kept;
	struct outlook now, then;  /* the pairs there are, and with what is put forward */
	struct match_waiting waiting;
	int64_t longest_now, longest_then;   /* days that the oldest ask has waited */
	struct list dropped;       /* lately, to take back */
	const char *further;       /* the state that the next page begins with, and after which number; "" : this is the last */
	int64_t after;
};
extern const struct view desk_run_view;
extern const struct view desk_send_view;

/* Somebody who could help with an ask, and what stands in the way. */
struct desk_other {
	int64_t offer_id;
	const char *mentor;
	struct list reasons;
	const char *kind;          /* a bar, or full; "" */
	bool may;                  /* be put forward by hand */
	bool two_ways;             /* with the reason kept */
	bool friend;               /* the same */
};

struct desk_others {
	struct ask_by_hand ask;
	struct list candidates;
	struct list barred;
	const char *name;          /* looked for; "" : those who suit best */
	bool found;                /* somebody of that name */
};
extern const struct view desk_others_view;

/* Which proposals could exchange mentors with this one. */
struct desk_swap {
	struct proposals_of row;
	struct list swaps;
};
extern const struct view desk_swap_view;

/* A bar that a coordinator may lift by hand. */
struct desk_lift {
	struct run_bars bar;
	const char *tie;           /* both numbers */
};
extern const struct view desk_lift_view;

/* What would change if …: what is asked, and the answer. */
struct desk_what_if {
	const char *words;
	int64_t programme_id;
	struct list topics, programmes, bars;
	const char *what;          /* mentor, lift, join; "" : nothing is asked yet */
	int64_t topic_id, joined_id;
	const char *near, *tie;
	bool asked, helps;
	const char *topic, *mentor, *mentee, *joined;   /* what was asked, in words */
	int64_t met_now, met_then, met_more, both_now, both_then, both_more;
};
extern const struct view desk_what_if_view;

/* What counts in matching: a member for each line of domain/part.h, by its name. */
struct desk_weights {
	const char *words;
	int64_t programme_id;
	int64_t topic, values, place, district, near, far, way, tongue, rhythm, wish, waited, missed, both, free, seen;
};
extern const struct view desk_weights_view;

struct desk_proposal {
	struct proposals_of row;
	struct list cards;         /* the one, as the run shows it */
	const char *in_the_way;
	struct list mentor_left, mentee_left; /* struct lesson: what each has not done */
	bool has_lessons;          /* the programme wants some before a first meeting */
	bool is_warned;            /* friends or neighbours, whom nobody has allowed yet */
	bool mentor_waits;
	bool mentee_waits;
	bool may_open;
	bool may_drop;
	bool may_lapse;            /* its day is over, and somebody has not answered */
};
extern const struct view desk_proposal_view;
extern const struct view desk_answer_view;

#endif
