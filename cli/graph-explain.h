/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CLI_GRAPH_EXPLAIN_H
#define CLI_GRAPH_EXPLAIN_H

#include <stdio.h>

#include "matching/file.h"

/* Who is left out of an answer and why, then its circles and chains: lines of comment. */
void graph_explain(const struct matching_file *file, const struct matching_answer *answer, FILE *out);

#endif
