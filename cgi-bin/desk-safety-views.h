/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of ties between people, of concerns, and of who did what show. */
#ifndef DESK_SAFETY_VIEWS_H
#define DESK_SAFETY_VIEWS_H

#include "base/view.h"
#include "sql_bar.h"
#include "sql_concern.h"
#include "sql_erase.h"
#include "sql_leave.h"
#include "sql_pair.h"

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

#endif
