/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a visitor sends: bodies, queries, cookies. */
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "http/http.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(32 << 20);
	const char *text = arena_slice(arena, (const char *)data, size);
	struct http_request request = { .cookies = text };
	struct http_pairs pairs;

	if (http_pairs_read(arena, (const char *)data, size, 200, &pairs))
		for (size_t i = 0; i < pairs.count; i++)
			text_encoded(arena, pairs.pairs[i].value);
	http_pair(&pairs, "token");
	http_cookie(arena, &request, "bw");
	arena_free(arena);
	return 0;
}
