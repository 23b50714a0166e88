/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/stop.h"

#include <stddef.h>

/* A handler has nothing else to reach it by. */
static volatile sig_atomic_t stopped;

static void stop(int number)
{
	stopped = number;
}

static void on_each(const struct sigaction *action)
{
	sigaction(SIGINT, action, NULL);
	sigaction(SIGTERM, action, NULL);
	sigaction(SIGHUP, action, NULL);
}

const volatile sig_atomic_t *stop_on_signals(void)
{
	/* Only once: who asks twice means it. What was being read or written goes on. */
	struct sigaction action = { .sa_handler = stop, .sa_flags = (int)SA_RESETHAND | SA_RESTART };

	on_each(&action);
	return &stopped;
}

void stop_ignored(void)
{
	on_each(&(struct sigaction){ .sa_handler = SIG_IGN });
}
