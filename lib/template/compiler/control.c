/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

bool is_kept_back(const struct node *node, const char *attribute)
{
	/* SVG has no such attribute: it is for the extractor alone there. */
	if (text_is(attribute, "translate"))
		return node_is(node, "svg") || node_within(node, "svg");
	if (node->field < 0 || !is_control(node))
		return false;
	/* A silently cut paste and a bubble in another language: the server says it better. */
	if (text_has_word("maxlength minlength pattern", attribute))
		return true;
	/* The bounds of a date's year are the server's; HTML has them for numbers. */
	const char *type = node_html(node, "type");
	return text_has_word("min max", attribute) && !(type && text_is(type, "number"));
}

void emit_box_class(struct compile *c, const struct node *node, const char *classes)
{
	emit_raw(c, classes ? arena_printf(c->arena, " class=\"%s", classes) : "");
	EMIT(c, CODE_ANY_WRONG, (uint32_t)node->field);
	size_t hole = emit_hole(c);
	emit_raw(c, classes ? " wrong" : " class=\"wrong\"");
	patch_here(c, hole);
	emit_raw(c, classes ? "\"" : "");
}

void emit_description(struct compile *c, const struct draft *draft, const char *own)
{
	const char *hint = draft->hint ? node_html(draft->hint, "id") : NULL;
	const char *always = own && hint ? arena_printf(c->arena, "%s %s", own, hint) : own ? own : hint ? hint : "";

	if (!draft->box && !*always)
		return;
	if (*always)
		emit_raw(c, arena_printf(c->arena, " aria-describedby=\"%s", always));
	if (draft->box) {
		EMIT(c, CODE_ANY_WRONG, (uint32_t)(draft - c->drafts));
		size_t hole = emit_hole(c);
		emit_raw(c, arena_printf(c->arena, *always ? " %s-error" : " aria-describedby=\"%s-error\"", draft->name));
		patch_here(c, hole);
	}
	if (*always)
		emit_raw(c, "\"");
}

static void emit_invalid(struct compile *c, const struct draft *draft)
{
	EMIT(c, CODE_ANY_WRONG, (uint32_t)(draft - c->drafts));
	size_t hole = emit_hole(c);
	emit_raw(c, " aria-invalid=\"true\"");
	patch_here(c, hole);
}

static void emit_chosen(struct compile *c, struct node *node, const struct draft *draft, struct scopes *scopes)
{
	uint32_t field = (uint32_t)(draft - c->drafts);
	uint32_t mark = pooled(c, node_is(node, "option") ? " selected" : " checked");
	enum member_kind kind;
	const struct view *of;

	if (!(draft->field.flags & FIELD_BOUND)) {
		const char *value = node_html(node, "value");
		EMIT(c, CODE_CHOSEN, field, pooled(c, value ? value : ""), mark);
		return;
	}
	const char *checked = node_bound(node, "checked");
	uint32_t value = find_path(c, node, scopes, node_bound(node, "value"), &kind, &of);
	uint32_t flag = checked ? find_path(c, node, scopes, checked, &kind, &of) : 0;
	EMIT(c, CODE_CHOSEN_ROW, field, value, flag, mark);
}

static uint32_t date_part(const char *name)
{
	return text_ends(name, ".day") ? 0 : text_ends(name, ".month") ? 1 : 2;
}

static void emit_written(struct compile *c, struct node *node, const struct draft *draft)
{
	uint32_t field = (uint32_t)(draft - c->drafts);

	if (draft->field.kind == FIELD_DATE)
		EMIT(c, CODE_FIELD_PART, field, date_part(node_html(node, "name")));
	else if (node_is(node, "input") && draft->field.kind != FIELD_FILE)
		EMIT(c, CODE_FIELD_VALUE, field);
	if (draft->field.kind != FIELD_DATE)
		emit_description(c, draft, node_html(node, "aria-describedby"));
	emit_invalid(c, draft);
}

void emit_control(struct compile *c, struct node *node, struct scopes *scopes)
{
	const struct draft *draft = draft_of(c, node);

	if (draft->hidden || draft->pressed)
		return;
	switch ((enum field_kind)draft->field.kind) {
	case FIELD_FLAG:
		emit_chosen(c, node, draft, scopes);
		emit_description(c, draft, node_html(node, "aria-describedby"));
		emit_invalid(c, draft);
		break;
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		if (node_is(node, "select")) {
			emit_description(c, draft, node_html(node, "aria-describedby"));
			emit_invalid(c, draft);
		} else {
			emit_chosen(c, node, draft, scopes);
		}
		break;
	default:
		emit_written(c, node, draft);
	}
}
