/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds), and the picture it reads
   them from (the only place that includes oath and qrcodegen). */
#ifndef CRYPTO_TOTP_H
#define CRYPTO_TOTP_H

#include <stdint.h>

struct arena;

/* A new key: 20 random bytes, 32 letters of base 32. */
const char *totp_key(struct arena *arena);

/* The key as a person copies it: groups of four. */
const char *totp_key_shown(struct arena *arena, const char *key);

/* The step (30 seconds since 1970) that `digits` are the code of, one step early or late allowed,
   or 0. A step not later than `last_step` was used before and gives 0. Spaces are ignored. */
int64_t totp_step(struct arena *arena, const char *key, const char *digits, int64_t now, int64_t last_step);

/* The address that an authenticator app takes in, for a person at a site. Both are encoded. */
const char *totp_address(struct arena *arena, const char *key, const char *site, const char *person);

/* A QR code as the `d` of an SVG path, one unit a square, four units of quiet round it.
   *size is the whole picture's side. */
const char *qr_path(struct arena *arena, const char *text, int64_t *size);

#endif
