/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail. An act writes a row of the outbox in its own transaction; here it becomes a message, in the
   person's language, and is handed to the host. */
#ifndef POST_POST_H
#define POST_POST_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct settings;
struct site;
struct work;

enum post_sent {
	POST_NOTHING,   /* nothing waits that may go now */
	POST_SENT,
	POST_AGAIN      /* the host did not take it: tried again later */
};

/* Sends the most urgent mail that waits and is due, if there is one. Called when an answer is out of
   the house, and from the command line until it returns POST_NOTHING. Codes for signing in come first; the
   others keep to the pace of the settings. */
enum post_sent post_send_one(struct site *site, struct arena *arena);

/* Hands over a message that says that this way works, outside the outbox; what the host or the mail server answered.
   Takes up to a minute: outside any transaction. */
struct post_tried {
	bool taken;
	const char *said;
};
struct post_tried post_try(struct work *work, struct site *site, const struct settings *settings, const char *to, const char *language);

/* The subject of a mail of that kind as it would be in that language. From then on texts are of that language:
   whoever asks sets their own again. "" where there is no such mail. */
const char *post_subject(struct arena *arena, const struct settings *settings, const char *kind, const char *language);

/* A mail of that kind as a letter on paper, in its reader's language, which texts are of from then on: what a mail says,
   its parts with an empty line between. `settings` are of that language. False where there is no mail of that kind. */
struct post_to {
	const char *kind, *language;
	int64_t person_id;
};
struct post_letter {
	const char *subject, *text, *language;
};
bool post_letter(struct work *work, const struct site *site, const struct settings *settings, const struct post_to *to, struct post_letter *letter);

/* The same as a mail would be to that person, with a code and a link that open nothing. */
bool post_sample(struct work *work, const struct site *site, const struct settings *settings, const struct post_to *to, struct post_letter *letter);

/* All kinds of mail that there are, with one space between. */
const char *post_kinds(struct arena *arena);

#endif
