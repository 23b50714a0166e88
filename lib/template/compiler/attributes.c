/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static bool is_one_of(const char *name, const char *words)
{
	return text_has_word(words, name);
}

static bool is_address(const char *attribute)
{
	return is_one_of(attribute, "href src action formaction");
}

static bool is_read_by_people(const char *attribute)
{
	return is_one_of(attribute, "title alt placeholder aria-label aria-description");
}

static bool is_boolean(const char *attribute)
{
	return is_one_of(attribute, "checked selected disabled required hidden readonly multiple open autofocus novalidate");
}

static bool names_an_id(const char *attribute)
{
	return is_one_of(attribute, "id for aria-labelledby aria-describedby headers");
}

static bool is_forbidden(const char *attribute)
{
	return text_starts(attribute, "on") || is_one_of(attribute, "style srcdoc");
}

/* A few letters that change when the file does, so that a browser never keeps an old one. */
static const char *version_of(struct compile *c, const char *path)
{
	const char *file = arena_printf(c->arena, "%s%s", c->settings->folder, path);
	FILE *in = fopen(file, "rb");
	uint32_t hash = 2166136261u;
	int byte;

	while (in && (byte = fgetc(in)) != EOF)
		hash = (hash ^ (uint32_t)byte) * 16777619u;
	if (in)
		fclose(in);
	return arena_printf(c->arena, "%08x", hash);
}

/* The pieces of /account/person/{p.id}?x={y}: text and values in turn. */
static uint32_t emit_pieces(struct compile *c, struct node *node, const char *rest, struct scopes *scopes)
{
	uint32_t pieces = 0;
	enum member_kind kind;
	const struct view *of;

	while (*rest) {
		size_t plain = strcspn(rest, "{");
		const char *end = strchr(rest + plain, '}');
		if (plain) {
			emit(c, LINK_TEXT);
			emit(c, pooled(c, arena_slice(c->arena, rest, plain)));
			pieces++;
		}
		rest += plain;
		if (!*rest)
			break;
		if (!end) {
			wrong(c, node, "an address has { without }", "Close it");
			break;
		}
		const char *path = arena_slice(c->arena, rest + 1, (size_t)(end - rest - 1));
		emit(c, LINK_PATH);
		emit(c, find_path(c, node, scopes, path, &kind, &of));
		pieces++;
		rest = end + 1;
	}
	return pieces;
}

static const char *link_shape(struct compile *c, const char *address)
{
	struct buffer shape = buffer_in(c->arena, 64);

	for (; *address && *address != '#' && *address != '?'; address++) {
		if (*address == '{') {
			buffer_text(&shape, "{}");
			address += strcspn(address, "}");
			if (!*address)
				break;
		} else {
			buffer_char(&shape, *address);
		}
	}
	return buffer_string(&shape);
}

static void emit_link(struct compile *c, struct node *node, const char *attribute, const char *address, struct scopes *scopes)
{
	const char *program = arena_slice(c->arena, address + 1, strcspn(address + 1, "/?#{"));
	const char *tail = address + 1 + strlen(program);

	if (text_is(program, "static")) {
		tail = arena_printf(c->arena, "%s?v=%s", address, version_of(c, address));
		program = "signup";
	} else {
		add_link(c, link_shape(c, address));
	}
	EMIT(c, CODE_LINK, pooled(c, attribute), pooled(c, *program ? program : "signup"));
	size_t hole = emit_hole(c);
	uint32_t pieces = emit_pieces(c, node, tail, scopes);
	c->words[hole] = pieces;
}

void emit_address(struct compile *c, struct node *node, const char *attribute, const char *address, struct scopes *scopes)
{
	if (*address == '/') {
		emit_link(c, node, attribute, address, scopes);
		return;
	}
	bool fits = *address == '#' || *address == '?' || text_starts(address, "https://") || text_starts(address, "mailto:")
		|| text_starts(address, "tel:");
	if (!fits)
		wrong(c, node, arena_printf(c->arena, "the address %s is relative", address),
		      "Begin it with / and the program, or with # or https://");
	emit_raw(c, " ");
	emit_raw(c, attribute);
	emit_raw(c, "=\"");
	emit_raw_escaped(c, address);
	emit_raw(c, "\"");
}

static void emit_literal(struct compile *c, const char *name, const char *value)
{
	emit_raw(c, " ");
	emit_raw(c, name);
	if (is_boolean(name))
		return;
	emit_raw(c, "=\"");
	emit_raw_escaped(c, value);
	emit_raw(c, "\"");
}

static void emit_numbered(struct compile *c, const char *name, const char *id)
{
	emit_raw(c, " ");
	emit_raw(c, name);
	emit_raw(c, "=\"");
	EMIT(c, CODE_NUMBERED, pooled(c, id));
	emit_raw(c, "\"");
}

static void emit_html(struct compile *c, struct node *node, const struct attribute *a, struct scopes *scopes)
{
	if (is_forbidden(a->name))
		wrong(c, node, arena_printf(c->arena, "the attribute %s is not allowed", a->name), "Take it out: pages have no script and no inline style");
	else if (is_address(a->name))
		emit_address(c, node, a->name, a->value, scopes);
	else if (is_read_by_people(a->name) && has_letters(c, a->value) && !is_untranslated(node)) {
		EMIT(c, CODE_ATTRIBUTE_MESSAGE, pooled(c, a->name));
		put_off(c, PENDING_ATTRIBUTE_MESSAGE, node, scopes)->text = a->value;
	} else if (scopes->count && names_an_id(a->name) && *a->value)
		emit_numbered(c, a->name, a->value);
	else
		emit_literal(c, a->name, a->value);
}

static void emit_bound(struct compile *c, struct node *node, const struct attribute *a, struct scopes *scopes)
{
	enum member_kind kind;
	const struct view *of;

	if (is_forbidden(a->name) || text_is(a->name, "class")) {
		wrong(c, node, arena_printf(c->arena, "set:%s is not allowed", a->name), "Use b:if or b:is, and a class that stands in the template");
		return;
	}
	uint32_t path = find_path(c, node, scopes, a->value, &kind, &of);
	if (!path)
		return;
	if (is_boolean(a->name) && kind != MEMBER_FLAG && kind != MEMBER_COUNT)
		wrong(c, node, arena_printf(c->arena, "%s is no flag", a->value), "Bind a boolean attribute to a flag");
	else if (is_boolean(a->name))
		EMIT(c, CODE_ATTRIBUTE_IF, pooled(c, arena_printf(c->arena, " %s", a->name)), path);
	else if (kind == MEMBER_FLAG)
		EMIT(c, CODE_ATTRIBUTE_IF, pooled(c, arena_printf(c->arena, " %s=\"true\"", a->name)), path);
	else if (kind != MEMBER_TEXT && kind != MEMBER_COUNT)
		wrong(c, node, arena_printf(c->arena, "%s is nothing that an attribute can hold", a->value), "Bind a text, a count or a flag");
	else
		EMIT(c, is_address(a->name) ? CODE_ADDRESS : CODE_ATTRIBUTE, pooled(c, a->name), path);
}

/* What every form gets: where it goes, and that the browser does not judge it first. */
static void emit_form(struct compile *c, struct node *form, const struct scopes *scopes)
{
	struct scopes none = { .count = 0 };
	enum member_kind kind;
	const struct view *of;
	const char *method = node_html(form, "method");

	if (form == c->form) {
		EMIT(c, CODE_ATTRIBUTE, pooled(c, "action"), find_path(c, form, &none, "page.self", &kind, &of));
		if (!scopes->count)
			emit_raw(c, " id=\"page-form\"");
	}
	if (method && text_is(method, "post"))
		emit_raw(c, " novalidate");
}

static bool is_written_elsewhere(struct compile *c, const struct node *node, const struct attribute *a)
{
	const struct draft *draft = draft_of(c, node);

	if (a->kind == ATTRIBUTE_WORD || is_kept_back(node, a->name))
		return true;
	if (!draft)
		return false;
	if (text_is(a->name, "class") && draft->box == node)
		return true;
	/* A bound option's tick is settled with what was typed. */
	return (a->kind == ATTRIBUTE_BOUND && text_is(a->name, "checked")) || text_is(a->name, "aria-describedby");
}

void emit_attributes(struct compile *c, struct node *node, struct scopes *scopes)
{
	struct draft *draft = draft_of(c, node);

	for (const struct attribute *a = node->attributes; a; a = a->next) {
		if (is_written_elsewhere(c, node, a))
			continue;
		if (a->kind == ATTRIBUTE_HTML)
			emit_html(c, node, a, scopes);
		else
			emit_bound(c, node, a, scopes);
	}
	if (node_is(node, "form"))
		emit_form(c, node, scopes);
	if (node_is(node, "button") && !node_html(node, "type"))
		emit_raw(c, " type=\"submit\"");
	if (!draft)
		return;
	if (node_word(node, "when"))
		emit_raw(c, arena_printf(c->arena, " id=\"%s-error\"", draft->name));
	else if (draft->box == node)
		emit_box_class(c, node, node_html(node, "class"));
	if (node_is(node, "fieldset") && draft->box == node && draft->field.kind != FIELD_FLAG)
		emit_description(c, draft, node_html(node, "aria-describedby"));
	if (is_control(node) || node_is(node, "option"))
		emit_control(c, node, scopes);
}
