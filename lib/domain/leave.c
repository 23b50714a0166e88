/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/leave.h"

#include "domain/ask.h"
#include "domain/erase.h"
#include "domain/invitation.h"
#include "domain/pair.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "domain/signup.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_leave.h"

enum { LINE_DAYS = 14 };

static bool is_among(struct texts numbers, int64_t wanted)
{
	int64_t number;

	for (size_t i = 0; i < numbers.count; i++)
		if (text_is_count(numbers.values[i], &number) && number == wanted)
			return true;
	return false;
}

static void end_pairs(struct work *work, const struct leaving *l, unsigned actor)
{
	struct list rows = sql_leave_pairs(work, &(struct leave_pairs_in){ l->person_id });

	for (size_t i = 0; i < rows.count; i++) {
		const struct leave_pairs *row = list_row(&leave_pairs_view, rows, i);
		unsigned side = actor != ACTOR_SELF ? actor : row->is_mentor ? ACTOR_MENTOR : ACTOR_MENTEE;
		pair_leave(work, row->ring, row->stays_id, is_among(l->ring, row->ring), side);
	}
}

static void close_wishes(struct work *work, int64_t person_id, unsigned actor)
{
	struct list asks = sql_leave_asks(work, &(struct leave_asks_in){ person_id });
	struct list offers = sql_leave_offers(work, &(struct leave_offers_in){ person_id });
	struct list signups = sql_leave_signups(work, &(struct leave_signups_in){ person_id });

	for (size_t i = 0; i < asks.count; i++)
		ask_step(work, ((const struct leave_asks *)list_row(&leave_asks_view, asks, i))->ask_id, "close", actor);
	for (size_t i = 0; i < offers.count; i++)
		offer_step(work, ((const struct leave_offers *)list_row(&leave_offers_view, offers, i))->offer_id, "close", actor);
	for (size_t i = 0; i < signups.count; i++)
		signup_withdraw(work, ((const struct leave_signups *)list_row(&leave_signups_view, signups, i))->signup_id, actor);
}

static void end_invitations(struct work *work, int64_t person_id)
{
	struct list rows = sql_leave_invitations(work, &(struct leave_invitations_in){ person_id });

	for (size_t i = 0; i < rows.count; i++) {
		const struct leave_invitations *row = list_row(&leave_invitations_view, rows, i);
		invitation_step(work, row->invitation_id, row->is_host ? "withdraw" : "decline", row->is_host ? ACTOR_HOST : ACTOR_GUEST);
	}
}

void leave_sign_out(struct work *work, int64_t person_id)
{
	sql_leave_browsers(work, &(struct leave_browsers_in){ person_id });
	sql_leave_code(work, &(struct leave_code_in){ person_id });
	sql_leave_app(work, &(struct leave_app_in){ person_id });
	sql_leave_cards(work, &(struct leave_cards_in){ person_id });
	sql_leave_unsent(work, &(struct leave_unsent_in){ person_id });
}

bool leave_now(struct work *work, const struct leaving *l, unsigned actor)
{
	struct leave_roles roles = { 0 };

	if (!sql_leave_roles(work, &(struct leave_roles_in){ l->person_id }, &roles) || roles.n || !person_step(work, l->person_id, "leave", actor))
		return false;
	end_pairs(work, l, actor);
	proposal_rest_all(work, l->person_id);
	close_wishes(work, l->person_id, actor);
	end_invitations(work, l->person_id);
	leave_sign_out(work, l->person_id);
	task_add(work, &(struct task_new){ .kind = "left", .role = "coordinator", .person_id = l->person_id, .subject = "person",
		.subject_id = l->person_id, .days = LINE_DAYS });
	if (l->erase)
		erase_ask(work, l->person_id);
	tell(work, l->person_id, l->erase ? "erase-asked" : "left");
	return work->trouble == TROUBLE_NONE;
}

bool leave_undo(struct work *work, int64_t person_id)
{
	if (!person_step(work, person_id, "return", ACTOR_COORDINATOR))
		return false;
	task_over(work, &(struct task_new){ .subject = "person", .subject_id = person_id, .person_id = person_id, .kind = "erase" });
	return work->trouble == TROUBLE_NONE;
}
