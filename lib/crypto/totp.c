/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "crypto/totp.h"

#include <liboath/oath.h>
#include <qrcodegen/qrcodegen.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/crypto.h"

enum { KEY_BYTES = 20, STEP_SECONDS = 30, DIGITS = 6, STEPS_EITHER_SIDE = 1, QUIET = 4 };

const char *totp_key(struct arena *arena)
{
	char bytes[KEY_BYTES];
	char *letters = NULL;

	crypto_random(bytes, sizeof bytes);
	if (oath_base32_encode(bytes, sizeof bytes, &letters, NULL) != OATH_OK)
		die("a key cannot be written in base 32");
	const char *key = arena_copy(arena, letters);
	free(letters);
	return key;
}

const char *totp_key_shown(struct arena *arena, const char *key)
{
	struct buffer shown = buffer_in(arena, 64);

	for (size_t i = 0; key[i]; i++) {
		if (i && i % 4 == 0)
			buffer_char(&shown, ' ');
		buffer_char(&shown, key[i]);
	}
	return buffer_string(&shown);
}

static const char *only_digits(struct arena *arena, const char *typed)
{
	char *digits = arena_alloc(arena, DIGITS + 1);
	int count = 0;

	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || count == DIGITS)
			return NULL;
		digits[count++] = *typed;
	}
	return count == DIGITS ? digits : NULL;
}

int64_t totp_step(struct arena *arena, const char *key, const char *typed, int64_t now, int64_t last_step)
{
	const char *digits = only_digits(arena, typed);
	char *secret = NULL;
	size_t length = 0;
	uint64_t step = 0;

	if (!digits || oath_base32_decode(key, strlen(key), &secret, &length) != OATH_OK)
		return 0;
	int found = oath_totp_validate3(secret, length, (time_t)now, STEP_SECONDS, 0, STEPS_EITHER_SIDE,
					NULL, &step, digits);
	free(secret);
	return found >= 0 && (int64_t)step > last_step ? (int64_t)step : 0;
}

const char *totp_address(struct arena *arena, const char *key, const char *site, const char *person)
{
	return arena_printf(arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s", text_encoded(arena, site),
			    text_encoded(arena, person), key, text_encoded(arena, site));
}

const char *qr_path(struct arena *arena, const char *text, int64_t *size)
{
	uint8_t *squares = arena_alloc(arena, qrcodegen_BUFFER_LEN_MAX);
	uint8_t *work = arena_alloc(arena, qrcodegen_BUFFER_LEN_MAX);
	struct buffer path = buffer_in(arena, 4096);

	if (!qrcodegen_encodeText(text, work, squares, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
				  qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true))
		die("a text too long for a QR code");
	int side = qrcodegen_getSize(squares);
	for (int y = 0; y < side; y++)
		for (int x = 0; x < side; x++)
			if (qrcodegen_getModule(squares, x, y))
				buffer_printf(&path, "M%d %dh1v1h-1z", x + QUIET, y + QUIET);
	*size = side + 2 * QUIET;
	return buffer_string(&path);
}
