/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/mail.h"

static const struct member mail_members[] = {
	VIEW_MEMBER(struct mail, call_name),
	VIEW_MEMBER(struct mail, code),
	VIEW_MEMBER(struct mail, link),
	VIEW_MEMBER(struct mail, site_name),
	VIEW_MEMBER(struct mail, phone),
	VIEW_MEMBER(struct mail, phone_hours),
	VIEW_MEMBER(struct mail, lessons),
};
const struct view mail_view = VIEW(mail, mail_members);
