/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How people say they are: once a week some of those who are asked answer, and most are a little better the second time. */
#include "base/text.h"
#include "domain/measure.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { EVERY = 7, ANSWERS = 45, LEAVES_OUT = 6, BETTER = 55, WORSE = 20 };

static int64_t within(const struct measure_item *item, int64_t answer)
{
	return answer < item->least ? item->least : answer > item->most ? item->most : answer;
}

/* Of loneliness and anxiety less is better; of the direct question and the rest more. */
static int64_t answer_of(const struct measure_item *item, int64_t person_id, const char *moment)
{
	bool down = text_is(item->scale, "loneliness") || text_is(item->scale, "anxious");
	int64_t spread = item->most - item->least + 1;
	int64_t first = item->least + (int64_t)((chance(item->item, person_id, 0) % 100 + chance(item->item, person_id, 1) % 100) * (unsigned)spread / 200);
	int64_t step = 0;

	if (happens(LEAVES_OUT, moment, person_id, item->item[0]))
		return MEASURE_UNSAID;
	if (!text_is(moment, "start") && happens(BETTER, item->item, person_id, 2))
		step = 1 + spread / 6;
	else if (!text_is(moment, "start") && happens(WORSE, item->item, person_id, 3))
		step = -1;
	return within(item, down ? first - step : first + step);
}

void say_how_they_are(struct demo *d)
{
	struct list rows = sql_demo_measured(&d->work);
	int64_t answers[MEASURE_ITEMS];

	for (size_t i = 0; d->day % EVERY == 3 && i < rows.count; i++) {
		const struct demo_measured *row = list_row(&demo_measured_view, rows, i);
		int64_t person_id = row->person_id;
		bool on_paper = !row->by_mail;
		at(d, 19, on_paper ? some_coordinator(d, person_id) : person_id);
		struct list due = measures_due(&d->work, person_id, "en");
		for (size_t k = 0; k < due.count; k++) {
			const struct measure_due *m = &((const struct measure_due *)due.rows)[k];
			if (m->given || !happens(ANSWERS, "measures", person_id, d->day))
				continue;
			for (size_t item = 0; item < MEASURE_ITEMS; item++)
				answers[item] = answer_of(&measure_items[item], person_id, m->moment);
			must(d, on_paper ? measure_give_on_paper(&d->work, person_id, m->programme_id, answers) : measure_give(&d->work, person_id, m->programme_id, answers), "measure");
		}
	}
}
