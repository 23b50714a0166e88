/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of a safeguarding lead show of a person and of a pair (docs/privacy.md). */
#ifndef DESK_LEAD_VIEWS_H
#define DESK_LEAD_VIEWS_H

#include "base/view.h"
#include "sql_lead.h"

/* Whom to look up: several of that name. */
struct desk_lead_find {
	struct list people;        /* struct desk_name_person */
};
extern const struct view desk_lead_find_view;

struct desk_lead_person {
	struct lead_person person;
	struct list signups, asks, offers, bars, pairs, invitations;
	struct list concerns;      /* that have to do with them, and this lead may read */
};
extern const struct view desk_lead_person_view;

struct desk_lead_pair {
	struct lead_pair pair;
	struct list wishes, words;
	struct list concerns;      /* open ones, which this lead may read; none: what follows is empty */
	struct list aims, answers, reviews;
};
extern const struct view desk_lead_pair_view;

#endif
