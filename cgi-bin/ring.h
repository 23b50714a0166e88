/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Draws a circle or chain, for the desk and for the people in it. */
#ifndef RING_H
#define RING_H

#include <stddef.h>

#include "cgi-bin/ring-views.h"

enum { RING_MOST = 8 };      /* so many names can be read */

struct ring {
	bool closed;
	size_t people;             /* a chain has an arrow fewer */
	struct ring_name *names;   /* gets x and y */
	struct ring_arrow *arrows; /* gets line and head: from each name to the next */
};

struct arena;
void ring_draw(struct arena *arena, const struct ring *ring);

#endif
