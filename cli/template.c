/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways template: the charity's own pages. */
#include "cli/template.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "pages_account.h"
#include "pages_desk.h"
#include "pages_feedback.h"
#include "pages_mail.h"
#include "pages_match.h"
#include "pages_setup.h"
#include "pages_signup.h"
#include "pages_web.h"
#include "post/mail.h"
#include "site/site.h"
#include "template/facts.h"

/* All there are; one after the other. */
static const struct template *shipped_at(size_t i)
{
	const struct {
		const struct template *const *of;
		size_t count;
	} groups[] = {
		{ account_templates, account_template_count }, { desk_templates, desk_template_count }, { feedback_templates, feedback_template_count },
		{ mail_templates, mail_template_count }, { match_templates, match_template_count }, { setup_templates, setup_template_count },
		{ signup_templates, signup_template_count }, { web_templates, web_template_count },
	};

	for (size_t group = 0; group < sizeof groups / sizeof *groups; i -= groups[group++].count)
		if (i < groups[group].count)
			return groups[group].of[i];
	return NULL;
}

const struct template *shipped_named(const char *name)
{
	const struct template *shipped;

	for (size_t i = 0; (shipped = shipped_at(i)); i++)
		if (text_is(shipped->name, name))
			return shipped;
	return NULL;
}

/* A view is called as its page is: signup_name of signup/name. */
static const struct view *view_named(const char *name)
{
	const struct template *shipped;

	for (size_t i = 0; (shipped = shipped_at(i)); i++) {
		const char *a = shipped->name, *b = name;
		while (*a && (*a == *b || (strchr("/-", *a) && *b == '_')))
			a++, b++;
		if (!*a && !*b)
			return shipped->view;
	}
	return NULL;
}

/* The sources of the shipped pages lie beside the programs, or beside their folder. */
static const char *sources(const struct call *call)
{
	const char *beside = arena_printf(call->arena, "%s/templates", call->site->home);

	return access(beside, R_OK) == 0 ? beside : arena_printf(call->arena, "%s/../templates", call->site->home);
}

static struct texts joined(struct arena *arena, struct texts a, struct texts b)
{
	const char **all = arena_array(arena, a.count + b.count + 1, sizeof *all);

	for (size_t i = 0; i < a.count + b.count; i++)
		all[i] = i < a.count ? a.values[i] : b.values[i - a.count];
	return (struct texts){ all, a.count + b.count };
}

/* What the rules of forms find has no line of its own: it is about a field. */
static struct texts in_file(struct arena *arena, const char *name, struct texts found)
{
	const char **lines = arena_array(arena, found.count + 1, sizeof *lines);

	for (size_t i = 0; i < found.count; i++)
		lines[i] = arena_printf(arena, "templates/%s.xml: %s", name, found.values[i]);
	return (struct texts){ lines, found.count };
}

struct checked template_compiled(struct call *call, const struct template *shipped)
{
	const char *own = own_source_path(call->arena, call->site, shipped->name);
	const struct compile_settings settings = {
		.arena = call->arena, .folder = sources(call), .page = access(own, F_OK) == 0 ? own : NULL,
		.facts = text_starts(shipped->name, "mail/") ? &mail_view : &page_facts_view, .view = view_named,
	};
	struct compiled made;
	struct compile_errors errors = compile_template(&settings, shipped->name, &made);
	struct checked checked = { .shipped = shipped, .page = *shipped, .wrong = { errors.lines, errors.count } };

	if (errors.count)
		return checked;
	checked.page.words = made.words;
	checked.page.word_count = made.word_count;
	checked.page.pool = made.pool;
	checked.page.pool_size = made.pool_size;
	checked.page.fields = made.fields;
	checked.page.field_count = made.field_count;
	checked.samples = made.samples;
	checked.sample_count = made.sample_count;
	checked.wrong = joined(call->arena, checked.wrong, in_file(call->arena, shipped->name, own_differences(call->arena, shipped, &checked.page)));
	return checked;
}

/* The page that a command is about; NULL, with a message, where there is none of that name. */
static const struct template *asked_for(struct call *call)
{
	const char *name = call->arguments[0];
	const struct template *shipped = own_is_name(name) ? shipped_named(name) : NULL;

	if (!shipped)
		call_refuse(call, "there is no page %s: bothways template list --all names them", name);
	return shipped;
}

static bool has_source(struct call *call, const char *name)
{
	return access(own_source_path(call->arena, call->site, name), R_OK) == 0;
}

static const char *state_word(enum own_state state)
{
	switch (state) {
	case OWN_SHIPPED: return "draft";
	case OWN_LIVE: return "live";
	case OWN_EDITED: return "edited";
	case OWN_OUTDATED: return "outdated";
	case OWN_UNSOUND: break;
	}
	return "unsound";
}

static void list_one(struct call *call, const char *name, const char *state, bool first)
{
	if (!call_flag(call, "json")) {
		printf("%-9s %s\n", state, name);
		return;
	}
	printf("%s{\"page\":", first ? "" : ",");
	json_text(stdout, name);
	printf(",\"state\":\"%s\"}", state);
}

int template_list_command(struct call *call)
{
	bool json = call_flag(call, "json") != NULL, all = call_flag(call, "all") != NULL;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (json)
		fputs("[", stdout);
	struct texts own = own_names(call->arena, call->site);
	const struct template *shipped;
	for (size_t i = 0; !all && i < own.count; i++) {
		shipped = shipped_named(own.values[i]);
		list_one(call, own.values[i], shipped ? state_word(own_state(call->arena, call->site, shipped)) : "unknown", i == 0);
	}
	for (size_t i = 0; all && (shipped = shipped_at(i)); i++) {
		enum own_state state = own_state(call->arena, call->site, shipped);
		list_one(call, shipped->name, state == OWN_SHIPPED && !has_source(call, shipped->name) ? "shipped" : state_word(state), i == 0);
	}
	if (json)
		fputs("]\n", stdout);
	return EXIT_DONE;
}

static bool write_copy(struct call *call, const char *path, const char *bytes, size_t length)
{
	char *folder = arena_copy(call->arena, path), *slash = strrchr(folder, '/');
	FILE *file;

	mkdir(arena_printf(call->arena, "%s/templates", call->site->data), 0700);
	*slash = '\0';
	mkdir(folder, 0700);
	if (!(file = fopen(path, "wx")))
		return false;
	bool written = fwrite(bytes, 1, length, file) == length;
	return fclose(file) == 0 && written;
}

int template_copy_command(struct call *call)
{
	size_t length;

	if (!call_open_site(call))
		return EXIT_USAGE;
	const struct template *shipped = asked_for(call);
	if (!shipped)
		return EXIT_USAGE;
	const char *path = own_source_path(call->arena, call->site, shipped->name);
	const char *source = own_read(call->arena, arena_printf(call->arena, "%s/%s.xml", sources(call), shipped->name), &length);
	if (!source)
		return call_found(call, "the source of the shipped page is not beside the programs: unpack the zip once more");
	if (!write_copy(call, path, source, length))
		return call_found(call, "%s: %s", path, strerror(errno));
	printf("%s\n", path);
	return EXIT_DONE;
}

static void tell_wrong(const struct call *call, const struct checked *checked)
{
	if (!call_flag(call, "json")) {
		for (size_t i = 0; i < checked->wrong.count; i++)
			printf("%s\n", checked->wrong.values[i]);
		if (!checked->wrong.count)
			printf("ok %s\n", checked->shipped->name);
		return;
	}
	fputs("{\"page\":", stdout);
	json_text(stdout, checked->shipped->name);
	fputs(",\"wrong\":[", stdout);
	for (size_t i = 0; i < checked->wrong.count; i++) {
		fputs(i ? "," : "", stdout);
		json_text(stdout, checked->wrong.values[i]);
	}
	fputs("]}\n", stdout);
}

static int check_one(struct call *call, const char *name)
{
	const struct template *shipped = own_is_name(name) ? shipped_named(name) : NULL;

	if (!shipped)
		return call_found(call, "there is no page %s: bothways template list --all names them", name);
	if (!has_source(call, name))
		return call_found(call, "there is no page %s of your own: bothways template copy %s begins one", name, name);
	struct checked checked = template_compiled(call, shipped);
	tell_wrong(call, &checked);
	return checked.wrong.count ? EXIT_FOUND : EXIT_DONE;
}

int template_check_command(struct call *call)
{
	int status = EXIT_DONE;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (call->argument_count)
		return check_one(call, call->arguments[0]);
	struct texts own = own_names(call->arena, call->site);
	for (size_t i = 0; i < own.count; i++)
		if (check_one(call, own.values[i]) != EXIT_DONE)
			status = EXIT_FOUND;
	return status;
}

int template_preview_command(struct call *call)
{
	const char *language = call_flag(call, "language"), *before = call_flag(call, "before"), *after = call_flag(call, "after");

	if (!call_open_site(call))
		return EXIT_USAGE;
	const struct template *shipped = asked_for(call);
	if (!shipped)
		return EXIT_USAGE;
	struct checked checked = template_compiled(call, shipped);
	if (checked.wrong.count) {
		tell_wrong(call, &checked);
		return EXIT_FOUND;
	}
	struct preview preview = { language ? language : "en", { before ? before : "", after ? after : "" }, call_flag(call, "bare") != NULL };
	fputs(template_previewed(call, &checked, &preview), stdout);
	return EXIT_DONE;
}

int template_live_command(struct call *call)
{
	if (!call_open_site(call))
		return EXIT_USAGE;
	const struct template *shipped = asked_for(call);
	if (!shipped)
		return EXIT_USAGE;
	if (!has_source(call, shipped->name))
		return call_found(call, "there is no page %s of your own: bothways template copy %s begins one", shipped->name, shipped->name);
	struct checked checked = template_compiled(call, shipped);
	tell_wrong(call, &checked);
	if (checked.wrong.count)
		return EXIT_FOUND;
	if (!own_go_live(call->arena, call->site, shipped, &checked.page))
		return call_found(call, "it could not be written; bothways.log says more");
	return EXIT_DONE;
}

int template_back_command(struct call *call)
{
	if (!call_open_site(call))
		return EXIT_USAGE;
	const char *name = call->arguments[0];
	/* A page that no longer is shipped may be taken back too. */
	if (!own_is_name(name))
		return call_refuse(call, "there is no page %s: bothways template list names those of your own", name);
	if (!own_go_back(call->arena, call->site, name))
		return call_found(call, "no own page %s is live", name);
	printf("%s is the shipped page again\n", name);
	return EXIT_DONE;
}
