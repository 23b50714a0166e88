/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/staff.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/find.h"
#include "domain/tell.h"
#include "sql_person.h"

static const char *const roles_known[] = { "coordinator", "keeper", "lead", "trustee", "reader" };
enum { ROLES = sizeof roles_known / sizeof *roles_known, COORDINATOR = 0, KEEPER = 1, LEAD = 2, TRUSTEE = 3, READER = 4, READERS_LEAST = 2 };

static bool covers(struct staff_power power, int role)
{
	return role == COORDINATOR || role == READER ? power.coordinator : role == KEEPER ? power.keeper : power.guard;
}

/* As a set of bits, one a role. */
static unsigned set_of(const char *roles)
{
	unsigned set = 0;

	for (int i = 0; i < ROLES; i++)
		set |= text_has_word(roles, roles_known[i]) ? 1U << i : 0;
	return set;
}

static bool has(unsigned set, int role)
{
	return set >> role & 1;
}

/* How many would have each, and how many could read concerns, were this person's roles `set`. Others who rest do not count. */
static void count_roles(struct list all, int64_t person_id, unsigned set, int counts[ROLES + 1])
{
	for (int i = 0; i <= ROLES; i++)
		counts[i] = 0;
	for (size_t i = 0; i < all.count; i++) {
		const struct staff_all *s = list_row(&staff_all_view, all, i);
		bool rests = text_is(s->state, "paused");
		unsigned theirs = s->person_id == person_id ? set : rests ? 0 : set_of(s->roles);
		for (int r = 0; r < ROLES; r++)
			counts[r] += has(theirs, r);
		counts[ROLES] += has(theirs, LEAD) || has(theirs, TRUSTEE);
	}
}

static bool leaves_nobody(struct list all, int64_t person_id, unsigned before, unsigned after)
{
	int counts[ROLES + 1];

	count_roles(all, person_id, after, counts);
	for (int i = 0; i < TRUSTEE; i++)
		if (has(before, i) && !has(after, i) && !counts[i])
			return true;
	bool read = has(before, LEAD) || has(before, TRUSTEE), reads = has(after, LEAD) || has(after, TRUSTEE);
	return read && !reads && counts[ROLES] < READERS_LEAST;
}

const struct staff_all *staff_of(struct list all, int64_t person_id)
{
	for (size_t i = 0; i < all.count; i++) {
		const struct staff_all *s = list_row(&staff_all_view, all, i);
		if (s->person_id == person_id)
			return s;
	}
	return NULL;
}

static void change_one(struct work *work, int64_t person_id, int role, bool give)
{
	const char *name = roles_known[role];

	if (give)
		sql_staff_role_add(work, &(struct staff_role_add_in){ .person_id = person_id, .role = name, .now = work->now });
	else
		sql_staff_role_end(work, &(struct staff_role_end_in){ .person_id = person_id, .role = name });
	if (!give && role == COORDINATOR)
		sql_staff_no_deputy(work, &(struct staff_no_deputy_in){ person_id });
	audit_add(work, arena_printf(work->arena, give ? "role.%s" : "role.%s-end", name), "person", person_id, "");
}

enum staff_said staff_put_roles(struct work *work, int64_t person_id, const char *roles, struct staff_power power)
{
	struct list all = sql_staff_all(work);
	struct staff_one person;
	const struct staff_all *now = staff_of(all, person_id);
	unsigned before = now ? set_of(now->roles) : 0, wanted = set_of(roles), after = before;

	if (!sql_staff_one(work, &(struct staff_one_in){ person_id }, &person))
		return STAFF_NOT_DONE;
	for (int i = 0; i < ROLES; i++)
		if (covers(power, i))
			after = has(wanted, i) ? after | 1U << i : after & ~(1U << i);
	if (after == before)
		return STAFF_DONE;
	if (has(after, TRUSTEE) && after != 1U << TRUSTEE)
		return STAFF_TOO_CLOSE;
	if (leaves_nobody(all, person_id, before, after))
		return STAFF_LAST;
	for (int i = 0; i < ROLES; i++)
		if (has(before, i) != has(after, i))
			change_one(work, person_id, i, has(after, i));
	if (before & ~after)
		staff_end_logins(work, person_id, "");
	tell(work, person_id, "role");
	return work->trouble == TROUBLE_NONE ? STAFF_DONE : STAFF_NOT_DONE;
}

bool staff_is_only_lead(struct work *work, int64_t person_id)
{
	struct staff_only_lead row;

	return sql_staff_only_lead(work, &(struct staff_only_lead_in){ person_id }, &row) && row.is_only;
}

int64_t staff_invite(struct work *work, const struct staff_new *s)
{
	struct staff_by_email known = { .n = 0 };
	struct person_add_staff added = { 0 };

	sql_staff_by_email(work, &(struct staff_by_email_in){ s->email }, &known);
	if (known.n)
		return known.n == 1 ? known.person_id : 0;
	sql_person_add_staff(work, &(struct person_add_staff_in){ .call_name = s->call_name, .full_name = s->full_name, .email = s->email, .language = s->language, .now = work->now }, &added);
	find_learn(work, added.id);
	audit_add(work, "staff.invite", "person", added.id, "call_name full_name email language");
	return added.id;
}

int64_t staff_end_logins(struct work *work, int64_t person_id, const char *token)
{
	int64_t n = sql_logins_end(work, &(struct logins_end_in){ .person_id = person_id, .token = token });

	if (n > 0)
		audit_add(work, "login.end-all", "person", person_id, "");
	return n;
}
