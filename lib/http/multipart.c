/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* multipart/form-data (RFC 7578), as browsers send a form with a file. */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "http/http.h"

enum { BOUNDARY_MAX = 70, HEADERS_MAX = 4096 };

bool http_is_multipart(const struct http_request *request)
{
	static const char type[] = "multipart/form-data";

	return strncasecmp(request->content_type, type, strlen(type)) == 0 && strchr("; ", request->content_type[strlen(type)]);
}

/* The value of a parameter such as `; boundary=x` or `; name="x"` in a header's line; NULL where there is none. */
static const char *parameter(struct arena *arena, const char *line, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = strchr(line, ';'); at; at = strchr(at, ';')) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, name, length) == 0 && at[length] == '=') {
			at += length + 1;
			return *at == '"' ? arena_slice(arena, at + 1, strcspn(at + 1, "\"")) : arena_slice(arena, at, strcspn(at, "; \t"));
		}
		/* A semicolon within quotes parts nothing. */
		size_t plain = strcspn(at, ";\"");
		while (at[plain] == '"') {
			plain += 1 + strcspn(at + plain + 1, "\"");
			plain += at[plain] == '"';
			plain += strcspn(at + plain, ";\"");
		}
		at += plain;
	}
	return NULL;
}

/* Where `what` begins within the bytes, or NULL. */
static const char *find(const char *bytes, const char *end, const char *what)
{
	size_t length = strlen(what);

	for (const char *at = bytes; at + length <= end; at++) {
		at = memchr(at, *what, (size_t)(end - at) - length + 1);
		if (!at)
			return NULL;
		if (memcmp(at, what, length) == 0)
			return at;
	}
	return NULL;
}

/* What a part's headers say of it: its name, and whether it is a file. False where they say no name. */
static bool read_headers(struct arena *arena, const char *headers, struct http_part *part)
{
	const char *rest = headers, *line;

	while ((line = text_piece(arena, &rest, '\n'))) {
		static const char disposition[] = "Content-Disposition:";
		if (strncasecmp(line, disposition, strlen(disposition)) != 0)
			continue;
		line = arena_slice(arena, line, strcspn(line, "\r"));
		part->name = parameter(arena, line, "name");
		part->is_file = parameter(arena, line, "filename") != NULL;
		return part->name && utf8_is_valid(part->name, strlen(part->name));
	}
	return false;
}

/* One part, from behind its boundary on. Returns where the next boundary begins, or NULL. */
static const char *read_part(struct arena *arena, const char *at, const char *end, const char *boundary, struct http_part *part)
{
	const char *body = find(at, end, "\r\n\r\n");

	if (!body || body - at > HEADERS_MAX || memchr(at, '\0', (size_t)(body - at))
	    || !read_headers(arena, arena_slice(arena, at, (size_t)(body - at)), part))
		return NULL;
	body += strlen("\r\n\r\n");
	const char *stop = find(body, end, boundary);
	part->cut = !stop;
	part->bytes = body;
	part->length = (size_t)((stop ? stop : end) - body);
	return stop ? stop : end;
}

/* Parts until the last boundary; where the end is cut off, until there. */
static enum http_body read_parts(struct arena *arena, const struct buffer *body, const char *boundary, size_t most, struct http_parts *parts)
{
	struct http_part *list = arena_array(arena, most, sizeof *list);
	const char *bytes = buffer_string(body), *end = bytes + body->length, *at = bytes;
	size_t length = strlen(boundary);

	/* The first boundary has no line before it. */
	if (body->length < length || memcmp(bytes, boundary + 2, length - 2) != 0)
		return BODY_WRONG_TYPE;
	parts->parts = list;
	for (at += length - 2; end - at < 2 || memcmp(at, "--", 2) != 0; at += length) {
		struct http_part part = { 0 };
		if (parts->count == most)
			return BODY_WRONG_TYPE;
		at = read_part(arena, at, end, boundary, &part);
		if (!at)
			return parts->count ? BODY_CUT : BODY_WRONG_TYPE;
		list[parts->count++] = part;
		if (part.cut)
			return BODY_CUT;
	}
	return BODY_READ;
}

enum http_body http_parts_read(struct arena *arena, const char *content_type, const struct buffer *body, size_t most, struct http_parts *parts)
{
	const char *boundary = parameter(arena, content_type, "boundary");

	*parts = (struct http_parts){ NULL, 0 };
	if (!boundary || !*boundary || strlen(boundary) > BOUNDARY_MAX)
		return BODY_WRONG_TYPE;
	return read_parts(arena, body, arena_printf(arena, "\r\n--%s", boundary), most, parts);
}
