/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* ours FILE [SECONDS [FROM]]: the engine on a graph, with its certificate and the verification of it, in this process alone.
   FROM is an answer to begin from. Writes the answer to standard output, and to standard error one line:
     value V bound B proved B both P arcs M weight W steps N end E seconds S
   All seconds are of the processor, so that a busy machine does not matter; those told go from the graph in memory to the
   answer, its certificate and the verification. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "matching/file.h"
#include "matching/verify.h"

/* A handler has nothing else to reach it by. */
static volatile sig_atomic_t over;

static void on_over(int number)
{
	over = number;
}

/* Sets the flag when the process has had so many seconds of the processor. */
static void stop_after(double seconds)
{
	const struct sigaction action = { .sa_handler = on_over, .sa_flags = SA_RESTART };
	const struct itimerval timer = { .it_value = { (time_t)seconds, (suseconds_t)((seconds - (double)(time_t)seconds) * 1e6) } };

	sigaction(SIGPROF, &action, NULL);
	setitimer(ITIMER_PROF, &timer, NULL);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int fail(const char *what, int code, uint64_t line)
{
	fprintf(stderr, "ours: %s: %d, line %llu\n", what, code, (unsigned long long)line);
	return 1;
}

static int read_graph(const char *path, struct matching_file *file)
{
	uint64_t line = 0;
	int descriptor = open(path, O_RDONLY);
	enum matching_fault fault = descriptor < 0 ? MATCHING_FAULT_READ : matching_file_read(file, descriptor, 0, &line);

	close(descriptor);
	return fault ? fail(path, (int)fault, line) : 0;
}

static int read_from(const char *path, const struct matching_file *file, struct matching_answer *from)
{
	uint64_t line = 0;
	int descriptor = open(path, O_RDONLY);
	enum matching_fault fault = descriptor < 0 ? MATCHING_FAULT_READ : matching_answer_read(file, descriptor, from, &line);

	close(descriptor);
	return fault ? fail(path, (int)fault, line) : 0;
}

static void tell(const struct matching_file *file, const struct matching_answer *answer, double seconds)
{
	static const char *const ends[] = { "complete", "steps", "time", "memory", "stopped" };
	struct matching_totals t = matching_totals_of(file, answer);

	fprintf(stderr, "value %lld bound %lld proved %lld both %llu arcs %llu weight %llu steps %llu end %s seconds %.4f\n", (long long)t.value,
		(long long)t.bound, (long long)t.proved, (unsigned long long)t.both, (unsigned long long)t.arcs, (unsigned long long)t.weight,
		(unsigned long long)answer->steps, ends[answer->end], seconds);
}

int main(int argc, char **argv)
{
	struct matching_file file;
	struct matching_answer answer, from = { 0 };
	struct matching_options options = { 0 };

	if (argc < 2 || argc > 4) {
		fputs("usage: ours FILE [SECONDS [FROM]]\n", stderr);
		return 2;
	}
	if (read_graph(argv[1], &file) || (argc > 3 && read_from(argv[3], &file, &from)))
		return 1;
	options.from = argc > 3 ? &from : NULL;
	options.stop = &over;
	if (argc > 2)
		stop_after(strtod(argv[2], NULL));
	double began = now();
	enum matching_result result = matching_solve(&file.graph, &options, &answer);
	bool verified = result == MATCHING_DONE && matching_verify(&file.graph, &answer);
	double seconds = now() - began;
	if (!verified)
		return fail("not solved, or not verified", (int)result, 0);
	tell(&file, &answer, seconds);
	bool written = matching_answer_write(&file, &answer, true, stdout) && fflush(stdout) == 0;
	matching_answer_free(&from);
	matching_answer_free(&answer);
	matching_file_free(&file);
	return !written;
}
