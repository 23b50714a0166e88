/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the coordinator's pages show, where it is more than rows of one statement. */
#ifndef DESK_VIEWS_H
#define DESK_VIEWS_H

#include "base/view.h"
#include "domain/lesson.h"
#include "sql_account.h"
#include "sql_data.h"
#include "sql_invitation.h"
#include "sql_meeting.h"
#include "sql_pair.h"
#include "sql_person.h"
#include "sql_proposal.h"
#include "sql_request.h"
#include "sql_signup.h"
#include "sql_task.h"

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
	struct list mentor_left, mentee_left; /* struct lesson: what each has not done */
	bool has_lessons;          /* the programme wants some before a first meeting */
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

#endif
