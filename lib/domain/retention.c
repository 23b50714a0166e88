/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/retention.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/erase.h"
#include "domain/invitation.h"
#include "domain/signup.h"
#include "sql_retention.h"

enum { DAY_SECONDS = 86400, A_DAY = 1, A_MONTH = 30, A_YEAR = 365, TWO_YEARS = 730, SIX_YEARS = 2190, LOGIN_DAYS = 91, PLAN_MOST = 100000 };

/* Whoever never came in; of a worry about them nothing goes before it is closed. */
static void forget_applicant(struct work *work, int64_t person_id)
{
	struct list rows = sql_retention_open_signups(work, &(struct retention_open_signups_in){ person_id });

	if (erase_held(work, person_id).count)
		return;
	for (size_t i = 0; i < rows.count; i++)
		signup_lapse(work, ((const struct retention_open_signups *)list_row(&retention_open_signups_view, rows, i))->signup_id);
	erase_person(work, person_id);
}

static void forget_person(struct work *work, int64_t person_id)
{
	if (!erase_held(work, person_id).count)
		erase_person(work, person_id);
}

static void forget_pair(struct work *work, int64_t pair_id)
{
	sql_retention_pair_feedback(work, &(struct retention_pair_feedback_in){ pair_id });
	sql_retention_pair_reviews(work, &(struct retention_pair_reviews_in){ pair_id });
	sql_retention_pair_aims(work, &(struct retention_pair_aims_in){ pair_id });
	sql_retention_pair_words(work, &(struct retention_pair_words_in){ pair_id });
	sql_retention_pair(work, &(struct retention_pair_in){ pair_id });
	audit_add(work, "pair.words-end", "pair", pair_id, "");
}

static void forget_question(struct work *work, int64_t signup_id)
{
	sql_retention_question(work, &(struct retention_question_in){ signup_id });
}

static void forget_invitation(struct work *work, int64_t invitation_id)
{
	invitation_forget(work, invitation_id);
}

static void forget_task(struct work *work, int64_t task_id)
{
	sql_retention_task(work, &(struct retention_task_in){ task_id });
}

static void forget_mail(struct work *work, int64_t outbox_id)
{
	sql_retention_mail(work, &(struct retention_mail_in){ outbox_id });
}

const struct retention_rule retention_rules[] = {
	{ "unfinished",  A_MONTH,    &kept_unfinished_statement,  forget_applicant,  NULL, false },
	{ "applicant",   A_YEAR,     &kept_applicants_statement,  forget_applicant,  NULL, false },
	{ "person",      TWO_YEARS,  &kept_people_statement,      forget_person,     NULL, false },
	{ "pair",        TWO_YEARS,  &kept_pairs_statement,       forget_pair,       NULL, false },
	{ "question",    A_MONTH,    &kept_questions_statement,   forget_question,   NULL, false },
	{ "invitation",  A_MONTH,    &kept_invitations_statement, forget_invitation, NULL, false },
	{ "task",        A_YEAR,     &kept_tasks_statement,       forget_task,       NULL, false },
	{ "mail",        A_MONTH,    &kept_mails_statement,       forget_mail,       NULL, false },
	{ "login",       LOGIN_DAYS, &kept_browsers_statement,    NULL, &retention_browsers_statement, false },
	{ "code",        A_DAY,      &kept_codes_statement,       NULL, &retention_codes_statement, false },
	{ "typed",       A_DAY,      &kept_unsent_statement,      NULL, &retention_unsent_statement, false },
	{ "count",       A_DAY,      &kept_counts_statement,      NULL, &retention_counts_statement, false },
	{ "concern",     SIX_YEARS,  &kept_concerns_statement,    NULL, NULL, true },
};
const size_t retention_rule_count = sizeof retention_rules / sizeof *retention_rules;

/* All of them ask for a moment and a number of rows, and answer with two numbers. */
static struct list kept(struct work *work, const struct retention_rule *rule, int64_t before, int64_t most)
{
	struct kept_pairs_in in = { .before = before, .most = most };

	if (rule->leads_only)
		return sql_kept_concerns(work, &(struct kept_concerns_in){ .person_id = work->person_id, .before = before, .most = most });
	return db_many(work, rule->kept, &in);
}

static int64_t part(const struct retention_rule *rule, struct list rows, size_t i, size_t member)
{
	return member_count(&rule->kept->out->members[member], list_row(rule->kept->out, rows, i));
}

static int64_t run_rule(struct work *work, const struct retention_rule *rule)
{
	int64_t before = work->now - (int64_t)rule->days * DAY_SECONDS;

	if (rule->sweep)
		return db_run(work, rule->sweep, &(struct retention_browsers_in){ before });
	if (!rule->forget)
		return 0;
	struct list rows = kept(work, rule, before, RETENTION_MOST);
	for (size_t i = 0; i < rows.count && work->trouble == TROUBLE_NONE; i++)
		rule->forget(work, part(rule, rows, i, 0));
	return (int64_t)rows.count;
}

int64_t retention_run(struct work *work)
{
	int64_t went = 0;

	for (size_t i = 0; i < retention_rule_count; i++)
		went += run_rule(work, &retention_rules[i]);
	return went;
}

struct list retention_plan(struct work *work, const struct retention_rule *rule, int days)
{
	int64_t kept_for = (int64_t)rule->days * DAY_SECONDS;
	struct list rows = kept(work, rule, work->now - kept_for + (int64_t)days * DAY_SECONDS, PLAN_MOST);
	struct retention_day *found = arena_array(work->arena, (size_t)days + 2, sizeof *found);
	struct list list = { found, 0 };

	for (size_t i = 0; i < rows.count; i++) {
		int64_t at = part(rule, rows, i, 1) + kept_for;
		const char *day = at <= work->now ? work->today : day_of(work->arena, at);
		if (!list.count || !text_is(found[list.count - 1].day, day))
			found[list.count++] = (struct retention_day){ day, 0 };
		found[list.count - 1].count++;
	}
	return list;
}
