/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CLI_STOP_H
#define CLI_STOP_H

#include <signal.h>

/* From now on SIGINT, SIGTERM and SIGHUP only set what is returned to the signal's number. A second one ends the program
   as if nobody had asked. */
const volatile sig_atomic_t *stop_on_signals(void);

/* From now on they do nothing: what is written is written to its end. */
void stop_ignored(void);

#endif
