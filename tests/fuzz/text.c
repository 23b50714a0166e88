/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is made of single words: names, days, codes, addresses, wishes for a language. */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/view.h"
#include "crypto/crypto.h"
#include "crypto/totp.h"
#include "domain/bar.h"
#include "domain/name.h"
#include "domain/signup.h"
#include "form/form.h"
#include "language/language.h"
#include "house/erased.h"
#include "post/bounce.h"
#include "post/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void names(struct arena *arena, const char *text)
{
	struct texts typed = name_split(arena, text);

	for (size_t i = 0; i + 1 < typed.count; i++) {
		struct name one = name_read(arena, typed.values[i]), other = name_read(arena, typed.values[i + 1]);
		name_could_be(&one, &other, &one);
	}
	organisation_folded(arena, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(64 << 20);
	const char *text = arena_slice(arena, (const char *)data, size);
	struct day_parts day;
	int64_t number;

	if (utf8_is_valid(text, strlen(text))) {
		utf8_trimmed(arena, text);
		utf8_units(utf8_folded(arena, text));
		names(arena, text);
		message_folded(arena, text);
	}
	struct erased_list erased;
	if (erased_read(arena, text, &erased))
		erased_text(arena, &erased);
	struct bounce bounce;
	bounce_read(arena, &(struct crypto_key){ { 0 } }, text, &bounce);
	if (day_parse(text, &day))
		day_add(arena, text, 1);
	text_is_count(text, &number);
	form_is_email(text);
	crypto_code_read(arena, text);
	crypto_unseal(arena, &(struct crypto_key){ { 0 } }, "x", text);
	totp_step(arena, "JBSWY3DPEHPK3PXP", text, 1000000000, 0);
	language_wish(arena, text, "en cy pl");
	arena_free(arena);
	return 0;
}
