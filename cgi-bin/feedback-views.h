/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of meetings and worries show. */
#ifndef FEEDBACK_VIEWS_H
#define FEEDBACK_VIEWS_H

#include "base/view.h"
#include "sql_concern.h"
#include "sql_meeting.h"
#include "sql_pair.h"

/* A day not long ago, to choose. */
struct recent_day {
	const char *day;
	bool today;
	bool yesterday;
	bool tomorrow;
};

struct feedback_meeting {
	struct list days;
	const char *other;
	bool is_mentor;
};
extern const struct view feedback_meeting_view;
extern const struct view recent_day_view;

struct feedback_say {
	struct meeting_one meeting;
	struct feedback_own own;
	const char *other;
	bool is_mentor;
};
extern const struct view feedback_say_view;

/* A day to come, for a new meeting or one that is put off. */
struct feedback_plan {
	struct list days;
	const char *other;
	const char *day;           /* that it was planned for */
	int64_t pair_id;
};
extern const struct view feedback_plan_view;
extern const struct view feedback_move_view;

struct feedback_thanks {
	struct meeting_one meeting;
	const char *other;
	bool signalled;            /* whoever answered is asked whether it is time for a change */
	bool meets;
};
extern const struct view feedback_thanks_view;

struct feedback_concern {
	const char *phone;
	const char *phone_link;
	int64_t hours;
	struct list us;            /* who runs the programme */
	struct list stops;         /* the teller's own pairs that meet */
};
extern const struct view feedback_concern_view;
extern const struct view feedback_concern_sent_view;

#endif
