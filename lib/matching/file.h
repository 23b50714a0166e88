/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files of matching: a graph read, an answer written and read. docs/matching.md ("The file format") says what is in them. */
#ifndef MATCHING_FILE_H
#define MATCHING_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "matching/fault.h"
#include "matching/matching.h"

/* A pair that the file says must be. */
struct matching_kept {
	uint32_t mentor, mentee;  /* numbers of people, from 0 */
	uint32_t ask;             /* as the file names it */
	uint16_t weight;
};

/* All arrays are the file's own: matching_file_free. People are in the order of their ids, asks of their mentees and then of
   their own ids, arcs of their asks and then of their mentors: the order of the lines makes no difference. */
struct matching_file {
	int version;                   /* 1 or 2 */
	struct matching_graph graph;   /* what is left to choose: usable arcs, less those that kept and forbidden pairs rule out */
	uint32_t *person_id;           /* of each person, ascending */
	uint32_t *ask_id;              /* of each ask; in version 1 0 */
	struct matching_kept *kept;    /* by mentee, then ask */
	uint32_t kept_count;
	uint32_t both_kept;            /* people who have both sides by kept pairs, whatever else is chosen */
	uint64_t weight_kept;
	uint64_t arcs_declared;        /* lines of arcs in the file */
	uint8_t *capacity, *has, *ask_need;   /* what the graph points at */
	uint32_t *ask_mentee, *ask_first, *arc_mentor;
	uint16_t *arc_weight;
	uint8_t *met;                  /* of each person: needs that kept pairs meet; NULL: none */
};

/* Reads a graph from `descriptor`, a regular file, which is read twice, or anything else, which is kept aside in a temporary
   file. Holds about 6 bytes an arc and 40 a person, `memory` at most (0: no limit). Where something is wrong *line says
   where (0: in the whole), and the file is empty and may be freed all the same. */
enum matching_fault matching_file_read(struct matching_file *file, int descriptor, size_t memory, uint64_t *line);
void matching_file_free(struct matching_file *file);
/* Bytes that it holds. */
size_t matching_file_size(const struct matching_file *file);

/* What an answer is worth with the pairs that were kept. */
struct matching_totals {
	uint64_t both, arcs, weight;
	int64_t value, bound, proved;
};
struct matching_totals matching_totals_of(const struct matching_file *file, const struct matching_answer *answer);

/* Writes an answer; with its proof where one is wanted and `proved` is what it proves. False when `out` fails. */
bool matching_answer_write(const struct matching_file *file, const struct matching_answer *answer, bool certificate, FILE *out);

/* Reads an answer, to begin from: pairs and prices of people and arcs that the graph no longer has are passed over. It is
   what matching_options.from takes, no more: it may fit this graph badly. matching_answer_free, whatever comes back. */
enum matching_fault matching_answer_read(const struct matching_file *file, int descriptor, struct matching_answer *answer, uint64_t *line);

#endif
