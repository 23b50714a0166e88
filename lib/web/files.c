/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The style sheet and the few pictures. They come from the program itself, so that no host needs a
   place for them; their address changes when they do, so a browser asks once. */
#include <string.h>

#include "base/text.h"
#include "web/static_files.h"
#include "web/internal.h"

static void answer_with(struct request *q, const char *type, const char *bytes, size_t length)
{
	q->answer->status = 200;
	answer_headers(q);
	http_header(q->answer, "Content-Type", type);
	http_header(q->answer, "Cache-Control", "public, max-age=31536000, immutable");
	buffer_add(&q->answer->body, bytes, length);
}

bool answer_file(struct request *q)
{
	if (!text_starts(q->path, "/static/"))
		return false;
	const char *name = q->path + sizeof "/static/" - 1, *colours = colours_css(q->work.arena, name);
	if (colours)
		answer_with(q, "text/css; charset=utf-8", colours, strlen(colours));
	for (size_t i = 0; !colours && i < static_file_count; i++) {
		const struct static_file *file = &static_files[i];
		if (!text_is(name, file->name))
			continue;
		answer_with(q, file->type, file->bytes, file->length);
		return true;
	}
	return colours != NULL;
}
