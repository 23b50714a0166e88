/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "form/form.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"

enum { DATE_PARTS = 3, MONTHS = 12, SHORTEST_MONTH_NAME = 3 };

static const char *const date_parts[DATE_PARTS] = { "day", "month", "year" };

const char *reason_name(enum reason reason)
{
	static const char *const names[REASONS] = {
		"none", "missing", "too-short", "too-long", "wrong-form", "too-small", "too-large", "too-few",
		"too-many", "not-offered", "not-text", "repeated", "taken", "too-young", "none-chosen",
		"wrong-code", "gone", "not-allowed",
	};

	return names[reason];
}

int form_field(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++)
		if (text_is(form->pool + form->fields[i].name, name))
			return (int)i;
	return -1;
}

/* CR LF and CR become LF; where there is one line only, every line end becomes a space. */
static const char *with_line_ends(struct arena *arena, const char *text, bool many_lines)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *to = out;

	for (; *text; text++) {
		char c = *text;
		if (c == '\r' && text[1] == '\n')
			continue;
		if (c == '\r' || c == '\v' || c == '\f')
			c = '\n';
		if (!many_lines && c == '\n')
			c = ' ';
		*to++ = c;
	}
	return out;
}

static const char *cleaned(struct arena *arena, const struct field *field, const char *value)
{
	if (field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES)
		return value;
	return utf8_trimmed(arena, with_line_ends(arena, value, field->kind == FIELD_LONG_TEXT));
}

static struct texts values_named(struct arena *arena, const struct field *field, const char *name,
				 const struct form_sending *sending)
{
	size_t count = 0;

	for (size_t i = 0; i < sending->count; i++)
		count += text_is(sending->sent[i].name, name);
	const char **values = arena_array(arena, count + 1, sizeof *values);
	count = 0;
	for (size_t i = 0; i < sending->count; i++)
		if (text_is(sending->sent[i].name, name))
			values[count++] = cleaned(arena, field, sending->sent[i].value);
	return (struct texts){ values, count };
}

/* Day, month and year: one value each, "" for what was not sent. */
static struct texts date_values(struct arena *arena, const struct field *field, const char *name,
				const struct form_sending *sending)
{
	const char **values = arena_array(arena, DATE_PARTS, sizeof *values);
	bool any = false;

	for (int part = 0; part < DATE_PARTS; part++) {
		const char *part_name = arena_printf(arena, "%s.%s", name, date_parts[part]);
		struct texts sent = values_named(arena, field, part_name, sending);
		values[part] = sent.count ? sent.values[0] : "";
		any |= sent.count > 0;
	}
	return (struct texts){ values, any ? DATE_PARTS : 0 };
}

static bool has_value(struct texts texts, const char *value)
{
	for (size_t i = 0; i < texts.count; i++)
		if (text_is(texts.values[i], value))
			return true;
	return false;
}

static bool is_offered(const struct form *form, const struct field *field, const char *value,
		       struct texts offered)
{
	if (field->flags & FIELD_BOUND)
		return has_value(offered, value);
	for (uint32_t i = 0; i < field->option_count; i++)
		if (text_is(form->pool + form->words[field->options + i], value))
			return true;
	return false;
}

/* A tick sends its own value or nothing: anything else ticks nothing. */
static struct texts ticked(const struct form *form, const struct field *field, struct texts typed)
{
	const struct texts none = { NULL, 0 };

	return typed.count && is_offered(form, field, typed.values[0], none) ? typed : none;
}

struct answers form_read(struct arena *arena, const struct form *form, const struct form_sending *sending)
{
	struct answers answers = { form, arena_array(arena, form->count + 1, sizeof *answers.of), false };

	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		const char *name = form->pool + field->name;

		/* A field comes after the option it lies in, so its parent is read already. */
		if (field->parent >= 0
		    && !has_value(answers.of[field->parent].typed, form->pool + field->parent_option))
			continue;
		answers.of[i].typed = field->kind == FIELD_DATE ? date_values(arena, field, name, sending)
			: values_named(arena, field, name, sending);
		if (field->kind == FIELD_FLAG)
			answers.of[i].typed = ticked(form, field, answers.of[i].typed);
	}
	return answers;
}

static bool holds_control(const char *text)
{
	uint32_t point;

	while ((point = utf8_next(&text)))
		if (utf8_is_control(point))
			return true;
	return false;
}

static enum reason judge_number(const struct field *field, int64_t number)
{
	if (number < field->least)
		return REASON_TOO_SMALL;
	return number > field->most ? REASON_TOO_LARGE : REASON_NONE;
}

static enum reason judge_text(const struct form *form, const struct field *field, const char *text)
{
	int64_t number;

	if (holds_control(text))
		return REASON_NOT_TEXT;
	if (field->max_length && utf8_units(text) > field->max_length)
		return REASON_TOO_LONG;
	if (field->min_length && utf8_units(text) < field->min_length)
		return REASON_TOO_SHORT;
	if (field->pattern && !form_fits(form->words, field->pattern, text))
		return REASON_WRONG_FORM;
	if (field->kind == FIELD_EMAIL)
		return form_is_email(text) ? REASON_NONE : REASON_WRONG_FORM;
	if (field->kind == FIELD_NUMBER || field->flags & FIELD_COUNTS)
		return text_is_count(text, &number) ? judge_number(field, number) : REASON_WRONG_FORM;
	return REASON_NONE;
}

static enum reason judge_choices(const struct form *form, const struct field *field, struct texts typed,
				 struct texts offered)
{
	for (size_t i = 0; i < typed.count; i++) {
		if (!is_offered(form, field, typed.values[i], offered))
			return REASON_NOT_OFFERED;
		if (has_value((struct texts){ typed.values, i }, typed.values[i]))
			return REASON_REPEATED;
	}
	if (field->kind == FIELD_CHOICE)
		return typed.count > 1 ? REASON_REPEATED : REASON_NONE;
	if ((int64_t)typed.count < field->least)
		return REASON_TOO_FEW;
	return (int64_t)typed.count > field->most ? REASON_TOO_MANY : REASON_NONE;
}

static int64_t month_number(struct arena *arena, const char *typed, struct texts months)
{
	int64_t number;

	if (text_is_count(typed, &number))
		return number;
	const char *folded = utf8_folded(arena, typed);
	if (utf8_points(folded) < SHORTEST_MONTH_NAME)
		return 0;
	for (size_t i = 0; i < months.count; i++)
		if (text_starts(utf8_folded(arena, months.values[i]), folded))
			return (int64_t)(i % MONTHS) + 1;
	return 0;
}

/* What three boxes say, as one day, or NULL. */
static const char *date_typed(struct arena *arena, struct texts typed, struct texts months)
{
	int64_t day, year;

	if (!text_is_count(typed.values[0], &day) || !text_is_count(typed.values[2], &year))
		return NULL;
	return day_make(arena, year, month_number(arena, typed.values[1], months), day);
}

static enum reason judge_date(struct arena *arena, const struct field *field, struct answer *answer,
			      struct texts months)
{
	struct day_parts parts;

	answer->day = date_typed(arena, answer->typed, months);
	if (!answer->day || !day_parse(answer->day, &parts))
		return REASON_WRONG_FORM;
	return judge_number(field, parts.year);
}

static bool is_empty(struct texts typed)
{
	for (size_t i = 0; i < typed.count; i++)
		if (*typed.values[i])
			return false;
	return true;
}

static enum reason judge_field(struct arena *arena, struct answers *answers, size_t i,
			       const struct form_sending *sending)
{
	const struct form *form = answers->form;
	const struct field *field = &form->fields[i];
	struct answer *answer = &answers->of[i];

	if (field->parent >= 0
	    && !has_value(answers->of[field->parent].typed, form->pool + field->parent_option))
		return REASON_NONE;
	/* A choice with nothing ticked may still be too few. */
	if (is_empty(answer->typed) && field->kind != FIELD_CHOICES)
		return field->flags & FIELD_REQUIRED ? REASON_MISSING : REASON_NONE;
	switch ((enum field_kind)field->kind) {
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		return judge_choices(form, field, answer->typed, sending->offered[i]);
	case FIELD_DATE:
		return judge_date(arena, field, answer, sending->months);
	case FIELD_FLAG:
		return REASON_NONE;
	case FIELD_FILE:
		return text_is(answer->typed.values[0], FILE_TOO_LONG) ? REASON_TOO_LONG : REASON_WRONG_FORM;
	default:
		if (answer->typed.count > 1)
			return REASON_REPEATED;
		return judge_text(form, field, answer->typed.values[0]);
	}
}

void form_judge(struct arena *arena, struct answers *answers, const struct form_sending *sending)
{
	for (size_t i = 0; i < answers->form->count; i++) {
		struct answer *answer = &answers->of[i];
		answer->wrong = judge_field(arena, answers, i, sending);
		answers->refused |= answer->wrong != REASON_NONE;
	}
}

void form_blame(struct answers *answers, const char *field, enum reason reason)
{
	int i = form_field(answers->form, field);

	if (i < 0)
		die("a field that the form does not have is blamed: %s", field);
	answers->refused = true;
	if (answers->of[i].wrong == REASON_NONE)
		answers->of[i].wrong = reason;
}

void form_fill(struct arena *arena, const struct answers *answers, const struct view *view, void *into)
{
	for (size_t i = 0; i < answers->form->count; i++) {
		const struct answer *answer = &answers->of[i];
		struct texts typed = answer->typed;
		const char *first = answer->day ? answer->day : typed.count ? typed.values[0] : "";
		/* By its name: a page of the charity's own may ask in another order. */
		const char *name = answers->form->pool + answers->form->fields[i].name;
		const struct member *member = &view->members[view_find(view, name, strlen(name))];
		char *place = (char *)into + member->offset;

		switch (member->kind) {
		case MEMBER_TEXT:
			*(const char **)(void *)place = arena_copy(arena, first);
			break;
		case MEMBER_COUNT:
			if (*first && !text_is_count(first, (int64_t *)(void *)place))
				die("an answer that is no number was not refused: %s", member->name);
			break;
		case MEMBER_FLAG:
			*(bool *)(void *)place = typed.count > 0;
			break;
		case MEMBER_TEXTS:
			*(struct texts *)(void *)place = typed;
			break;
		default:
			die("a form has no member of this kind: %s", member->name);
		}
	}
}
