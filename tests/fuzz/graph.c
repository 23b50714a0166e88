/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files of matching: a graph read, as a file and through a pipe; what is one is solved a little, verified, written, and
   its answer read back. */
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "matching/file.h"
#include "matching/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MEMORY = 64 << 20, PIPE_ROOM = 60000, PEOPLE_SOLVED = 60, STEPS = 3000 };

/* A descriptor that stands before these bytes: every other one is a pipe's end. */
static int opened(const void *bytes, size_t size)
{
	int ends[2] = { -1, -1 };

	if (size % 2 && size < PIPE_ROOM) {
		if (pipe(ends) || write(ends[1], bytes, size) != (ssize_t)size)
			abort();
		close(ends[1]);
		return ends[0];
	}
	int file = memfd_create("graph", 0);
	if (file < 0 || write(file, bytes, size) != (ssize_t)size || lseek(file, 0, SEEK_SET) != 0)
		abort();
	return file;
}

/* What was written is an answer that reads back as itself. */
static void read_back(const struct matching_file *file, const struct matching_answer *answer, const char *text, size_t length)
{
	struct matching_answer again;
	uint64_t line;
	int descriptor = opened(text, length);

	if (matching_answer_read(file, descriptor, &again, &line) != MATCHING_FAULT_NONE || again.count != answer->count)
		abort();
	close(descriptor);
	matching_answer_free(&again);
}

static void solve(const struct matching_file *file)
{
	const struct matching_options options = { .steps = STEPS, .memory = MEMORY };
	struct matching_answer answer;
	char *text = NULL;
	size_t length = 0;

	if (matching_solve(&file->graph, &options, &answer) == MATCHING_DONE) {
		FILE *out = open_memstream(&text, &length);
		if (!matching_verify(&file->graph, &answer) || !out || !matching_answer_write(file, &answer, true, out) || fclose(out) != 0)
			abort();
		read_back(file, &answer, text, length);
		free(text);
	}
	matching_answer_free(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct matching_file file;
	uint64_t line = 0;
	int descriptor = opened(data, size);

	if (matching_file_read(&file, descriptor, MEMORY, &line) == MATCHING_FAULT_NONE && file.graph.person_count <= PEOPLE_SOLVED)
		solve(&file);
	matching_file_free(&file);
	close(descriptor);
	return 0;
}
