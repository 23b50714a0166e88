/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room template/compiler: every error that the compiler can say is provoked, and says file, line and
   what to do. The errors are read from the compiler's own sources, so that a new one without a case here
   fails. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/text.h"
#include "tests/tap.h"
#include "tests/unit/sample.h"

static struct arena *arena;
static struct buffer all_said;      /* every error that a case has brought about, one a line */

static void keep_said(struct compile_errors errors)
{
	for (size_t i = 0; i < errors.count; i++)
		buffer_printf(&all_said, "%s\n", errors.lines[i]);
}

/* What is said first of a page whose inside begins in line 2. */
static void said(const char *inside, const char *want)
{
	struct compiled compiled;

	sample_write("page", sample_around(inside));
	struct compile_errors errors = sample_compile("page", &compiled);
	keep_said(errors);
	is(errors.count ? errors.lines[0] : "", *want ? arena_printf(arena, "templates/page.xml:%s", want) : "",
	   *want ? strchr(want, ' ') + 1 : inside);
}

static const char *times(int count, const char *format)
{
	struct buffer out = buffer_in(arena, 4096);

	for (int i = 0; i < count; i++) {
		const char *number = strchr(format, '#');
		const char *rest = format;
		for (; number; number = strchr(rest, '#')) {
			buffer_add(&out, rest, (size_t)(number - rest));
			buffer_printf(&out, "%d", i);
			rest = number + 1;
		}
		buffer_text(&out, rest);
	}
	return buffer_string(&out);
}

struct mistake_case {
	const char *inside;
	const char *want;       /* LINE: what is wrong. What to do. */
};

static void said_all(const struct mistake_case *cases, size_t count, const char *before, const char *after)
{
	for (size_t i = 0; i < count; i++)
		said(arena_printf(arena, "%s%s%s", before, cases[i].inside, after), cases[i].want);
}
#define SAID_ALL(cases, before, after) said_all(cases, sizeof (cases) / sizeof *(cases), before, after)

static void test_xml(void)
{
	static const struct mistake_case cases[] = {
		{ "<p>a & b</p>", "2: xmlParseEntityRef: no name. A template is well-formed XML: every element is closed and every & is written &amp;." },
		{ "<p xmlns:x=\"urn:x\" x:y=\"1\">a</p>", "2: the attribute y is in a namespace of its own. Write it without a prefix." },
		{ "<h1>T</h1>\n<x:p xmlns:x=\"urn:x\">a</x:p>", "3: <p> is in no namespace that a page may use. Use HTML, SVG or the words of docs/adding-a-page.md." },
	};
	struct compiled compiled;

	SAID_ALL(cases, "", "");
	keep_said(sample_compile("nothing", &compiled));
	struct compile_errors errors = sample_compile("nothing", &compiled);
	ok(errors.count == 1 && text_starts(errors.lines[0], "templates/nothing.xml:0: "), "a template that is not there is named");
}

/* A template may come from a charity's own folder: it can name no other file, and grow no larger. */
static void test_document_types(void)
{
	static const char *const heads[] = { "<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
		"<!DOCTYPE html SYSTEM \"http://localhost/x.dtd\">", "<!DOCTYPE html [<!ENTITY e \"words\">]>" };
	struct compiled compiled;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		sample_write("page", arena_printf(arena, "%s\n<h1 xmlns=\"http://www.w3.org/1999/xhtml\">T%s</h1>", heads[i], strchr(heads[i], '[') ? "&e;" : ""));
		struct compile_errors errors = sample_compile("page", &compiled);
		keep_said(errors);
		is(errors.count ? errors.lines[0] : "", "templates/page.xml:1: a template declares a document type, which may name other files. "
		   "Take the <!DOCTYPE> out: the build writes it.", heads[i]);
	}
}

static void test_uses(void)
{
	struct compiled compiled;

	sample_write("frame", sample_around("<h1>F</h1><p b:slot=\"main\">M</p>"));
	sample_write("circle", sample_around("<p b:use=\"circle\"/>"));
	said("<h1>T</h1>\n<p b:use=\"frame\"><em>a</em></p>", "3: this stands in no slot. Give its element b:slot with the name of a slot.");
	said("<h1>T</h1>\n<p b:use=\"frame\"><em b:slot=\"side\">a</em></p>",
	     "3: templates/frame.xml has no slot called side. Name one that it has.");
	struct compile_errors errors = sample_compile("circle", &compiled);
	keep_said(errors);
	is(errors.count ? errors.lines[0] : "", "templates/circle.xml:2: templates use one another without end. Break the circle.",
	   "templates that use one another without end are found out");
}

static void test_page(void)
{
	static const struct mistake_case cases[] = {
		{ "<p b:foo=\"\">a</p>", "3: b:foo is no word of templates. See docs/adding-a-page.md for the words." },
		{ "<b:foo>a</b:foo>", "3: <b:foo> is no word of templates. See docs/adding-a-page.md for the words." },
		{ "<script>a</script>", "3: <script> is not allowed. Pages have no script, no inline style and nothing from elsewhere." },
		{ "<style>a</style>", "3: <style> is not allowed. Pages have no script, no inline style and nothing from elsewhere." },
		{ "<iframe/>", "3: <iframe> is not allowed. Pages have no script, no inline style and nothing from elsewhere." },
		{ "<b:value b:reviewed=\"\">a</b:value>", "3: b:reviewed stands on an element that is not written. Put it on an HTML element, which then says its language." },
		{ "<div b:reviewed=\"\"><p b:reviewed=\"\">a</p></div>", "3: b:reviewed stands inside b:reviewed. Say it once, on the outer one." },
		{ "<p id=\"a\">a</p>\n<p id=\"a\">b</p>", "4: the id a is used twice. Give one another id." },
		{ "<h1>U</h1>", "3: a page has one h1. Make this an h2." },
		{ "<input name=\"a\" type=\"text\"/>", "3: a control stands outside a form. Put it into the form." },
	};

	SAID_ALL(cases, "<h1>T</h1>\n", "");
	said("<p>a</p>", "1: a page has no h1. Say in an h1 what the page is.");
	said("<b:value b:each=\"r in rows\"><h1>T</h1></b:value>", "2: the h1 stands in b:each. Put it outside the list.");
}

static void test_paths(void)
{
	static const struct mistake_case cases[] = {
		{ "<p b:text=\"nothing\">a</p>", "3: nothing is not known here: sample_page has no such member. Name a member of the view, of page, or of a row." },
		{ "<p b:text=\"page.nothing\">a</p>", "3: page.nothing is not known here: sample_facts has no such member. Name a member of the view, of page, or of a row." },
		{ "<p b:text=\"page\">a</p>", "3: page is not known here: sample_facts has no such member. Name a member of the view, of page, or of a row." },
		{ "<p b:text=\"text.more\">a</p>", "3: text.more is not known here: sample_page has no such member. Name a member of the view, of page, or of a row." },
		{ "<p b:text=\"r.name\">a</p>", "3: r.name is not known here: sample_page has no such member. Name a member of the view, of page, or of a row." },
		{ "<p b:each=\"rows\">a</p>", "3: b:each is not of the form b:each=\"row in list\". Name the row, then in, then the list." },
		{ "<p b:each=\"r of rows\">a</p>", "3: b:each is not of the form b:each=\"row in list\". Name the row, then in, then the list." },
		{ "<p b:each=\"r in text\">a</p>", "3: text is no list. b:each takes a list of the view." },
		{ "<p b:text=\"rows\">a</p>", "3: rows is nothing that can be written. Bind a text or a count." },
		{ "<p b:text=\"flag\">a</p>", "3: flag is nothing that can be written. Bind a text or a count." },
		{ "<p b:moment=\"text\">a</p>", "3: text is nothing that can be written. Bind a text or a count." },
		{ "<p b:is=\"text\">a</p>", "3: b:is is not of the form b:is=\"text word\". Name a text of the view, then the word." },
		{ "<p b:has=\"ways a b\">a</p>", "3: b:has is not of the form b:has=\"text word\". Name a text of the view, then the word." },
		{ "<p b:is=\"count one\">a</p>", "3: count is no text. Name a text." },
	};

	SAID_ALL(cases, "<h1>T</h1>\n", "");
}

static void test_attributes(void)
{
	static const struct mistake_case cases[] = {
		{ "<a href=\"/account/me/{text\">a</a>", "3: an address has { without }. Close it." },
		{ "<a href=\"me\">a</a>", "3: the address me is relative. Begin it with / and the program, or with # or https://." },
		{ "<a href=\"javascript:x()\">a</a>", "3: the address javascript:x() is relative. Begin it with / and the program, or with # or https://." },
		{ "<img src=\"data:x\" alt=\"\"/>", "3: the address data:x is relative. Begin it with / and the program, or with # or https://." },
		{ "<p onclick=\"x()\">a</p>", "3: the attribute onclick is not allowed. Take it out: pages have no script and no inline style." },
		{ "<p style=\"color: red\">a</p>", "3: the attribute style is not allowed. Take it out: pages have no script and no inline style." },
		{ "<p srcdoc=\"a\">a</p>", "3: the attribute srcdoc is not allowed. Take it out: pages have no script and no inline style." },
		{ "<p set:onclick=\"text\">a</p>", "3: set:onclick is not allowed. Use b:if or b:is, and a class that stands in the template." },
		{ "<p set:style=\"text\">a</p>", "3: set:style is not allowed. Use b:if or b:is, and a class that stands in the template." },
		{ "<p set:class=\"text\">a</p>", "3: set:class is not allowed. Use b:if or b:is, and a class that stands in the template." },
		{ "<p set:hidden=\"text\">a</p>", "3: text is no flag. Bind a boolean attribute to a flag." },
		{ "<p set:lang=\"rows\">a</p>", "3: rows is nothing that an attribute can hold. Bind a text, a count or a flag." },
		{ "<p title=\"Say {text}\">a</p>", "3: an attribute that people read holds braces. Write it without, or bind the attribute." },
	};

	SAID_ALL(cases, "<h1>T</h1>\n", "");
}

static void test_sentences(void)
{
	static const struct mistake_case cases[] = {
		{ "<div>Words <p>and more</p></div>", "3: <p> stands in the middle of a sentence. Put the words into an element of their own, or write the whole sentence twice." },
		{ "<p>Words <em b:if=\"flag\">at times</em></p>", "3: <em> stands in the middle of a sentence. Put the words into an element of their own, or write the whole sentence twice." },
		{ "<p><em>a</em> or <em>b</em></p>", "3: two parts of one sentence are called em. Name one of them with b:as." },
		{ "<p>Write {text} here</p>", "3: {text} is nothing known in this sentence. Bind a value with b:text instead." },
		{ "<p b:plural=\"count\"><b:one>One</b:one></p>", "3: b:plural needs a count, <b:one> and <b:many>. Write both sentences whole." },
		{ "<p b:plural=\"text\"><b:one>One</b:one><b:many>{n}</b:many></p>", "3: b:plural needs a count, <b:one> and <b:many>. Write both sentences whole." },
	};
	bool beside = false;
	struct compiled compiled;

	SAID_ALL(cases, "<h1>T</h1>\n", "");
	said(arena_printf(arena, "<h1>T</h1>\n<p>W %s</p>", times(13, "<em b:as=\"m#\">a</em>")), "3: a sentence has too many parts. Make two of it.");
	sample_write("page", sample_around("<h1>T</h1>\n<div>Words <p>and more</p></div>"));
	struct compile_errors errors = sample_compile("page", &compiled);
	for (size_t i = 0; i < errors.count; i++)
		beside |= text_is(errors.lines[i], "templates/page.xml:3: words stand beside elements that are no words. Put the words into an element of their own.");
	ok(beside, "words beside elements that are no words are found");
}

/* Each in a form of its own, in the third line. */
static void test_controls(void)
{
	static const struct mistake_case cases[] = {
		{ "<div><label>A <input type=\"text\"/></label></div>", "3: a control has no name, or a type that is not known. See docs/adding-a-page.md for the types." },
		{ "<div><label>A <input name=\"text\" type=\"color\"/></label></div>", "3: a control has no name, or a type that is not known. See docs/adding-a-page.md for the types." },
		{ "<input name=\"token\" type=\"hidden\" value=\"1\"/>", "3: a control is called token, as what every form sends. Give it another name." },
		{ "<div><input name=\"text\" type=\"text\" maxlength=\"x\"/></div>", "3: x is no number. Write a whole number." },
		{ "<div><input name=\"text\" type=\"text\" maxlength=\"99999999999\"/></div>", "3: 99999999999 is no number. Write a whole number." },
		{ "<div><input name=\"text\" type=\"text\"/></div>", "3: text says no maxlength. Say how much it can hold." },
		{ "<input name=\"h\" type=\"hidden\"/>", "3: a hidden field has no value. Give it value or set:value." },
		{ "<div><input name=\"text\" type=\"text\" maxlength=\"9\"/></div><div><input name=\"text\" type=\"text\" maxlength=\"9\"/></div>",
		  "3: two controls are called text. Give one another name." },
		{ "<fieldset><legend>L</legend><input name=\"text\" type=\"radio\"/></fieldset>", "3: an option has no value, or one with a space. Give it a value of one word." },
		{ "<fieldset><legend>L</legend><input name=\"text\" type=\"radio\" value=\"a b\"/></fieldset>", "3: an option has no value, or one with a space. Give it a value of one word." },
		{ "<fieldset><legend>L</legend><label b:each=\"r in rows\"><input name=\"count\" type=\"radio\"/></label></fieldset>",
		  "3: an option in a list has no set:value. Bind its value to a member of the row." },
		{ "<fieldset><legend>L</legend><label b:each=\"r in rows\"><input name=\"count\" type=\"radio\" set:value=\"page.token\"/></label></fieldset>",
		  "3: the value of an option is a member of its own row. Bind it to a text or a count of the row." },
		{ "<fieldset><legend>L</legend><label b:each=\"r in rows\"><input name=\"count\" type=\"radio\" set:value=\"r.on\"/></label></fieldset>",
		  "3: the value of an option is a member of its own row. Bind it to a text or a count of the row." },
		{ "<fieldset><legend>L</legend><label b:each=\"r in rows\"><input name=\"count\" type=\"radio\" set:value=\"r.id\"/></label><label><input name=\"count\" type=\"radio\" value=\"0\"/></label></fieldset>",
		  "3: bound and fixed options are mixed in one field. Make the fixed one a field of its own, or a row of the list." },
		{ "<div b:each=\"r in rows\"><input name=\"text\" type=\"text\" maxlength=\"9\"/></div>", "3: a control that is no option stands in b:each. Ask it on a page of its own." },
		{ "<div><input name=\"other\" type=\"text\" maxlength=\"9\"/></div>", "3: the view sample_page cannot fill other. Let its statement read it, or say b:fresh." },
		{ "<div><input name=\"flag\" type=\"text\" maxlength=\"9\"/></div>", "3: the view sample_page cannot fill flag. Let its statement read it, or say b:fresh." },
		{ "<fieldset><legend>L</legend><input name=\"day.day\" type=\"text\" maxlength=\"2\"/><input name=\"day.month\" type=\"text\" maxlength=\"9\"/></fieldset>",
		  "3: the date day has not three boxes. Call them .day, .month and .year." },
		{ "<div><p class=\"error\" b:when=\"too-long\">L</p><input name=\"text\" type=\"text\" maxlength=\"9\"/><input name=\"empty\" type=\"text\" maxlength=\"9\"/></div>",
		  "3: text and empty stand in one box. Give each field an element of its own, with its own error paragraphs." },
	};

	SAID_ALL(cases, "<h1>T</h1><form method=\"post\">\n", "</form>");
	said(arena_printf(arena, "<h1>T</h1><form method=\"post\">\n%s</form>", times(65, "<div><label>A <input name=\"f#\" type=\"text\" maxlength=\"9\" b:fresh=\"\"/></label></div>")),
	     "3: a form has too many fields. Make two pages of it.");
	said(arena_printf(arena, "<h1>T</h1><form method=\"post\">\n<fieldset><legend>L</legend>%s</fieldset></form>",
			  times(65, "<input name=\"text\" type=\"radio\" value=\"o#\"/>")), "3: a field has too many options. Offer fewer.");
	said("<h1>T</h1>\n<form method=\"get\"/>", "3: a form has neither method=\"post\" nor an action. Say method=\"post\".");
	said("<h1>T</h1><form method=\"post\"/>\n<form method=\"post\"/>", "3: a page has one form of its own. Give the other an action, a page of its own.");
}

#define FIELD(paragraphs, control) "<div><label for=\"text\">A</label>" paragraphs control "</div>"
#define SHORT "<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"9\"/>"
#define LONG_WORDS "<p class=\"error\" b:when=\"too-long\">Too long</p>"

static void test_words_of_mistakes(void)
{
	static const struct mistake_case cases[] = {
		{ FIELD("<p b:when=\"too-blue\">a</p>", SHORT), "3: b:when names no mistake: too-blue. See docs/adding-a-page.md for their names." },
		{ FIELD(LONG_WORDS, SHORT) "<section><p b:when=\"missing\">a</p></section>", "3: an error paragraph belongs to no field. Put it into the element that holds its field." },
		{ FIELD(LONG_WORDS LONG_WORDS, SHORT), "3: text has words for too-long already. Take one out." },
		{ FIELD("<p b:when=\"missing\">a</p>" LONG_WORDS, SHORT), "3: text has words for missing, but no rule that finds it. Take the paragraph out, or add the rule." },
		{ FIELD("<p b:when=\"missing\">a</p>", "<input id=\"text\" name=\"text\" type=\"text\" required=\"\" maxlength=\"9\"/>"),
		  "3: text can be refused as too-long, and has no words for it. Add <p class=\"error\" b:when=\"too-long\"> beside it." },
		{ "<div>" LONG_WORDS SHORT "</div>", "3: the control text has no label. Put it into a label, or give a label its id with for." },
		{ "<label>A <input name=\"text\" type=\"radio\" value=\"a\"/></label><label>B <input name=\"text\" type=\"radio\" value=\"b\"/></label>",
		  "3: text has several parts and no fieldset of its own. Put them into a fieldset whose legend asks the question." },
		{ "<label>A " SHORT "</label>", "3: text has no place for its mistakes. Give it an element of its own with an error paragraph in it." },
		{ "<fieldset>" LONG_WORDS "<label>A " SHORT "</label></fieldset>", "3: a fieldset has no legend. Say in a legend what is asked." },
		{ FIELD(LONG_WORDS "<p b:when=\"wrong-form\">W</p>", "<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"9\" pattern=\"(a|b)\"/>"),
		  "3: the pattern (a|b) holds what the server does not judge. Use a sequence of characters, \\d and [sets], each with ?, *, + or {2,4}." },
		{ "<fieldset><legend>L</legend><div>" FIELD(LONG_WORDS, SHORT) "<label><input name=\"ways\" type=\"radio\" value=\"a\"/>A</label></div><div><label><input name=\"ways\" type=\"radio\" value=\"b\"/>B</label></div></fieldset>",
		  "3: text lies in an option that comes after it, or has no value of its own. Put the option first." },
	};

	SAID_ALL(cases, "<h1>T</h1><form method=\"post\">\n", "</form>");
}

static void test_patterns(void)
{
	static const char *const good[] = { "[A-Z]{1,2}\\d+", "a?b*c+", "[0-9 ()+\\-]{6,20}", ".{3}", "[^]?", "\\.\\\\", "a{2,}", "[a\\]]" };
	static const char *const bad[] = { "(a)", "a|b", "^a", "a$", "[b-a]", "[", "[]", "a{", "a{3,2}", "a{999}", "\\w", "a{1,999}", "*", "a**", "[a" };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		bool negated = text_is(good[i], "[^]?");
		const char *inside = arena_printf(arena, "<h1>T</h1><form method=\"post\">\n" FIELD(LONG_WORDS "<p b:when=\"wrong-form\">W</p>",
			"<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"9\" pattern=\"%s\"/>") "</form>", good[i]);
		said(inside, negated ? "3: the pattern [^]? holds what the server does not judge. Use a sequence of characters, \\d and [sets], each with ?, *, + or {2,4}." : "");
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		said(arena_printf(arena, "<h1>T</h1><form method=\"post\">\n" FIELD(LONG_WORDS "<p b:when=\"wrong-form\">W</p>",
			"<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"9\" pattern=\"%s\"/>") "</form>", bad[i]),
		     arena_printf(arena, "3: the pattern %s holds what the server does not judge. Use a sequence of characters, \\d and [sets], each with ?, *, + or {2,4}.", bad[i]));
}

/* No more than so many are told at once: a page that is all wrong stays readable. */
static void test_many_errors(void)
{
	struct compiled compiled;

	sample_write("page", sample_around(times(100, "<p b:foo=\"#\">a</p>")));
	is_count((long long)sample_compile("page", &compiled).count, 40, "forty errors of one page are told, and no more");
}

/* ---- The errors as the compiler's sources have them. ---- */

static const char *read_file(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = arena_alloc(arena, 64 * 1024);

	if (in && fread(text, 1, 64 * 1024 - 1, in) == 0)
		text[0] = '\0';
	if (in)
		fclose(in);
	return text;
}

/* Past a string or a bracket. */
static const char *past(const char *at)
{
	if (*at == '"') {
		for (at++; *at && *at != '"'; at++)
			at += *at == '\\';
		return at + 1;
	}
	if (*at == '(') {
		for (at++; *at && *at != ')';)
			at = past(at);
		return at + 1;
	}
	return at + 1;
}

/* The first string of an argument, taken out of C, as a pattern: what is put into it is one `*`. */
static const char *pattern_of(const char *argument, size_t length)
{
	struct buffer out = buffer_in(arena, 128);
	const char *at = memchr(argument, '"', length), *end = argument + length;

	if (!at)
		return "*";
	while (at && at < end && *at == '"') {
		for (at++; *at != '"'; at++) {
			if (*at == '%')
				buffer_char(&out, '*');
			at += *at == '\\' || *at == '%';
			if (at[-1] != '%')
				buffer_char(&out, *at);
		}
		at++;
		at += strspn(at, " \t\n");
	}
	return buffer_string(&out);
}

static bool fits(const char *pattern, const char *text, const char *end)
{
	if (!*pattern)
		return text == end;
	if (*pattern != '*')
		return text < end && *text == *pattern && fits(pattern + 1, text + 1, end);
	for (; text <= end; text++)
		if (fits(pattern + 1, text, end))
			return true;
	return false;
}

static bool was_said(const char *pattern)
{
	const char *all = buffer_string(&all_said);

	for (const char *line = all; *line; line = strchr(line, '\n') + 1)
		if (fits(pattern, line, strchr(line, '\n')))
			return true;
	return false;
}

/* `wrong(c, node, WHAT, MEND)`: the two last arguments. */
static int check_call(const char *file, const char *call)
{
	const char *starts[5] = { call, call, call, call, call }, *ends[5] = { call, call, call, call, call };
	int arguments = 0;

	for (const char *at = call; *at && *at != ')'; at = past(at)) {
		if (*at == ',' && arguments < 4) {
			ends[arguments++] = at;
			starts[arguments] = at + 1;
		}
		ends[arguments] = past(at);
	}
	if (arguments != 3)
		return 0;
	const char *pattern = arena_printf(arena, "templates/*.xml:*: %s. %s.", pattern_of(starts[2], (size_t)(ends[2] - starts[2])),
					   pattern_of(starts[3], (size_t)(ends[3] - starts[3])));
	ok(was_said(pattern), arena_printf(arena, "%s: there is a case for: %s", file, pattern));
	return 1;
}

static void test_all_are_here(void)
{
	const char *folder = arena_printf(arena, "%s/lib/template/compiler", getenv("srcdir"));
	DIR *dir = opendir(folder);
	int calls = 0;

	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		if (!text_ends(entry->d_name, ".c"))
			continue;
		const char *source = read_file(arena_printf(arena, "%s/%s", folder, entry->d_name));
		for (const char *at = source; (at = strstr(at, "wrong(c, ")); at++)
			calls += check_call(entry->d_name, at + strlen("wrong("));
	}
	if (dir)
		closedir(dir);
	ok(calls >= 60, arena_printf(arena, "the compiler's sources hold many errors: %d", calls));
}

int main(void)
{
	arena = arena_new((size_t)512 << 20);
	all_said = buffer_in(arena, 65536);
	sample_begin(arena);
	test_xml();
	test_document_types();
	test_uses();
	test_page();
	test_paths();
	test_attributes();
	test_sentences();
	test_controls();
	test_words_of_mistakes();
	test_patterns();
	test_many_errors();
	test_all_are_here();
	sample_end();
	arena_free(arena);
	return done();
}
