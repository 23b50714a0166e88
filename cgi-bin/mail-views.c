/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/mail-views.h"

static const struct member left_members[] = {
	VIEW_MEMBER(struct desk_mail_left, outbox_id),
	VIEW_MEMBER(struct desk_mail_left, at),
	VIEW_MEMBER(struct desk_mail_left, kind),
	VIEW_MEMBER(struct desk_mail_left, is_maybe),
	VIEW_MEMBER(struct desk_mail_left, is_back),
};
static const struct view left_view = VIEW(desk_mail_left, left_members);

static const struct member mail_members[] = {
	VIEW_MEMBER(struct desk_mail, waiting),
	VIEW_MEMBER(struct desk_mail, an_hour),
	VIEW_LIST(struct desk_mail, left, left_view),
	VIEW_LIST(struct desk_mail, dns, dns_line_view),
	VIEW_MEMBER(struct desk_mail, last),
};
const struct view desk_mail_view = VIEW(desk_mail, mail_members);
