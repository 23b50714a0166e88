/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways night: what a day brings with it. */
#include "house/nightly.h"

#include "cli/command.h"

int night_command(struct call *call)
{
	const char *broken;

	if (!call_open_site(call))
		return EXIT_USAGE;
	switch (nightly_run(&call->work, call->site, &broken)) {
	case NIGHTLY_BUSY: return call_found(call, "another process is at it");
	case NIGHTLY_STOPPED: return call_found(call, "not all of it could be done; bothways.log says more. It is tried again");
	case NIGHTLY_DONE: break;
	}
	return *broken ? call_found(call, "the checks found something: %s", broken) : EXIT_DONE;
}
