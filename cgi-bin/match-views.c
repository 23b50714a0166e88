/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/match-views.h"

#include "sql_meeting.h"

static const struct member proposal_members[] = {
	VIEW_MEMBER(struct match_proposal, is_mentor),
	VIEW_MEMBER(struct match_proposal, proposal_id),
	VIEW_MEMBER(struct match_proposal, state),
	VIEW_MEMBER(struct match_proposal, given),
	VIEW_MEMBER(struct match_proposal, call_name),
	VIEW_MEMBER(struct match_proposal, topic),
	VIEW_MEMBER(struct match_proposal, words),
	VIEW_MEMBER(struct match_proposal, core_values),
	VIEW_MEMBER(struct match_proposal, ways),
	VIEW_MEMBER(struct match_proposal, near),
	VIEW_MEMBER(struct match_proposal, tongues),
	VIEW_MEMBER(struct match_proposal, other_tongue),
	VIEW_MEMBER(struct match_proposal, time_offered),
	VIEW_MEMBER(struct match_proposal, has_phone),
	VIEW_MEMBER(struct match_proposal, has_email),
};
const struct view match_proposal_view = VIEW(match_proposal, proposal_members);

static const struct member pair_members[] = {
	VIEW_ROW(struct match_pair, pair, pair_mine_view),
	VIEW_MEMBER(struct match_pair, core_values),
	VIEW_MEMBER(struct match_pair, no_way),
	VIEW_LIST(struct match_pair, meetings, feedback_mine_view),
};
const struct view match_pair_view = VIEW(match_pair, pair_members);
