/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/utf8.h"
#include "form/form.h"
#include "form/pattern.h"

enum { EMAIL_MAX = 254, LABEL_MAX = 63 };

static bool is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_label(const char *label, size_t length)
{
	if (!length || length > LABEL_MAX || label[0] == '-' || label[length - 1] == '-')
		return false;
	for (size_t i = 0; i < length; i++)
		if (!is_letter_or_digit(label[i]) && label[i] != '-')
			return false;
	return true;
}

bool form_is_email(const char *text)
{
	const char *at = strchr(text, '@');

	if (!at || at == text || strlen(text) > EMAIL_MAX)
		return false;
	for (const char *c = text; c < at; c++)
		if (!is_letter_or_digit(*c) && !strchr(".!#$%&'*+/=?^_`{|}~-", *c))
			return false;
	for (const char *label = at + 1;;) {
		size_t length = strcspn(label, ".");
		if (!is_label(label, length))
			return false;
		if (!label[length])
			return true;
		label += length + 1;
	}
}

static bool set_holds(const uint32_t *set, uint32_t point)
{
	for (uint32_t i = 0; i < set[0]; i++)
		if (point >= set[1 + 2 * i] && point <= set[2 + 2 * i])
			return true;
	return false;
}

/* Steps that may be left out are passed over: whoever stands before one stands behind it too. */
static void pass_over(const uint32_t *steps, uint32_t count, bool *at)
{
	for (uint32_t i = 0; i < count; i++)
		if (at[i] && steps[2 * i] != STEP_ONE)
			at[i + 1] = true;
}

bool form_fits(const uint32_t *words, uint32_t pattern, const char *text)
{
	uint32_t count = words[pattern];
	const uint32_t *steps = words + pattern + 1;
	bool at[PATTERN_STEPS_MAX + 1] = { true };
	uint32_t point;

	pass_over(steps, count, at);
	while ((point = utf8_next(&text))) {
		bool next[PATTERN_STEPS_MAX + 1] = { false };
		for (uint32_t i = 0; i < count; i++)
			if (at[i] && set_holds(words + steps[2 * i + 1], point))
				next[steps[2 * i] == STEP_ANY ? i : i + 1] = true;
		pass_over(steps, count, next);
		memcpy(at, next, sizeof at);
	}
	return at[count];
}
