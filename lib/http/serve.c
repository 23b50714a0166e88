/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The loop. libfcgi facts behind it: FCGX_Accept_r has no CGI fallback, so FCGX_IsCGI decides; what
   a request gave dies in the next accept, so it is copied. */
#include "http/http.h"

#include <errno.h>
#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "base/view.h"
#include "http/stream.h"

/* A worker that has served this many begins anew; and when another program has lain in its file for some seconds, so that
   whoever unpacks is done with it. */
enum { REQUESTS_A_PROCESS = 20000, SECONDS_SETTLED = 2, FILE_PIECE = 64 * 1024 };

static bool anew;

static const char *variable(struct arena *arena, const struct http_stream *stream, const char *name)
{
	return arena_copy(arena, stream->variable(stream->handle, name));
}

static int64_t body_length(const char *said)
{
	int64_t length;

	if (!*said)
		return -1;
	return text_is_count(said, &length) && length >= 0 ? length : -2;
}

static struct http_request request_from(struct arena *arena, struct http_stream *stream)
{
	struct http_request request = {
		.method = variable(arena, stream, "REQUEST_METHOD"),
		.script = variable(arena, stream, "SCRIPT_NAME"),
		.path = variable(arena, stream, "PATH_INFO"),
		.query_string = variable(arena, stream, "QUERY_STRING"),
		.content_type = variable(arena, stream, "CONTENT_TYPE"),
		.content_length = body_length(variable(arena, stream, "CONTENT_LENGTH")),
		.cookies = variable(arena, stream, "HTTP_COOKIE"),
		.host = variable(arena, stream, "HTTP_HOST"),
		.origin = variable(arena, stream, "HTTP_ORIGIN"),
		.fetch_site = variable(arena, stream, "HTTP_SEC_FETCH_SITE"),
		.languages = variable(arena, stream, "HTTP_ACCEPT_LANGUAGE"),
		.remote = variable(arena, stream, "REMOTE_ADDR"),
		.secure = text_is(variable(arena, stream, "HTTPS"), "on")
			|| text_is(variable(arena, stream, "REQUEST_SCHEME"), "https"),
		.root = variable(arena, stream, "DOCUMENT_ROOT"),
		.stream = stream,
	};
	return request;
}

static int64_t file_length(int file)
{
	struct stat facts;

	return fstat(file, &facts) == 0 ? (int64_t)facts.st_size : 0;
}

/* Piece by piece: a file may be larger than the arena. */
static void send_file(const struct http_stream *stream, const struct http_answer *answer, int64_t length)
{
	char *piece = arena_alloc(answer->arena, FILE_PIECE);

	while (length > 0) {
		ssize_t got = read(answer->file, piece, length < FILE_PIECE ? (size_t)length : (size_t)FILE_PIECE);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || !stream->write(stream->handle, piece, (size_t)got))
			return;
		length -= got;
	}
}

static void send_answer(const struct http_stream *stream, const struct http_answer *answer, bool with_body)
{
	struct buffer head = buffer_in(answer->arena, 1024);

	buffer_printf(&head, "Status: %d %s\r\n", answer->status, http_status_words(answer->status));
	for (size_t i = 0; i < answer->header_count; i++)
		buffer_printf(&head, "%s: %s\r\n", answer->headers[i].name, answer->headers[i].value);
	int64_t length = answer->file < 0 ? (int64_t)answer->body.length : file_length(answer->file);
	buffer_printf(&head, "Content-Length: %lld\r\n\r\n", (long long)length);
	bool open = stream->write(stream->handle, head.bytes, head.length) && with_body;
	if (open && answer->file < 0)
		stream->write(stream->handle, buffer_string(&answer->body), answer->body.length);
	if (open && answer->file >= 0)
		send_file(stream, answer, length);
	if (answer->file >= 0)
		close(answer->file);
}

static void answer_one(const struct http_program *program, struct arena *arena, struct http_stream *stream)
{
	struct http_request request = request_from(arena, stream);
	struct http_answer answer = { .arena = arena, .status = 500, .body = buffer_in(arena, 0), .file = -1 };

	program->answer(program->context, arena, &request, &answer);
	send_answer(stream, &answer, !text_is(request.method, "HEAD"));
}

static size_t cgi_read(void *handle, char *bytes, size_t room)
{
	ssize_t got;

	(void)handle;
	do
		got = read(STDIN_FILENO, bytes, room);
	while (got < 0 && errno == EINTR);
	return got > 0 ? (size_t)got : 0;
}

static bool cgi_write(void *handle, const char *bytes, size_t length)
{
	(void)handle;
	while (length) {
		ssize_t wrote = write(STDOUT_FILENO, bytes, length);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		bytes += wrote;
		length -= (size_t)wrote;
	}
	return true;
}

static const char *cgi_variable(void *handle, const char *name)
{
	(void)handle;
	return getenv(name);
}

static int run_cgi(const struct http_program *program)
{
	struct arena *arena = arena_new(program->arena_cap);
	struct http_stream stream = { NULL, cgi_read, cgi_write, cgi_variable };

	signal(SIGPIPE, SIG_IGN);
	answer_one(program, arena, &stream);
	/* The server takes the answer as whole when the pipe closes. */
	close(STDOUT_FILENO);
	if (program->after)
		program->after(program->context, arena);
	arena_free(arena);
	return 0;
}

static size_t fcgi_read(void *handle, char *bytes, size_t room)
{
	FCGX_Request *request = handle;
	int got = FCGX_GetStr(bytes, room > INT_MAX ? INT_MAX : (int)room, request->in);

	return got > 0 ? (size_t)got : 0;
}

static bool fcgi_write(void *handle, const char *bytes, size_t length)
{
	FCGX_Request *request = handle;

	return length <= INT_MAX && FCGX_PutStr(bytes, (int)length, request->out) == (int)length;
}

static const char *fcgi_variable(void *handle, const char *name)
{
	FCGX_Request *request = handle;

	return FCGX_GetParam(name, request->envp);
}

static volatile sig_atomic_t stopping;

static void stop_soon(int signal_number)
{
	(void)signal_number;
	stopping = 1;
	FCGX_ShutdownPending();
}

static bool is_replaced(const char *file, const struct stat *began)
{
	struct stat now;

	return stat(file, &now) == 0 && (now.st_dev != began->st_dev || now.st_ino != began->st_ino || now.st_size != began->st_size
		|| now.st_mtim.tv_sec != began->st_mtim.tv_sec || now.st_mtim.tv_nsec != began->st_mtim.tv_nsec)
		&& clock_now() - (int64_t)now.st_ctim.tv_sec > SECONDS_SETTLED;
}

/* The same process and the same socket, so that nobody has to start it: not every server does. Where it cannot be run, as when
   its run bit is lost, this one goes on. */
static void begin_anew(const struct http_program *program, FCGX_Request *request)
{
	/* A connection that is kept would wait for the one that is no more. */
	FCGX_Free(request, 1);
	if (*program->file)
		execv(program->file, program->arguments);
}

static int run_fcgi(const struct http_program *program)
{
	struct arena *arena = arena_new(program->arena_cap);
	struct sigaction stop = { .sa_handler = stop_soon };
	struct stat began = { 0 };
	FCGX_Request request;

	if (FCGX_Init() || FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	/* libfcgi's own forget a stop that is followed by a new program. */
	sigaction(SIGHUP, &stop, NULL);
	sigaction(SIGTERM, &stop, NULL);
	sigaction(SIGUSR1, &stop, NULL);
	stat(program->file, &began);
	for (int64_t served = 1; FCGX_Accept_r(&request) >= 0; served++) {
		struct http_stream stream = { &request, fcgi_read, fcgi_write, fcgi_variable };

		answer_one(program, arena, &stream);
		FCGX_Finish_r(&request);
		if (program->after)
			program->after(program->context, arena);
		arena_reset(arena);
		if (!stopping && (anew || served % REQUESTS_A_PROCESS == 0 || is_replaced(program->file, &began)))
			begin_anew(program, &request);
	}
	FCGX_Free(&request, 1);
	arena_free(arena);
	return 0;
}

void http_begin_anew(void)
{
	anew = true;
}

bool http_is_fastcgi(void)
{
	return !FCGX_IsCGI();
}

int http_run(const struct http_program *program)
{
	return FCGX_IsCGI() ? run_cgi(program) : run_fcgi(program);
}
