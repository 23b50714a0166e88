/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room template: every word of templates, every position in which a value is escaped, forms as they
   were typed, and translations that are data and never markup. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "tests/tap.h"
#include "tests/unit/catalogue.h"
#include "tests/unit/sample.h"

static struct arena *arena;
static struct buffer sources;       /* all that was rendered, to see that no word was left out */
static struct language language;

#define HOSTILE "<b>\"T\" & 'x'</b>"

static const struct sample_inner first_more[] = { { "m1", 1 }, { "m2", 2 } };
static const struct sample_row rows[] = {
	{ .name = "A<1>", .id = 7, .on = true, .more = { first_more, 2 } },
	{ .name = "B", .id = 8, .on = false },
};
static const char *const both[] = { "one", "two" };
static struct sample_page page = {
	.text = HOSTILE, .empty = "", .ways = "phone post", .day = "2026-03-03", .address = "/x", .count = 2, .moment = 1772548200,
	.flag = true, .several = { both, 2 }, .rows = { rows, 2 }, .inner = { "in & out", 5 },
};

#define BEFORE "<h1>T</h1>\n"

/* What a page's inside becomes, its wrapping taken off. */
static const char *typed(const char *inside, const struct answers *answers)
{
	const char *source = sample_around(arena_printf(arena, BEFORE "%s", inside)), *start = "<div>\n" BEFORE, *end = "\n</div>";

	buffer_text(&sources, source);
	sample_write("page", source);
	const char *out = sample_render("page", &page, &language, answers);
	if (!text_starts(out, start) || !text_ends(out, end))
		return out;
	return arena_slice(arena, out + strlen(start), strlen(out) - strlen(start) - strlen(end));
}

static const char *made(const char *inside)
{
	return typed(inside, NULL);
}

struct word_case {
	const char *inside, *want, *sentence;
};

static void made_all(const struct word_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		is(made(cases[i].inside), cases[i].want, cases[i].sentence);
}
#define MADE_ALL(cases) made_all(cases, sizeof (cases) / sizeof *(cases))

static void test_values(void)
{
	static const struct word_case cases[] = {
		{ "<p b:text=\"ways\">sample</p>", "<p>phone post</p>", "b:text writes a text in the place of the sample" },
		{ "<p b:text=\"count\">9</p>", "<p>2</p>", "and a count in digits" },
		{ "<p b:text=\"inner.size\">9</p>", "<p>5</p>", "a path goes into a struct" },
		{ "<p b:text=\"size\">9</p>", "<p>5</p>", "or finds its member by the bare name" },
		{ "<p b:text=\"page.token\">9</p>", "<p>TOKEN</p>", "page is what every page knows" },
		{ "<p b:day=\"day\">D</p>", "<p>Tuesday 3 March 2026</p>", "b:day writes a day in words" },
		{ "<p b:day=\"moment\">D</p>", "<p>Tuesday 3 March 2026</p>", "of a moment too" },
		{ "<p b:moment=\"moment\">D</p>", "<p>Tuesday 3 March 2026 at 2:30pm</p>", "b:moment adds the time" },
		{ "<b:value b:text=\"ways\">sample</b:value>", "phone post", "b:value writes no tag" },
		{ "<p translate=\"no\">Bothways</p>", "<p translate=\"no\">Bothways</p>", "what is not to be translated stands as it is" },
	};

	MADE_ALL(cases);
}

static void test_conditions(void)
{
	static const struct word_case cases[] = {
		{ "<p b:if=\"flag\">a</p><p b:if=\"!flag\">b</p>", "<p>a</p>", "b:if keeps what is set, and ! what is not" },
		{ "<p b:if=\"empty\">a</p><p b:if=\"!empty\">b</p>", "<p>b</p>", "an empty text is not" },
		{ "<p b:if=\"count\">a</p><p b:if=\"rows\">b</p><p b:if=\"none\">c</p><p b:if=\"several\">d</p>", "<p>a</p><p>b</p><p>d</p>",
		  "a count, a list, several texts" },
		{ "<p b:is=\"day 2026-03-03\">a</p><p b:is=\"day 2026\">b</p>", "<p>a</p>", "b:is wants the whole text" },
		{ "<p b:has=\"ways post\">a</p><p b:has=\"ways pos\">b</p>", "<p>a</p>", "b:has one of its words" },
		{ "<p b:if=\"flag\" b:is=\"empty x\">a</p>", "", "two conditions both have to hold" },
		{ "<p b:each=\"r in rows\" b:text=\"r.name\">N</p>", "<p>A&lt;1&gt;</p><p>B</p>", "b:each goes through the rows" },
		{ "<p b:each=\"r in none\" b:text=\"r.name\">N</p>", "", "of which there may be none" },
		{ "<p b:each=\"r in rows\" b:if=\"r.on\" b:text=\"r.id\">N</p>", "<p>7</p>", "each row is asked for itself" },
		{ "<p b:each=\"r in rows\"><i b:each=\"m in r.more\" b:text=\"m.name\">M</i></p>", "<p><i>m1</i><i>m2</i></p><p></p>", "rows have rows" },
		{ "<p b:each=\"r in rows\" id=\"a\"><i id=\"b\" aria-labelledby=\"a\">1</i></p>",
		  "<p id=\"a\"><i id=\"b\" aria-labelledby=\"a\">1</i></p><p id=\"a-2\"><i id=\"b-2\" aria-labelledby=\"a-2\">1</i></p>", "ids are numbered in rows" },
	};

	MADE_ALL(cases);
}

static void test_sentences(void)
{
	static const struct word_case cases[] = {
		{ "<p>Write  to\n <em>us</em>.</p>", "<p>Write to <em>us</em>.</p>", "a sentence is one message, its white space one space" },
		{ "<p>From <bdi b:text=\"ways\" b:as=\"who\">A</bdi> to <bdi b:text=\"day\">B</bdi></p>", "<p>From <bdi>phone post</bdi> to <bdi>2026-03-03</bdi></p>",
		  "b:as names a part of it" },
		{ "<p b:plural=\"count\"><b:one>Once.</b:one><b:many>{n} times.</b:many></p>", "<p>2 times.</p>", "b:plural chooses by the number" },
		{ "<p b:plural=\"rows\"><b:one>One row.</b:one><b:many>{n} rows.</b:many></p>", "<p>2 rows.</p>", "or by how many rows there are" },
		{ "<p b:note=\"for translators\" b:context=\"verb\">Open</p>", "<p>Open</p>", "notes and contexts are not written" },
		{ "<p>One<br/>two</p>", "<p>One<br>two</p>", "what has no end has none" },
		{ "<p>{</p>", "<p>{</p>", "a brace alone is a brace" },
		{ "<p title=\"Say it\">1</p>", "<p title=\"Say it\">1</p>", "an attribute that people read is a message" },
	};

	MADE_ALL(cases);
	struct compiled compiled;
	sample_write("page", sample_around(BEFORE "<p b:note=\"for translators\" b:context=\"verb\">Open <em>it</em></p>"));
	ok(!sample_compile("page", &compiled).count && compiled.message_count == 2, "each sentence is one message");
	is(compiled.messages[1].one, "Open {em}it{/em}", "with marks for its elements");
	is(compiled.messages[1].context, "verb", "its context");
	is(compiled.messages[1].note, "for translators", "and its note");
	is_count(compiled.messages[1].line, 3, "at its line");
	is(compiled.messages[1].file, "templates/page.xml", "of its file");
}

static void test_others(void)
{
	sample_write("part", sample_around("<p b:slot=\"a\">usual</p><i b:text=\"ways\">W</i>"));
	is(made("<div b:use=\"part\"/>"), "<div>\n<p>usual</p><i>phone post</i>\n</div>", "b:use puts another template here");
	is(made("<div b:use=\"part\"><b:value b:slot=\"a\">own</b:value></div>"), "<div>\n<p>own</p><i>phone post</i>\n</div>", "b:slot says where a part goes");
	is(made("<div b:use=\"part\" b:if=\"empty\"/>"), "", "whether it stands there the user says");
	is(made("<div b:use=\"part\" b:each=\"r in none\"/>"), "", "and how often");
	sample_write("whole", "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:b=\"urn:bothways:b\"><head><title><b:title/> – Us</title></head><body>\n"
		     "<h1>You and <bdi b:text=\"text\">A</bdi></h1></body></html>");
	is(sample_render("whole", &page, &language, NULL), "<!DOCTYPE html>\n<html><head><title>You and &lt;b&gt;\"T\" &amp; 'x'&lt;/b&gt; – Us</title></head><body>\n"
	   "<h1>You and <bdi>&lt;b&gt;\"T\" &amp; 'x'&lt;/b&gt;</bdi></h1></body></html>", "b:title is the h1's words, without its tags");
	sample_write("mail/page", sample_around("<h1>To <b:value b:text=\"text\">A</b:value></h1><p>Hello &amp; welcome.</p><ul><li>one</li><li>two</li></ul>"
		"<p><a href=\"/account/link/{day}\">Sign in</a></p>"));
	is(sample_render("mail/page", &page, &language, NULL), "To " HOSTILE "\n\nHello & welcome.\n\n- one\n- two\n\n\nSign in: /~us/account.cgi/link/2026-03-03\n\n",
	   "a mail is plain text, and nothing in it is escaped as HTML");
}

/* Every position that a value can stand in. */
static void test_escaping(void)
{
	static const struct word_case cases[] = {
		{ "<p b:text=\"text\">A</p>", "<p>&lt;b&gt;\"T\" &amp; 'x'&lt;/b&gt;</p>", "in an element" },
		{ "<p>So: <i b:text=\"text\">A</i></p>", "<p>So: <i>&lt;b&gt;\"T\" &amp; 'x'&lt;/b&gt;</i></p>", "in a sentence" },
		{ "<p set:lang=\"text\">1</p>", "<p lang=\"&lt;b&gt;&quot;T&quot; &amp; &#39;x&#39;&lt;/b&gt;\">1</p>", "in an attribute" },
		{ "<a href=\"/account/{text}/x?y={text}\">1</a>",
		  "<a href=\"/~us/account.cgi/%3Cb%3E%22T%22%20%26%20%27x%27%3C%2Fb%3E/x?y=%3Cb%3E%22T%22%20%26%20%27x%27%3C%2Fb%3E\">1</a>", "in an address" },
		{ "<a href=\"/account/me\">1</a><a href=\"/account/me?x=1\">2</a>", "<a href=\"/~us/account.cgi/me\" aria-current=\"page\">1</a>"
		  "<a href=\"/~us/account.cgi/me?x=1\">2</a>", "a link to the page itself says so" },
		{ "<p title=\"a &quot;b&quot; &lt;c>\">1</p>", "<p title=\"a &quot;b&quot; &lt;c&gt;\">1</p>", "in an attribute that people read" },
		{ "<p class=\"a &quot;b\">1</p>", "<p class=\"a &quot;b\">1</p>", "in an attribute of the template" },
		{ "<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>", "in the words of the template" },
		{ "<p hidden=\"hidden\">1</p>", "<p hidden>1</p>", "a boolean attribute has no value" },
		{ "<p set:hidden=\"flag\">1</p><p set:hidden=\"none\">2</p>", "templates/page.xml:3: none is no flag. Bind a boolean attribute to a flag.", "a list is no flag" },
		{ "<p set:hidden=\"flag\" set:aria-current=\"flag\">1</p>", "<p hidden aria-current=\"true\">1</p>", "a flag sets an attribute" },
		{ "<a href=\"https://x.example/?a=1&amp;b=2\">1</a>", "<a href=\"https://x.example/?a=1&amp;b=2\">1</a>", "in an address of the template" },
	};
	static const struct { const char *address, *want; } addresses[] = {
		{ "javascript:alert(1)", "<a>1</a>" }, { "JavaScript:alert(1)", "<a>1</a>" }, { "java\nscript:alert(1)", "<a>1</a>" },
		{ " javascript:x", "<a>1</a>" }, { "data:text/html,x", "<a>1</a>" }, { "vbscript:x", "<a>1</a>" },
		{ "https://x.example/\"><b>", "<a href=\"https://x.example/&quot;&gt;&lt;b&gt;\">1</a>" }, { "mailto:a@b", "<a href=\"mailto:a@b\">1</a>" },
		{ "tel:01632", "<a href=\"tel:01632\">1</a>" }, { "/desk/x:y", "<a href=\"/desk/x:y\">1</a>" }, { "#a:b", "<a href=\"#a:b\">1</a>" },
	};

	MADE_ALL(cases);
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		page.address = addresses[i].address;
		is(made("<a set:href=\"address\">1</a>"), addresses[i].want, arena_printf(arena, "a bound address of %s", addresses[i].address));
	}
}

static const struct form *form_of(const char *inside)
{
	struct compiled compiled;
	struct form *form = arena_alloc(arena, sizeof *form);

	sample_write("page", sample_around(arena_printf(arena, BEFORE "%s", inside)));
	if (sample_compile("page", &compiled).count)
		return NULL;
	*form = template_form(sample_template(&compiled));
	return form;
}

/* A page as it comes back with one thing typed for each field, judged. */
static const char *sent_back(const char *inside, const struct sent *sent, size_t count)
{
	const struct form *form = form_of(inside);

	if (!form)
		return made(inside);
	struct texts *offered = arena_array(arena, form->count + 1, sizeof *offered);
	static const char *const ids[] = { "7", "8" };
	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].flags & FIELD_BOUND)
			offered[i] = (struct texts){ ids, 2 };
	const struct form_sending sending = { sent, count, offered, language_months(arena) };
	struct answers answers = form_read(arena, form, &sending);
	form_judge(arena, &answers, &sending);
	return typed(inside, &answers);
}

#define FORM(inside) "<form method=\"post\">" inside "</form>"
#define OPENED "<form method=\"post\" action=\"/here#error-summary\" id=\"page-form\" novalidate><input type=\"hidden\" name=\"token\" value=\"TOKEN\">" \
	"<input type=\"hidden\" name=\"once\" value=\"ONCE\"><input type=\"hidden\" name=\"filled\" value=\"F&amp;F\">"
#define LONG "<p class=\"error\" b:when=\"too-long\">At most {max}</p>"
#define TEXT_FIELD "<div class=\"field\"><label for=\"text\">A</label>" LONG "<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"30\" pattern=\"[a-z]*\"/>" \
	"<p class=\"error\" b:when=\"wrong-form\">Letters</p></div>"
#define AREA "<div><label for=\"ways\">A</label><p class=\"hint\">H</p>" LONG "<textarea id=\"ways\" name=\"ways\" maxlength=\"30\"></textarea></div>"
#define CHOICE "<fieldset b:fresh=\"\"><legend>L</legend><p b:when=\"missing\">Choose</p><label><input type=\"radio\" name=\"c\" value=\"a\" required=\"\"/><span>A</span></label>" \
	"<label><input type=\"radio\" name=\"c\" value=\"b\"/><span>B</span></label></fieldset>"
#define CHOICES "<fieldset b:least=\"1\" b:most=\"1\"><legend>L</legend><p b:when=\"too-few\">One</p><p b:when=\"too-many\">Only {max}</p>" \
	"<label><input type=\"checkbox\" name=\"ways\" value=\"phone\"/><span>P</span></label><label><input type=\"checkbox\" name=\"ways\" value=\"video\"/><span>V</span></label></fieldset>"
#define BOUND "<fieldset b:fresh=\"\"><legend>L</legend><label b:each=\"r in rows\"><input type=\"checkbox\" name=\"ids\" set:value=\"r.id\" set:checked=\"r.on\"/>" \
	"<bdi b:text=\"r.name\">N</bdi></label></fieldset>"
#define DATE "<fieldset><legend>L</legend><p b:when=\"wrong-form\">A day</p><label for=\"day-day\">D</label><input name=\"day.day\" type=\"text\"/>" \
	"<label for=\"day-month\">M</label><input name=\"day.month\" type=\"text\"/><label for=\"day-year\">Y</label><input name=\"day.year\" type=\"text\"/></fieldset>"
#define SELECT "<div><label for=\"day\">S</label><select id=\"day\" name=\"day\"><option value=\"\">none</option><option value=\"2026-03-03\">1</option>" \
	"<option value=\"x\">2</option></select></div>"

static void test_forms(void)
{
	is(made(FORM(TEXT_FIELD)), OPENED "<div class=\"field\"><label for=\"text\">A</label>"
	   "<input id=\"text\" name=\"text\" type=\"text\" value=\"&lt;b&gt;&quot;T&quot; &amp; &#39;x&#39;&lt;/b&gt;\"></div></form>",
	   "a box holds what the view holds, escaped; its rules stay with the server");
	is(made(FORM(AREA)), OPENED "<div><label for=\"ways\">A</label><p class=\"hint\" id=\"ways-hint\">H</p>"
	   "<textarea id=\"ways\" name=\"ways\" aria-describedby=\"ways-hint\">phone post</textarea></div></form>", "a long text, with its hint");
	is(made(FORM(CHOICE)), OPENED "<fieldset><legend>L</legend><label><input type=\"radio\" name=\"c\" value=\"a\" required id=\"c\"><span>A</span></label>"
	   "<label><input type=\"radio\" name=\"c\" value=\"b\" id=\"c-b\"><span>B</span></label></fieldset></form>", "b:fresh starts empty");
	is(made(FORM(CHOICES)), OPENED "<fieldset><legend>L</legend><label><input type=\"checkbox\" name=\"ways\" value=\"phone\" id=\"ways\" checked><span>P</span></label>"
	   "<label><input type=\"checkbox\" name=\"ways\" value=\"video\" id=\"ways-video\"><span>V</span></label></fieldset></form>", "ticks are those of the view's words");
	is(made(FORM(BOUND)), OPENED "<fieldset><legend>L</legend><label><input type=\"checkbox\" name=\"ids\" value=\"7\" id=\"ids\" checked><bdi>A&lt;1&gt;</bdi></label>"
	   "<label><input type=\"checkbox\" name=\"ids\" value=\"8\" id=\"ids-2\"><bdi>B</bdi></label></fieldset></form>", "options that are rows");
	is(made(FORM(DATE)), OPENED "<fieldset><legend>L</legend><label for=\"day-day\">D</label><input name=\"day.day\" type=\"text\" id=\"day-day\" value=\"3\">"
	   "<label for=\"day-month\">M</label><input name=\"day.month\" type=\"text\" id=\"day-month\" value=\"3\"><label for=\"day-year\">Y</label>"
	   "<input name=\"day.year\" type=\"text\" id=\"day-year\" value=\"2026\"></fieldset></form>", "a date is three boxes");
	is(made(FORM(SELECT)), OPENED "<div><label for=\"day\">S</label><select id=\"day\" name=\"day\"><option value=\"\">none</option>"
	   "<option value=\"2026-03-03\" selected>1</option><option value=\"x\">2</option></select></div></form>", "a list to choose from");
	is(made("<form method=\"post\" action=\"/desk/todo\"><p><button>Go</button></p></form>"),
	   "<form method=\"post\" action=\"/~us/desk.cgi/todo\" novalidate><input type=\"hidden\" name=\"token\" value=\"TOKEN\"><input type=\"hidden\" name=\"once\" value=\"ONCE\">"
	   "<p><button type=\"submit\">Go</button></p></form>", "a form with an action leads to another page's form");
}

#define SENT(...) (const struct sent[]){ __VA_ARGS__ }, sizeof((const struct sent[]){ __VA_ARGS__ }) / sizeof(struct sent)

static void test_refused_forms(void)
{
	const char *out = sent_back(FORM(TEXT_FIELD), SENT({ "text", "<i>\"&'" }));

	has(out, "value=\"&lt;i&gt;&quot;&amp;&#39;\"", "what was typed comes back, escaped");
	has(out, "<div class=\"field wrong\">", "its box is marked");
	has(out, "id=\"text-error\"", "the words for the mistake have an id");
	has(out, "Letters", "and say it");
	ok(!strstr(out, "At most"), "words for another mistake do not stand there");
	has(out, "aria-describedby=\"text-error\" aria-invalid=\"true\"", "the box says that it is wrong, and where that is said");
	has(sent_back(FORM(TEXT_FIELD), SENT({ "text", "0123456789012345678901234567890" })), "At most 30", "{max} is the field's own");
	has(sent_back(FORM(AREA), SENT({ "ways", "</textarea><script>" })), ">&lt;/textarea&gt;&lt;script&gt;</textarea>", "a long text cannot leave its box");
	out = sent_back(FORM(CHOICES), SENT({ "ways", "video" }));
	has(out, "value=\"video\" id=\"ways-video\" checked", "a tick comes back");
	ok(!strstr(out, "id=\"ways\" checked"), "and what was taken off stays off");
	has(sent_back(FORM(CHOICES), SENT({ "ways", "video" }, { "ways", "phone" })), "Only 1", "b:most counts ticks");
	has(sent_back(FORM(CHOICES), SENT({ "x", "video" })), "One", "b:least counts them too");
	has(sent_back(FORM(BOUND), SENT({ "ids", "8" })), "value=\"8\" id=\"ids-2\" checked", "a bound option comes back");
	has(sent_back(FORM(BOUND), SENT({ "ids", "9" })), "Choose one of the answers here", "an option that is none has words of field.xml");
	has(sent_back(FORM(DATE), SENT({ "day.day", "31" }, { "day.month", "\"<2>\"" }, { "day.year", "2026" })), "value=\"&quot;&lt;2&gt;&quot;\"",
	    "a date's boxes come back, escaped");
	has(sent_back(FORM(CHOICE), SENT({ "x", "" })), "Choose", "b:when shows the words for the mistake that was made");
}

/* The summary on top of a refused page. */
static void test_mistakes(void)
{
	struct compiled compiled;
	const char *inside = FORM(TEXT_FIELD CHOICE);
	const struct form *form = form_of(inside);
	const struct form_sending sending = { SENT({ "text", "1" }), NULL, { NULL, 0 } };

	if (!ok(form && !sample_compile("page", &compiled).count, "a form of two fields"))
		return;
	struct answers answers = form_read(arena, form, &(struct form_sending){ sending.sent, sending.count, arena_array(arena, 3, sizeof(struct texts)), { NULL, 0 } });
	form_judge(arena, &answers, &(struct form_sending){ sending.sent, sending.count, arena_array(arena, 3, sizeof(struct texts)), { NULL, 0 } });
	const struct template *template = sample_template(&compiled);
	const struct render render = { .arena = arena, .template = template, .page = &page, .facts_view = &sample_facts_view, .answers = &answers, .language = &language };
	struct list list = template_mistakes(&render);
	is_count((long long)list.count, 2, "the summary has a line for each mistake");
	const struct mistake *mistakes = list.rows;
	is(mistakes[0].anchor, "#text", "which leads to the field");
	is(mistakes[0].words, "Letters", "in the words that stand there");
	is(mistakes[1].anchor, "#c", "or to the first of several");
	ok(template_has_form(template), "the page has a form of its own");
}

static void test_options(void)
{
	struct compiled compiled;

	sample_write("page", sample_around(BEFORE FORM(BOUND)));
	if (!ok(!sample_compile("page", &compiled).count, "bound options compile"))
		return;
	const struct texts *offers = template_offers(arena, sample_template(&compiled), &page);
	ok(offers[0].count == 2 && text_is(offers[0].values[0], "7") && text_is(offers[0].values[1], "8"), "what was offered are the rows");
	page.flag = false;
	const char *before = template_filled(arena, sample_template(&compiled), &page);
	page.flag = true;
	is(template_filled(arena, sample_template(&compiled), &page), before, "what a row ticks is not what a form is filled with");
	sample_write("page", sample_around(BEFORE FORM(TEXT_FIELD)));
	sample_compile("page", &compiled);
	before = template_filled(arena, sample_template(&compiled), &page);
	page.text = "changed";
	ok(!text_is(template_filled(arena, sample_template(&compiled), &page), before), "a text is");
	page.text = HOSTILE;
	ok(!template_has_form(sample_template((sample_write("page", sample_around(BEFORE)), sample_compile("page", &compiled), &compiled))),
	   "a page without a form has none");
}

static void test_translations(void)
{
	static const struct catalogue_entry entries[] = {
		{ "Hello {em}you{/em}", "{em}Chi{/em}, helo" }, { "Lost {em}end{/em}", "Coll {em}diwedd" }, { "Odd {em}one{/em}", "Od {script}x{/script}" },
		{ "Crossed {i}a {b}c{/b}{/i}", "Croes {i}a {b}c{/i}{/b}" }, { "Markup", "<script>alert(1)</script> &amp;" }, { "Title", "\"onfocus='x'" },
		{ "Safe", "Diogel" }, { "verb\004Open", "Agor" }, { "Once", "Unwaith", "{n} times", "{n} gwaith" }, { "A {close", "B {" }, { "T", "T" },
		{ "Value {ways}", "Gwerth {ways} {ways}" },
	};

	catalogue_write(arena, "xx", "X-Language-Name: Tŷ\nX-Direction: rtl\nPlural-Forms: nplurals=2; plural=n != 1;\n", entries, sizeof entries / sizeof *entries);
	language = language_use(arena, "xx");
	is(language.dir, "rtl", "a catalogue is read");
	is(made("<p>Hello <em>you</em></p>"), "<p><em>Chi</em>, helo</p>", "a translation may put the marks in another order");
	is(made("<p>Value <bdi b:text=\"ways\">A</bdi></p>"), "<p>Gwerth <bdi>phone post</bdi> <bdi>phone post</bdi></p>", "and say a value twice");
	is(made("<p>Lost <em>end</em></p>"), "<p>Lost <em>end</em></p>", "one that does not close what it opens is not used");
	is(made("<p>Odd <em>one</em></p>"), "<p>Odd <em>one</em></p>", "nor one with a mark of its own");
	is(made("<p>Crossed <i>a <b>c</b></i></p>"), "<p>Crossed <i>a <b>c</b></i></p>", "nor one whose marks cross");
	is(made("<p>A {close</p>"), "<p>A {close</p>", "nor one with an open brace");
	is(made("<p>Markup</p>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>", "a translation is text, never markup");
	is(made("<p title=\"Title\">1</p>"), "<p title=\"&quot;onfocus=&#39;x&#39;\">1</p>", "and in an attribute it stays there");
	is(made("<p b:context=\"verb\">Open</p>"), "<p>Agor</p>", "a context tells two words apart");
	is(made("<p b:plural=\"count\"><b:one>Once</b:one><b:many>{n} times</b:many></p>"), "<p>2 gwaith</p>", "a plural is the language's own");
	is(made("<div b:reviewed=\"\"><p>Safe</p></div><p>Safe</p>"), "<div lang=\"en\" dir=\"ltr\"><p>Safe</p></div><p>Diogel</p>",
	   "b:reviewed is English until a reader has put their name to the catalogue");
	language.reviewed = true;
	is(made("<div b:reviewed=\"\"><p>Safe</p></div>"), "<div><p>Diogel</p></div>", "and then in its language");
	catalogue_remove(arena, "xx");
	language = language_use(arena, "en");
}

/* Every word that the compiler knows was rendered above. */
static void test_all_words(void)
{
	char source[16384] = "";
	FILE *in = fopen(arena_printf(arena, "%s/lib/template/compiler/check.c", getenv("srcdir")), "r");
	const char *all = buffer_string(&sources), *word;
	int words = 0;

	if (in && fread(source, 1, sizeof source - 1, in) > 0)
		fclose(in);
	const char *known = strstr(source, "known[] = \""), *elements = strstr(source, "!text_has_word(\"");
	if (!ok(known && elements, "the compiler's words are found in its source"))
		return;
	const char *rest = arena_slice(arena, strchr(known, '"') + 1, strcspn(strchr(known, '"') + 1, "\""));
	while ((word = text_piece(arena, &rest, ' ')) && ++words)
		ok(strstr(all, arena_printf(arena, " b:%s=", word)) != NULL, arena_printf(arena, "b:%s is tried here", word));
	rest = arena_slice(arena, strchr(elements, '"') + 1, strcspn(strchr(elements, '"') + 1, "\""));
	while ((word = text_piece(arena, &rest, ' ')) && ++words)
		ok(text_is(word, "title") || strstr(all, arena_printf(arena, "<b:%s", word)) != NULL, arena_printf(arena, "<b:%s> is tried here", word));
	ok(words > 20, "there are many words");
}

int main(void)
{
	arena = arena_new((size_t)512 << 20);
	sources = buffer_in(arena, 65536);
	sample_begin(arena);
	language_start(sample_folder());
	day_use_rule("GMT0BST,M3.5.0/1,M10.5.0");
	language = language_use(arena, "en");
	test_values();
	test_conditions();
	test_sentences();
	test_others();
	test_escaping();
	test_forms();
	test_refused_forms();
	test_mistakes();
	test_options();
	test_translations();
	test_all_words();
	sample_end();
	arena_free(arena);
	return done();
}
