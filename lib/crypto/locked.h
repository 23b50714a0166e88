/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files locked with a passphrase: XChaCha20-Poly1305 in a stream (libsodium's secretstream), whose key is made of the
   passphrase by Argon2id with 32 MiB and 3 passes, kept in the head of the file. A file that was cut, changed or put
   together otherwise does not open. */
#ifndef CRYPTO_LOCKED_H
#define CRYPTO_LOCKED_H

#include <stdbool.h>

/* Writes `to` (0600, made anew) from `from`. Takes about a tenth of a second for the key. False when a file cannot be
   read or written. */
bool locked_write(const char *from, const char *to, const char *passphrase);

enum locked_read {
	LOCKED_READ,
	LOCKED_NOT,        /* this is no locked file */
	LOCKED_WRONG,      /* another passphrase, or the file was changed or cut: nothing of it is left in `to` */
	LOCKED_FAILED      /* it cannot be read, or `to` cannot be written */
};
enum locked_read locked_read(const char *from, const char *to, const char *passphrase);

/* Whether a file begins as a locked one does. */
bool locked_is(const char *path);

#endif
