/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/night.h"

#include <stddef.h>

#include "domain/bounce.h"
#include "domain/concern.h"
#include "domain/erase.h"
#include "domain/invitation.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "domain/retention.h"
#include "domain/review.h"
#include "domain/todo.h"
#include "domain/watch.h"

static void forget(struct work *work)
{
	retention_run(work);
}

void night_run(struct work *work)
{
	static void (*const acts[])(struct work *work) = {
		watch_all,
		concern_nightly,
		person_nightly,
		proposal_nightly,
		invitation_nightly,
		bounce_nightly,
		review_due,
		review_silent,
		review_quiet,
		todo_nightly,
		erase_nightly,
		forget,
	};

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		acts[i](work);
}
