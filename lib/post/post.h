/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail. An act writes a row of the outbox in its own transaction; here it becomes a message, in the
   person's language, and is handed to the host. */
#ifndef POST_POST_H
#define POST_POST_H

struct arena;
struct site;

enum post_sent {
	POST_NOTHING,   /* nothing waits that may go now */
	POST_SENT,
	POST_AGAIN      /* the host did not take it: tried again later */
};

/* Sends the most urgent mail that waits and is due, if there is one. Called when an answer is out of
   the house, and from the command line until it returns POST_NOTHING. Codes for signing in come first; the
   others keep to the pace of the settings. */
enum post_sent post_send_one(struct site *site, struct arena *arena);

#endif
