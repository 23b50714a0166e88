/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Which pages a charity has of its own. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "own/own.h"
#include "site/site.h"

enum { NAMES_MOST = 500 };

struct names {
	struct arena *arena;
	const char **of;
	size_t count;
};

static void add(struct names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (text_is(names->of[i], name))
			return;
	if (names->count < NAMES_MOST && own_is_name(name))
		names->of[names->count++] = name;
}

/* What ends in .xml, with `before` in front. */
static void add_sources(struct names *names, const char *folder, const char *before)
{
	DIR *open = opendir(folder);
	const struct dirent *entry;

	while (open && (entry = readdir(open)))
		if (text_ends(entry->d_name, ".xml"))
			add(names, arena_printf(names->arena, "%s%.*s", before, (int)(strlen(entry->d_name) - strlen(".xml")), entry->d_name));
	if (open)
		closedir(open);
}

static void add_live(struct names *names, const char *folder)
{
	DIR *open = opendir(folder);
	const struct dirent *entry;

	while (open && (entry = readdir(open))) {
		char *name = arena_copy(names->arena, entry->d_name), *dot = strchr(name, '.');
		if (dot)
			*dot = '/';
		if (!strchr(name, '.'))
			add(names, name);
	}
	if (open)
		closedir(open);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_all_sources(struct names *names, const char *folder)
{
	static const char *const parts[] = { "account", "desk", "feedback", "mail", "match", "setup", "signup" };

	add_sources(names, folder, "");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		add_sources(names, arena_printf(names->arena, "%s/%s", folder, parts[i]), arena_printf(names->arena, "%s/", parts[i]));
}

static struct texts sorted(struct names *names)
{
	qsort(names->of, names->count, sizeof *names->of, by_name);
	return (struct texts){ names->of, names->count };
}

struct texts own_sources(struct arena *arena, const char *folder)
{
	struct names names = { arena, arena_array(arena, NAMES_MOST, sizeof *names.of), 0 };

	add_all_sources(&names, folder);
	return sorted(&names);
}

struct texts own_names(struct arena *arena, const struct site *site)
{
	struct names names = { arena, arena_array(arena, NAMES_MOST, sizeof *names.of), 0 };

	add_all_sources(&names, arena_printf(arena, "%s/templates", site->data));
	add_live(&names, arena_printf(arena, "%s/live", site->data));
	return sorted(&names);
}
