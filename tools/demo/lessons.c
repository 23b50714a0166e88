/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Short lessons: most read them in their first weeks, one after another; with whoever has no e-mail a coordinator goes through them. */
#include "domain/lesson.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { READS = 25, NEVER = 8, IN_PERSON = 12 };

static void do_with(struct demo *d, int64_t person_id)
{
	struct list left = lessons_left(&d->work, person_id);

	at(d, 15, some_coordinator(d, person_id));
	for (size_t i = 0; i < left.count; i++)
		must(d, lesson_do(&d->work, person_id, ((const struct lesson *)list_row(&lesson_view, left, i))->slug, "person"), "lesson");
}

static void read_next(struct demo *d, int64_t person_id)
{
	struct list left = lessons_left(&d->work, person_id);

	at(d, 20, person_id);
	if (left.count)
		must(d, lesson_do(&d->work, person_id, ((const struct lesson *)list_row(&lesson_view, left, 0))->slug, "self"), "lesson");
}

void read_lessons(struct demo *d)
{
	struct list rows = sql_demo_lessons(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_lessons *row = list_row(&demo_lessons_view, rows, i);
		if (happens(NEVER, "no lessons", row->person_id, 0))
			continue;
		if (!row->by_mail && happens(IN_PERSON, "in person", row->person_id, d->day))
			do_with(d, row->person_id);
		else if (row->by_mail && happens(READS, "reads", row->person_id, d->day))
			read_next(d, row->person_id);
	}
}
