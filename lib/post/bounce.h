/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mail that came back, as mail servers tell it (RFC 3464): which of ours it was, by the Message-ID among the headers
   that they return, and whether it will never arrive. Nothing of it is believed but what our own key has signed. */
#ifndef POST_BOUNCE_H
#define POST_BOUNCE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct crypto_key;

struct bounce {
	int64_t outbox_id;
	int64_t sent_at;         /* as its Message-ID says */
	const char *status;      /* 5.1.1 (RFC 3463); "" where none was told */
	bool is_hard;            /* the address does not work: failed for good, and neither a full mailbox nor a filter */
};

enum bounce_read {
	BOUNCE_READ,
	BOUNCE_NO_REPORT,        /* it does not say that a mail failed or waits */
	BOUNCE_NOT_OURS          /* the mail that it tells of is none of ours, or is not named */
};

/* `text` is the whole message, as a pipe gives it or as it was pasted, quoted or not. */
enum bounce_read bounce_read(struct arena *arena, const struct crypto_key *key, const char *text, struct bounce *bounce);

/* What stands before the @ of a Message-ID: bothways-12-1772548200-3fB… */
const char *bounce_mark(struct arena *arena, const struct crypto_key *key, int64_t outbox_id, int64_t now);

#endif
