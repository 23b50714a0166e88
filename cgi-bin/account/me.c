/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person's own page: what to do next, who helps them, whom they help. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "pages_account.h"
#include "sql_invitation.h"
#include "sql_pair.h"
#include "sql_proposal.h"

/* After so many days nobody is asked any more how a meeting went; the pair's page still lets them say it. */
enum { SAID_WITHIN = 30 };

/* Those that wait for the other, or for a coordinator. */
static struct list for_others(struct request *q, struct list proposals)
{
	struct proposals_for *rows = arena_array(q->work.arena, proposals.count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	for (size_t i = 0; i < proposals.count; i++) {
		const struct proposals_for *row = list_row(&proposals_for_view, proposals, i);
		if (!row->waits)
			rows[list.count++] = *row;
	}
	return list;
}

/* By which day each is due. */
static struct list with_days(struct request *q, struct list things)
{
	struct account_things *rows = arena_array(q->work.arena, things.count + 1, sizeof *rows);

	for (size_t i = 0; i < things.count; i++) {
		rows[i] = *(const struct account_things *)list_row(&account_things_view, things, i);
		rows[i].by_day = day_of(q->work.arena, rows[i].due_at);
	}
	return (struct list){ rows, things.count };
}

static bool mentors_first_time(const struct account_me *view)
{
	for (size_t i = 0; i < view->pairs.count; i++) {
		const struct pairs_for *row = list_row(&pairs_for_view, view->pairs, i);
		if (row->is_mentor && !row->meetings)
			return *view->person.thanks_to != '\0';
	}
	return false;
}

/* Of that kind; "": of any. */
static bool in_a_programme(struct list signups, const char *kind)
{
	for (size_t i = 0; i < signups.count; i++) {
		const struct account_signups *row = list_row(&account_signups_view, signups, i);
		if (text_is(row->state, "approved") && (!*kind || text_is(row->kind, kind)))
			return true;
	}
	return false;
}

struct outcome me_show(struct request *q, void *into)
{
	struct account_me *view = into;
	int64_t person_id = q->visitor.person_id;
	const char *language = q->language.code;

	if (q->visitor.helps_id)
		return go_to(q, "desk", arena_printf(q->work.arena, "/person/%lld", (long long)q->visitor.helps_id));
	if (!sql_account_person(&q->work, &(struct account_person_in){ person_id }, &view->person))
		return missing;
	view->signups = sql_account_signups(&q->work, &(struct account_signups_in){ .language = language, .person_id = person_id });
	view->things = with_days(q, sql_account_things(&q->work, &(struct account_things_in){ .language = language, .person_id = person_id,
		.today = q->work.today, .since = day_add(q->work.arena, q->work.today, -SAID_WITHIN), .now = q->work.now }));
	view->waiting = for_others(q, sql_proposals_for(&q->work, &(struct proposals_for_in){ .person_id = person_id, .language = language }));
	view->invited = sql_invitations_by(&q->work, &(struct invitations_by_in){ .person_id = person_id, .language = language });
	view->pairs = sql_pairs_for(&q->work, &(struct pairs_for_in){ .person_id = person_id, .language = language });
	view->lessons = lessons_left(&q->work, person_id);
	view->measures = measures_waiting(q);
	view->nothing_to_do = view->things.count == 0;
	view->first_time_mentor = mentors_first_time(view);
	view->may_ask = in_a_programme(view->signups, "");
	view->may_read = in_a_programme(view->signups, "everyday");
	view->may_join = view->may_ask
		&& sql_programmes_to_join(&q->work, &(struct programmes_to_join_in){ .language = language, .person_id = person_id }).count > 0;
	return shown;
}

struct outcome lesson_show(struct request *q, void *into)
{
	struct lesson *view = into;
	struct list all = lessons_all(&q->work, q->visitor.person_id);

	for (size_t i = 0; i < all.count; i++) {
		const struct lesson *lesson = list_row(&lesson_view, all, i);
		if (!text_is(lesson->slug, q->param))
			continue;
		*view = *lesson;
		q->formless = *lesson->day;
		return shown;
	}
	return missing;
}

struct outcome lesson_keep(struct request *q, const void *answers)
{
	(void)answers;
	return when(q, lesson_do(&q->work, q->visitor.person_id, q->param, "self"), next_page);
}
