/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/measure.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "sql_measure.h"

enum { DAY_SECONDS = 86400, START_DAYS = 14, HALF_YEAR_DAYS = 182, OPEN_DAYS = 61 };

const struct measure_item measure_items[MEASURE_ITEMS] = {
	{ "ucla-3", "companionship", "loneliness", 1, 3 },
	{ "ucla-3", "left-out", "loneliness", 1, 3 },
	{ "ucla-3", "isolated", "loneliness", 1, 3 },
	{ "direct", "lonely", "lonely", 1, 5 },
	{ "ons-4", "satisfied", "satisfied", 0, 10 },
	{ "ons-4", "worthwhile", "worthwhile", 0, 10 },
	{ "ons-4", "happy", "happy", 0, 10 },
	{ "ons-4", "anxious", "anxious", 0, 10 },
};

/* In this order they are told; `down`: lower is better. */
static const struct { const char *scale; bool down; } scales[MEASURE_SCALES] = {
	{ "loneliness", true }, { "lonely", false }, { "satisfied", false }, { "worthwhile", false }, { "happy", false }, { "anxious", true },
};

static const struct member due_members[] = {
	VIEW_MEMBER(struct measure_due, programme_id), VIEW_MEMBER(struct measure_due, programme), VIEW_MEMBER(struct measure_due, measures),
	VIEW_MEMBER(struct measure_due, moment), VIEW_MEMBER(struct measure_due, given),
};
const struct view measure_due_view = VIEW(measure_due, due_members);

static bool is_open(int64_t now, int64_t since)
{
	return now >= since && now < since + (int64_t)OPEN_DAYS * DAY_SECONDS;
}

static const char *moment_of(int64_t now, const struct measures_of *m)
{
	if (!m->opened_at || now < m->opened_at + (int64_t)START_DAYS * DAY_SECONDS)
		return "start";
	if (!m->started_at)
		return "";
	if (!m->going && m->ended_at > m->started_at && is_open(now, m->ended_at))
		return "end";
	if (is_open(now, m->started_at + (int64_t)HALF_YEAR_DAYS * DAY_SECONDS))
		return "half-year";
	return "";
}

static bool is_given(const struct measures_of *m, const char *moment)
{
	if (text_is(moment, "start"))
		return m->started_at > 0;
	/* The last end counts. */
	return text_is(moment, "end") ? m->end_at >= m->ended_at : m->half_at > 0;
}

struct list measures_due(struct work *work, int64_t person_id, const char *language)
{
	struct list rows = sql_measures_of(work, &(struct measures_of_in){ .person_id = person_id, .language = language });
	struct measure_due *due = arena_array(work->arena, rows.count + 1, sizeof *due);
	struct list list = { due, 0 };

	for (size_t i = 0; i < rows.count; i++) {
		const struct measures_of *m = list_row(&measures_of_view, rows, i);
		const char *moment = moment_of(work->now, m);
		if (*moment)
			due[list.count++] = (struct measure_due){ m->programme_id, m->words, m->measures, moment, is_given(m, moment) };
	}
	return list;
}

const struct measure_due *measure_due_in(struct list list, int64_t programme_id)
{
	const struct measure_due *due = list.rows;

	for (size_t i = 0; i < list.count; i++)
		if (due[i].programme_id == programme_id)
			return &due[i];
	return NULL;
}

static bool is_answer(const struct measure_item *item, int64_t answer)
{
	return answer == MEASURE_UNSAID || (answer >= item->least && answer <= item->most);
}

static bool give(struct work *work, int64_t person_id, const struct measure_due *due, const int64_t answers[MEASURE_ITEMS], const char *how)
{
	sql_measure_forget(work, &(struct measure_forget_in){ .programme_id = due->programme_id, .moment = due->moment, .person_id = person_id });
	for (size_t i = 0; i < MEASURE_ITEMS; i++) {
		const struct measure_item *item = &measure_items[i];
		if (!text_has_word(due->measures, item->instrument))
			continue;
		if (!is_answer(item, answers[i]))
			return false;
		sql_measure_put(work, &(struct measure_put_in){ .programme_id = due->programme_id, .moment = due->moment, .person_id = person_id,
			.item = item->item, .answered = answers[i], .now = work->now, .given_how = how });
	}
	audit_add(work, text_is(how, "paper") ? "measure.paper" : "measure.give", "person", person_id, "");
	return work->trouble == TROUBLE_NONE;
}

bool measure_give(struct work *work, int64_t person_id, int64_t programme_id, const int64_t answers[MEASURE_ITEMS])
{
	const struct measure_due *due = measure_due_in(measures_due(work, person_id, ""), programme_id);

	return due && give(work, person_id, due, answers, "self");
}

bool measure_give_on_paper(struct work *work, int64_t person_id, int64_t programme_id, const int64_t answers[MEASURE_ITEMS])
{
	const struct measure_due *due = measure_due_in(measures_due(work, person_id, ""), programme_id);

	return due && !due->given && give(work, person_id, due, answers, "paper");
}

static bool is_instrument(const char *name)
{
	for (size_t i = 0; i < MEASURE_ITEMS; i++)
		if (text_is(measure_items[i].instrument, name))
			return true;
	return false;
}

bool measures_choose(struct work *work, int64_t programme_id, const char *instruments)
{
	const char *rest = instruments, *name;
	struct programme_measures now;

	while ((name = text_piece(work->arena, &rest, ' ')))
		if (*name && !is_instrument(name))
			return false;
	if (!sql_programme_measures(work, &(struct programme_measures_in){ programme_id }, &now))
		return false;
	if (text_is(now.measures, instruments))
		return true;
	sql_programme_measures_put(work, &(struct programme_measures_put_in){ .measures = instruments, .programme_id = programme_id });
	audit_add(work, "programme.change", "programme", programme_id, "measures");
	return work->trouble == TROUBLE_NONE;
}

int64_t measure_ucla(int64_t companionship, int64_t left_out, int64_t isolated)
{
	if (companionship < 1 || left_out < 1 || isolated < 1)
		return 0;
	return companionship + left_out + isolated;
}

static int64_t least_of(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t most_of(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static void count_one(struct measure_change *c, bool down, int64_t before, int64_t after)
{
	int64_t change = after - before;

	if (!c->n) {
		c->before_least = c->before_most = before;
		c->after_least = c->after_most = after;
		c->least = c->most = change;
	}
	c->n++;
	c->before += before;
	c->after += after;
	c->before_least = least_of(c->before_least, before);
	c->before_most = most_of(c->before_most, before);
	c->after_least = least_of(c->after_least, after);
	c->after_most = most_of(c->after_most, after);
	c->least = least_of(c->least, change);
	c->most = most_of(c->most, change);
	c->better += down ? change < 0 : change > 0;
	c->worse += down ? change > 0 : change < 0;
}

static size_t item_number(const char *item)
{
	size_t i = 0;

	while (i < MEASURE_ITEMS - 1 && !text_is(measure_items[i].item, item))
		i++;
	return i;
}

/* All that one person said twice in one programme. */
static void count_person(struct measure_change *changes, const int64_t before[MEASURE_ITEMS], const int64_t after[MEASURE_ITEMS])
{
	int64_t ucla[2] = { measure_ucla(before[0], before[1], before[2]), measure_ucla(after[0], after[1], after[2]) };

	if (ucla[0] && ucla[1])
		count_one(&changes[0], scales[0].down, ucla[0], ucla[1]);
	for (size_t i = 3, scale = 1; i < MEASURE_ITEMS; i++, scale++)
		if (before[i] != MEASURE_UNSAID && after[i] != MEASURE_UNSAID)
			count_one(&changes[scale], scales[scale].down, before[i], after[i]);
}

void measure_changes(struct work *work, int64_t programme_id, const char *later, const int64_t span[2], struct measure_change changes[MEASURE_SCALES])
{
	struct list rows = sql_measures_twice(work, &(struct measures_twice_in){ .moment = later, .programme_id = programme_id, .from = span[0], .until = span[1] });
	int64_t before[MEASURE_ITEMS], after[MEASURE_ITEMS];

	for (size_t i = 0; i < MEASURE_SCALES; i++)
		changes[i] = (struct measure_change){ .scale = scales[i].scale };
	for (size_t i = 0; i < rows.count;) {
		const struct measures_twice *first = list_row(&measures_twice_view, rows, i), *row = first;
		for (size_t item = 0; item < MEASURE_ITEMS; item++)
			before[item] = after[item] = MEASURE_UNSAID;
		for (; row->person_id == first->person_id && row->programme_id == first->programme_id; row = list_row(&measures_twice_view, rows, i)) {
			before[item_number(row->item)] = row->before;
			after[item_number(row->item)] = row->after;
			if (++i == rows.count)
				break;
		}
		count_person(changes, before, after);
	}
}
