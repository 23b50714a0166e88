/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A form of parts, with a file among them: the first line is what it says that it is. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "http/http.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(32 << 20);
	const char *bytes = (const char *)data, *end = size ? memchr(bytes, '\n', size) : NULL;
	size_t line = end ? (size_t)(end - bytes) : size;
	struct buffer body = buffer_in(arena, size + 1);
	struct http_request request = { .content_type = arena_slice(arena, bytes, line) };
	struct http_parts parts;

	if (end)
		buffer_add(&body, end + 1, size - line - 1);
	http_is_multipart(&request);
	enum http_body ended = http_parts_read(arena, request.content_type, &body, 20, &parts);
	const char *last = buffer_string(&body);
	for (size_t i = 0; i < parts.count; i++) {
		const struct http_part *part = &parts.parts[i];
		/* Each lies behind the one before, within the body; only the last has no end, and only where that is said. */
		if (!part->name || part->bytes < last || part->bytes + part->length > body.bytes + body.length || (part->cut && (i + 1 < parts.count || ended != BODY_CUT)))
			abort();
		last = part->bytes + part->length;
	}
	arena_free(arena);
	return 0;
}
