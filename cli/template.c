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
#include "db/views.h"
#include "language/words.h"
#include "post/mail.h"
#include "site/site.h"
#include "template/facts.h"

static bool is_mail(const char *page)
{
	return text_starts(page, "mail/");
}

/* The sources of the shipped pages lie beside the programs, or beside their folder. */
static const char *sources(const struct call *call)
{
	const char *beside = arena_printf(call->arena, "%s/templates", call->site->home);

	return access(beside, R_OK) == 0 ? beside : arena_printf(call->arena, "%s/../templates", call->site->home);
}

static struct compile_errors compile(const struct call *call, const char *name, const char *file, struct compiled *made)
{
	const struct compile_settings settings = { .arena = call->arena, .folder = sources(call), .page = file,
		.facts = is_mail(name) ? &mail_view : &page_facts_view, .view = view_named };

	return compile_template(&settings, name, made);
}

static struct template template_of(const struct compiled *made)
{
	return (struct template){ .name = made->name, .view = made->view, .words = made->words, .word_count = made->word_count,
		.pool = made->pool, .pool_size = made->pool_size, .version = made->version, .fields = made->fields, .field_count = made->field_count };
}

bool shipped_compiled(const struct call *call, const char *name, struct compiled *made)
{
	return own_is_name(name) && access(arena_printf(call->arena, "%s/%s.xml", sources(call), name), R_OK) == 0 && !compile(call, name, NULL, made).count;
}

struct texts shipped_names(const struct call *call)
{
	return own_sources(call->arena, sources(call));
}

const struct template *shipped_named(const struct call *call, const char *name)
{
	struct template *shipped = arena_alloc(call->arena, sizeof *shipped);
	struct compiled made;

	if (!shipped_compiled(call, name, &made))
		return NULL;
	*shipped = template_of(&made);
	return shipped;
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
	struct compiled made;
	struct compile_errors errors = compile(call, shipped->name, access(own, F_OK) == 0 ? own : NULL, &made);
	struct checked checked = { .shipped = shipped, .wrong = { errors.lines, errors.count } };

	if (errors.count)
		return checked;
	checked.page = template_of(&made);
	checked.samples = made.samples;
	checked.sample_count = made.sample_count;
	checked.wrong = joined(call->arena, checked.wrong, in_file(call->arena, shipped->name, own_differences(call->arena, shipped, &checked.page)));
	if (is_mail(shipped->name))
		checked.wrong = joined(call->arena, checked.wrong, in_file(call->arena, shipped->name, mail_lacks(call, shipped, &checked.page)));
	return checked;
}

/* The page that a command is about; NULL, with a message, where there is none of that name. */
static const struct template *asked_for(struct call *call)
{
	const char *name = call->arguments[0];
	const struct template *shipped = shipped_named(call, name);

	if (!shipped)
		call_refuse(call, "there is no page %s: bothways template list --all names them", name);
	return shipped;
}

static bool has_source(struct call *call, const char *name)
{
	return access(own_source_path(call->arena, call->site, name), R_OK) == 0;
}

static const char *state_of(struct call *call, const char *name)
{
	const struct template *shipped = shipped_named(call, name);

	if (!shipped)
		return "unknown";
	switch (own_state(call->arena, call->site, shipped)) {
	case OWN_SHIPPED: return has_source(call, name) ? "draft" : "shipped";
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
	struct texts names = all ? shipped_names(call) : own_names(call->arena, call->site);
	for (size_t i = 0; i < names.count; i++)
		list_one(call, names.values[i], state_of(call, names.values[i]), i == 0);
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
	const struct template *shipped = shipped_named(call, name);

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
	words_drafts(call_flag(call, "drafts") != NULL);
	const char *output = call_flag(call, "output");
	FILE *out = output ? fopen(output, "wx") : stdout;
	if (!out)
		return call_found(call, "%s: %s", output, strerror(errno));
	bool written = fputs(template_previewed(call, &checked, &preview), out) >= 0;
	if (output && (fclose(out) || !written))
		return call_found(call, "%s cannot be written", output);
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
