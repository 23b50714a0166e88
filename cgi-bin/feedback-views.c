/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/feedback-views.h"

static const struct member day_members[] = {
	VIEW_MEMBER(struct recent_day, day),
	VIEW_MEMBER(struct recent_day, today),
	VIEW_MEMBER(struct recent_day, yesterday),
	VIEW_MEMBER(struct recent_day, tomorrow),
};
const struct view recent_day_view = VIEW(recent_day, day_members);

static const struct member meeting_members[] = {
	VIEW_LIST(struct feedback_meeting, days, recent_day_view),
	VIEW_MEMBER(struct feedback_meeting, other),
	VIEW_MEMBER(struct feedback_meeting, is_mentor),
};
const struct view feedback_meeting_view = VIEW(feedback_meeting, meeting_members);

static const struct member say_members[] = {
	VIEW_ROW(struct feedback_say, meeting, meeting_one_view),
	VIEW_ROW(struct feedback_say, own, feedback_own_view),
	VIEW_MEMBER(struct feedback_say, other),
	VIEW_MEMBER(struct feedback_say, is_mentor),
};
const struct view feedback_say_view = VIEW(feedback_say, say_members);

static const struct member plan_members[] = {
	VIEW_LIST(struct feedback_plan, days, recent_day_view),
	VIEW_MEMBER(struct feedback_plan, other),
	VIEW_MEMBER(struct feedback_plan, day),
	VIEW_MEMBER(struct feedback_plan, pair_id),
};
const struct view feedback_plan_view = VIEW(feedback_plan, plan_members);
const struct view feedback_move_view = VIEW(feedback_plan, plan_members);

static const struct member thanks_members[] = {
	VIEW_ROW(struct feedback_thanks, meeting, meeting_one_view),
	VIEW_MEMBER(struct feedback_thanks, other),
	VIEW_MEMBER(struct feedback_thanks, signalled),
	VIEW_MEMBER(struct feedback_thanks, meets),
};
const struct view feedback_thanks_view = VIEW(feedback_thanks, thanks_members);

static const struct member concern_members[] = {
	VIEW_MEMBER(struct feedback_concern, phone),
	VIEW_MEMBER(struct feedback_concern, phone_link),
	VIEW_MEMBER(struct feedback_concern, hours),
	VIEW_LIST(struct feedback_concern, us, concern_us_view),
	VIEW_LIST(struct feedback_concern, stops, concern_stops_view),
};
const struct view feedback_concern_view = VIEW(feedback_concern, concern_members);
const struct view feedback_concern_sent_view = VIEW(feedback_concern, concern_members);
