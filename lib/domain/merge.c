/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/merge.h"

#include "base/text.h"
#include "db/db.h"
#include "domain/audit.h"
#include "domain/find.h"
#include "domain/person.h"
#include "domain/signup.h"
#include "domain/watch.h"
#include "sql_merge.h"

struct list merge_twins(struct work *work, int64_t person_id)
{
	struct merge_person person;

	if (!sql_merge_person(work, &(struct merge_person_in){ person_id }, &person))
		return (struct list){ NULL, 0 };
	struct texts words = *person.phone ? find_words(work->arena, person.phone) : (struct texts){ NULL, 0 };
	return sql_merge_twins(work, &(struct merge_twins_in){ .person_id = person_id, .phone_word = words.count == 1 ? words.values[0] : "" });
}

static bool are_twins(struct work *work, int64_t person_id, int64_t into_id)
{
	struct list twins = merge_twins(work, person_id);

	for (size_t i = 0; i < twins.count; i++)
		if (((const struct merge_twins *)list_row(&merge_twins_view, twins, i))->person_id == into_id)
			return true;
	return false;
}

/* A sign-up to a programme of the first's own gives what it has; one to another goes over whole. */
static void move_signups(struct work *work, int64_t person_id, int64_t into_id)
{
	struct list signups = sql_merge_signups(work, &(struct merge_signups_in){ .into_id = into_id, .person_id = person_id });

	for (size_t i = 0; i < signups.count; i++) {
		const struct merge_signups *row = list_row(&merge_signups_view, signups, i);
		if (!row->into_signup) {
			sql_merge_move_signup(work, &(struct merge_move_signup_in){ .into_id = into_id, .signup_id = row->signup_id });
			continue;
		}
		sql_merge_move_asks(work, &(struct merge_move_asks_in){ .into_signup = row->into_signup, .signup_id = row->signup_id });
		sql_merge_move_offers(work, &(struct merge_move_offers_in){ .into_signup = row->into_signup, .signup_id = row->signup_id });
		signup_withdraw(work, row->signup_id, ACTOR_COORDINATOR);
	}
}

bool merge(struct work *work, int64_t person_id, int64_t into_id)
{
	if (!are_twins(work, person_id, into_id))
		return false;
	move_signups(work, person_id, into_id);
	sql_merge_fill(work, &(struct merge_fill_in){ .person_id = person_id, .into_id = into_id });
	sql_merge_reach(work, &(struct merge_reach_in){ .into_id = into_id });
	sql_merge_move_bars(work, &(struct merge_move_bars_in){ .into_id = into_id, .person_id = person_id });
	sql_merge_named(work, &(struct merge_named_in){ .into_id = into_id, .person_id = person_id });
	sql_merge_invited(work, &(struct merge_invited_in){ .into_id = into_id, .person_id = person_id });
	sql_merge_tasks(work, &(struct merge_tasks_in){ .into_id = into_id, .person_id = person_id });
	audit_add(work, "person.merge", "person", into_id, "");
	audit_add(work, "person.merge", "person", person_id, "");
	find_learn(work, into_id);
	watch_person(work, into_id);
	return person_step(work, person_id, "leave", ACTOR_COORDINATOR);
}
