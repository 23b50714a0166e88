/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tests/unit/catalogue.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "tests/unit/sample.h"

static const uint32_t MAGIC = 0x950412de;
enum { HEAD_WORDS = 7 };

/* One half of an entry, with the other form of a plural behind a NUL. */
static void add_half(struct buffer *out, const struct catalogue_entry *entry, bool translated)
{
	const char *many = translated ? entry->many_translation : entry->many;

	buffer_text(out, translated ? entry->translation : entry->original);
	if (many) {
		buffer_add(out, "", 1);
		buffer_text(out, many);
	}
}

static int by_original(const void *a, const void *b)
{
	return strcmp(((const struct catalogue_entry *)a)->original, ((const struct catalogue_entry *)b)->original);
}

static const char *path_of(struct arena *arena, const char *language, const char *rest)
{
	return arena_printf(arena, "%s/%s%s", sample_folder(), language, rest);
}

void catalogue_write(struct arena *arena, const char *language, const char *header, const struct catalogue_entry *entries, size_t count)
{
	struct catalogue_entry *all = arena_array(arena, count + 1, sizeof *all);
	uint32_t n = (uint32_t)count + 1, words = HEAD_WORDS + 4 * n;
	uint32_t *head = arena_array(arena, words, sizeof *head);
	struct buffer texts = buffer_in(arena, 4096);

	all[0] = (struct catalogue_entry){ .original = "", .translation = header };
	memcpy(all + 1, entries, count * sizeof *all);
	qsort(all, n, sizeof *all, by_original);
	memcpy(head, (uint32_t[]){ MAGIC, 0, n, HEAD_WORDS * 4, HEAD_WORDS * 4 + 8 * n, 0, 0 }, HEAD_WORDS * sizeof *head);
	for (uint32_t i = 0; i < 2 * n; i++) {
		uint32_t *place = head + HEAD_WORDS + 2 * i, at = (uint32_t)texts.length;
		add_half(&texts, &all[i % n], i >= n);
		place[0] = (uint32_t)texts.length - at;
		place[1] = at + words * 4;
		buffer_add(&texts, "", 1);
	}
	mkdir(path_of(arena, language, ""), 0700);
	mkdir(path_of(arena, language, "/LC_MESSAGES"), 0700);
	FILE *out = fopen(path_of(arena, language, "/LC_MESSAGES/bothways.mo"), "wb");
	if (!out || fwrite(head, sizeof *head, words, out) != words || fwrite(texts.bytes, 1, texts.length, out) != texts.length || fclose(out))
		die("no catalogue can be written");
}

void catalogue_remove(struct arena *arena, const char *language)
{
	remove(path_of(arena, language, "/LC_MESSAGES/bothways.mo"));
	remove(path_of(arena, language, "/LC_MESSAGES"));
	remove(path_of(arena, language, ""));
}
