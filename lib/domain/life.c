/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/life.h"

#include "base/text.h"

enum { DAY_SECONDS = 86400 };
static const int64_t never = 253402300799; /* the last second of the year 9999 */

const struct step *life_step(const struct life *life, const char *from, const char *event, unsigned actor)
{
	for (size_t i = 0; i < life->count; i++) {
		const struct step *step = &life->steps[i];
		if (text_is(step->from, from) && text_is(step->event, event) && step->who & actor)
			return step;
	}
	return NULL;
}

int64_t life_due(int64_t now, const struct step *step)
{
	return step->days ? now + (int64_t)step->days * DAY_SECONDS : never;
}
