/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "http/http.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "http/stream.h"

enum {
	DRAIN_MAX = 8 * 1024 * 1024,
	/* A visitor who sends slower than this loses the process, not the site. */
	BODY_SECONDS = 30
};

static size_t drain(const struct http_stream *stream, size_t most)
{
	char bytes[4096];
	size_t total = 0, got;

	while (total < most && (got = stream->read(stream->handle, bytes, most - total < sizeof bytes ? most - total : sizeof bytes)))
		total += got;
	return total;
}

void http_drain(const struct http_request *request)
{
	if (request->content_length <= 0)
		return;
	alarm(BODY_SECONDS);
	drain(request->stream, request->content_length < DRAIN_MAX ? (size_t)request->content_length : DRAIN_MAX);
	alarm(0);
}

static bool is_form(const char *content_type)
{
	static const char form[] = "application/x-www-form-urlencoded";
	size_t length = sizeof form - 1;

	return strncasecmp(content_type, form, length) == 0
		&& (content_type[length] == '\0' || content_type[length] == ';' || content_type[length] == ' ');
}

/* Without a length there may still be a body (chunked, Apache mod_cgid): read to its end. */
static enum http_body read_all(const struct http_request *request, size_t limit, struct buffer *body)
{
	const struct http_stream *stream = request->stream;
	bool said = request->content_length >= 0;
	/* Of more than the limit one byte is enough to know it. */
	size_t want = said && request->content_length <= (int64_t)limit ? (size_t)request->content_length : limit + 1;
	char bytes[4096];

	while (body->length < want) {
		size_t room = want - body->length < sizeof bytes ? want - body->length : sizeof bytes;
		size_t got = stream->read(stream->handle, bytes, room);
		if (!got)
			return said ? BODY_CUT : BODY_READ;
		buffer_add(body, bytes, got);
	}
	if (body->length <= limit)
		return BODY_READ;
	/* Never past what was said: a server need not end what it gives (RFC 3875 4.2). */
	size_t left = said ? (size_t)request->content_length - body->length : DRAIN_MAX;
	drain(stream, left < DRAIN_MAX ? left : DRAIN_MAX);
	return BODY_TOO_LARGE;
}

enum http_body http_read_upload(struct arena *arena, const struct http_request *request, size_t limit, struct buffer *body)
{
	*body = buffer_in(arena, 1);
	if (request->content_length == -2)
		return BODY_CUT;
	if (!http_is_multipart(request) && !is_form(request->content_type)) {
		http_drain(request);
		return BODY_WRONG_TYPE;
	}
	alarm(BODY_SECONDS);
	enum http_body ended = read_all(request, limit, body);
	alarm(0);
	return ended;
}

enum http_body http_read_body(struct arena *arena, const struct http_request *request, size_t limit,
			      struct buffer *body)
{
	*body = buffer_in(arena, 1);
	if (request->content_length == -2)
		return BODY_CUT;
	if (request->content_length > (int64_t)limit) {
		http_drain(request);
		return BODY_TOO_LARGE;
	}
	if (!is_form(request->content_type)) {
		http_drain(request);
		return BODY_WRONG_TYPE;
	}
	alarm(BODY_SECONDS);
	enum http_body ended = read_all(request, limit, body);
	alarm(0);
	return ended;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* NULL when what comes out is not UTF-8 or holds NUL. */
static const char *decoded(struct arena *arena, const char *bytes, size_t length)
{
	char *text = arena_alloc(arena, length + 1);
	size_t out = 0;

	for (size_t i = 0; i < length; i++) {
		char c = bytes[i];
		if (c == '+')
			c = ' ';
		else if (c == '%' && i + 2 < length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
			c = (char)(hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]));
			i += 2;
		}
		text[out++] = c;
	}
	return utf8_is_valid(text, out) ? text : NULL;
}

static size_t count_pairs(const char *encoded, size_t length)
{
	size_t count = 1;

	for (size_t i = 0; i < length; i++)
		count += encoded[i] == '&';
	return count;
}

bool http_pairs_read(struct arena *arena, const char *encoded, size_t length, size_t most,
		     struct http_pairs *pairs)
{
	size_t room = count_pairs(encoded, length), count = 0;

	*pairs = (struct http_pairs){ 0 };
	if (room > most)
		return false;
	struct http_pair *list = arena_array(arena, room, sizeof *list);
	const char *end = encoded + length;

	for (const char *at = encoded; at < end;) {
		const char *stop = memchr(at, '&', (size_t)(end - at));
		if (!stop)
			stop = end;
		const char *equals = memchr(at, '=', (size_t)(stop - at));
		const char *value = equals ? equals + 1 : stop;
		if (stop > at) {
			struct http_pair *pair = &list[count++];
			pair->name = decoded(arena, at, (size_t)((equals ? equals : stop) - at));
			pair->value = decoded(arena, value, (size_t)(stop - value));
			if (!pair->name || !pair->value)
				return false;
		}
		at = stop + 1;
	}
	*pairs = (struct http_pairs){ list, count };
	return true;
}

const char *http_pair(const struct http_pairs *pairs, const char *name)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (text_is(pairs->pairs[i].name, name))
			return pairs->pairs[i].value;
	return NULL;
}

const char *http_cookie(struct arena *arena, const struct http_request *request, const char *name)
{
	size_t length = strlen(name);
	const char *rest = request->cookies, *piece;

	while ((piece = text_piece(arena, &rest, ';'))) {
		while (*piece == ' ')
			piece++;
		if (strncmp(piece, name, length) == 0 && piece[length] == '=')
			return piece + length + 1;
	}
	return NULL;
}
