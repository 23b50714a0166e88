/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail. An act writes a row of the outbox in its own transaction; here it becomes a message, in the
   person's language, and is handed to the host. */
#ifndef POST_POST_H
#define POST_POST_H

#include <stdbool.h>

struct arena;
struct site;

/* Sends the most urgent mail that waits and is due, if there is one. Called when an answer is out of
   the house, and from the command line until it returns false. Codes for signing in come first; the
   others keep to the pace of the settings. */
bool post_send_one(struct site *site, struct arena *arena);

#endif
