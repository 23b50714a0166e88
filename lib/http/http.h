/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The protocol and nothing else: one program answers as CGI and as FastCGI (the only place that
   includes fcgiapp.h). RFC 3875 for CGI, the FastCGI specification 1.0 through libfcgi. */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct arena;
struct http_stream;

struct http_pair {
	const char *name;
	const char *value;
};

struct http_pairs {
	const struct http_pair *pairs;
	size_t count;
};

struct http_request {
	const char *method;        /* as sent */
	const char *script;        /* the program's own address, "" when it answers at the root */
	const char *path;          /* what follows it; starts with "/", or is "" */
	const char *query_string;  /* undecoded, without "?" */
	const char *content_type;
	int64_t content_length;    /* -1 where none was said, -2 where what was said is no number */
	const char *cookies;
	const char *host;
	const char *origin;
	const char *fetch_site;
	const char *languages;     /* Accept-Language */
	const char *remote;        /* the visitor's address */
	bool secure;               /* came over https */
	const char *root;          /* the web folder, by the server's word; "" when it says none */
	struct http_stream *stream;
};

/* How reading a body ended. */
enum http_body {
	BODY_READ,
	BODY_TOO_LARGE,
	BODY_CUT,          /* shorter than said, or a length that is no number */
	BODY_WRONG_TYPE    /* not application/x-www-form-urlencoded, or not the parts that it says */
};

/* One part of multipart/form-data. The bytes are those that were sent, in the body that was read. */
struct http_part {
	const char *name;
	const char *bytes;
	size_t length;
	bool is_file;
	bool cut;                  /* its end is not there */
};

struct http_parts {
	const struct http_part *parts;
	size_t count;
};

struct http_header {
	const char *name;
	const char *value;
};

enum { HTTP_HEADERS_MAX = 24 };

struct http_answer {
	struct arena *arena;
	int status;
	struct http_header headers[HTTP_HEADERS_MAX];
	size_t header_count;
	struct buffer body;
	int file;                  /* sent instead of the body, and closed; -1: none */
};

/* What a program does with each request. `answer` fills the answer; `after` runs when the answer
   is out of the house, and may be NULL. Both may use the arena, which is emptied afterwards. */
struct http_program {
	void *context;
	void (*answer)(void *context, struct arena *arena, const struct http_request *request,
		       struct http_answer *answer);
	void (*after)(void *context, struct arena *arena);
	size_t arena_cap;
	char *const *arguments;   /* of the process */
	const char *file;         /* the program itself; "" where it is not known */
};

/* Whether this process answers as FastCGI. */
bool http_is_fastcgi(void);

/* After this answer the program that lies in its file now takes the place of this process, and of its socket. */
void http_begin_anew(void);

/* Answers one request as CGI, or requests one after the other as FastCGI until it is told to stop
   (SIGTERM, SIGUSR1, SIGHUP: the request in hand is finished). Returns the exit status. */
int http_run(const struct http_program *program);

/* Reads the body, at most `limit` bytes; more is drained (up to 8 MiB) and thrown away, so that the
   visitor gets the answer. The bytes are in the arena and end in NUL. */
enum http_body http_read_body(struct arena *arena, const struct http_request *request, size_t limit,
			      struct buffer *body);

/* The same for a page that takes a file: a form of either kind. Of a body that is too large the first `limit` bytes are read. */
enum http_body http_read_upload(struct arena *arena, const struct http_request *request, size_t limit, struct buffer *body);

/* Whether it says that it is multipart/form-data. */
bool http_is_multipart(const struct http_request *request);

/* The parts of a body of that type, at most `most`. BODY_CUT: the last of them has no end. */
enum http_body http_parts_read(struct arena *arena, const char *content_type, const struct buffer *body, size_t most, struct http_parts *parts);

/* Reads and throws away what came with a request that needs no body. */
void http_drain(const struct http_request *request);

/* Pairs of application/x-www-form-urlencoded, decoded as the URL standard says. Returns false when
   there are more than `most`, or a name or value is not UTF-8 or holds NUL. */
bool http_pairs_read(struct arena *arena, const char *encoded, size_t length, size_t most,
		     struct http_pairs *pairs);

/* The value of the first pair of that name, or NULL. */
const char *http_pair(const struct http_pairs *pairs, const char *name);

/* The value of a cookie, or NULL. */
const char *http_cookie(struct arena *arena, const struct http_request *request, const char *name);

/* Adds a header. Returns false, and adds nothing, when name or value holds a control character or
   there are too many. */
bool http_header(struct http_answer *answer, const char *name, const char *value);

/* The standard's words for a status: 404, "Not Found". */
const char *http_status_words(int status);

#endif
