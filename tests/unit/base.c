/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room base: memory, strings, Unicode, days. */
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/colour.h"
#include "base/command.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/view.h"
#include "tests/tap.h"

/* Whether asking for this much ends the process instead of giving nothing. */
static bool ends(size_t cap, size_t count, size_t size)
{
	int status = 0;

	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		struct arena *arena = arena_new(cap);
		if (!freopen("/dev/null", "w", stderr))
			_exit(0);
		arena_array(arena, count, size);
		_exit(0);
	}
	return waitpid(child, &status, 0) == child && (WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
}

static void test_arena(void)
{
	struct arena *arena = arena_new(1 << 20);
	bool zeroed = true, aligned = true;

	for (size_t size = 1; size < 3000; size += 7) {
		unsigned char *bytes = arena_alloc(arena, size);
		aligned &= (uintptr_t)bytes % _Alignof(max_align_t) == 0;
		for (size_t i = 0; i < size; i++)
			zeroed &= bytes[i] == 0;
		memset(bytes, 0xff, size);
	}
	ok(aligned, "memory is aligned for anything");
	ok(zeroed, "memory is zeroed");
	arena_reset(arena);
	is_count((long long)arena_used(arena), 0, "an arena that was reset is empty");
	bool still_zeroed = true;
	unsigned char *again = arena_alloc(arena, 2000);
	for (size_t i = 0; i < 2000; i++)
		still_zeroed &= again[i] == 0;
	ok(still_zeroed, "and what it gives again is zeroed");
	is(arena_copy(arena, NULL), "", "NULL is copied as nothing");
	is(arena_slice(arena, "Margaret", 3), "Mar", "a slice ends in NUL");
	is(arena_printf(arena, "%0200d", 7) + 195, "00007", "a long text is printed whole");
	arena_free(arena);
	ok(ends(1 << 16, 1, 1 << 17), "more than the cap ends the process");
	ok(ends(1 << 16, SIZE_MAX / 2, 4), "a product that overflows ends the process");
	ok(!ends(1 << 16, 10, 10), "and what fits does not");
}

static void test_buffer(void)
{
	struct arena *arena = arena_new(1 << 22);
	struct buffer empty = buffer_in(arena, 0), out = buffer_in(arena, 4);

	is(buffer_string(&empty), "", "an empty buffer is an empty string");
	for (int i = 0; i < 10000; i++)
		buffer_printf(&out, "%d", i % 10);
	buffer_add(&out, "end\0more", 3);
	buffer_char(&out, '.');
	is_count((long long)out.length, 10004, "a buffer grows as it needs");
	is(buffer_string(&out) + 9998, "89end.", "and ends where it was ended");
	arena_free(arena);
}

static void test_text(void)
{
	struct arena *arena = arena_new(1 << 16);
	const char *rest = "a||b";

	ok(text_is("a", "a") && !text_is("a", "b") && !text_is("a", "ab"), "equal texts are equal");
	ok(text_starts("signup/name", "signup") && !text_starts("sign", "signup"), "a text starts with what it starts with");
	ok(text_ends("desk.cgi", ".cgi") && !text_ends("cgi", ".cgi"), "and ends with what it ends with");
	ok(text_has_word("phone video", "video") && !text_has_word("phone video", "vide") && !text_has_word("", "x"),
	   "a word of a set is found whole or not at all");
	is(text_piece(arena, &rest, '|'), "a", "pieces come one by one");
	is(text_piece(arena, &rest, '|'), "", "an empty piece is one too");
	is(text_piece(arena, &rest, '|'), "b", "and the last");
	ok(!text_piece(arena, &rest, '|'), "then there is none");
	is(text_encoded(arena, "a b&c/ŵ~"), "a%20b%26c%2F%C5%B5~", "all but the unreserved is percent-encoded");
	arena_free(arena);
}

static void test_utf8(void)
{
	static const struct { const char *bytes; size_t length; const char *what; } broken[] = {
		{ "\x80", 1, "a continuation alone" }, { "\xc3", 1, "a cut sequence" }, { "\xc0\x80", 2, "an overlong NUL" },
		{ "\xe0\x80\xaf", 3, "an overlong slash" }, { "\xed\xa0\x80", 3, "a surrogate" }, { "\xf4\x90\x80\x80", 4, "more than U+10FFFF" },
		{ "\xf8\x88\x80\x80\x80", 5, "five bytes" }, { "a\0b", 3, "a NUL" }, { "\xff", 1, "0xFF" },
	};
	static const struct { const char *from, *to; } folds[] = {
		{ "Siân", "sian" }, { "TŶ HAFAN", "ty hafan" }, { "Ŵ", "w" }, { "Łukasz Żółć", "lukasz zolc" }, { "Øyvind", "oyvind" },
		{ "Straße", "strasse" }, { "O’Neill-Jones", "o neill jones" }, { "  a   b ", "a b" }, { "İstanbul", "istanbul" }, { "ﬁne", "fine" },
		{ "Ærø", "aero" }, { "Đặng", "dang" }, { "عائشہ", "عايشہ" }, { "", "" }, { "!!!", "" },
	};
	struct arena *arena = arena_new(1 << 20);

	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		ok(!utf8_is_valid(broken[i].bytes, broken[i].length), arena_printf(arena, "%s is not text", broken[i].what));
	ok(utf8_is_valid("Siân 👵", strlen("Siân 👵")), "letters and pictures are text");
	for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
		is(utf8_folded(arena, folds[i].from), folds[i].to, arena_printf(arena, "\"%s\" is folded", folds[i].from));
	is_count((long long)utf8_units("a👵ŵ"), 4, "lengths are in UTF-16 units");
	is_count((long long)utf8_points("a👵ŵ"), 3, "and letters in code points");
	is(utf8_trimmed(arena, " \xc2\xa0w\xcc\x82 "), "ŵ", "a trimmed text is composed and has no spaces at its ends");
	ok(utf8_is_control(0x1b) && utf8_is_control(0x202e) && !utf8_is_control('\n') && !utf8_is_control(0x175),
	   "controls and marks that turn direction are controls; a line feed is not");
	arena_free(arena);
}

static void test_days(void)
{
	struct arena *arena = arena_new(1 << 20);
	struct day_parts parts;

	day_use_rule("GMT0BST,M3.5.0/1,M10.5.0");
	is(day_of(arena, 1774745999), "2026-03-29", "the last second of winter time is of its day");
	is_count(day_parts_of(1774746000).hour, 2, "on the night of the change one o'clock is two o'clock");
	is_count(day_parts_of(1792889999).hour, 1, "and in October one o'clock comes");
	is_count(day_parts_of(1792890000).hour, 1, "twice");
	is(day_of(arena, 1782860399), "2026-06-30", "a summer's day ends at eleven in UTC");
	is(day_of(arena, 1782860400), "2026-07-01", "and the next begins then");
	is_count(day_end("2026-06-30"), 1782860400, "the end of a day is the beginning of the next");
	ok(day_parse("2028-02-29", &parts) && parts.weekday == 2, "29 February 2028 is a Tuesday");
	static const char *const none[] = { "2027-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01x", "", "1899-12-31", "2200-01-01" };
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ok(!day_parse(none[i], &parts), arena_printf(arena, "\"%s\" is no day", none[i]));
	is(day_add(arena, "2028-02-28", 2), "2028-03-01", "days are added over a leap day");
	is(day_add(arena, "2026-01-01", -1), "2025-12-31", "and taken off over a new year");
	is_count(day_between("2026-03-28", "2026-03-30"), 2, "two days are two days over the change of the clocks");
	ok(!day_make(arena, 2026, 2, 30) && text_is(day_make(arena, 2026, 2, 3), "2026-02-03"), "three numbers make a day, or none");
	bool same = true;
	for (int i = 0; i < 80000; i += 13)
		same &= day_between("1900-01-01", day_add(arena, "1900-01-01", i)) == i;
	ok(same, "adding days and counting them agree for two hundred years");
	day_use_rule("");
	is(day_of(arena, 0), "1970-01-01", "without a rule the time is UTC");
	is(day_of(arena, 4102444800), "2100-01-01", "moments after 2038 are moments");
	arena_free(arena);
}

struct sent {
	const char *name, *age, *way;
	struct texts ways;
	int64_t size;
	bool on;
};
static const struct member sent_members[] = {
	VIEW_MEMBER(struct sent, name), VIEW_MEMBER(struct sent, age), VIEW_MEMBER(struct sent, way), VIEW_MEMBER(struct sent, ways),
	VIEW_MEMBER(struct sent, size), VIEW_MEMBER(struct sent, on),
};
static const struct view sent_view = VIEW(sent, sent_members);

struct kept {
	const char *name, *ways, *other;
	int64_t age, on;
	bool size;
};
static const struct member kept_members[] = {
	VIEW_MEMBER(struct kept, name), VIEW_MEMBER(struct kept, ways), VIEW_MEMBER(struct kept, other), VIEW_MEMBER(struct kept, age),
	VIEW_MEMBER(struct kept, on), VIEW_MEMBER(struct kept, size),
};
static const struct view kept_view = VIEW(kept, kept_members);

static void test_copy(void)
{
	struct arena *arena = arena_new(4096);
	static const char *const both[] = { "phone", "post" };
	struct sent sent = { .name = "Ann", .age = "75", .way = "post", .ways = { both, 2 }, .size = 3, .on = true };
	struct kept kept = { .other = "as before" };
	const char *wrong = "";

	ok(view_copy(arena, &sent_view, &sent, &kept_view, &kept, &wrong), "one struct is filled from another by name");
	is(kept.name, "Ann", "a text is copied");
	is_count(kept.age, 75, "a text becomes a count");
	is_count(kept.on, 1, "a flag becomes a count");
	ok(kept.size, "a count becomes a flag");
	is(kept.ways, "phone post", "several texts become one");
	is(kept.other, "as before", "what the other has not stays");
	sent.age = "old";
	ok(!view_copy(arena, &sent_view, &sent, &kept_view, &kept, &wrong) && text_is(wrong, "age"), "a text that is no number is named");
	arena_free(arena);
}

static struct command_answer shell(struct arena *arena, const char *script, const char *input, unsigned seconds)
{
	const char *const argv[] = { "/bin/sh", "-c", script, NULL };

	return command_run(arena, argv, input, seconds);
}

/* Where a server has closed the standard streams. */
static bool runs_without_streams(struct arena *arena)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		for (int i = 0; i < 3; i++)
			close(i);
		struct command_answer answer = shell(arena, "cat; echo there", "here\n", 5);
		_exit(answer.done && text_is(answer.said, "here\nthere\n") ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return status == 0;
}

static void test_commands(void)
{
	struct arena *arena = arena_new(16 << 20);
	const char *const none[] = { "/nowhere/at/all", NULL };
	struct buffer much = buffer_in(arena, 0);

	for (int i = 0; i < 200000; i++)
		buffer_text(&much, "line\n");
	struct command_answer answer = shell(arena, "cat", "a word", 5);
	ok(answer.done && text_is(answer.said, "a word"), "a command gets its input, and its words are kept");
	answer = shell(arena, "echo no >&2; exit 3", "", 5);
	ok(!answer.done && answer.status == 3 && text_is(answer.said, "no\n"), "one that fails says so in its own words");
	answer = command_run(arena, none, "", 5);
	ok(!answer.done && answer.status == -1, "one that is not there is not run");
	answer = shell(arena, "exec sleep 30", "", 1);
	ok(!answer.done && answer.status == -1, "one that takes too long is ended");
	answer = shell(arena, "cat", buffer_string(&much), 5);
	ok(answer.done && strlen(answer.said) < 10000, "one that says as much as it is told does not wait for us, nor we for it");
	answer = shell(arena, "exit 0", buffer_string(&much), 5);
	ok(!answer.done, "one that does not read all of its input has not done it");
	ok(runs_without_streams(arena), "it is so too where there are no standard streams");
	is(command_find(arena, "no-such-command"), "", "a command that no host has is not found");
	ok(*command_find(arena, "env"), "one that all have is");
	arena_free(arena);
}

static void test_colours(void)
{
	struct arena *arena = arena_new(1 << 20);
	static const struct { const char *a, *b; int64_t contrast; } known[] = {
		{ "#000000", "#ffffff", 2100 }, { "#ffffff", "#ffffff", 100 }, { "#767676", "#ffffff", 454 }, { "#777777", "#ffffff", 447 },
		{ "#595959", "#ffffff", 700 }, { "#ff0000", "#ffffff", 399 }, { "#0000ff", "#ffffff", 859 },
	};

	is(colour_read(arena, "0D5049"), "#0d5049", "a colour is read with or without its sign, in any letters");
	ok(!colour_read(arena, "#0d504") && !colour_read(arena, "#0d50499") && !colour_read(arena, "red") && !colour_read(arena, "#0d504g") && !colour_read(arena, "##0d504")
		&& !colour_read(arena, ""), "what is none is none");
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		ok(colour_contrast(known[i].a, known[i].b) == known[i].contrast && colour_contrast(known[i].b, known[i].a) == known[i].contrast, known[i].a);
	const char *lighter = colour_lighter(arena, "#123456", "#14201f", CONTRAST_LEAST);
	ok(colour_contrast(lighter, "#14201f") >= CONTRAST_LEAST, "a colour is made as light as it has to be");
	is(colour_lighter(arena, "#ffff00", "#14201f", CONTRAST_LEAST), "#ffff00", "and left as it is where it is light");
	arena_free(arena);
}

int main(void)
{
	test_arena();
	test_buffer();
	test_text();
	test_utf8();
	test_days();
	test_copy();
	test_commands();
	test_colours();
	return done();
}
