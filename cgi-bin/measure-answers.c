/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/measure-answers.h"

#include "base/text.h"

struct measure_answers measure_answers(const struct request *q)
{
	struct measure_answers answers = { .wrong = NULL };

	for (size_t i = 0; i < MEASURE_ITEMS; i++) {
		const char *typed = typed_value(q, measure_items[i].item);
		if (!text_is_count(typed, &answers.said[i]))
			answers.said[i] = MEASURE_UNSAID;
		answers.any |= *typed != '\0';
		/* Of two figures the template knows only that they are figures. */
		if (answers.said[i] > measure_items[i].most)
			answers.wrong = measure_items[i].item;
	}
	return answers;
}
