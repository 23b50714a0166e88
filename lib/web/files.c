/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The style sheet and the few pictures. They come from the program itself, so that no host needs a
   place for them; their address changes when they do, so a browser asks once. */
#include "base/text.h"
#include "web/static_files.h"
#include "web/internal.h"

bool answer_file(struct request *q)
{
	if (!text_starts(q->path, "/static/"))
		return false;
	for (size_t i = 0; i < static_file_count; i++) {
		const struct static_file *file = &static_files[i];
		if (!text_is(q->path + sizeof "/static/" - 1, file->name))
			continue;
		q->answer->status = 200;
		answer_headers(q);
		http_header(q->answer, "Content-Type", file->type);
		http_header(q->answer, "Cache-Control", "public, max-age=31536000, immutable");
		buffer_add(&q->answer->body, file->bytes, file->length);
		return true;
	}
	return false;
}
