/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the coordinator's pages show, where it is more than rows of one statement. */
#ifndef DESK_VIEWS_H
#define DESK_VIEWS_H

#include "base/view.h"
#include "sql_audit.h"
#include "domain/outlook.h"
#include "domain/report.h"
#include "domain/swap.h"
#include "domain/todo.h"
#include "sql_account.h"
#include "sql_bar.h"
#include "sql_concern.h"
#include "sql_data.h"
#include "sql_invitation.h"
#include "sql_match.h"
#include "sql_meeting.h"
#include "sql_pair.h"
#include "sql_person.h"
#include "sql_proposal.h"
#include "sql_erase.h"
#include "sql_leave.h"
#include "sql_request.h"
#include "sql_report.h"
#include "sql_review.h"
#include "sql_signup.h"
#include "sql_task.h"

/* What waits, worst first: a page of it, and how it was asked for. */
struct desk_todo_programme {
	int64_t programme_id, n;
	const char *words;
};
struct desk_todo {
	struct list lines;         /* struct todo_line */
	struct list groups;        /* struct todo_count */
	struct list programmes;    /* struct desk_todo_programme */
	struct list by_phone;
	const char *group;         /* asked for; "" */
	const char *programme;     /* the same: its number; "" */
	const char *whose;         /* all; "" : one's own */
	int64_t things, found, others; /* all; lines; waiting for other coordinators */
	int64_t first, last, before, after;   /* of how many from which to which; pages before and after, 0: none */
	int64_t unjoined, untied, named, concerns;
	bool several, asked, begins, ends, unguarded, news, nothing;
};
extern const struct view desk_todo_view;

struct desk_leave {
	struct leave_person person;
	struct list pairs;         /* leave_pairs: how are the others told? */
};
extern const struct view desk_leave_view;
struct desk_erase {
	struct list people;        /* whom a name could mean, where several */
};
extern const struct view desk_erase_view;

struct desk_erasure {
	int64_t person_id;
	struct erasures row;
	struct list held;          /* open concerns that it waits for, of those that this lead may read */
};
struct desk_erasures {
	struct list rows;
};
extern const struct view desk_erasures_view;

struct desk_retention_rule {
	const char *rule;
	int64_t days;
	struct list coming;        /* how many on which day */
};
struct desk_retention {
	struct list rules;
};
extern const struct view desk_retention_view;
/* When a coordinator is away. */
struct desk_away_person {
	int64_t person_id;
	const char *call_name, *away_from, *away_until, *deputy;
	int64_t seen_at;
	bool is_away, is_silent;
};
struct desk_away {
	const char *away_from, *away_until;
	int64_t deputy_id;
	struct list others;        /* coordinators who could stand in: struct desk_away_person */
	struct list away;          /* who is away, or will be, or was not signed in for long */
	bool is_planned;           /* one's own absence, to call off */
};
extern const struct view desk_away_view;

struct desk_request {
	struct request_one row;
	bool may_return;           /* they have left, and may come back */
	bool by_letter;            /* they have no e-mail: it is acknowledged by post */
};
extern const struct view desk_request_view;

struct desk_signups {
	struct list rows;
	const char *further;       /* the state that the next page begins with, and after which number; "" : this is the last */
	int64_t after;
};
extern const struct view desk_signups_view;

struct desk_signup {
	struct signup_answers answers;
	struct list asks;
	struct list offers;
	struct list bars;          /* organisations and departments; names are the lead's alone */
	bool may_decide;
};
extern const struct view desk_signup_view;

struct desk_matching {
	struct list programmes;
};
extern const struct view desk_matching_view;

/* A proposal as the coordinator moderates it. */
struct desk_proposal_row {
	struct proposals_of row;
	struct list reasons;
	bool may_keep;             /* without more: friends have to be allowed on the proposal's own page */
	bool reverse;              /* the mentor is the younger by a generation */
	int64_t circle;            /* people of the circle that it is part of; 0: of none */
	const char *circle_names;
};
extern const struct view desk_proposal_row_view;

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

/* A card of codes on paper: what is left of it; and a new one, before it is kept. */
struct desk_card {
	struct card_person person;
	struct list codes;
};
extern const struct view desk_card_view;
/* What is held on somebody without e-mail, printed for them. */
struct desk_data {
	struct data_person person;
	struct list groups;        /* struct held_group */
	const char *web;           /* where they sign in */
};
extern const struct view desk_data_view;
struct desk_death {
	struct death_person person;
	struct list pairs;        /* death_pairs */
};
extern const struct view desk_death_view;
struct desk_bereaved {
	struct bereaved_pair pair;
	bool left_asked;          /* the one who is left was helped */
};
extern const struct view desk_bereaved_view;
struct desk_card_code {
	int64_t number;
	const char *code;
};
struct desk_new_card {
	struct card_person person;
	struct list codes;
	const char *sealed;
	const char *address;       /* of the site */
};
extern const struct view desk_new_card_view;

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
	bool is_warned;            /* friends or neighbours, whom nobody has allowed yet */
	bool mentor_waits;
	bool mentee_waits;
	bool may_open;
	bool may_drop;
	bool may_lapse;            /* its day is over, and somebody has not answered */
};
extern const struct view desk_proposal_view;
extern const struct view desk_answer_view;

/* Somebody suggested or invited: a letter to print, or a name to say who it means. */
struct desk_invitation {
	struct invitation_at_desk row;
	struct list people;        /* whom the name could mean */
	bool by_post;
	const char *code;          /* as shown */
	const char *web;           /* where it is asked for */
};
extern const struct view desk_invitation_view;

struct desk_pairs {
	struct list rows, ended;
	int64_t before;            /* the next page has those before it; 0: this is the last */
};
extern const struct view desk_pairs_view;

/* One side's line in the chart: what each meeting came to, 0 to 6. */
struct desk_point {
	int64_t x, y;
};
extern const struct view desk_point_view;
struct desk_pair {
	struct pair_one pair;
	struct list meetings;
	bool has_trend;
	bool crowded;              /* with many dots */
	struct list earlier;       /* meetings that are not the newest */
	const char *box;           /* viewBox */
	const char *mentor_line;   /* points of a polyline */
	const char *mentee_line;
	struct list mentor_points;
	struct list mentee_points;
	struct list sums;          /* the same in numbers, for the text beside the picture */
	struct list tasks, reviews;
	struct list shared;        /* aims that the mentee lets a coordinator read */
	bool meets, lasts;         /* on trial or active; not ended */
	bool asked;                /* how it shall go on, and not both have answered */
	bool to_thank, mentor_to_agree, mentee_to_agree, may_ask, may_resume, may_reopen;
	const char *in_the_way;    /* of opening it again */
};
struct desk_sum {
	const char *day;
	int64_t mentor;
	int64_t mentee;
	bool has_mentor;
	bool has_mentee;
};
extern const struct view desk_pair_view;

struct desk_meeting {
	struct list days;
	const char *mentor;
	const char *mentee;
	int64_t pair_id;
};
extern const struct view desk_meeting_view;
extern const struct view desk_plan_view;

/* A planned one, to be put off. */
struct desk_move {
	struct list days;
	const char *mentor, *mentee, *day;
	int64_t pair_id;
};
extern const struct view desk_move_view;

extern const struct view desk_review_view;
extern const struct view desk_closing_view;

struct desk_sheet {
	struct pair_one pair;
	const char *phone, *concern_phone;
};
extern const struct view desk_sheet_view;

/* What a side says of a pair that has ended, put in for them: empty, whatever was said before. */
struct desk_gained {
	struct pair_one pair;
	const char *gained, *next_step, *again;
	bool is_mentor;            /* never: whose it is, is asked */
};
extern const struct view desk_gained_view;

struct desk_task {
	struct task_one task;
	struct list lines;         /* the one, as lists show it */
};
extern const struct view desk_task_view;

/* What somebody said of a meeting, put in for them. */
struct desk_says {
	struct meeting_one meeting;
	struct feedback_own own;
	const char *who;
	bool is_mentor;
};
extern const struct view desk_mentor_says_view;
extern const struct view desk_mentee_says_view;

struct desk_organisations {
	struct list unjoined;
	struct list organisations;
};
extern const struct view desk_organisations_view;

struct desk_join {
	const char *typed;
	const char *kind;
	const char *name;          /* for a new one: as it was typed */
	struct list organisations;
};
extern const struct view desk_join_view;

struct desk_organisation {
	struct organisation_one organisation;
	struct list spellings;
};
extern const struct view desk_organisation_view;

struct desk_names {
	struct list rows;
};
extern const struct view desk_names_view;
extern const struct view desk_ties_view;

struct desk_name {
	struct bar_one bar;
	struct list people;        /* whom it could mean */
};
struct desk_name_person {
	int64_t person_id;
	const char *full_name;
	const char *call_name;
};
extern const struct view desk_name_view;
extern const struct view desk_tie_view;

struct desk_lines {
	struct list rows;          /* who is over whom */
	struct list people;        /* whom a name that was typed could mean, where it is several */
};
extern const struct view desk_lines_view;

struct desk_concerns {
	struct list rows;
	struct list closed;
};
extern const struct view desk_concerns_view;

struct desk_concern {
	struct concern_one concern;
	struct list looks;
	struct list entries;
	struct list pairs;
	struct list people;        /* whom a name that was typed could mean, where it is several */
	bool is_taken, is_closed, is_answered, is_late;
	bool may_take, may_take_over;
};
extern const struct view desk_concern_view;
extern const struct view desk_concern_think_view;
extern const struct view desk_concern_pairs_view;
extern const struct view desk_concern_close_view;

struct desk_audit {
	const char *who, *verb, *first_day, *last_day;
	struct list rows;
	struct list people;        /* whom a name that was typed could mean, where it is several */
	const char *older;         /* where to go on; "" : nothing is older */
	bool nothing;
};
extern const struct view desk_audit_view;

struct desk_audit_chain {
	bool holds;
	int64_t broken;            /* the first row that does not follow from the one before */
};
extern const struct view desk_audit_chain_view;

/* A pair that leads alone release. */
struct desk_rest {
	int64_t pair_id;
	struct pairs_resting row;
	const char *kind;          /* the conflict that there is now; "" */
	bool is_over;              /* the conflict is: they may go on */
};
struct desk_rests {
	struct list rows;
};
extern const struct view desk_rest_view;
extern const struct view desk_rests_view;

/* What a programme came to. */
struct desk_count {
	const char *kind;
	struct shown_count count;
};
extern const struct view desk_count_view;
struct desk_days {
	const char *kind;
	struct report_days days;
	bool told;
};
struct desk_answers {
	const char *kind;          /* productive, useful, energising */
	bool is_mentor;
	struct report_answers said;
};
struct desk_length {
	const char *kind;          /* which length: 42, 91, 182, 365, more */
	struct shown_count count;
	int64_t x, y, high;        /* in the picture; none where it is not shown */
};
/* What a short measure came to. */
struct desk_change {
	const char *scale, *later;  /* of domain/measure.h */
	struct shown_count count;
	bool told;
	const char *before, *after; /* means, with one decimal */
	int64_t least, most;        /* of the changes */
};
extern const struct view desk_change_view;
/* A line over the time: a point for each moment that is told. */
struct desk_line {
	struct list points;        /* desk_point */
	const char *line;
	int64_t most;              /* at the top of the picture */
	bool drawn;                /* more than one point */
};
struct desk_report {
	struct list programmes;
	int64_t programme_id;      /* 0: all */
	const char *words;         /* of the one programme; "" */
	const char *first_day, *last_day;
	struct report_moment now;  /* on the last day */
	bool has_answers, has_bars;
	bool any_day;              /* who looks may choose days; else whole years */
	struct list over;
	struct desk_line share, going;   /* of 100 people; pairs */
	struct list pairs, endings, times, meetings, warnings;   /* rows of desk_count; times of desk_days */
	struct list bars;          /* desk_length */
	int64_t bars_most;
	struct list changes;       /* desk_change; empty where nobody answered twice */
	struct list wanted;        /* report_want */
	int64_t wanted_others;
	struct list answers;
	int64_t longest;           /* 0: not told */
};
extern const struct view desk_report_view;
extern const struct view desk_report_sheet_view;

/* Evidence for published standards. */
struct desk_standards {
	int64_t programme_id;
	const char *words, *first_day, *last_day;
	struct list evidence;
};
extern const struct view desk_standards_view;

#endif
