/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/night.h"

#include "domain/concern.h"
#include "domain/watch.h"

void night_run(struct work *work)
{
	watch_all(work);
	concern_nightly(work);
}
