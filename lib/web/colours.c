/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity's colours: a style sheet of custom properties alone, which stand in its address. So it comes from the program
   itself, may be kept for ever, and no page needs a style of its own. */
#include <string.h>

#include "base/arena.h"
#include "base/colour.h"
#include "base/text.h"
#include "web/internal.h"

/* What the style sheet calls --paper, --card, --note and --press-ink (tests/page/charity.t compares them). */
static const struct grounds {
	const char *under[3], *words;
} grounds[] = {
	{ { "#fffbf4", "#ffffff", "#fdf3df" }, "#ffffff" },
	{ { "#14201f", "#1c2b2a", "#2b2a1c" }, "#0c2220" },
};
enum { UNDER = sizeof grounds->under / sizeof *grounds->under };

int64_t web_colour_contrast(enum web_scheme scheme, const char *colour)
{
	int64_t least = colour_contrast(colour, grounds[scheme].words);

	for (size_t i = 0; i < UNDER; i++) {
		int64_t on = colour_contrast(colour, grounds[scheme].under[i]);
		least = on < least ? on : least;
	}
	return least;
}

const char *web_colour_for_dark(struct arena *arena, const char *colour)
{
	const char *lighter = colour;

	for (size_t i = 0; i < UNDER; i++)
		lighter = colour_lighter(arena, lighter, grounds[WEB_DARK].under[i], CONTRAST_LEAST);
	return lighter;
}

const char *colours_address(const struct request *q)
{
	struct arena *arena = q->work.arena;
	const char *light = colour_read(arena, q->settings.colour), *dark = colour_read(arena, q->settings.colour_dark);

	if (!light || !dark)
		return "";
	return link_to(arena, q->links, "signup", arena_printf(arena, "/static/colours-%s-%s.css", light + 1, dark + 1));
}

const char *colours_css(struct arena *arena, const char *name)
{
	enum { LIGHT = 8, FIGURES = 6, DARK = LIGHT + FIGURES + 1, END = DARK + FIGURES };   /* colours-0d5049-9fe0d4.css */

	if (!text_starts(name, "colours-") || strlen(name) < END || name[DARK - 1] != '-' || !text_is(name + END, ".css"))
		return NULL;
	const char *light = colour_read(arena, arena_slice(arena, name + LIGHT, FIGURES)), *dark = colour_read(arena, arena_slice(arena, name + DARK, FIGURES));
	if (!light || !dark)
		return NULL;
	return arena_printf(arena, ":root { --press: %s; --link: %s }\n@media (prefers-color-scheme: dark) {\n  :root { --press: %s; --link: %s }\n}\n",
		light, light, dark, dark);
}
