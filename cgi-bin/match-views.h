/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of proposals and pairs show to the two people in them. */
#ifndef MATCH_VIEWS_H
#define MATCH_VIEWS_H

#include "base/view.h"
#include "sql_aim.h"
#include "sql_invitation.h"
#include "sql_match.h"
#include "sql_pair.h"
#include "sql_proposal.h"

/* What one side may know of the other before both have said yes. */
struct match_proposal {
	bool is_mentor;
	int64_t proposal_id;
	const char *state;
	const char *given;         /* one's own answer: "", yes, no */
	const char *call_name;
	const char *topic;
	const char *words;
	const char *core_values;   /* those in common */
	const char *ways;          /* those in common */
	bool near;
	const char *tongues;       /* those in common */
	const char *other_tongue;
	const char *time_offered;
	bool has_phone;            /* what the reader could let the other see */
	bool has_email;
	const char *asked_words;   /* how a mentee who asks puts it, for the mentor */
	bool asked;                /* the reader asked for it themself */
	int64_t due_at;
	const char *first_day;     /* chosen by whoever answered first; "": they arrange it, or nobody has */
	struct list days;          /* to choose from for the first meeting */
	bool over;                 /* it has not come about; nothing else is told then */
};
struct match_day {
	const char *day;
	const char *value;         /* the day, or `arrange` */
};
extern const struct view match_proposal_view;

/* Everyday asking. */
struct match_read {
	struct list topics;
};
extern const struct view match_read_view;

/* What may be shown of an offer to somebody who has not asked for it: not whose it is. */
struct match_offer {
	int64_t offer_id, number;  /* number: on its page, so that each is called otherwise */
	const char *words;
	const char *ways;          /* those in common */
	const char *time_offered;
	bool near;
	const char *level;         /* up to which: 1, 2, 3; "": any */
	int64_t group_most;        /* 0: one to one */
	int64_t weight;
};
extern const struct view match_offer_view;

struct match_topic {
	struct everyday_topic topic;
	struct list offers;
	const char *way;           /* what they are filtered by; "" for any */
	bool only_near;
	bool further;              /* not the first page */
	bool nothing;
	int64_t after;             /* where the next page begins; 0: there is none */
};
extern const struct view match_topic_view;

struct match_choose {
	struct ask_to_choose ask;
	struct list offers;
};
extern const struct view match_choose_view;

struct match_ask {
	struct offer_to_ask offer;
	const char *ways, *core_values, *tongues, *other_tongue;   /* those in common */
	bool near;
	bool full;                 /* as many are open as may be */
	bool has_phone, has_email;
};
extern const struct view match_ask_view;

/* Of a mail or letter: what a guest is asked. */
struct match_invitation {
	struct invitation_page row;
	bool open;
};
extern const struct view match_invitation_view;

struct match_pair {
	struct pair_mine pair;
	const char *core_values;   /* of the mentee, for the mentor; those in common, for the mentee */
	bool no_way;               /* nothing was ticked: a coordinator brings them together */
	struct list meetings, aims;
	struct list earlier;       /* meetings that are not the newest */
	struct list waiting;       /* meetings that one has said nothing about yet */
	bool meets;                /* on trial or active */
	bool lasts;                /* not ended */
	bool to_do, to_agree, to_aim, to_close;
};
extern const struct view match_pair_view;

struct match_agreement {
	struct pair_mine pair;
	bool to_agree;
};
extern const struct view match_agreement_view;

/* For the first meeting: one sheet of A4. */
struct match_sheet {
	struct pair_mine pair;
	struct list aims;
	const char *first_day;     /* of the next meeting that is planned, or "" */
	const char *thanks_to;     /* the mentor's own answer of long ago */
	const char *phone, *concern_phone;
};
extern const struct view match_sheet_view;

extern const struct view match_review_view;

/* Aims, and the form of one: a new one, or that of ?aim=NUMBER. */
struct match_aims {
	struct pair_mine pair;
	struct list aims;
	bool editing;
	int64_t number;
	const char *kind, *words, *state;
	bool shared;
};
extern const struct view match_aims_view;

extern const struct view match_change_view;

struct match_closing {
	struct pair_mine pair;
	const char *gained, *next_step, *again;
};
extern const struct view match_closing_view;

/* What took most of the time, meeting by meeting: drawn for the mentor alone. */
struct match_dot {
	int64_t x, y;
};
struct match_balance {
	struct pair_mine pair;
	struct list rows;          /* feedback_split, the oldest first */
	struct list dots;
	const char *line;          /* points of a polyline */
	bool crowded;              /* with many dots */
	int64_t listening, asking, advising, even;
};
extern const struct view match_balance_view;

/* One's circles and chains: those whom one helps, and who help one, by name; the others as someone. */
struct match_tie {
	const char *kind;          /* own-to-name, name-to-own, name-to-name, name-to-someone, … */
	const char *mentor, *mentee;
};
struct match_circle_row {
	bool closed, drawn;
	int64_t people;
	struct list arrows, names, ties;
};
struct match_circle {
	struct list circles;
};
extern const struct view match_circle_view;
extern const struct view match_circle_row_view;

#endif
