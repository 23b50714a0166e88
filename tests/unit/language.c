/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room language: which one, its plurals, its dates. Reads the catalogues of this build. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "language/language.h"
#include "tests/tap.h"

static void test_wishes(struct arena *arena)
{
	static const struct { const char *header, *offered, *wish; } wishes[] = {
		{ "cy", "en cy", "cy" }, { "cy-GB", "en cy", "cy" }, { "CY", "en cy", "cy" }, { "fr, cy;q=0.5", "en cy", "cy" },
		{ "en;q=0.2, cy;q=0.9", "en cy", "cy" }, { "cy;q=0.2, en;q=0.21", "cy en", "en" }, { "cy;q=0", "en cy", "en" },
		{ "fr", "en cy", "en" }, { "", "cy en", "cy" }, { "*", "cy en", "cy" }, { "cy;q=nonsense, en", "en cy", "en" },
		{ ",,,;;;q=", "en cy", "en" }, { "cy;q=1.000, en;q=0.999", "en cy", "cy" }, { "en, cy", "cy en", "en" },
	};

	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++)
		is(language_wish(arena, wishes[i].header, wishes[i].offered), wishes[i].wish,
		   arena_printf(arena, "Accept-Language \"%s\" of \"%s\"", wishes[i].header, wishes[i].offered));
}

static void test_catalogues(struct arena *arena)
{
	struct language english = language_use(arena, "en");

	is(english.dir, "ltr", "English is written from left to right");
	is(language_text(NULL, "Continue"), "Continue", "English says what the source says");
	is(language_plural(NULL, "{n} thing", "{n} things", 1), "{n} thing", "English has one");
	is(language_plural(NULL, "{n} thing", "{n} things", 0), "{n} things", "and many, of which none is one");
	is(language_day(arena, "2026-03-03"), "Tuesday 3 March 2026", "a day in words");
	is(language_moment(arena, 1772548200), "Tuesday 3 March 2026 at 2:30pm", "a moment in words");
	struct language welsh = language_use(arena, "cy");
	is(welsh.name, "Cymraeg", "a language has its own name for itself");
	ok(!welsh.reviewed, "Welsh is a draft until a reader has put their name to it");
	is(language_text(NULL, "Continue"), "Ymlaen", "Welsh says it in Welsh");
	is(language_text(NULL, "No such text anywhere"), "No such text anywhere", "what is not translated is said in English");
	is(language_day(arena, "2026-03-03"), "Dydd Mawrth 3 Mawrth 2026", "a day in Welsh words");
	is_count((long long)language_months(arena).count, 36, "months can be typed in Welsh and in English");
	struct language unknown = language_use(arena, "xx");
	is(unknown.dir, "ltr", "a language without a catalogue is written as English");
	is(language_text(NULL, "Continue"), "Continue", "and says English words");
	struct language mirrored = language_use(arena, "ar-XB");
	is(mirrored.dir, "rtl", "the mirrored language is written from right to left");
	ok(!text_is(language_text(NULL, "Continue"), "Continue"), "and none of its texts is English");
	language_use(arena, "../../etc");
	is(language_text(NULL, "Continue"), "Continue", "a language is a name, not a path");
}

static void test_urdu(struct arena *arena)
{
	struct language urdu = language_use(arena, "ur");

	is(urdu.name, "اردو", "Urdu has its own name for itself");
	is(urdu.dir, "rtl", "Urdu is written from right to left");
	ok(!urdu.reviewed, "Urdu is a draft until a reader has put their name to it");
	is(language_text(NULL, "Continue"), "آگے بڑھیں", "Urdu says it in Urdu");
	is(language_day(arena, "2026-03-03"), "منگل، 3 مارچ 2026", "a day in Urdu words");
	is(language_moment(arena, 1772548200), "منگل، 3 مارچ 2026 کو دوپہر کے بعد 2:30 بجے", "a moment in Urdu words");
	is(language_plural(NULL, "They have met once.", "They have met {n} times.", 1), "ان کی ایک ملاقات ہو چکی ہے۔", "one in Urdu");
	is(language_plural(NULL, "They have met once.", "They have met {n} times.", 0), "ان کی {n} ملاقاتیں ہو چکی ہیں۔", "and none is said as many");
	struct texts months = language_months(arena);
	is(months.values[2], "مارچ", "a month can be typed as in a date");
	is(months.values[14], "مارچ", "which is how it is said by itself");
}

static void test_polish(struct arena *arena)
{
	struct language polish = language_use(arena, "pl");

	is(polish.name, "Polski", "Polish has its own name for itself");
	ok(!polish.reviewed, "Polish is a draft until a reader has put their name to it");
	is(language_day(arena, "2026-03-03"), "wtorek, 3 marca 2026", "a day in Polish words");
	is(language_moment(arena, 1772548200), "wtorek, 3 marca 2026, godz. 14:30", "a moment, of 24 hours");
	struct texts months = language_months(arena);
	is(months.values[2], "marca", "a month can be typed as in a date");
	is(months.values[14], "marzec", "and by itself");
	is(months.values[23], "grudzień", "to the last one");
	is(months.values[26], "March", "and in English");
}

/* Three forms: one; two to four, but for the teens; the rest. */
static void test_polish_plurals(struct arena *arena)
{
	static const int64_t few[] = { 2, 3, 4, 22, 104 }, many[] = { 0, 5, 11, 12, 14, 21, 25, 112 };

	language_use(arena, "pl");
	is(language_plural(NULL, "One proposal to look at.", "{n} proposals to look at.", 1), "Jedna propozycja do przejrzenia.", "one");
	for (size_t i = 0; i < sizeof few / sizeof *few; i++)
		is(language_plural(NULL, "One proposal to look at.", "{n} proposals to look at.", few[i]), "{n} propozycje do przejrzenia.",
		   arena_printf(arena, "%d are few", (int)few[i]));
	for (size_t i = 0; i < sizeof many / sizeof *many; i++)
		is(language_plural(NULL, "One proposal to look at.", "{n} proposals to look at.", many[i]), "{n} propozycji do przejrzenia.",
		   arena_printf(arena, "%d are many", (int)many[i]));
}

/* Six forms: what each says has to differ where the catalogue's own differ. */
static void test_plurals(struct arena *arena)
{
	const char *said[12];

	language_use(arena, "cy");
	for (int n = 0; n < 12; n++)
		said[n] = language_plural(NULL, "They have met once.", "They have met {n} times.", n);
	ok(!text_is(said[1], said[4]) && !text_is(said[2], said[4]), "Welsh has its own words for one and two");
	is(said[4], said[11], "and one form for all other numbers");
}

/* Each day of a leap year says its number, its year, its month and its weekday, those of the language, and nothing like 03/04. */
static void test_all_days(struct arena *arena, const char *code)
{
	static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int wrong = 0, days = 0;

	language_use(arena, code);
	const struct texts months = language_months(arena);
	const char *weekdays[7];
	for (int i = 0; i < 7; i++)
		weekdays[i] = language_day(arena, arena_printf(arena, "2024-01-%02d", i + 1));
	for (int month = 0; month < 12; month++)
		for (int day = 1; day <= lengths[month]; day++, days++) {
			const char *words = language_day(arena, arena_printf(arena, "2024-%02d-%02d", month + 1, day)), *first = weekdays[days % 7];
			size_t same = 0;
			while (words[same] == first[same] && !(first[same] >= '0' && first[same] <= '9'))
				same++;
			/* Up to the number it begins as the same weekday of the first week does. */
			wrong += same < 4 || !(words[same] >= '0' && words[same] <= '9') || strtol(words + same, NULL, 10) != day;
			wrong += !strstr(words, months.values[month]) || !strstr(words, "2024") || strchr(words, '/') != NULL;
			wrong += !text_is(code, "en") && strstr(words, months.values[24 + month]) != NULL && !text_is(months.values[month], months.values[24 + month]);
		}
	is_count(wrong, 0, arena_printf(arena, "%s: all %d days of a year", code, days));
}

/* The rules of CLDR, written apart from the catalogues' own. */
static int rule_of(const char *code, int n)
{
	if (text_is(code, "cy"))
		return n <= 3 ? n : n == 6 ? 4 : 5;
	if (text_is(code, "pl"))
		return n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && n % 100 / 10 != 1 ? 1 : 2;
	return n != 1;
}

static void test_plural_rules(struct arena *arena, const char *code)
{
	int wrong = 0;

	language_use(arena, code);
	for (int n = 0; n <= 1000; n++)
		wrong += language_form("They have met once.", "They have met {n} times.", n) != rule_of(code, n);
	is_count(wrong, 0, arena_printf(arena, "%s: the form of each number from 0 to 1,000", code));
}

int main(void)
{
	struct arena *arena = arena_new(8 << 20);

	language_start(arena_printf(arena, "%s/locale", getenv("builddir")));
	day_use_rule("GMT0BST,M3.5.0/1,M10.5.0");
	test_wishes(arena);
	test_catalogues(arena);
	test_plurals(arena);
	test_urdu(arena);
	test_polish(arena);
	test_polish_plurals(arena);
	for (size_t i = 0; i < 4; i++) {
		static const char *const codes[] = { "en", "cy", "pl", "ur" };
		test_all_days(arena, codes[i]);
		test_plural_rules(arena, codes[i]);
	}
	arena_free(arena);
	return done();
}
