/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A new site on a host: where its data lies, and what is made there before the first page. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "site/site.h"

#define FOLDER "bothways-data"
enum { SITES_MOST = 9 };

static bool is_ours(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0 && facts.st_uid == geteuid();
}

static const char *parent_of(struct arena *arena, const char *folder)
{
	const char *slash = strrchr(folder, '/');

	return slash && slash != folder ? arena_slice(arena, folder, (size_t)(slash - folder)) : "";
}

static bool is_web_name(const char *path)
{
	const char *name = strrchr(path, '/');

	return name && text_has_word("public_html www htdocs httpdocs html web webroot cgi-bin", name + 1);
}

/* The folder that holds the web folder, by the server's word or by the usual names of web folders: the outermost that is ours,
   since the web folder of one address may lie in that of another. "" where nothing tells. */
static const char *beside_web(struct arena *arena, const char *home, const char *root)
{
	size_t length = strlen(root);
	const char *found = "";

	while (length > 1 && root[length - 1] == '/')
		length--;
	if (length < 2 || strncmp(home, root, length) || (home[length] && home[length] != '/'))
		length = 0;
	for (const char *at = home; *at; at = parent_of(arena, at))
		if ((is_web_name(at) || (length && strlen(at) == length)) && is_ours(parent_of(arena, at)))
			found = parent_of(arena, at);
	return found;
}

/* Beside the web folder; another name where another site's data lies there already. */
static const char *place_beside(struct arena *arena, const char *beside)
{
	for (int i = 1; i <= SITES_MOST; i++) {
		const char *folder = i == 1 ? arena_printf(arena, "%s/" FOLDER, beside) : arena_printf(arena, "%s/" FOLDER "-%d", beside, i);
		if (access(arena_printf(arena, "%s/bothways.db", folder), F_OK) == 0)
			continue;
		return mkdir(folder, 0700) == 0 || is_ours(folder) ? folder : NULL;
	}
	return NULL;
}

static bool write_line(const char *path, const char *line)
{
	FILE *file = fopen(path, "wx");

	if (!file)
		return false;
	bool written = fprintf(file, "%s\n", line) > 0;
	return fclose(file) == 0 && written;
}

static enum site_founded find_place(struct site *site, const char *root)
{
	if (!is_ours(site->home))
		return SITE_NOT_OURS;
	const char *beside = beside_web(site->arena, site->home, root);
	const char *folder = *beside ? place_beside(site->arena, beside) : NULL;
	if (!folder)
		return SITE_NO_PLACE;
	/* Of two who came at once, the second takes what the first wrote. */
	if (!write_line(arena_printf(site->arena, "%s/bothways.conf", site->home), folder))
		return SITE_NO_CONF;
	site->data = folder;
	return SITE_FOUNDED;
}

enum site_founded site_found(struct site *site, const char *root)
{
	if (!site->data) {
		enum site_founded found = find_place(site, root);
		if (found != SITE_FOUNDED)
			return found;
	}
	const char *database = arena_printf(site->arena, "%s/bothways.db", site->data);
	if (access(database, F_OK) == 0)
		return SITE_NOT_MADE;
	mkdir(site->data, 0700);
	if (!is_ours(site->data) || chmod(site->data, 0700))
		return SITE_NOT_MADE;
	/* Where the folder is served after all, Apache at least is told not to. */
	write_line(arena_printf(site->arena, "%s/.htaccess", site->data), "Require all denied");
	write_line(arena_printf(site->arena, "%s/setup-code.txt", site->data), "");
	bool wal = site_disk_is_own(site->data) && site_locks_hold(site->arena, site->data);
	if (!site_setup_code(site->arena, site) || !site_make(site->data, wal))
		return SITE_NOT_MADE;
	site_retry(site);
	return site->state == SITE_READY ? SITE_FOUNDED : SITE_NOT_MADE;
}
