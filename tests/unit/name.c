/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Whom a typed name bars: names as people write them, in tests/data/names.txt. */
#include "domain/name.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/bar.h"
#include "tests/tap.h"

static struct arena *arena;

static void test_row(char *line)
{
	const char *rest = line;

	line[strcspn(line, "\n")] = '\0';
	const char *wanted = text_piece(arena, &rest, '|'), *typed = text_piece(arena, &rest, '|');
	const char *full = text_piece(arena, &rest, '|'), *called = text_piece(arena, &rest, '|');
	struct name a = name_read(arena, typed), b = name_read(arena, full), c = name_read(arena, called ? called : "");
	is(name_could_be(&a, &b, &c) ? "yes" : "no", wanted, arena_printf(arena, "\"%s\" and %s", typed, full));
}

static void test_table(void)
{
	FILE *file = fopen(arena_printf(arena, "%s/tests/data/names.txt", getenv("srcdir")), "r");
	char line[512];
	int rows = 0;

	while (file && fgets(line, sizeof line, file))
		if (*line != '#') {
			test_row(line);
			rows++;
		}
	if (file)
		fclose(file);
	ok(rows >= 80, "there are at least eighty names");
}

static void split(const char *text, const char *wanted)
{
	struct texts names = name_split(arena, text);
	const char *joined = "";

	for (size_t i = 0; i < names.count; i++)
		joined = arena_printf(arena, "%s%s%s", joined, i ? "|" : "", names.values[i]);
	is(joined, wanted, arena_printf(arena, "\"%s\" is split into names", text_encoded(arena, text)));
}

static void test_split(void)
{
	split("Bob and Sue Jones", "Bob jones|Sue Jones");
	split("Bob Jones\nMargaret Hill\n\n", "Bob Jones|Margaret Hill");
	split("Bob & Sue Jones; Ann Price", "Bob jones|Sue Jones|Ann Price");
	split("Gwen a Huw Rees", "Gwen rees|Huw Rees");
	split("Hill, Margaret", "Hill, Margaret");
	split("", "");
	split(" \n \n", "");
}

static void test_organisations(void)
{
	static const struct { const char *one, *other; bool same; } rows[] = {
		{ "Tŷ Hafan", "ty hafan", true }, { "Tŷ Hafan Ltd", "Ty Hafan", true }, { "Bridge Bakery Ltd.", "The Bridge Bakery", true },
		{ "Dŵr Cymru Cyf", "Dwr Cymru", true }, { "Acme plc", "ACME", true }, { "Acme Limited", "Acme", true },
		{ "Bridge Bakery", "Bridge Brewery", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ok(text_is(organisation_folded(arena, rows[i].one), organisation_folded(arena, rows[i].other)) == rows[i].same,
		   arena_printf(arena, "\"%s\" and \"%s\" are %s", rows[i].one, rows[i].other, rows[i].same ? "one" : "two"));
}

int main(void)
{
	arena = arena_new(16 << 20);
	test_table();
	test_split();
	test_organisations();
	arena_free(arena);
	return done();
}
