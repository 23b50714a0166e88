/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "crypto/crypto.h"

#include <sodium.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

enum { TOKEN_BYTES = 24, CODE_LENGTH = 8, BITS_A_LETTER = 5 };

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void crypto_start(void)
{
	if (sodium_init() < 0)
		die("libsodium does not start");
}

void crypto_random(void *bytes, size_t length)
{
	randombytes_buf(bytes, length);
}

static const char *base64(struct arena *arena, const unsigned char *bytes, size_t length)
{
	size_t room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

	return sodium_bin2base64(arena_alloc(arena, room), room, bytes, length,
				 sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

const char *crypto_token(struct arena *arena)
{
	unsigned char bytes[TOKEN_BYTES];

	crypto_random(bytes, sizeof bytes);
	return base64(arena, bytes, sizeof bytes);
}

const char *crypto_digest(struct arena *arena, const char *text)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	size_t room = 2 * sizeof hash + 1;

	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	return sodium_bin2hex(arena_alloc(arena, room), room, hash, sizeof hash);
}

struct bytes {
	const char *at;
	size_t length;
};

static void keyed_bytes(unsigned char *out, size_t length, const struct crypto_key *key, const char *purpose, struct bytes bytes)
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, key->bytes, sizeof key->bytes, length);
	/* With its NUL, so that a purpose cannot run into the text. */
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, (const unsigned char *)bytes.at, bytes.length);
	crypto_generichash_final(&state, out, length);
}

static void keyed(unsigned char *out, size_t length, const struct crypto_key *key, const char *purpose,
		  const char *text)
{
	keyed_bytes(out, length, key, purpose, (struct bytes){ text, strlen(text) });
}

const char *crypto_keyed_bytes(struct arena *arena, const struct crypto_key *key, const char *purpose, const char *bytes, size_t length)
{
	unsigned char hash[TOKEN_BYTES];

	keyed_bytes(hash, sizeof hash, key, purpose, (struct bytes){ bytes, length });
	return base64(arena, hash, sizeof hash);
}

const char *crypto_keyed(struct arena *arena, const struct crypto_key *key, const char *purpose,
			 const char *text)
{
	unsigned char hash[TOKEN_BYTES];

	keyed(hash, sizeof hash, key, purpose, text);
	return base64(arena, hash, sizeof hash);
}

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES
};

static void purpose_key(unsigned char *out, const struct crypto_key *key, const char *purpose)
{
	keyed(out, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, key, "seal", purpose);
}

const char *crypto_seal(struct arena *arena, const struct crypto_key *key, const char *purpose,
			const char *text)
{
	unsigned char subkey[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
	size_t length = strlen(text);
	unsigned char *box = arena_alloc(arena, NONCE + length + TAG);
	unsigned long long boxed;

	purpose_key(subkey, key, purpose);
	crypto_random(box, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(box + NONCE, &boxed, (const unsigned char *)text, length,
						   NULL, 0, NULL, box, subkey);
	return base64(arena, box, NONCE + (size_t)boxed);
}

const char *crypto_unseal(struct arena *arena, const struct crypto_key *key, const char *purpose,
			  const char *sealed)
{
	unsigned char subkey[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
	size_t room = strlen(sealed), length;
	unsigned char *box = arena_alloc(arena, room + 1);
	const char *end;

	if (sodium_base642bin(box, room, sealed, room, NULL, &length, &end,
			      sodium_base64_VARIANT_URLSAFE_NO_PADDING) || *end || length < NONCE + TAG)
		return NULL;
	purpose_key(subkey, key, purpose);
	unsigned char *text = arena_alloc(arena, length - NONCE - TAG + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(text, NULL, NULL, box + NONCE, length - NONCE,
						       NULL, 0, box, subkey))
		return NULL;
	return (const char *)text;
}

const char *crypto_base64(struct arena *arena, const char *text)
{
	size_t length = strlen(text), room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_alloc(arena, room), room, (const unsigned char *)text, length,
				 sodium_base64_VARIANT_ORIGINAL);
}

bool crypto_same(const char *a, const char *b)
{
	size_t length = strlen(a);

	return length == strlen(b) && sodium_memcmp(a, b, length) == 0;
}

enum { SLOW_PASSES = 2, SLOW_BYTES = 19 * 1024 * 1024 };

const char *crypto_slow_hash(struct arena *arena, const char *secret)
{
	char *hash = arena_alloc(arena, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(hash, secret, strlen(secret), SLOW_PASSES, SLOW_BYTES,
				  crypto_pwhash_ALG_ARGON2ID13))
		die("no memory for a slow hash");
	return hash;
}

bool crypto_slow_is(const char *hash, const char *secret)
{
	return crypto_pwhash_str_verify(hash, secret, strlen(secret)) == 0;
}

static const char *code_from(struct arena *arena, const unsigned char *bytes)
{
	char *code = arena_alloc(arena, CODE_LENGTH + 1);
	uint64_t bits = 0;

	for (int i = 0; i < BITS_A_LETTER; i++)
		bits = bits << 8 | bytes[i];
	for (int i = 0; i < CODE_LENGTH; i++)
		code[i] = crockford[bits >> (BITS_A_LETTER * i) & 31];
	return code;
}

const char *crypto_code(struct arena *arena)
{
	unsigned char bytes[BITS_A_LETTER];

	crypto_random(bytes, sizeof bytes);
	return code_from(arena, bytes);
}

const char *crypto_code_for(struct arena *arena, const struct crypto_key *key, const char *purpose,
			    const char *text)
{
	unsigned char bytes[TOKEN_BYTES];

	keyed(bytes, sizeof bytes, key, purpose, text);
	return code_from(arena, bytes);
}

const char *crypto_code_read(struct arena *arena, const char *typed)
{
	char *code = arena_alloc(arena, CODE_LENGTH + 1);
	int length = 0;

	for (; *typed; typed++) {
		char c = *typed;
		if (c == ' ' || c == '-' || c == '\t')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c == 'O')
			c = '0';
		if (c == 'I' || c == 'L')
			c = '1';
		if (length == CODE_LENGTH || !strchr(crockford, c))
			return NULL;
		code[length++] = c;
	}
	return length == CODE_LENGTH ? code : NULL;
}

const char *crypto_code_shown(struct arena *arena, const char *code)
{
	return arena_printf(arena, "%.4s %.4s", code, code + 4);
}
