/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room http: what was sent is decoded as the URL standard says, and nothing forges a header. */
#include "http/http.h"

#include "base/arena.h"
#include "base/text.h"
#include "http/stream.h"
#include "tests/tap.h"

static struct arena *arena;

static void test_pairs(void)
{
	static const struct { const char *encoded, *name, *value; } good[] = {
		{ "a=b", "a", "b" }, { "x=1&a=b&a=c", "a", "b" }, { "a=b+c%20d", "a", "b c d" }, { "a=Si%C3%A2n", "a", "Siân" }, { "a=%26%3D%2B", "a", "&=+" },
		{ "a", "a", "" }, { "a=", "a", "" }, { "a==b", "a", "=b" }, { "&&a=b&", "a", "b" }, { "a%20b=c", "a b", "c" }, { "a=100%", "a", "100%" }, { "a=%zz", "a", "%zz" },
	};
	static const char *const bad[] = { "a=%ff", "a=%00", "%00=a", "a=%C3", "a=%ED%A0%80", "a=\xff" };
	struct http_pairs pairs;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ok(http_pairs_read(arena, good[i].encoded, strlen(good[i].encoded), 10, &pairs), arena_printf(arena, "\"%s\" is read", good[i].encoded));
		is(http_pair(&pairs, good[i].name), good[i].value, "and holds what was sent");
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!http_pairs_read(arena, bad[i], strlen(bad[i]), 10, &pairs), arena_printf(arena, "bytes that are no text are refused (%zu)", i + 1));
	ok(http_pairs_read(arena, "a&b&c", 5, 3, &pairs) && pairs.count == 3, "as many fields as are allowed are read");
	ok(!http_pairs_read(arena, "a&b&c&d", 7, 3, &pairs), "one more is refused");
	ok(http_pairs_read(arena, "", 0, 3, &pairs) && pairs.count == 0 && !http_pair(&pairs, "a"), "nothing sent is nothing");
}

static void test_headers(void)
{
	struct http_answer answer = { .arena = arena, .status = 200 };
	int added = 0;

	ok(http_header(&answer, "Location", "/signup/name#main"), "a header is added");
	ok(!http_header(&answer, "Location", "/x\r\nSet-Cookie: a=b"), "a value with a line end is not");
	ok(!http_header(&answer, "Location", "/x\n") && !http_header(&answer, "Location", "/\x7f") && !http_header(&answer, "X\r\n", "a"),
	   "nor any control character, in name or value");
	is_count((long long)answer.header_count, 1, "what is refused is not there");
	while (http_header(&answer, "X-More", "1"))
		added++;
	is_count(added, HTTP_HEADERS_MAX - 1, "there is room for so many and no more");
	is(http_status_words(404), "Not Found", "a status has the standard's words");
}

static void test_cookies(void)
{
	static const struct { const char *cookies, *value; } rows[] = {
		{ "bw=abc", "abc" }, { "other=1; bw=abc", "abc" }, { "xbw=1; bw=2", "2" }, { "bw=a; bw=b", "a" }, { "bw=", "" }, { "bwx=1", NULL }, { "", NULL }, { ";;;", NULL }, { "bw", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct http_request request = { .cookies = rows[i].cookies };
		const char *value = http_cookie(arena, &request, "bw");
		ok(rows[i].value ? value && text_is(value, rows[i].value) : !value, arena_printf(arena, "the cookie of \"%s\"", rows[i].cookies));
	}
}

/* A server that never says that a body has ended: what is asked of it past its length waits for ever. */
static size_t given;
static size_t endless(void *handle, char *bytes, size_t room)
{
	(void)handle;
	memset(bytes, 'a', room);
	given += room;
	return room;
}

static void test_lengths(void)
{
	static const struct { int64_t said; enum http_body ended; size_t taken; } rows[] = {
		{ 0, BODY_READ, 0 }, { 999, BODY_READ, 999 }, { 1000, BODY_READ, 1000 }, { 1001, BODY_TOO_LARGE, 1001 }, { 70000, BODY_TOO_LARGE, 70000 },
	};
	struct http_stream stream = { NULL, endless, NULL, NULL };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct http_request request = { .content_type = "application/x-www-form-urlencoded", .content_length = rows[i].said, .stream = &stream };
		struct buffer body;
		given = 0;
		ok(http_read_body(arena, &request, 1000, &body) == rows[i].ended && given == rows[i].taken,
		   arena_printf(arena, "of a body of %lld bytes so many are read, and no more", (long long)rows[i].said));
		request.content_type = "multipart/form-data; boundary=x";
		given = 0;
		ok(http_read_upload(arena, &request, 1000, &body) == rows[i].ended && given == rows[i].taken, "nor of one that brings a file");
	}
}

/* The names and bytes of the parts, and how reading them ended. */
static const char *parts_of(const char *type, const char *body, size_t length)
{
	static const char *const ends[] = { "read", "too-large", "cut", "wrong" };
	struct buffer in = buffer_in(arena, length + 1), out = buffer_in(arena, 100);
	struct http_parts parts;

	buffer_add(&in, body, length);
	enum http_body ended = http_parts_read(arena, type, &in, 3, &parts);
	buffer_text(&out, ends[ended]);
	for (size_t i = 0; i < parts.count; i++)
		buffer_printf(&out, " %s%s%s=%s", parts.parts[i].is_file ? "@" : "", parts.parts[i].cut ? "~" : "", parts.parts[i].name,
			      arena_slice(arena, parts.parts[i].bytes, parts.parts[i].length));
	return buffer_string(&out);
}

#define TYPE "multipart/form-data; boundary=xx"
#define PART(head) "--xx\r\nContent-Disposition: form-data; " head "\r\n\r\n"

static void test_parts(void)
{
	static const struct { const char *type, *body, *parts; } rows[] = {
		{ TYPE, PART("name=\"a\"") "1\r\n--xx--\r\n", "read a=1" },
		{ TYPE, PART("name=\"a\"") "1\r\n" PART("name=\"f\"; filename=\"x;y=\\.csv\"") "p,q\r\n--xy\r\n\r\n--xx--", "read a=1 @f=p,q\r\n--xy\r\n" },
		{ "Multipart/Form-Data; charset=utf-8; BOUNDARY=\"x;x\"", "--x;x\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION: form-data; filename=\"name=b\"; name=c\r\n\r\n\r\n--x;x--",
		  "read @c=" },
		{ TYPE, "--xx--", "read" },
		{ TYPE, PART("name=\"a\"") "1", "cut ~a=1" },
		{ TYPE, PART("name=\"a\"") "1\r\n--xx", "cut a=1" },
		{ TYPE, PART("name=\"a\"") "1\r\n--xx\r\nContent-Disp", "cut a=1" },
		{ TYPE, PART("name=\"a\"") "1\r\n" PART("name=\"b\"") "\r\n" PART("name=\"c\"") "\r\n" PART("name=\"d\"") "\r\n--xx--", "wrong a=1 b= c=" },
		{ TYPE, "a=1", "wrong" }, { TYPE, "", "wrong" }, { TYPE, "--x", "wrong" }, { TYPE, "--xx", "wrong" }, { TYPE, "--xx\r\nX: 1\r\n\r\n1\r\n--xx--", "wrong" },
		{ TYPE, "--xx\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xx--", "wrong" }, { TYPE, PART("name=\"\xff\"") "1\r\n--xx--", "wrong" },
		{ "multipart/form-data", "--xx--", "wrong" }, { "multipart/form-data; boundary=", "----", "wrong" }, { "multipart/form-data; boundary=\"\"", "----", "wrong" },
		{ "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "--", "wrong" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is(parts_of(rows[i].type, rows[i].body, strlen(rows[i].body)), rows[i].parts, arena_printf(arena, "a form of parts (%zu)", i + 1));
	is(parts_of(TYPE, PART("name=\"f\"; filename=x") "a\0b\r\n--xx--", sizeof(PART("name=\"f\"; filename=x") "a\0b\r\n--xx--") - 1), "read @f=a", "a file may hold NUL");
	is(parts_of(TYPE, "--xx\r\nX:\0\r\n\r\n\r\n--xx--", sizeof "--xx\r\nX:\0\r\n\r\n\r\n--xx--" - 1), "wrong", "its headers may not");
	const struct http_request request = { .content_type = TYPE }, other = { .content_type = "multipart/form-database" };
	ok(http_is_multipart(&request) && !http_is_multipart(&other), "which type it is is told by its whole name");
}

int main(void)
{
	arena = arena_new(4 << 20);
	test_pairs();
	test_parts();
	test_headers();
	test_cookies();
	test_lengths();
	arena_free(arena);
	return done();
}
