/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who works here, and as what: coordinator, lead, trustee, keeper, reader of translations. Coordinators give and take the roles of a
   coordinator and a reader, and keepers where none is left; keepers that of a keeper; leads and the trustee give and take theirs: who runs the desk cannot let themselves read concerns. */
#ifndef DOMAIN_STAFF_H
#define DOMAIN_STAFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "sql_staff.h"

/* What whoever acts may give and take. */
struct staff_power {
	bool coordinator, keeper, guard;   /* guard: lead and trustee */
};

enum staff_said {
	STAFF_DONE,
	STAFF_LAST,            /* somebody has to be left: a coordinator, a keeper, a lead, and two who read concerns */
	STAFF_TOO_CLOSE,       /* the trustee reads what is said about those who run the programme, so runs nothing else */
	STAFF_NOT_DONE         /* nobody is there, or work->trouble */
};

/* Of the roles in `roles` (words) those that the power covers are somebody's, and no other of those; roles that it does not cover
   stay as they are. They are told by mail. Whoever loses a role is signed out everywhere. */
enum staff_said staff_put_roles(struct work *work, int64_t person_id, const char *roles, struct staff_power power);

/* Whether nobody else who is there is a safeguarding lead: they cannot rest. */
bool staff_is_only_lead(struct work *work, int64_t person_id);

/* Somebody among all who work here, as sql_staff_all lists them; NULL: they do not. */
const struct staff_all *staff_of(struct list all, int64_t person_id);

struct staff_new {
	const char *full_name, *call_name, *email, *language;   /* no e-mail: they sign in with a card of codes */
};

/* Somebody with that address who is here already, where there is exactly one; else somebody new. 0: several share the address, or trouble. */
int64_t staff_invite(struct work *work, const struct staff_new *person);

/* Ends every login of somebody but `token` ("": every one). How many there were. */
int64_t staff_end_logins(struct work *work, int64_t person_id, const char *token);

#endif
