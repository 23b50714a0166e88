/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room crypto: what is sealed stays shut, and six figures are those of RFC 6238. */
#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "crypto/totp.h"
#include "tests/tap.h"

static struct arena *arena;

static void test_hashes(void)
{
	struct crypto_key key = { { 1 } }, other = { { 2 } };

	is(crypto_digest(arena, "abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "SHA-256 is that of FIPS 180");
	is(crypto_keyed(arena, &key, "a", "x"), crypto_keyed(arena, &key, "a", "x"), "a keyed hash follows from key, purpose and text");
	ok(!text_is(crypto_keyed(arena, &key, "a", "x"), crypto_keyed(arena, &key, "b", "x")), "another purpose, another hash");
	ok(!text_is(crypto_keyed(arena, &key, "a", "x"), crypto_keyed(arena, &other, "a", "x")), "another key, another hash");
	is_count((long long)strlen(crypto_token(arena)), 32, "a token has 32 characters");
	ok(!text_is(crypto_token(arena), crypto_token(arena)), "and is never the same");
	ok(crypto_same("abcd", "abcd") && !crypto_same("abcd", "abce") && !crypto_same("abcd", "abc"), "secrets are compared");
	is(crypto_base64(arena, "Tŷ Hafan"), "VMW3IEhhZmFu", "base64 is that of RFC 4648");
	const char *hash = crypto_slow_hash(arena, "7K3M9QTX");
	ok(text_starts(hash, "$argon2id$") && crypto_slow_is(hash, "7K3M9QTX") && !crypto_slow_is(hash, "7K3M9QTY"), "a slow hash knows its secret alone");
	ok(!crypto_slow_is("nonsense", "x"), "and nonsense knows none");
}

static void test_seals(void)
{
	struct crypto_key key = { { 1 } }, other = { { 2 } };
	const char *sealed = crypto_seal(arena, &key, "mail", "a code and a link");
	size_t length = strlen(sealed), opened = 0;

	is(crypto_unseal(arena, &key, "mail", sealed), "a code and a link", "what was sealed is unsealed");
	ok(!text_is(sealed, crypto_seal(arena, &key, "mail", "a code and a link")), "the same text is sealed anew each time");
	ok(!crypto_unseal(arena, &other, "mail", sealed), "another key does not open it");
	ok(!crypto_unseal(arena, &key, "login", sealed), "nor another purpose");
	for (size_t i = 0; i < length; i++) {
		char *changed = arena_copy(arena, sealed);
		changed[i] = changed[i] == 'A' ? 'B' : 'A';
		opened += crypto_unseal(arena, &key, "mail", changed) != NULL;
		opened += crypto_unseal(arena, &key, "mail", arena_slice(arena, sealed, i)) != NULL;
	}
	is_count((long long)opened, 0, "nothing opens that was changed or cut anywhere");
	ok(!crypto_unseal(arena, &key, "mail", "") && !crypto_unseal(arena, &key, "mail", "%%%%"), "nor does nonsense");
	is(crypto_unseal(arena, &key, "mail", crypto_seal(arena, &key, "mail", "")), "", "nothing can be sealed too");
}

static void test_codes(void)
{
	struct crypto_key key = { { 1 } };
	const char *code = crypto_code(arena);

	ok(strlen(code) == 8 && !strpbrk(code, "ILOU"), "a code has eight letters that cannot be mistaken");
	is(crypto_code_read(arena, crypto_code_shown(arena, code)), code, "a code as it is shown is read");
	is(crypto_code_read(arena, " 7k3m-9qtx "), "7K3M9QTX", "case, spaces and hyphens do not matter");
	is(crypto_code_read(arena, "oO1lI234"), "00111234", "O is zero, I and L are one");
	ok(!crypto_code_read(arena, "7K3M9QT") && !crypto_code_read(arena, "7K3M9QTX1") && !crypto_code_read(arena, "7K3M9QT!") && !crypto_code_read(arena, ""),
	   "what is too short, too long or no letter is no code");
	is(crypto_code_for(arena, &key, "return", "12"), crypto_code_for(arena, &key, "return", "12"), "a code that follows from the key is the same each time");
}

static void test_totp(void)
{
	/* RFC 6238, appendix B, SHA-1, the last six of its eight digits. */
	static const struct { int64_t when; const char *digits; } vectors[] = {
		{ 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" }, { 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
	};
	const char *key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	int64_t size = 0;

	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		int64_t step = vectors[i].when / 30;
		is_count(totp_step(arena, key, vectors[i].digits, vectors[i].when, 0), step, arena_printf(arena, "RFC 6238 at %lld", (long long)vectors[i].when));
		is_count(totp_step(arena, key, vectors[i].digits, vectors[i].when + 30, 0), step, "a step late will do");
		is_count(totp_step(arena, key, vectors[i].digits, vectors[i].when + 90, 0), 0, "three do not");
		is_count(totp_step(arena, key, vectors[i].digits, vectors[i].when, step), 0, "and never twice");
	}
	is_count(totp_step(arena, key, " 287 082 ", 59, 0), 1, "spaces between figures do not matter");
	ok(!totp_step(arena, key, "28708", 59, 0) && !totp_step(arena, key, "2870822", 59, 0) && !totp_step(arena, key, "", 59, 0), "five or seven figures are none");
	is_count((long long)strlen(totp_key(arena)), 32, "a key has 160 bits");
	is(totp_key_shown(arena, "ABCDEFGH"), "ABCD EFGH", "and is shown in fours");
	const char *address = totp_address(arena, key, "Tŷ & Hafan", "Siân");
	ok(text_starts(address, "otpauth://totp/") && !strpbrk(address, " \"<") && strstr(address, key), "an app's address is encoded and holds the key");
	const char *path = qr_path(arena, address, &size);
	ok(*path == 'M' && size >= 29, "the picture is drawn");
}

int main(void)
{
	arena = arena_new(64 << 20);
	crypto_start();
	test_hashes();
	test_seals();
	test_codes();
	test_totp();
	arena_free(arena);
	return done();
}
