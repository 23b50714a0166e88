/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "crypto/locked.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

/* The head: these letters, what Argon2id was given (passes, KiB; little end first), its salt, the stream's own head. Then
   pieces of PIECE bytes, each with its tag; the last of them says that it is the last. */
#define MAGIC "bothways locked 1\n"
enum {
	MAGIC_BYTES = sizeof MAGIC - 1, COST_BYTES = 8, PASSES = 3, KIB = 32 * 1024, PASSES_MOST = 16, KIB_MOST = 128 * 1024,
	SALT_BYTES = crypto_pwhash_SALTBYTES, START_BYTES = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
	HEAD_BYTES = MAGIC_BYTES + COST_BYTES + SALT_BYTES + START_BYTES,
	PIECE = 32 * 1024, LOCKED_PIECE = PIECE + crypto_secretstream_xchacha20poly1305_ABYTES,
	KEY_BYTES = crypto_secretstream_xchacha20poly1305_KEYBYTES
};

static FILE *open_new(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *out = file < 0 ? NULL : fdopen(file, "wb");

	if (!out && file >= 0)
		close(file);
	return out;
}

static void put_number(unsigned char *at, unsigned number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(number >> (8 * i));
}

static unsigned number_at(const unsigned char *at)
{
	return (unsigned)at[0] | (unsigned)at[1] << 8 | (unsigned)at[2] << 16 | (unsigned)at[3] << 24;
}

static bool make_key(unsigned char *key, const char *passphrase, const unsigned char *head)
{
	unsigned passes = number_at(head + MAGIC_BYTES), kib = number_at(head + MAGIC_BYTES + 4);

	if (passes < 1 || passes > PASSES_MOST || kib < 8 || kib > KIB_MOST)
		return false;
	return crypto_pwhash(key, KEY_BYTES, passphrase, strlen(passphrase), head + MAGIC_BYTES + COST_BYTES, passes, (size_t)kib * 1024,
			     crypto_pwhash_ALG_ARGON2ID13) == 0;
}

/* The whole head is bound to the first piece. */
static bool lock_pieces(crypto_secretstream_xchacha20poly1305_state *state, FILE *in, FILE *out, const unsigned char *head)
{
	unsigned char plain[PIECE], locked[LOCKED_PIECE];
	bool first = true, last = false;

	while (!last) {
		size_t got = fread(plain, 1, PIECE, in);
		int next = got == PIECE ? getc(in) : EOF;
		last = next == EOF;
		if (!last)
			ungetc(next, in);
		if (ferror(in))
			return false;
		crypto_secretstream_xchacha20poly1305_push(state, locked, NULL, plain, got, first ? head : NULL, first ? HEAD_BYTES : 0,
							   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
		size_t length = got + crypto_secretstream_xchacha20poly1305_ABYTES;
		if (fwrite(locked, 1, length, out) != length)
			return false;
		first = false;
	}
	return true;
}

static bool lock_stream(FILE *in, FILE *out, const char *passphrase)
{
	unsigned char head[HEAD_BYTES], key[KEY_BYTES];
	crypto_secretstream_xchacha20poly1305_state state;

	memcpy(head, MAGIC, MAGIC_BYTES);
	put_number(head + MAGIC_BYTES, PASSES);
	put_number(head + MAGIC_BYTES + 4, KIB);
	randombytes_buf(head + MAGIC_BYTES + COST_BYTES, SALT_BYTES);
	if (!make_key(key, passphrase, head))
		return false;
	crypto_secretstream_xchacha20poly1305_init_push(&state, head + HEAD_BYTES - START_BYTES, key);
	bool written = fwrite(head, 1, HEAD_BYTES, out) == HEAD_BYTES && lock_pieces(&state, in, out, head);
	sodium_memzero(key, sizeof key);
	sodium_memzero(&state, sizeof state);
	return written;
}

bool locked_write(const char *from, const char *to, const char *passphrase)
{
	FILE *in = fopen(from, "rbe"), *out = in ? open_new(to) : NULL;
	bool written = out && lock_stream(in, out, passphrase);

	if (in)
		fclose(in);
	if (out)
		written = file_end(out) && written;
	if (out && !written)
		unlink(to);
	return written;
}

static bool has_magic(FILE *in, unsigned char *head)
{
	return fread(head, 1, HEAD_BYTES, in) == HEAD_BYTES && memcmp(head, MAGIC, MAGIC_BYTES) == 0;
}

bool locked_is(const char *path)
{
	unsigned char head[HEAD_BYTES];
	FILE *in = fopen(path, "rbe");
	bool is = in && has_magic(in, head);

	if (in)
		fclose(in);
	return is;
}

static enum locked_read open_pieces(crypto_secretstream_xchacha20poly1305_state *state, FILE *in, FILE *out, const unsigned char *head)
{
	unsigned char plain[PIECE], locked[LOCKED_PIECE];
	unsigned char tag = 0;
	bool first = true;

	while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
		unsigned long long length = 0;
		size_t got = fread(locked, 1, LOCKED_PIECE, in);
		if (ferror(in))
			return LOCKED_FAILED;
		if (crypto_secretstream_xchacha20poly1305_pull(state, plain, &length, &tag, locked, got, first ? head : NULL, first ? HEAD_BYTES : 0))
			return LOCKED_WRONG;
		if (fwrite(plain, 1, length, out) != length)
			return LOCKED_FAILED;
		first = false;
	}
	return getc(in) == EOF ? LOCKED_READ : LOCKED_WRONG;
}

static enum locked_read open_stream(FILE *in, FILE *out, const char *passphrase, const unsigned char *head)
{
	unsigned char key[KEY_BYTES];
	crypto_secretstream_xchacha20poly1305_state state;

	if (!make_key(key, passphrase, head))
		return LOCKED_WRONG;
	enum locked_read how = crypto_secretstream_xchacha20poly1305_init_pull(&state, head + HEAD_BYTES - START_BYTES, key)
		? LOCKED_WRONG : open_pieces(&state, in, out, head);
	sodium_memzero(key, sizeof key);
	sodium_memzero(&state, sizeof state);
	return how;
}

enum locked_read locked_read(const char *from, const char *to, const char *passphrase)
{
	unsigned char head[HEAD_BYTES];
	FILE *in = fopen(from, "rbe");

	if (!in)
		return LOCKED_FAILED;
	if (!has_magic(in, head)) {
		fclose(in);
		return LOCKED_NOT;
	}
	FILE *out = open_new(to);
	enum locked_read how = out ? open_stream(in, out, passphrase, head) : LOCKED_FAILED;
	fclose(in);
	if (out && !file_end(out) && how == LOCKED_READ)
		how = LOCKED_FAILED;
	if (out && how != LOCKED_READ)
		unlink(to);
	return how;
}
