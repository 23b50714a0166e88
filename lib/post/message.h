/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/post: a message as it goes over the wire (RFC 5322, RFC 2047). */
#ifndef POST_MESSAGE_H
#define POST_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct message {
	const char *mark;        /* of its Message-ID: what stands before the @ */
	const char *from_name;
	const char *from;
	const char *to;
	const char *language;
	const char *subject;
	const char *text;        /* lines of any length; they are folded here */
	const char *reply_to;    /* where an answer goes; NULL, or "": to the sender */
};

/* The whole message, or NULL when an address or the language holds what no header may. */
const char *message_text(struct arena *arena, const struct message *message, int64_t now);

/* `text` with lines of at most 72 letters, broken at spaces; a longer word (an address) stands whole. */
const char *message_folded(struct arena *arena, const char *text);

#endif
