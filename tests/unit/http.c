/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room http: what was sent is decoded as the URL standard says, and nothing forges a header. */
#include "http/http.h"

#include "base/arena.h"
#include "base/text.h"
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

int main(void)
{
	arena = arena_new(4 << 20);
	test_pairs();
	test_headers();
	test_cookies();
	arena_free(arena);
	return done();
}
