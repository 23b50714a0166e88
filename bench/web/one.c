/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* one ROUNDS FOLDER CASE…: one CGI process of each case in turn, ROUNDS times. A case is a folder below FOLDER: its file `program` is
   the program's path, `environment` its variables, a line each. Prints for each case the median, p10 and p90 of the time from before
   the fork to after the wait, its ratio to the first case (the median of the ratios of each round, which what else the machine does
   moves little), then what does not depend on that at all: faults and system calls; and the most memory. */
#include "measure.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>

enum { CASES_MOST = 16, LINES_MOST = 64, ROUNDS_MOST = 2000, LINE = 4096 };

struct one {
	const char *name;
	char program[LINE];
	char *environment[LINES_MOST + 1];
	double us[ROUNDS_MOST], ratio[ROUNDS_MOST];
	long faults, kilobytes, calls, bytes;
};

static void chomp(char *line)
{
	line[strcspn(line, "\n")] = '\0';
}

static void read_case(struct one *c, const char *folder, const char *name)
{
	char path[LINE], line[LINE];
	int count = 0;

	c->name = name;
	snprintf(path, sizeof path, "%s/%s/program", folder, name);
	FILE *file = fopen(path, "r");
	if (!file || !fgets(c->program, sizeof c->program, file))
		exit(2);
	chomp(c->program);
	fclose(file);
	snprintf(path, sizeof path, "%s/%s/environment", folder, name);
	file = fopen(path, "r");
	while (file && count < LINES_MOST && fgets(line, sizeof line, file)) {
		chomp(line);
		c->environment[count++] = strdup(line);
	}
	if (file)
		fclose(file);
}

static pid_t start(struct one *c, int out, int traced)
{
	char *arguments[] = { c->program, NULL };
	pid_t child = fork();

	if (child == 0) {
		int nothing = open("/dev/null", O_RDWR);
		dup2(nothing, STDIN_FILENO);
		dup2(out >= 0 ? out : nothing, STDOUT_FILENO);
		dup2(nothing, STDERR_FILENO);
		if (traced)
			ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		execve(c->program, arguments, c->environment);
		_exit(127);
	}
	return child;
}

/* As a web server does: until the answer has ended and the process too. */
static double once(struct one *c)
{
	static char bytes[65536];
	int ends[2], status = 0;
	struct rusage used;
	ssize_t got;
	double began = now_us();

	if (pipe(ends))
		exit(1);
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	pid_t child = start(c, ends[1], 0);
	close(ends[1]);
	for (c->bytes = 0; (got = read(ends[0], bytes, sizeof bytes)) > 0; c->bytes += got)
		;
	close(ends[0]);
	wait4(child, &status, 0, &used);
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		fprintf(stderr, "%s ended with %x\n", c->name, status);
	c->faults = used.ru_minflt;
	c->kilobytes = used.ru_maxrss;
	return now_us() - began;
}

/* Stops before and after each system call, counted. */
static long stops(struct one *c)
{
	int status = 0;
	long count = 0;
	pid_t child = start(c, -1, 1);

	waitpid(child, &status, 0);
	while (!WIFEXITED(status) && !WIFSIGNALED(status)) {
		int signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
		if (ptrace(PTRACE_SYSCALL, child, NULL, (void *)(long)signal))
			break;
		waitpid(child, &status, 0);
		count++;
	}
	return count;
}

int main(int argc, char **argv)
{
	static struct one cases[CASES_MOST];
	int rounds = argc > 3 ? (int)strtol(argv[1], NULL, 10) : 0, count = argc - 3;

	if (rounds < 1 || rounds > ROUNDS_MOST || count > CASES_MOST)
		return 2;
	for (int i = 0; i < count; i++) {
		read_case(&cases[i], argv[2], argv[3 + i]);
		once(&cases[i]);
		cases[i].calls = stops(&cases[i]) / 2;
	}
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < count; i++) {
			cases[i].us[round] = once(&cases[i]);
			cases[i].ratio[round] = cases[i].us[round] / cases[0].us[round];
		}
	printf("%-22s %9s %7s %7s %6s %7s %7s %9s %7s\n", "one CGI process", "median us", "p10", "p90", "ratio", "faults", "calls", "most kB", "bytes");
	for (int i = 0; i < count; i++) {
		struct one *c = &cases[i];
		qsort(c->us, (size_t)rounds, sizeof *c->us, compare);
		qsort(c->ratio, (size_t)rounds, sizeof *c->ratio, compare);
		printf("%-22s %9.0f %7.0f %7.0f %6.2f %7ld %7ld %9ld %7ld\n", c->name, c->us[rounds / 2], c->us[rounds / 10], c->us[rounds * 9 / 10], c->ratio[rounds / 2],
		       c->faults, c->calls, c->kilobytes, c->bytes);
	}
	return 0;
}
