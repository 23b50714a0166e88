/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The controls of a form: what was typed, else what the page's view holds. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "template/render.h"

bool template_has_form(const struct template *template)
{
	return template->words[0] & TEMPLATE_HAS_FORM;
}

struct form template_form(const struct template *template)
{
	return (struct form){ template->fields, template->field_count, template->words, template->pool };
}

const struct texts *template_offers(struct arena *arena, const struct template *template, const void *page)
{
	struct texts *offers = arena_array(arena, template->field_count + 1, sizeof *offers);
	const struct render render = { .arena = arena, .template = template, .page = page };
	const struct run run = { .render = &render };

	for (size_t i = 0; i < template->field_count; i++) {
		const struct field *field = &template->fields[i];
		const void *row;
		if (!(field->flags & FIELD_BOUND))
			continue;
		const struct member *rows = run_member(&run, field->rows, &row);
		struct list list = member_list(rows, row);
		const struct member *value = &rows->of->members[field->row_value];
		const char **values = arena_array(arena, list.count + 1, sizeof *values);
		for (size_t r = 0; r < list.count; r++) {
			const void *option = list_row(rows->of, list, r);
			values[r] = value->kind == MEMBER_TEXT ? member_text(value, option)
				: arena_printf(arena, "%lld", (long long)member_count(value, option));
		}
		offers[i] = (struct texts){ values, list.count };
	}
	return offers;
}

const char *template_filled(struct arena *arena, const struct template *template, const void *page)
{
	const struct render render = { .arena = arena, .template = template, .page = page };
	const struct run run = { .render = &render };
	struct buffer filled = buffer_in(arena, 256);

	for (size_t i = 0; i < template->field_count; i++) {
		const struct field *field = &template->fields[i];
		if (field->value && field->kind == FIELD_FLAG)
			buffer_char(&filled, run_is_true(&run, field->value) ? '1' : '0');
		else if (field->value)
			buffer_text(&filled, run_text(&run, field->value));
		buffer_char(&filled, '\037');
	}
	return buffer_string(&filled);
}

static const struct field *field_at(const struct run *run, uint32_t field)
{
	return &run->render->template->fields[field];
}

enum reason run_wrong(const struct run *run, uint32_t field)
{
	return run->render->answers ? run->render->answers->of[field].wrong : REASON_NONE;
}

/* The text of a field that has one. */
static const char *field_text(const struct run *run, uint32_t field)
{
	uint32_t path = field_at(run, field)->value;

	if (run->render->answers) {
		struct texts typed = run->render->answers->of[field].typed;
		return typed.count ? typed.values[0] : "";
	}
	return path ? run_text(run, path) : "";
}

void run_field_value(struct run *run, uint32_t field)
{
	write_attribute(run, "value", field_text(run, field));
}

void run_field_text(struct run *run, uint32_t field)
{
	write_text(run, field_text(run, field));
}

void run_field_part(struct run *run, uint32_t field, uint32_t part)
{
	struct day_parts day;
	const char *text = "";

	if (run->render->answers) {
		struct texts typed = run->render->answers->of[field].typed;
		text = typed.count > part ? typed.values[part] : "";
	} else if (day_parse(field_text(run, field), &day)) {
		const int parts[] = { day.day, day.month, day.year };
		text = arena_printf(run->render->arena, "%d", parts[part]);
	}
	write_attribute(run, "value", text);
}

static bool is_typed(const struct run *run, uint32_t field, const char *value)
{
	struct texts typed = run->render->answers->of[field].typed;

	for (size_t i = 0; i < typed.count; i++)
		if (text_is(typed.values[i], value))
			return true;
	return false;
}

bool run_is_chosen(struct run *run, uint32_t field, const char *value)
{
	uint32_t path = field_at(run, field)->value;

	if (run->render->answers)
		return is_typed(run, field, value);
	if (!path)
		return false;
	if (field_at(run, field)->kind == FIELD_FLAG)
		return run_is_true(run, path);
	return text_has_word(run_text(run, path), value);
}

bool run_is_chosen_row(struct run *run, uint32_t field, uint32_t value, uint32_t flag)
{
	if (!run->render->answers && flag)
		return run_is_true(run, flag);
	return run_is_chosen(run, field, run_text(run, value));
}
