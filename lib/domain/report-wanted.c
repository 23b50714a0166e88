/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Which few offers would serve most people: greedy, which reaches at least 63 of 100 of what the best choice of as many
   topics would (Nemhauser, Wolsey and Fisher 1978). */
#include "base/arena.h"
#include "domain/report.h"
#include "sql_report.h"

struct waiting {
	struct list rows;      /* report_unmet: by topic, then by person */
	bool *served;          /* of each */
};

static const struct report_unmet *row_of(const struct waiting *w, size_t i)
{
	return list_row(&report_unmet_view, w->rows, i);
}

static size_t end_of(const struct waiting *w, size_t first)
{
	size_t end = first;

	while (end < w->rows.count && row_of(w, end)->topic_id == row_of(w, first)->topic_id)
		end++;
	return end;
}

static int64_t unserved(const struct waiting *w, size_t first, size_t end)
{
	int64_t n = 0;

	for (size_t i = first; i < end; i++)
		n += !w->served[i];
	return n;
}

static bool is_among(const struct waiting *w, size_t first, size_t end, int64_t person_id)
{
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int64_t there = row_of(w, middle)->person_id;
		if (there == person_id)
			return true;
		if (there < person_id)
			first = middle + 1;
		else
			end = middle;
	}
	return false;
}

/* Where the topic of most people who are not served begins, and of how many; of equal ones the first. */
static int64_t most(const struct waiting *w, size_t *first)
{
	int64_t best = 0;

	for (size_t i = 0, end; i < w->rows.count; i = end) {
		end = end_of(w, i);
		int64_t n = unserved(w, i, end);
		if (n > best) {
			best = n;
			*first = i;
		}
	}
	return best;
}

static int64_t topics_left(const struct waiting *w)
{
	int64_t n = 0;

	for (size_t i = 0, end; i < w->rows.count; i = end) {
		end = end_of(w, i);
		n += unserved(w, i, end) > 0;
	}
	return n;
}

struct list report_wanted(struct work *work, int64_t programme_id, const char *language, int64_t *others)
{
	struct waiting w = { .rows = sql_report_unmet(work, &(struct report_unmet_in){ .language = language, .programme_id = programme_id }) };
	struct report_want *found = arena_array(work->arena, REPORT_WANTED, sizeof *found);
	size_t count = 0, first = 0;

	w.served = arena_array(work->arena, w.rows.count + 1, sizeof *w.served);
	while (count < REPORT_WANTED) {
		int64_t people = most(&w, &first);
		if (people < REPORT_FEW)
			break;
		found[count++] = (struct report_want){ row_of(&w, first)->topic_id, row_of(&w, first)->words, people };
		size_t end = end_of(&w, first);
		for (size_t i = 0; i < w.rows.count; i++)
			if (i < first || i >= end)
				w.served[i] = w.served[i] || is_among(&w, first, end, row_of(&w, i)->person_id);
		for (size_t i = first; i < end; i++)
			w.served[i] = true;
	}
	*others = topics_left(&w);
	return (struct list){ found, count };
}
