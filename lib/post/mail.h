/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the templates of mails may show. No mail holds more of a person than what they are called, and which lessons they
   have left: what a mail is about stands on the site. */
#ifndef POST_MAIL_H
#define POST_MAIL_H

#include "base/view.h"

struct mail {
	const char *call_name;
	const char *code;         /* for signing in, as shown: two fours */
	const char *link;         /* the secret part of the address that does the same */
	const char *site_name;
	const char *phone;
	const char *phone_hours;
	const char *lessons;      /* words: what the reader has left to do before a first meeting */
};
extern const struct view mail_view;

#endif
