/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "own/own.h"
#include "site/site.h"
#include "template/facts.h"

enum { FILE_MOST = 512 * 1024, SEAL_BYTES = 32 };

/* Then the words, the fields, the pool. Read by the programs of this host alone, so in its own byte order. */
struct head {
	char kind[8];
	char seal[SEAL_BYTES];      /* over all that follows */
	char shipped[SEAL_BYTES];   /* the mark of the page that it stands for */
	char source[SEAL_BYTES];    /* the mark of what it was compiled from */
	uint32_t words, fields, pool, unused;
};
static const char kind[8] = "BWPAGE1";

bool own_is_name(const char *name)
{
	const char *slash = strchr(name, '/');

	return *name && strlen(name) < 100 && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-/") == strlen(name)
		&& (text_is(name, "error") || (slash && slash != name && slash[1] && !strchr(slash + 1, '/')));
}

const char *own_source_path(struct arena *arena, const struct site *site, const char *name)
{
	return arena_printf(arena, "%s/templates/%s.xml", site->data, name);
}

/* One folder for all, so that a page that has none costs one look: live/signup.name */
static const char *live_path(struct arena *arena, const struct site *site, const char *name)
{
	char *flat = arena_copy(arena, name), *slash = strchr(flat, '/');

	if (slash)
		*slash = '.';
	return arena_printf(arena, "%s/live/%s", site->data, flat);
}

char *own_read(struct arena *arena, const char *path, size_t *length)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat facts;
	char *bytes = NULL;
	ssize_t got;

	*length = 0;
	if (file < 0)
		return NULL;
	if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size <= FILE_MOST) {
		bytes = arena_alloc(arena, (size_t)facts.st_size + 1);
		while ((got = read(file, bytes + *length, (size_t)facts.st_size - *length)) > 0)
			*length += (size_t)got;
	}
	close(file);
	return bytes;
}

static void put_seal(char *seal, const char *hash)
{
	memcpy(seal, hash, SEAL_BYTES);
}

/* Whatever of a page matters to one that stands for it. */
static const char *mark_of(struct arena *arena, const struct site *site, const struct template *shipped)
{
	return crypto_keyed(arena, &site->key, "shipped", arena_printf(arena, "%s %016llx", shipped->name, (unsigned long long)shipped->version));
}

static const char *source_mark(struct arena *arena, const struct site *site, const char *name)
{
	size_t length;
	const char *source = own_read(arena, own_source_path(arena, site, name), &length);

	return crypto_keyed_bytes(arena, &site->key, "source", source ? source : "", length);
}

static const char *seal_of(struct arena *arena, const struct site *site, const char *bytes, size_t length)
{
	size_t before = offsetof(struct head, shipped);

	return crypto_keyed_bytes(arena, &site->key, "live", bytes + before, length - before);
}

/* The live file of a page: its head, and in *length how long it is; NULL when there is none. *sound: it is as it was written. */
static const struct head *read_live(struct arena *arena, const struct site *site, const char *name, bool *sound)
{
	size_t length;
	const char *bytes = own_read(arena, live_path(arena, site, name), &length);
	const struct head *head = (const void *)bytes;

	*sound = false;
	if (!bytes)
		return NULL;
	if (length < sizeof *head || memcmp(head->kind, kind, sizeof kind) != 0)
		return (const void *)bytes;
	*sound = length == sizeof *head + (size_t)head->words * sizeof(uint32_t) + (size_t)head->fields * sizeof(struct field) + head->pool
		&& memcmp(head->seal, seal_of(arena, site, bytes, length), SEAL_BYTES) == 0;
	return head;
}

/* What a live file holds takes the place of what was shipped. */
static void unpack(const struct head *head, struct template *page)
{
	const char *at = (const char *)(head + 1);

	page->words = (const void *)at;
	page->word_count = head->words;
	at += head->words * sizeof(uint32_t);
	page->fields = (const void *)at;
	page->field_count = head->fields;
	page->pool = at + head->fields * sizeof(struct field);
	page->pool_size = head->pool;
}

const struct template *own_template(struct arena *arena, const struct site *site, const struct template *shipped)
{
	bool sound;
	const struct head *head = site->data ? read_live(arena, site, shipped->name, &sound) : NULL;

	if (!head || !sound || memcmp(head->shipped, mark_of(arena, site, shipped), SEAL_BYTES) != 0)
		return shipped;
	struct template *page = arena_alloc(arena, sizeof *page);
	*page = *shipped;
	unpack(head, page);
	return page;
}

enum own_state own_state(struct arena *arena, const struct site *site, const struct template *shipped)
{
	bool sound;
	const struct head *head = read_live(arena, site, shipped->name, &sound);

	if (!head)
		return OWN_SHIPPED;
	if (!sound)
		return OWN_UNSOUND;
	if (memcmp(head->shipped, mark_of(arena, site, shipped), SEAL_BYTES) != 0)
		return OWN_OUTDATED;
	return memcmp(head->source, source_mark(arena, site, shipped->name), SEAL_BYTES) == 0 ? OWN_LIVE : OWN_EDITED;
}

bool own_go_live(struct arena *arena, const struct site *site, const struct template *shipped, const struct template *page)
{
	struct head head = { .words = (uint32_t)page->word_count, .fields = (uint32_t)page->field_count, .pool = (uint32_t)page->pool_size };
	struct buffer out = buffer_in(arena, FILE_MOST);
	const char *path = live_path(arena, site, shipped->name);

	memcpy(head.kind, kind, sizeof kind);
	put_seal(head.shipped, mark_of(arena, site, shipped));
	put_seal(head.source, source_mark(arena, site, shipped->name));
	buffer_add(&out, (const char *)&head, sizeof head);
	buffer_add(&out, (const char *)page->words, page->word_count * sizeof *page->words);
	if (page->field_count)
		buffer_add(&out, (const char *)page->fields, page->field_count * sizeof *page->fields);
	buffer_add(&out, page->pool, page->pool_size);
	put_seal(out.bytes + offsetof(struct head, seal), seal_of(arena, site, out.bytes, out.length));
	mkdir(arena_printf(arena, "%s/live", site->data), 0700);
	if (out.length <= FILE_MOST && file_put(arena, path, out.bytes, out.length))
		return true;
	log_line("the own page %s cannot be written", shipped->name);
	return false;
}

bool own_go_back(struct arena *arena, const struct site *site, const char *name)
{
	return unlink(live_path(arena, site, name)) == 0;
}
