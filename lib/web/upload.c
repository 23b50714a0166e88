/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page that takes a file. What a file called NAME_file holds stands where it could have been typed, in the field NAME:
   so it is judged, shown again, and kept over a login that ran out, as anything else that was typed. The file's own field
   says why it could not be read, and leaves NAME as it was. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "web/internal.h"

#define FILE_END "_file"

/* "" for a file that was read, or that was not chosen. Whether it is too long for its field, the field says. */
static const char *why_unread(const struct http_part *part)
{
	if (part->cut)
		return FILE_TOO_LONG;
	return utf8_is_valid(part->bytes, part->length) ? "" : FILE_NO_TEXT;
}

static struct http_pair *pair_named(struct http_pair *pairs, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(pairs[i].name, name))
			return &pairs[i];
	return NULL;
}

/* The bytes of each file go to the field that they belong to. */
static void put_files(struct request *q, const struct http_parts *parts, struct http_pair *pairs, size_t *count)
{
	struct arena *arena = q->work.arena;

	for (size_t i = 0; i < parts->count; i++) {
		const struct http_part *part = &parts->parts[i];
		if (!part->is_file || !text_ends(part->name, FILE_END))
			continue;
		const char *why = why_unread(part);
		const char *name = arena_slice(arena, part->name, strlen(part->name) - strlen(FILE_END));
		struct http_pair *typed = pair_named(pairs, *count, name);
		pairs[(*count)++] = (struct http_pair){ part->name, why };
		if (*why || !part->length)
			continue;
		if (!typed)
			typed = &pairs[(*count)++];
		*typed = (struct http_pair){ name, arena_slice(arena, part->bytes, part->length) };
	}
}

static struct outcome read_parts(struct request *q, const struct buffer *body, bool too_large)
{
	struct http_parts parts;
	enum http_body ended = http_parts_read(q->work.arena, q->http->content_type, body, FIELDS_MAX_SENT, &parts);
	bool file_is_cut = ended == BODY_CUT && parts.count && parts.parts[parts.count - 1].is_file && parts.parts[parts.count - 1].cut;

	/* A file that is too large, as the last part, costs nothing of what came before it. */
	if (too_large ? !file_is_cut : ended != BODY_READ)
		return refuse_body(q, too_large ? BODY_TOO_LARGE : ended);
	struct http_pair *pairs = arena_array(q->work.arena, 2 * parts.count + 1, sizeof *pairs);
	size_t count = 0;
	for (size_t i = 0; i < parts.count; i++) {
		const struct http_part *part = &parts.parts[i];
		if (part->is_file)
			continue;
		if (!utf8_is_valid(part->bytes, part->length))
			return refuse(q, 400, "bad-bytes");
		pairs[count++] = (struct http_pair){ part->name, arena_slice(q->work.arena, part->bytes, part->length) };
	}
	put_files(q, &parts, pairs, &count);
	q->sent = (struct http_pairs){ pairs, count };
	return shown;
}

struct outcome read_upload(struct request *q)
{
	struct buffer body;
	enum http_body ended = http_read_upload(q->work.arena, q->http, UPLOAD_MAX, &body);
	bool parts = http_is_multipart(q->http);

	if (ended != BODY_READ && !(ended == BODY_TOO_LARGE && parts))
		return refuse_body(q, ended);
	if (parts)
		return read_parts(q, &body, ended == BODY_TOO_LARGE);
	return http_pairs_read(q->work.arena, buffer_string(&body), body.length, FIELDS_MAX_SENT, &q->sent) ? shown : refuse(q, 400, "bad-bytes");
}
