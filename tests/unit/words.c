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
#include "language/sentences.h"
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

static struct sentence_answer asked(struct arena *arena, const char *code, const char *show, const char *needle)
{
	struct sentence_answer answer;

	sentences_ask(arena, code, &(struct sentence_question){ show, needle, 0, 7 }, &answer);
	return answer;
}

static const struct sentence *named(struct sentence_answer answer, const char *text)
{
	for (size_t i = 0; i < answer.rows.count; i++)
		if (text_is(((const struct sentence *)answer.rows.rows)[i].text, text))
			return (const struct sentence *)answer.rows.rows + i;
	return NULL;
}

static void test_asked(struct arena *arena)
{
	struct sentence_answer many = asked(arena, "cy", "all", "e");
	const struct sentence *row = named(asked(arena, "cy", "all", "continue"), "Continue");

	ok(many.rows.count == 7 && many.found > 7 && many.all > many.found, "no more than asked for, and how many there are");
	ok(row && text_is(row->words, row->own) && strstr(row->where, "signup/"), "a sentence says what is said, and where it stands");
	ok(row && text_is(row->id, sentence_id(arena, "Continue")), "its number is that of its English");
}

/* What depends on a number: each form of its own, in the language's own order. */
static void test_plurals(struct arena *arena)
{
	static const char many[] = "They have met {n} times.", one[] = "They have met once.";
	const struct sentence *row = named(asked(arena, "pl", "all", "have met"), one);

	ok(row && text_is(row->many, many), "a sentence with a number has its English for many");
	ok(words_fit_number(many, "Three times") && words_fit_number(many, "{n}") && !words_fit_number(many, "{x}"), "a form may leave the number out, and add nothing");
	ok(words_keep(arena, "pl", one, "raz\n{n} razy\n{n} razów"), "its forms are kept");
	language_use(arena, "pl");
	is(language_plural(NULL, one, many, 1), "raz", "and said: one");
	is(language_plural(NULL, one, many, 22), "{n} razy", "few, by the rule of the language");
	is(language_plural(NULL, one, many, 12), "{n} razów", "many");
	ok(!words_of(one), "but never for a text without a number");
	row = named(asked(arena, "pl", "corrected", ""), one);
	ok(row && text_is(row->own, "raz\n{n} razy\n{n} razów"), "they are listed, a form a line");
	ok(words_keep(arena, "pl", one, "raz\n{n} razy"), "too few forms");
	ok(!named(asked(arena, "pl", "corrected", ""), one), "are as if they were not there");
	ok(words_keep(arena, "en", one, "once\nall of {n} times"), "English has two");
	language_use(arena, "en");
	is(language_plural(NULL, one, many, 5), "all of {n} times", "and they are said");
	words_keep(arena, "en", one, "");
	words_keep(arena, "pl", one, "");
	language_use(arena, "pl");
	ok(!text_is(language_plural(NULL, one, many, 1), "raz"), "taken back");
}

/* A mark is of the English with the words: it falls away with either, and a language is whole when each has one. */
static void test_reading(struct arena *arena)
{
	const struct sentence *row = named(asked(arena, "ur", "unread", "save and come"), "Save and come back later");
	struct sentence now;
	struct sentence_answer all;

	ok(row && !row->read, "at first nobody has read anything");
	const char *mark = row ? row->mark : "", *id = row ? row->id : "";
	ok(reading_keep(arena, "ur", (struct texts){ &mark, 1 }, 7, "2026-03-03"), "a mark is kept");
	ok(sentence_one(arena, "ur", id, &now) && now.read && now.person_id == 7 && text_is(now.day, "2026-03-03"), "with who read it, and when");
	reading_keep(arena, "ur", (struct texts){ &mark, 1 }, 8, "2026-03-04");
	ok(sentence_one(arena, "ur", id, &now) && now.person_id == 7, "the first stays");
	all = asked(arena, "ur", "unread", "");
	ok(all.read == 1 && all.found == all.all - 1, "one is read, the others are not");
	ok(!language_use(arena, "ur").reviewed, "so it is a draft");
	words_keep(arena, "ur", sentence_key(arena, &now), "بعد میں");
	ok(sentence_one(arena, "ur", id, &now) && !now.read, "in other words it is not read");
	words_keep(arena, "ur", sentence_key(arena, &now), "");
	ok(sentence_one(arena, "ur", id, &now) && now.read, "in those that were read it is");
	size_t count;
	struct sentence *rows = sentences_all(arena, "ur", &count);
	const char **marks = arena_array(arena, count + 1, sizeof *marks);
	for (size_t i = 0; i < count; i++)
		marks[i] = arena_printf(arena, "%016llx", (unsigned long long)rows[i].mark_hash);
	reading_keep(arena, "ur", (struct texts){ marks, count - 1 }, 8, "2026-03-04");
	ok(!language_use(arena, "ur").reviewed, "all but one are read: a draft");
	reading_keep(arena, "ur", (struct texts){ marks, count }, 8, "2026-03-04");
	ok(language_use(arena, "ur").reviewed && language_use(arena, "ur").reviewed, "all are read: none");
	int64_t people[4];
	ok(reading_people(arena, "ur", people, 4) == 2 && people[0] + people[1] == 15, "by the two");
	words_keep(arena, "ur", sentence_key(arena, &now), "بعد میں");
	ok(!language_use(arena, "ur").reviewed && !language_use(arena, "ur").reviewed, "a word that nobody has read makes it a draft at once");
	words_keep(arena, "ur", sentence_key(arena, &now), "");
	ok(language_use(arena, "ur").reviewed, "and without it it is none");
	ok(!language_use(arena, "cy").reviewed, "the others are what they were");
}

/* What stands in the folder may be anything. */
static void test_damaged(struct arena *arena)
{
	static const char *const wrong[] = { "", "\n", "x", "part\nzz 1 2026-03-03\n", "whole\n0123456789abcdef\n0123456789abcdef 1\n0123456789abcdef 1 2026-03-031\n" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		FILE *file = fopen(arena_printf(arena, "%s/words/cy.read", folder), "w");
		if (file) {
			fputs(wrong[i], file);
			fclose(file);
		}
		ok(!language_use(arena, "cy").reviewed && asked(arena, "cy", "all", "").read == 0, "a file of marks that is none says nothing");
	}
	is(language_use(arena, "../words/cy").code, "en", "nor is a path one");
}

static void test_file(struct arena *arena)
{
	const char *po = sentences_po(arena, "pl", "Ola \"O\" Nowak");

	ok(po && strstr(po, "X-Reviewed-By: Ola \\\"O\\\" Nowak\\n") && !strstr(po, "X-Reviewed-By: \\n"), "a file for translators names its readers");
	ok(po && strstr(po, "#: templates/signup/start.xml\n#, fuzzy\n"), "where texts stand, and what nobody has read");
	ok(po && strstr(po, "msgstr[2] \""), "with every form");
	ok(!sentences_po(arena, "en", "") && !sentences_po(arena, "xx", "") && !sentences_po(arena, "../pl", ""), "of a translation alone");
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
	test_asked(arena);
	test_plurals(arena);
	test_reading(arena);
	test_damaged(arena);
	test_file(arena);
	arena_free(arena);
	return done();
}
