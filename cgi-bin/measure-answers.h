/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the form of templates/measure-fields.xml brings: from the person themselves, or typed in from paper. */
#ifndef MEASURE_ANSWERS_H
#define MEASURE_ANSWERS_H

#include "domain/measure.h"
#include "web/web.h"

struct measure_answers {
	int64_t said[MEASURE_ITEMS];   /* as measure_give takes them; left open, or rather not said, is the same */
	bool any;                      /* something was chosen or typed, also that they would rather not say */
	const char *wrong;             /* an item whose answer it has none of; NULL: all are well */
};

struct measure_answers measure_answers(const struct request *q);

#endif
