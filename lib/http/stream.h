/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/http: what CGI and FastCGI both give. */
#ifndef HTTP_STREAM_H
#define HTTP_STREAM_H

#include <stdbool.h>
#include <stddef.h>

struct http_stream {
	void *handle;
	/* Bytes read, 0 at the end or on an error. */
	size_t (*read)(void *handle, char *bytes, size_t room);
	bool (*write)(void *handle, const char *bytes, size_t length);
	/* A variable of the request's environment, or NULL. */
	const char *(*variable)(void *handle, const char *name);
};

#endif
