/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A charity's own template, as it may be typed: the compiler never fails but by saying what is wrong. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "sql_signup.h"
#include "template/compiler/compiler.h"
#include "template/facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct view *view_named(const char *name)
{
	(void)name;
	return &signup_reach_view;
}

/* The layout and the partials are the shipped ones. */
static void make_folder(char *folder, size_t room)
{
	static const char *const shared[] = { "layout", "field", "said-values", "said-ways", "said-reach", "said-time", "said-tongues",
		"said-age", "said-wish" };
	char path[400], shipped[400];

	snprintf(folder, room, "%s/fuzz-template-XXXXXX", getenv("FUZZ_FOLDER"));
	if (!mkdtemp(folder))
		abort();
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
		snprintf(shipped, sizeof shipped, "%s/templates/%s.xml", getenv("srcdir"), shared[i]);
		snprintf(path, sizeof path, "%s/%s.xml", folder, shared[i]);
		if (symlink(shipped, path))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char folder[200];
	char path[300];

	if (!*folder)
		make_folder(folder, sizeof folder);
	snprintf(path, sizeof path, "%s/page.xml", folder);
	FILE *out = fopen(path, "wb");
	if (!out || fwrite(data, 1, size, out) != size || fclose(out))
		abort();
	struct arena *arena = arena_new(512 << 20);
	const struct compile_settings settings = { .arena = arena, .folder = folder, .facts = &page_facts_view, .view = view_named };
	struct compiled compiled;
	compile_template(&settings, "page", &compiled);
	arena_free(arena);
	return 0;
}
