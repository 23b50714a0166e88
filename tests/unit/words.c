/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity's own words: before those of the catalogue, only where they fit, and gone when they are taken back. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"
#include "language/words.h"
#include "tests/tap.h"

static char folder[] = "/tmp/words-XXXXXX";

static void test_fit(void)
{
	static const struct { const char *text, *words; bool fits; } cases[] = {
		{ "Continue", "Go on", true }, { "Write to {who}.", "{who} reads it.", true }, { "Write to {who}.", "Write to us.", false },
		{ "Write.", "Write to {who}.", false }, { "{a} and {b}", "{b}, then {a}", true }, { "{a} and {b}", "{a} and {a}", false },
		{ "{link}Ask{/link} us", "Do {link}ask{/link}!", true }, { "{link}Ask{/link} us", "{/link}Ask{link} us", false },
		{ "{link}Ask{/link} us", "{link}Ask us", false }, { "{a}x{/a}{b}y{/b}", "{a}x{b}y{/a}{/b}", false },
		{ "{a}x{/a}{b}y{/b}", "{b}x{a}y{/a}{/b}", true }, { "Plain", "An { open brace", true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ok(words_fit(cases[i].text, cases[i].words) == cases[i].fits, cases[i].words);
}

static void test_lookup(struct arena *arena)
{
	language_use(arena, "cy");
	is(language_text(NULL, "Continue"), "Ymlaen", "without own words the catalogue's are said");
	ok(words_keep(arena, "cy", "Continue", "Bant â ni"), "own words are kept");
	is(language_text(NULL, "Continue"), "Bant â ni", "and said");
	const char *said = language_text(NULL, "Continue");
	language_use(arena, "pl");
	is(language_text(NULL, "Continue"), "Dalej", "in their language alone");
	is(said, "Bant â ni", "what was said stays said");
	language_use(arena, "en");
	ok(words_keep(arena, "en", "Continue", "Onward") && words_keep(arena, "en", "Send", "Off it goes"), "English has own words too");
	is(language_text(NULL, "Continue"), "Onward", "though it has no catalogue");
	ok(words_keep(arena, "en", "Continue", "Forth"), "kept again");
	language_use(arena, "en");
	is(language_text(NULL, "Continue"), "Forth", "the last is said");
	is(language_text(NULL, "Send"), "Off it goes", "and the others stay");
	ok(words_keep(arena, "en", "Continue", ""), "taken back");
	language_use(arena, "en");
	is(language_text(NULL, "Continue"), "Continue", "the shipped ones are said again");
}

enum { AT_ONCE = 2, TIMES = 60, LONG = 9000 };

/* Each writes the one sentence again and again, in words of its own letter. */
static int writer(struct arena *arena, char letter)
{
	char words[LONG + 1];
	int lost = 0;

	memset(words, letter, LONG);
	words[LONG] = '\0';
	for (int i = 0; i < TIMES; i++)
		lost += !words_keep(arena, "pl", "Send", words);
	return lost;
}

static bool is_whole(const char *words)
{
	return strlen(words) == LONG && strspn(words, words[0] == 'a' ? "a" : "b") == LONG;
}

static void test_two_at_once(struct arena *arena)
{
	pid_t writers[AT_ONCE];
	int status, lost = 0, torn = 0, left = 0;

	for (int i = 0; i < AT_ONCE; i++)
		if ((writers[i] = fork()) == 0)
			_exit(writer(arena, (char)('a' + i)));
	for (int i = 0; i < TIMES; i++) {
		language_use(arena, "pl");
		const char *words = language_text(NULL, "Send");
		torn += words[1] == words[0] && !is_whole(words);
	}
	for (int i = 0; i < AT_ONCE; i++)
		lost += waitpid(writers[i], &status, 0) != writers[i] || status != 0;
	is_count(lost, 0, "two writers at once never take the file from under each other");
	is_count(torn, 0, "and whoever reads meanwhile finds whole words");
	language_use(arena, "pl");
	ok(is_whole(language_text(NULL, "Send")), "the words of one of them stay");
	DIR *open = opendir(arena_printf(arena, "%s/words", folder));
	for (const struct dirent *entry; open && (entry = readdir(open));)
		left += strstr(entry->d_name, ".new") != NULL;
	if (open)
		closedir(open);
	is_count(left, 0, "and nothing lies beside them");
	words_keep(arena, "pl", "Send", "");
}

static void test_drafts(struct arena *arena)
{
	ok(words_keep_draft(arena, "pl", "Continue", "Naprzód"), "a draft is kept");
	language_use(arena, "pl");
	is(language_text(NULL, "Continue"), "Dalej", "and nobody sees it");
	is(words_draft("pl", "Continue"), "Naprzód", "but who asks for it");
	ok(!words_draft("cy", "Continue") && !words_draft("pl", "Send"), "in its language, and of its sentence");
	words_drafts(true);
	is(language_text(NULL, "Continue"), "Naprzód", "whoever looks at drafts sees it");
	language_use(arena, "cy");
	is(language_text(NULL, "Continue"), "Bant â ni", "and own words where there is none");
	words_drafts(false);
	language_use(arena, "pl");
	is(language_text(NULL, "Continue"), "Dalej", "and no longer than they look");
	ok(words_keep_draft(arena, "pl", "Write to {who}.", "Pisz."), "one that lacks a mark");
	ok(!words_draft("pl", "Write to {who}."), "is as if it were not there");
	ok(words_keep_draft(arena, "pl", "Continue", "") && words_keep_draft(arena, "pl", "Write to {who}.", ""), "a draft is thrown away");
	language_use(arena, "pl");
	ok(!words_draft("pl", "Continue"), "and gone");
}

static void test_by_hand(struct arena *arena)
{
	FILE *file = fopen(arena_printf(arena, "%s/words/en.txt", folder), "w");

	if (file) {
		fputs("no tab\n\t\nSend\t\nContinue\tOn\r\n\nWrite to {who}.\tWrite.\nmonth\004May\tMay!", file);
		fclose(file);
	}
	language_use(arena, "en");
	is(language_text(NULL, "Continue"), "On", "a file by hand is read, with any line ends");
	is(language_text(NULL, "Send"), "Send", "no words are none");
	is(language_text(NULL, "Write to {who}."), "Write to {who}.", "what lacks a mark is as if it were not there");
	is(language_text("month", "May"), "May!", "a text of a context has it in front");
	is(language_text(NULL, "May"), "May", "and is not that without");
	language_use(arena, "../words/en");
	is(language_text(NULL, "Continue"), "Continue", "a language is a name, not a path");
}

static void test_sentences(struct arena *arena)
{
	struct list found = sentences_find(arena, "cy", "continue", 500);
	const struct sentence *row = NULL;

	for (size_t i = 0; i < found.count; i++)
		if (text_is(((const struct sentence *)found.rows)[i].text, "Continue"))
			row = (const struct sentence *)found.rows + i;
	ok(row && text_is(row->shipped, "Ymlaen") && text_is(row->own, "Bant â ni"), "a sentence is found by its English words");
	struct sentence again;
	ok(row && sentence_one(arena, "pl", row->id, &again) && text_is(again.shipped, "Dalej"), "and by its number in each language");
	ok(row && sentence_one(arena, "en", row->id, &again) && text_is(again.shipped, "Continue") && text_is(again.own, "On"), "in English too, with own words");
	is_count((long long)sentences_find(arena, "en", "", 500).count, 2, "those with own words are listed, where they fit");
	is_count((long long)sentences_find(arena, "cy", "e", 7).count, 7, "no more than asked for");
	struct list named = row ? sentences_named(arena, "cy", arena_printf(arena, "0123456789abcdef %s", row->id), 5) : (struct list){ NULL, 0 };
	ok(named.count == 1 && text_is(((const struct sentence *)named.rows)->shipped, "Ymlaen"), "those of a list of numbers are found");
	ok(!sentence_one(arena, "cy", "0", &again) && !sentence_one(arena, "xx", row ? row->id : "", &again), "what there is not is not found");
}

int main(void)
{
	struct arena *arena = arena_new(64 * 1024 * 1024);

	if (!mkdtemp(folder))
		return 1;
	language_start(arena_printf(arena, "%s/locale", getenv("builddir")));
	words_start(folder);
	test_fit();
	test_lookup(arena);
	test_two_at_once(arena);
	test_drafts(arena);
	test_by_hand(arena);
	test_sentences(arena);
	arena_free(arena);
	return done();
}
