/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of proposals and pairs show to the two people in them. */
#ifndef MATCH_VIEWS_H
#define MATCH_VIEWS_H

#include "base/view.h"
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
};
extern const struct view match_proposal_view;

struct match_pair {
	struct pair_mine pair;
	const char *core_values;   /* of the mentee, for the mentor; those in common, for the mentee */
	bool no_way;               /* nothing was ticked: a coordinator brings them together */
	struct list meetings;
};
extern const struct view match_pair_view;

#endif
