/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room form: what was typed into the site's own pages, and what is wrong with it. */
#include "form/form.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "http/http.h"
#include "pages_desk.h"
#include "pages_feedback.h"
#include "pages_signup.h"
#include "template/template.h"
#include "tests/tap.h"

static struct arena *arena;

static const struct template *found(const char *name)
{
	const struct { const struct template *const *all; size_t count; } programs[] = {
		{ signup_templates, signup_template_count }, { feedback_templates, feedback_template_count }, { desk_templates, desk_template_count },
	};

	for (size_t p = 0; p < sizeof programs / sizeof *programs; p++)
		for (size_t i = 0; i < programs[p].count; i++)
			if (text_is(programs[p].all[i]->name, name))
				return programs[p].all[i];
	return NULL;
}

/* What is wrong: "field:reason field:reason", in the order of the fields. */
static const char *judged(const char *name, const char *encoded)
{
	const struct template *template = found(name);
	struct http_pairs pairs;
	struct buffer out = buffer_in(arena, 64);

	if (!template || !http_pairs_read(arena, encoded, strlen(encoded), 100, &pairs))
		return "not read";
	const struct form form = template_form(template);
	struct sent *sent = arena_array(arena, pairs.count + 1, sizeof *sent);
	for (size_t i = 0; i < pairs.count; i++)
		sent[i] = (struct sent){ pairs.pairs[i].name, pairs.pairs[i].value };
	const struct form_sending sending = { sent, pairs.count, arena_array(arena, form.count + 1, sizeof(struct texts)), { NULL, 0 } };
	struct answers answers = form_read(arena, &form, &sending);
	form_judge(arena, &answers, &sending);
	for (size_t i = 0; i < form.count; i++)
		if (answers.of[i].wrong != REASON_NONE)
			buffer_printf(&out, "%s%s:%s", out.length ? " " : "", form.pool + form.fields[i].name, reason_name(answers.of[i].wrong));
	return buffer_string(&out);
}

static const char *many(const char *what, int times)
{
	struct buffer out = buffer_in(arena, 256);

	for (int i = 0; i < times; i++)
		buffer_text(&out, what);
	return buffer_string(&out);
}

static void test_text(void)
{
	is(judged("signup/name", "call_name=Ann&full_name=Ann+Smith"), "", "a name is a name");
	is(judged("signup/name", ""), "call_name:missing full_name:missing", "what is required is missing");
	is(judged("signup/name", "call_name=+%09+&full_name=Ann"), "call_name:missing", "spaces are nothing");
	is(judged("signup/name", arena_printf(arena, "full_name=Ann&call_name=%s", many("a", 60))), "", "sixty letters are sixty");
	is(judged("signup/name", arena_printf(arena, "full_name=Ann&call_name=%s", many("a", 61))), "call_name:too-long", "sixty-one are too many");
	is(judged("signup/name", arena_printf(arena, "full_name=Ann&call_name=%s", many("%F0%9F%91%B5", 31))), "call_name:too-long",
	   "a picture counts as two, as HTML counts");
	is(judged("signup/name", arena_printf(arena, "full_name=Ann&call_name=++%s++", many("a", 60))), "", "spaces at the ends do not count");
	is(judged("signup/name", "call_name=a%1bb&full_name=a%e2%80%aeb"), "call_name:not-text full_name:not-text", "controls and turned text are no text");
	is(judged("signup/name", "call_name=Ann&call_name=Ben&full_name=Ann"), "call_name:repeated", "one box is sent once");
	is(judged("signup/name", "call_name=Ann&full_name=Ann&role=coordinator"), "", "a field that is not asked is dropped");
	is(judged("signup/think", arena_printf(arena, "thanks_to=%s", many("a%0d%0a", 100))), "", "a line end counts once");
}

static void test_nested(void)
{
	is(judged("signup/reach", ""), "reach:too-few", "one way at least");
	is(judged("signup/reach", "reach=email"), "email:missing", "what lies in a chosen option is asked");
	is(judged("signup/reach", "reach=phone&phone=01632+960123&email=nonsense"), "", "what lies in another is not");
	is(judged("signup/reach", "reach=email&email=ann@example"), "", "an address as HTML has it");
	is(judged("signup/reach", "reach=email&email=ann"), "email:wrong-form", "and what is none");
	is(judged("signup/reach", "reach=phone&phone=ring+me"), "phone:wrong-form", "a number fits its pattern");
	is(judged("signup/reach", "reach=pigeon"), "reach:not-offered", "only what was offered can be chosen");
	is(judged("signup/reach", "reach=email&reach=email&email=a@b"), "reach:repeated", "and once each");
}

static void test_choices(void)
{
	is(judged("signup/values", "core_values=calm&core_values=honesty&core_values=humour"), "", "three values");
	is(judged("signup/values", "core_values=calm&core_values=honesty&core_values=humour&core_values=respect"), "core_values:too-many", "four are too many");
	is(judged("signup/time", "time_offered=hour-month&capacity=9"), "capacity:not-offered", "an option that is not there");
	is(judged("signup/about", "adult=yes"), "", "a tick is a tick");
	is(judged("signup/about", "adult=perhaps"), "adult:missing", "and anything else is none");
	is(judged("signup/meet", "ways=in-person&district=NP20"), "", "a district");
	is(judged("signup/meet", "ways=in-person&district=nowhere"), "district:wrong-form", "and what is none");
	is(judged("signup/meet", "ways=in-person&place_id=1"), "place_id:not-offered", "a place that the page did not offer");
}

static void test_numbers_and_days(void)
{
	ok(strstr(judged("desk/weights/x", ""), "not read") != NULL, "a page that is not there is not read");
	const char *others = "&values=1&place=1&district=1&near=1&far=1&way=1&tongue=1&rhythm=1&wish=1&waited=1&missed=1&both=1&free=1&seen=1";
	is(judged("desk/weights", arena_printf(arena, "topic=120%s", others)), "", "a number within its bounds");
	is(judged("desk/weights", arena_printf(arena, "topic=121%s", others)), "topic:too-large", "above them");
	is(judged("desk/weights", arena_printf(arena, "topic=0%s", others)), "topic:too-small", "below them");
	is(judged("desk/weights", arena_printf(arena, "topic=1.5%s", others)), "topic:wrong-form", "no whole number");
	is(judged("desk/weights", arena_printf(arena, "topic=99999999999999999999%s", others)), "topic:wrong-form", "more than a number holds");
}

int main(void)
{
	arena = arena_new(16 << 20);
	test_text();
	test_nested();
	test_choices();
	test_numbers_and_days();
	arena_free(arena);
	return done();
}
