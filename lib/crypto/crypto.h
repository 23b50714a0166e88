/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Random bytes, hashes, seals and codes (the only room that includes sodium).
   Every key is used with a purpose, so that what one page sealed another cannot open. */
#ifndef CRYPTO_CRYPTO_H
#define CRYPTO_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { CRYPTO_KEY_BYTES = 32 };

struct crypto_key {
	unsigned char bytes[CRYPTO_KEY_BYTES];
};

/* Once, before anything else here. */
void crypto_start(void);

void crypto_random(void *bytes, size_t length);

/* A new secret of 192 bits, 32 characters of base64url. */
const char *crypto_token(struct arena *arena);

/* SHA-256 of a string, 64 hex digits. */
const char *crypto_digest(struct arena *arena, const char *text);

/* Keyed hash (BLAKE2b, 192 bits) of `text` for `purpose`, 32 characters of base64url. */
const char *crypto_keyed(struct arena *arena, const struct crypto_key *key, const char *purpose,
			 const char *text);

/* The same of bytes. */
const char *crypto_keyed_bytes(struct arena *arena, const struct crypto_key *key, const char *purpose, const char *bytes, size_t length);

/* Encrypts and signs `text` (XChaCha20-Poly1305), base64url. crypto_unseal gives the text back, or
   NULL when it was sealed with another key or for another purpose, or was changed. */
const char *crypto_seal(struct arena *arena, const struct crypto_key *key, const char *purpose,
			const char *text);
const char *crypto_unseal(struct arena *arena, const struct crypto_key *key, const char *purpose,
			  const char *sealed);

/* Standard base64 (RFC 4648, 4), with padding: for the headers of mail. */
const char *crypto_base64(struct arena *arena, const char *text);

/* Compares in a time that does not depend on where two strings of one length differ. */
bool crypto_same(const char *a, const char *b);

/* Argon2id with 19 MiB and 2 passes (OWASP Password Storage Cheat Sheet): for codes that lie on
   paper. Takes tens of milliseconds: call it before the write lock is taken. */
const char *crypto_slow_hash(struct arena *arena, const char *secret);
bool crypto_slow_is(const char *hash, const char *secret);

/* Codes that people read and type: 8 characters of Crockford's 32 (no I, L, O, U), 40 bits. */
const char *crypto_code(struct arena *arena);

/* The code that follows from `text` and the key: the same one each time it is asked. */
const char *crypto_code_for(struct arena *arena, const struct crypto_key *key, const char *purpose,
			    const char *text);

/* What was typed as a code: case, spaces and hyphens ignored, O read as 0, I and L as 1. NULL when
   it is not 8 such characters. */
const char *crypto_code_read(struct arena *arena, const char *typed);

/* A code as shown: two fours with a space. */
const char *crypto_code_shown(struct arena *arena, const char *code);

#endif
