/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static uint32_t path_word(int scope, const int *steps, int count)
{
	return PATH(scope, steps[0], count > 1 ? steps[1] : PATH_NO_STEP, count > 2 ? steps[2] : PATH_NO_STEP);
}

static int scope_of(struct compile *c, const struct scopes *scopes, const char *first, const struct view **view)
{
	for (size_t i = scopes->count; i-- > 0;)
		if (text_is(scopes->rows[i].name, first)) {
			*view = scopes->rows[i].view;
			return SCOPE_ROW + (int)i;
		}
	if (text_is(first, "page")) {
		*view = c->settings->facts;
		return SCOPE_FACTS;
	}
	*view = c->view;
	return SCOPE_PAGE;
}

static const struct member *reach(const struct view *view, const char *name, int *steps, int depth, int *count)
{
	int own = view_find(view, name, strlen(name));

	if (own >= 0) {
		steps[depth] = own;
		*count = depth + 1;
		return &view->members[own];
	}
	for (size_t i = 0; depth + 1 < PATH_STEPS && i < view->count; i++) {
		steps[depth] = (int)i;
		const struct member *found = view->members[i].kind == MEMBER_VIEW
			? reach(view->members[i].of, name, steps, depth + 1, count) : NULL;
		if (found)
			return found;
	}
	return NULL;
}

uint32_t reach_path(const struct view *view, const char *name, enum member_kind *kind, const struct view **of)
{
	int steps[PATH_STEPS] = { 0 }, count = 0;
	const struct member *found = reach(view, name, steps, 0, &count);

	if (!found)
		return 0;
	*kind = found->kind;
	*of = found->of;
	return path_word(SCOPE_PAGE, steps, count);
}

static uint32_t no_path(struct compile *c, const struct node *node, const char *path, const struct view *view)
{
	wrong(c, node, arena_printf(c->arena, "%s is not known here: %s has no such member", path, view->name),
	      "Name a member of the view, of page, or of a row");
	return 0;
}

uint32_t find_path(struct compile *c, const struct node *node, const struct scopes *scopes, const char *path,
		   enum member_kind *kind, const struct view **of)
{
	const struct view *view;
	const char *rest = path;
	const char *piece = text_piece(c->arena, &rest, '.');
	int scope = scope_of(c, scopes, piece, &view);
	int steps[PATH_STEPS] = { 0 }, count = 0;

	*kind = MEMBER_TEXT;
	*of = NULL;
	if (scope != SCOPE_PAGE)
		piece = text_piece(c->arena, &rest, '.');
	/* A bare name may also stand in a struct that the view embeds. */
	uint32_t reached = scope == SCOPE_PAGE && !rest ? reach_path(view, piece, kind, of) : 0;
	if (reached)
		return reached;
	for (; piece; piece = text_piece(c->arena, &rest, '.')) {
		int step = view_find(view, piece, strlen(piece));
		if (step < 0 || count == PATH_STEPS)
			return no_path(c, node, path, view);
		steps[count++] = step;
		*kind = view->members[step].kind;
		*of = view->members[step].of;
		if (rest && *kind != MEMBER_VIEW)
			return no_path(c, node, path, view);
		if (*kind == MEMBER_VIEW)
			view = *of;
	}
	if (!count)
		return no_path(c, node, path, view);
	return path_word(scope, steps, count);
}

bool enter_rows(struct compile *c, struct node *node, struct scopes *scopes)
{
	const char *rest = node_word(node, "each");
	const char *row = text_piece(c->arena, &rest, ' ');
	const char *in = text_piece(c->arena, &rest, ' ');
	enum member_kind kind;
	const struct view *of;

	if (!rest || !in || !text_is(in, "in") || !*row || !*rest) {
		wrong(c, node, "b:each is not of the form b:each=\"row in list\"", "Name the row, then in, then the list");
		return false;
	}
	uint32_t list = find_path(c, node, scopes, rest, &kind, &of);
	if (!list)
		return false;
	if (kind != MEMBER_LIST || scopes->count == ROWS_DEEP) {
		wrong(c, node, arena_printf(c->arena, "%s is no list", rest), "b:each takes a list of the view");
		return false;
	}
	scopes->rows[scopes->count++] = (struct scope_row){ row, of, list, node };
	return true;
}
