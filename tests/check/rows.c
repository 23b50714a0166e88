/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Row and template meet only by name: this walks the rows of one program. A row's statement asks only
   for what is known, every field of a form is kept, and every address that a page leads to is a page. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "tests/tap.h"
#include "web/web.h"

static struct arena *arena;

static const struct template *template_of(const struct page *page)
{
	size_t length = strcspn(page->path, ":");

	if (length > 1 && page->path[length - 1] == '/')
		length--;
	const char *name = arena_printf(arena, "%s%.*s", page_program.name, (int)length, page->path);
	for (size_t i = 0; i < *page_program.template_count; i++)
		if (text_is(page_program.templates[i]->name, name))
			return page_program.templates[i];
	return NULL;
}

static bool is_known(const struct page *page, const struct view *form, const char *name)
{
	const char *colon = strchr(page->path, ':');

	return text_has_word("now today person_id signup_id language", name) || (colon && text_is(colon + 1, name))
		|| (form && view_find(form, name, strlen(name)) >= 0);
}

/* Every parameter of the statement is a field, the page's number or a fact of the request. */
static void check_parameters(const struct page *page, const struct statement *statement, const struct view *form)
{
	const char *unknown = "";

	for (size_t i = 0; i < statement->in->count; i++)
		if (!is_known(page, form, statement->in->members[i].name))
			unknown = statement->in->members[i].name;
	is(unknown, "", arena_printf(arena, "%s%s: %s asks for what is known", page_program.name, page->path, statement->name));
}

/* Every field is taken by the statement. */
static void check_kept(const struct page *page, const struct template *template)
{
	const char *lost = "";

	for (size_t i = 0; template->form_view && i < template->form_view->count; i++) {
		const char *field = template->form_view->members[i].name;
		if (view_find(page->keeps.statement->in, field, strlen(field)) < 0)
			lost = field;
	}
	is(lost, "", arena_printf(arena, "%s%s: every field is kept", page_program.name, page->path));
}

static void check_page(const struct page *page)
{
	const struct template *template = template_of(page);
	const char *name = arena_printf(arena, "%s%s", page_program.name, page->path);
	bool keeps = page->keeps.statement || page->keeps.keep;

	/* A file to keep is written by its show, and by no template. */
	if (page->type) {
		ok(!template && page->reads.show && !keeps && page->who != 0, arena_printf(arena, "%s is a download", name));
		return;
	}
	if (!ok(template != NULL, arena_printf(arena, "%s has its template", name)))
		return;
	if (page->reads.statement) {
		check_parameters(page, page->reads.statement, NULL);
		ok(!page->reads.statement->writes, arena_printf(arena, "%s reads and does not write", name));
		ok(template->view == page->reads.statement->out, arena_printf(arena, "%s shows the row that it reads", name));
	}
	if (page->keeps.statement) {
		check_parameters(page, page->keeps.statement, template->form_view);
		check_kept(page, template);
	}
	if (template->field_count)
		ok(keeps, arena_printf(arena, "%s has a form, and keeps it", name));
	ok(page->who != 0, arena_printf(arena, "%s says who may open it", name));
}

static bool leads_to(const struct page *page, const char *path)
{
	const char *colon = strchr(page->path, ':');
	size_t fixed = colon ? (size_t)(colon - page->path) : strlen(page->path);

	/* A parameter is one piece of the path, made of values, or of values and words. */
	return strncmp(page->path, path, fixed) == 0 && (colon ? strstr(path + fixed, "{}") && !strchr(path + fixed, '/') : path[fixed] == '\0');
}

/* Lines of `template /program/path` from the template tool: those of this program have a row. */
static void check_links(FILE *links)
{
	char template[200], address[200];
	size_t length = strlen(page_program.name);
	const char *astray = "";

	while (fscanf(links, "%199s %199s", template, address) == 2) {
		if (strncmp(address + 1, page_program.name, length) || address[length + 1] != '/')
			continue;
		bool found = false;
		for (size_t i = 0; i < page_program.page_count; i++)
			found |= leads_to(&page_program.pages[i], address + length + 1);
		if (!found)
			astray = arena_printf(arena, "%s leads to %s", template, address);
	}
	is(astray, "", arena_printf(arena, "every address in /%s that a page leads to is a page", page_program.name));
}

static void check_templates(void)
{
	for (size_t t = 0; t < *page_program.template_count; t++) {
		bool used = false;
		for (size_t i = 0; i < page_program.page_count; i++)
			used |= template_of(&page_program.pages[i]) == page_program.templates[t];
		ok(used, arena_printf(arena, "%s is the template of a row", page_program.templates[t]->name));
	}
}

int main(void)
{
	FILE *links = fopen(arena_printf(arena = arena_new(16 << 20), "%s/gen/links.txt", getenv("builddir")), "r");

	for (size_t i = 0; i < page_program.page_count; i++)
		check_page(&page_program.pages[i]);
	check_templates();
	if (ok(links != NULL, "the links of all pages are listed"))
		check_links(links);
	if (links)
		fclose(links);
	arena_free(arena);
	return done();
}
