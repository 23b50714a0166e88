/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What would change if …: matching tried with one thing other than it is. Nothing is written. And what
   counts in matching, which a coordinator may set. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-match-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/audit.h"
#include "domain/part.h"
#include "domain/place.h"
#include "domain/what-if.h"
#include "pages_desk.h"
#include "sql_desk.h"
#include "sql_programme.h"

static struct list other_programmes(struct request *q, int64_t programme_id)
{
	struct list all = sql_desk_to_match(&q->work, &(struct desk_to_match_in){ q->language.code });
	struct desk_to_match *others = arena_array(q->work.arena, all.count + 1, sizeof *others);
	struct list list = { others, 0 };

	for (size_t i = 0; i < all.count; i++) {
		const struct desk_to_match *row = list_row(&desk_to_match_view, all, i);
		if (row->programme_id != programme_id)
			others[list.count++] = *row;
	}
	return list;
}

static struct list bars_to_lift(struct request *q, int64_t programme_id)
{
	struct list bars = what_if_bars(&q->work, programme_id);
	struct desk_lift *lifts = arena_array(q->work.arena, bars.count + 1, sizeof *lifts);

	for (size_t i = 0; i < bars.count; i++) {
		const struct run_bars *bar = list_row(&run_bars_view, bars, i);
		lifts[i] = (struct desk_lift){ .bar = *bar,
			.tie = arena_printf(q->work.arena, "%lld-%lld", (long long)bar->mentor_id, (long long)bar->mentee_id) };
	}
	return (struct list){ lifts, bars.count };
}

static int64_t query_count(struct request *q, const char *name)
{
	int64_t number = 0;

	return text_is_count(query_value(q, name), &number) ? number : 0;
}

static const char *topic_words(const struct desk_what_if *view)
{
	for (size_t i = 0; i < view->topics.count; i++) {
		const struct topics_offered *topic = list_row(&topics_offered_view, view->topics, i);
		if (topic->topic_id == view->topic_id)
			return topic->words;
	}
	return "";
}

/* What is asked, when it is something that this programme has; else nothing changes. */
static struct choice_change change_asked(struct desk_what_if *view)
{
	struct choice_change change = { 0 };

	view->topic = topic_words(view);
	if (text_is(view->what, "mentor") && *view->topic) {
		change.topic_id = view->topic_id;
		change.district = view->near;
	}
	for (size_t i = 0; text_is(view->what, "lift") && i < view->bars.count; i++) {
		const struct desk_lift *lift = list_row(&desk_lift_view, view->bars, i);
		if (!text_is(lift->tie, view->tie))
			continue;
		change.lift_mentor_id = lift->bar.mentor_id;
		change.lift_mentee_id = lift->bar.mentee_id;
		view->mentor = lift->bar.mentor;
		view->mentee = lift->bar.mentee;
	}
	for (size_t i = 0; text_is(view->what, "join") && i < view->programmes.count; i++) {
		const struct desk_to_match *row = list_row(&desk_to_match_view, view->programmes, i);
		if (row->programme_id != view->joined_id)
			continue;
		change.joined_id = row->programme_id;
		view->joined = row->words;
	}
	return change;
}

static void answer_what_if(struct request *q, struct desk_what_if *view)
{
	const struct choice_change change = change_asked(view);

	if (!change.topic_id && !change.lift_mentor_id && !change.joined_id)
		return;
	struct what_if found = what_if_of(&q->work, view->programme_id, &change);
	view->asked = true;
	view->met_now = found.met_now;
	view->met_then = found.met_then;
	view->both_now = found.both_now;
	view->both_then = found.both_then;
	view->met_more = found.met_then - found.met_now;
	view->both_more = found.both_then - found.both_now;
	view->helps = view->met_more > 0;
}

struct outcome what_if_show(struct request *q, void *into)
{
	struct desk_what_if *view = into;

	view->programme_id = param_id(q);
	view->words = programme_name(q, view->programme_id);
	if (!view->words)
		return missing;
	view->topics = sql_topics_offered(&q->work, &(struct topics_offered_in){ .programme_id = view->programme_id, .language = q->language.code });
	view->programmes = other_programmes(q, view->programme_id);
	view->bars = bars_to_lift(q, view->programme_id);
	view->what = query_value(q, "what");
	view->topic_id = query_count(q, "topic");
	view->near = query_value(q, "near");
	view->tie = query_value(q, "tie");
	view->joined_id = query_count(q, "with");
	if (*view->what)
		answer_what_if(q, view);
	return shown;
}

/* Leads to the answer, whose address can be kept and shown to others. */
struct outcome what_if_ask(struct request *q, const void *answers)
{
	const struct desk_what_if_form *f = answers;
	struct arena *arena = q->work.arena;

	if (text_is(f->what, "mentor") && !f->topic_id)
		return blamed(q, "topic_id", REASON_NONE_CHOSEN);
	if (text_is(f->what, "lift") && !*f->tie)
		return blamed(q, "tie", REASON_NONE_CHOSEN);
	if (text_is(f->what, "join") && !f->joined_id)
		return blamed(q, "joined_id", REASON_NONE_CHOSEN);
	return go_to(q, "desk", arena_printf(arena, "/what-if/%lld?what=%s&topic=%lld&near=%s&tie=%s&with=%lld#answer", (long long)param_id(q), f->what,
					     (long long)f->topic_id, text_encoded(arena, place_typed(arena, f->near)), f->tie, (long long)f->joined_id));
}

static const struct member *line_of(const struct view *view, const char *kind)
{
	return &view->members[view_find(view, kind, strlen(kind))];
}

struct outcome weights_show(struct request *q, void *into)
{
	struct desk_weights *view = into;

	view->programme_id = param_id(q);
	view->words = programme_name(q, view->programme_id);
	if (!view->words)
		return missing;
	struct parts parts = parts_of(&q->work, view->programme_id);
	for (int i = 0; i < PART_COUNT; i++)
		*(int64_t *)(void *)((char *)view + line_of(&desk_weights_view, part_lines[i].kind)->offset) = parts.points[i];
	return shown;
}

struct outcome weights_keep(struct request *q, const void *answers)
{
	int64_t programme_id = param_id(q);
	bool kept = true;

	for (int i = 0; i < PART_COUNT; i++)
		kept = kept && parts_put(&q->work, programme_id, (enum part)i, member_count(line_of(&desk_weights_form_view, part_lines[i].kind), answers));
	audit_add(&q->work, "programme.weights", "programme", programme_id, "points");
	return when(q, kept, go_to(q, "desk", arena_printf(q->work.arena, "/run/%lld", (long long)programme_id)));
}
