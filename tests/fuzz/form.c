/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The judge, with the forms of real pages: names and values come from the fuzzer. */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "http/http.h"
#include "pages_desk.h"
#include "pages_feedback.h"
#include "pages_signup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge(struct arena *arena, const struct template *template, const struct http_pairs *pairs)
{
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	void *page = arena_alloc(arena, template->view->size + 1), *into;
	struct form form = template_form(template);
	struct sent *sent = arena_array(arena, pairs->count + 1, sizeof *sent);

	for (size_t i = 0; i < pairs->count; i++)
		sent[i] = (struct sent){ pairs->pairs[i].name, pairs->pairs[i].value };
	struct form_sending sending = { sent, pairs->count, template_offers(arena, template, page), { months, 12 } };
	struct answers answers = form_read(arena, &form, &sending);
	form_judge(arena, &answers, &sending);
	into = arena_alloc(arena, template->form_view->size);
	if (!answers.refused)
		form_fill(arena, &answers, template->form_view, into);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct template *const templates[] = {
		&signup_reach_template, &signup_meet_template, &signup_values_template, &signup_about_template, &signup_bars_template,
		&feedback_meeting_template, &feedback_say_template, &desk_signup_template, &desk_answer_template,
	};
	struct arena *arena = arena_new(64 << 20);
	struct http_pairs pairs;

	if (http_pairs_read(arena, (const char *)data, size, 200, &pairs))
		for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
			judge(arena, templates[i], &pairs);
	arena_free(arena);
	return 0;
}
