/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The host's own commands (sendmail, curl): run without a shell, with a time limit, and their words kept. */
#ifndef BASE_COMMAND_H
#define BASE_COMMAND_H

#include <stdbool.h>

struct arena;

struct command_answer {
	bool done;          /* it took all of the input and ended with 0 */
	int status;         /* its exit status; -1: it could not be run, or a signal ended it */
	const char *said;   /* the first 8,000 bytes of what it wrote, on either stream */
};

/* Runs argv[0], a path; argv ends in NULL. `input` goes to its standard input. After `seconds` it is ended. */
struct command_answer command_run(struct arena *arena, const char *const *argv, const char *input, unsigned seconds);

/* The path of a command of that name, where hosts keep them; "" when there is none. */
const char *command_find(struct arena *arena, const char *name);

#endif
