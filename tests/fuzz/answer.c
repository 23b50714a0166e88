/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Answers of matching, to begin from: of one graph that has everything, whatever the answer says. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "matching/file.h"
#include "matching/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS = 3000 };

static const char graph[] =
	"bw-match 2\np 1 2 1\np 2 1 2\np 3 1 1\np 4 1 1\np 5 2 2\n"
	"a 1 2 900 1\na 1 2 800 2\na 2 1 700 1\na 2 3 600 1\na 3 1 500 1\na 3 2 400 2\na 3 4 300 1\na 4 3 200 1\na 4 5 100 7\na 5 4 50 1\n"
	"a 1 5 1000 9\na 5 1 0 1\nk 4 5 7\nf 5 1 1\nh 3 1 0\n";

static int opened(const void *bytes, size_t size)
{
	int file = memfd_create("answer", 0);

	if (file < 0 || write(file, bytes, size) != (ssize_t)size || lseek(file, 0, SEEK_SET) != 0)
		abort();
	return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct matching_options options = { .steps = STEPS };
	struct matching_file file;
	struct matching_answer from, answer;
	uint64_t line = 0;
	int descriptor = opened(graph, strlen(graph));

	if (matching_file_read(&file, descriptor, 0, &line) != MATCHING_FAULT_NONE)
		abort();
	close(descriptor);
	descriptor = opened(data, size);
	if (matching_answer_read(&file, descriptor, &from, &line) == MATCHING_FAULT_NONE) {
		options.from = &from;
		if (matching_solve(&file.graph, &options, &answer) != MATCHING_DONE || !matching_verify(&file.graph, &answer))
			abort();
		matching_answer_free(&answer);
	}
	close(descriptor);
	matching_answer_free(&from);
	matching_file_free(&file);
	return 0;
}
