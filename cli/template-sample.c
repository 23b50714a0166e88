/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page as it will look: every value is the sample that its template shows, every list has two rows. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/template.h"
#include "language/language.h"
#include "post/mail.h"
#include "site/site.h"
#include "template/facts.h"

enum { DEEP = 5, ROWS = 2, SOME = 2 };

/* Tuesday 3 March 2026, at half past two. */
#define A_DAY "2026-03-03"
enum { A_MOMENT = 1772548200 };

struct filling {
	struct arena *arena;
	const struct checked *checked;
	bool bare;
};

static const struct compiled_sample *sample_of(const struct filling *f, const char *name)
{
	for (size_t i = 0; i < f->checked->sample_count; i++)
		if (text_is(f->checked->samples[i].name, name))
			return &f->checked->samples[i];
	return NULL;
}

static void fill(const struct filling *f, const struct view *view, void *row, int depth);

static struct list fill_rows(const struct filling *f, const struct view *view, int depth)
{
	if (f->bare || depth >= DEEP)
		return (struct list){ "", 0 };
	char *rows = arena_alloc(f->arena, ROWS * view->size + 1);
	for (size_t i = 0; i < ROWS; i++)
		fill(f, view, rows + i * view->size, depth + 1);
	return (struct list){ rows, ROWS };
}

static int64_t fill_count(const struct filling *f, const struct compiled_sample *sample)
{
	int64_t count;

	if (sample && sample->moment)
		return A_MOMENT;
	return sample && text_is_count(sample->text, &count) ? count : f->bare ? 0 : SOME;
}

static void fill(const struct filling *f, const struct view *view, void *row, int depth)
{
	static const char *const two[] = { "1", "2" };

	for (size_t i = 0; i < view->count; i++) {
		const struct member *member = &view->members[i];
		const struct compiled_sample *sample = sample_of(f, member->name);
		char *place = (char *)row + member->offset;

		switch (member->kind) {
		case MEMBER_TEXT: *(const char **)(void *)place = !sample ? "" : sample->moment ? A_DAY : sample->text; break;
		case MEMBER_COUNT: *(int64_t *)(void *)place = fill_count(f, sample); break;
		case MEMBER_FLAG: *(bool *)(void *)place = !f->bare; break;
		case MEMBER_TEXTS: *(struct texts *)(void *)place = (struct texts){ two, f->bare ? 0 : SOME }; break;
		case MEMBER_LIST: *(struct list *)(void *)place = fill_rows(f, member->of, depth); break;
		case MEMBER_VIEW: fill(f, member->of, place, depth); break;
		}
	}
}

/* What every page knows, for somebody who only looks: no form is a real one, and nothing went wrong. */
static struct page_facts facts_of(const struct settings *settings, const struct language *language)
{
	const struct list none = { "", 0 };

	return (struct page_facts){
		.language = language->code, .dir = language->dir, .languages = none, .mistakes = none, .typed = none, .site_name = settings->site_name,
		.phone = settings->phone, .phone_link = "#main", .phone_hours = settings->phone_hours, .email = settings->email, .email_link = "#main",
		.post_address = settings->post_address, .colours = "", .source_address = settings->source_address,
		.self = "#main", .token = "", .once = "", .filled = "", .unsaved = "", .changed_by = "", .is_visitor = true,
		.call_name = "", .back = "", .request = "",
	};
}

const char *template_previewed(struct call *call, const struct checked *checked, const struct preview *preview)
{
	const struct template *page = &checked->page;
	const struct filling f = { call->arena, checked, preview->bare };
	void *view = arena_alloc(call->arena, page->view->size + 1);
	bool mail = text_starts(page->name, "mail/");
	struct buffer out = buffer_in(call->arena, 16384);

	fill(&f, page->view, view, 0);
	const struct settings settings = site_settings(&call->work, preview->language);
	const struct language language = language_use(call->arena, preview->language);
	const struct page_facts facts = facts_of(&settings, &language);
	const struct render render = {
		.arena = call->arena, .template = page, .page = view, .facts_view = mail ? &mail_view : &page_facts_view,
		.facts = mail ? view : (const void *)&facts, .language = &language, .links = preview->links,
	};
	template_render(&render, &out);
	return buffer_string(&out);
}
