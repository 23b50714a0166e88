/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-charity-views.h"

static const struct member staff_person_members[] = {
	VIEW_ROW(struct desk_staff_person, row, staff_all_view),
	VIEW_MEMBER(struct desk_staff_person, away_from),
	VIEW_MEMBER(struct desk_staff_person, away_until),
	VIEW_MEMBER(struct desk_staff_person, deputy),
	VIEW_MEMBER(struct desk_staff_person, is_silent),
};
static const struct view desk_staff_person_view = VIEW(desk_staff_person, staff_person_members);

static const struct member staff_members[] = {
	VIEW_LIST(struct desk_staff, rows, desk_staff_person_view),
};
const struct view desk_staff_view = VIEW(desk_staff, staff_members);

static const struct member invite_members[] = {
	VIEW_MEMBER(struct desk_invite, may_coordinator),
	VIEW_MEMBER(struct desk_invite, may_keeper),
	VIEW_MEMBER(struct desk_invite, may_guard),
	VIEW_MEMBER(struct desk_invite, roles),
};
const struct view desk_invite_view = VIEW(desk_invite, invite_members);

static const struct member role_members[] = {
	VIEW_ROW(struct desk_role, row, staff_one_view),
	VIEW_MEMBER(struct desk_role, may_coordinator),
	VIEW_MEMBER(struct desk_role, may_keeper),
	VIEW_MEMBER(struct desk_role, may_guard),
	VIEW_MEMBER(struct desk_role, may_end),
	VIEW_MEMBER(struct desk_role, roles),
	VIEW_LIST(struct desk_role, logins, logins_of_view),
	VIEW_MEMBER(struct desk_role, may_card),
	VIEW_MEMBER(struct desk_role, is_self),
};
const struct view desk_role_view = VIEW(desk_role, role_members);
