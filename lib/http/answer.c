/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "http/http.h"

#include "base/arena.h"

static bool is_clean(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return false;
	return true;
}

bool http_header(struct http_answer *answer, const char *name, const char *value)
{
	if (answer->header_count == HTTP_HEADERS_MAX || !*name || !is_clean(name) || !is_clean(value))
		return false;
	answer->headers[answer->header_count++] = (struct http_header){
		arena_copy(answer->arena, name), arena_copy(answer->arena, value) };
	return true;
}

const char *http_status_words(int status)
{
	switch (status) {
	case 200: return "OK";
	case 303: return "See Other";
	case 304: return "Not Modified";
	case 400: return "Bad Request";
	case 403: return "Forbidden";
	case 404: return "Not Found";
	case 405: return "Method Not Allowed";
	case 409: return "Conflict";
	case 413: return "Content Too Large";
	case 415: return "Unsupported Media Type";
	case 422: return "Unprocessable Content";
	case 429: return "Too Many Requests";
	case 503: return "Service Unavailable";
	case 507: return "Insufficient Storage";
	default: return "Internal Server Error";
	}
}
