/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/programme.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "sql_programme.h"

static void put(struct work *work, const char *subject, int64_t id, const struct kind_words *w)
{
	sql_wording_put(work, &(struct wording_put_in){ .subject = subject, .subject_id = id, .language = w->language, .words = w->words, .more = w->more });
}

/* The charity's own name, where it gave one; a name of the kind stands beside none of theirs. */
static void put_name(struct work *work, const struct programme_new *p, int64_t id, struct kind_words words)
{
	const char *own = text_is(words.language, "en") ? p->name : text_is(words.language, "cy") ? p->name_cy : "";

	if (*own)
		words.words = own;
	else if (*p->name)
		words.words = p->name;
	put(work, "programme", id, &words);
}

/* Of the first of a kind its name; after that with a number. */
static const char *slug_of(struct work *work, const char *kind)
{
	struct programmes_of_kind there = { 0 };

	sql_programmes_of_kind(work, &(struct programmes_of_kind_in){ kind }, &there);
	return there.n ? arena_printf(work->arena, "%s-%lld", kind, (long long)there.n + 1) : kind;
}

int64_t programme_begin(struct work *work, const struct programme_new *p)
{
	struct programme_add added;
	struct topic_add topic = { 0 };
	int last = -1;

	if (!sql_programme_add(work, &(struct programme_add_in){ .slug = slug_of(work, p->kind), .kind = p->kind, .intergenerational = p->intergenerational }, &added))
		return 0;
	for (size_t i = 0; i < kind_word_count; i++) {
		const struct kind_words *w = &kind_words[i];
		if (!text_is(w->kind, p->kind))
			continue;
		if (w->topic < 0) {
			put_name(work, p, added.id, *w);
			continue;
		}
		if (w->topic != last && !sql_topic_add(work, &(struct topic_add_in){ .programme_id = added.id, .position = w->topic }, &topic))
			return 0;
		last = w->topic;
		put(work, "topic", topic.id, w);
	}
	if (p->draft)
		sql_programme_state(work, &(struct programme_state_in){ .state = "draft", .programme_id = added.id });
	audit_add(work, "programme.begin", "programme", added.id, "");
	return added.id;
}

bool programme_settle(struct work *work, const struct programme_rules_new *r)
{
	const struct programme_settle_in in = { .state = r->state, .intergenerational = r->intergenerational, .trial_meetings = r->trial_meetings,
		.trial_days = r->trial_days, .reverse_years = r->reverse_years, .quiet_days = r->quiet_days, .review_days = r->review_days,
		.open_asks = r->open_asks, .group_most = r->group_most, .moderation = r->moderation,
		.mentor_lessons = r->mentor_lessons, .mentee_lessons = r->mentee_lessons, .mentee_weeks = r->mentee_weeks, .programme_id = r->programme_id };

	if (sql_programme_settle(work, &in) <= 0)
		return false;
	audit_add(work, "programme.change", "programme", r->programme_id,
		  "state intergenerational trial_meetings trial_days reverse_years quiet_days review_days open_asks group_most moderation mentor_lessons mentee_lessons mentee_weeks");
	return work->trouble == TROUBLE_NONE;
}

bool programme_words(struct work *work, const struct words_of *w)
{
	sql_wording_put(work, &(struct wording_put_in){ .subject = w->subject, .subject_id = w->subject_id, .language = w->language, .words = w->words, .more = w->more });
	audit_add(work, arena_printf(work->arena, "%s.words", w->subject), w->subject, w->subject_id, "words more");
	return work->trouble == TROUBLE_NONE;
}

int64_t topic_begin(struct work *work, int64_t programme_id, const struct words_of *words)
{
	struct topic_append added = { 0 };
	struct words_of w = *words;

	sql_topic_append(work, &(struct topic_append_in){ programme_id }, &added);
	w.subject = "topic";
	w.subject_id = added.id;
	return programme_words(work, &w) ? added.id : 0;
}

bool topic_move(struct work *work, int64_t topic_id, int64_t position)
{
	if (sql_topic_place(work, &(struct topic_place_in){ .position = position, .topic_id = topic_id }) <= 0)
		return false;
	audit_add(work, "topic.move", "topic", topic_id, "position");
	return work->trouble == TROUBLE_NONE;
}

bool topic_leave_out(struct work *work, int64_t topic_id)
{
	if (sql_topic_end(work, &(struct topic_end_in){ topic_id }) <= 0)
		return false;
	sql_wordings_end(work, &(struct wordings_end_in){ .subject = "topic", .subject_id = topic_id });
	audit_add(work, "topic.end", "topic", topic_id, "");
	return work->trouble == TROUBLE_NONE;
}
