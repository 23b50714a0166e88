/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-lead-views.h"

#include "cgi-bin/desk-safety-views.h"
#include "sql_review.h"

static const struct member one_members[] = {
	VIEW_MEMBER(struct desk_name_person, person_id),
	VIEW_MEMBER(struct desk_name_person, full_name),
};
static const struct view one_view = VIEW(desk_name_person, one_members);

static const struct member find_members[] = {
	VIEW_LIST(struct desk_lead_find, people, one_view),
};
const struct view desk_lead_find_view = VIEW(desk_lead_find, find_members);

static const struct member person_members[] = {
	VIEW_ROW(struct desk_lead_person, person, lead_person_view),
	VIEW_LIST(struct desk_lead_person, signups, lead_signups_view),
	VIEW_LIST(struct desk_lead_person, asks, lead_asks_view),
	VIEW_LIST(struct desk_lead_person, offers, lead_offers_view),
	VIEW_LIST(struct desk_lead_person, bars, lead_bars_view),
	VIEW_LIST(struct desk_lead_person, pairs, lead_pairs_view),
	VIEW_LIST(struct desk_lead_person, invitations, lead_invitations_view),
	VIEW_LIST(struct desk_lead_person, concerns, lead_person_concerns_view),
};
const struct view desk_lead_person_view = VIEW(desk_lead_person, person_members);

static const struct member pair_members[] = {
	VIEW_ROW(struct desk_lead_pair, pair, lead_pair_view),
	VIEW_LIST(struct desk_lead_pair, wishes, lead_wishes_view),
	VIEW_LIST(struct desk_lead_pair, words, lead_words_view),
	VIEW_LIST(struct desk_lead_pair, concerns, lead_concerns_view),
	VIEW_LIST(struct desk_lead_pair, aims, lead_aims_view),
	VIEW_LIST(struct desk_lead_pair, answers, lead_answers_view),
	VIEW_LIST(struct desk_lead_pair, reviews, reviews_of_view),
};
const struct view desk_lead_pair_view = VIEW(desk_lead_pair, pair_members);
