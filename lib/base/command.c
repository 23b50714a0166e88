/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/command.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { SAID_MOST = 8000, PIECE = 1024 };

struct running {
	pid_t child;
	int in, out;             /* our ends; -1: closed */
	const char *input;
	size_t left;
	struct buffer said;
};

const char *command_find(struct arena *arena, const char *name)
{
	static const char *const folders[] = { "/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/lib", "/sbin", "/bin" };

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		const char *path = arena_printf(arena, "%s/%s", folders[i], name);
		if (access(path, X_OK) == 0)
			return path;
	}
	return "";
}

static char **arguments(struct arena *arena, const char *const *argv)
{
	size_t count = 0;

	while (argv[count])
		count++;
	char **copy = arena_array(arena, count + 1, sizeof *copy);
	for (size_t i = 0; i < count; i++)
		copy[i] = arena_copy(arena, argv[i]);
	return copy;
}

/* The alarm goes on through exec, and ends whatever takes longer. */
static void become(char **argv, const int *in, const int *out, unsigned seconds)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	dup2(out[1], STDERR_FILENO);
	alarm(seconds);
	execv(argv[0], argv);
	_exit(127);
}

/* Under some servers the standard streams are closed: no end of ours may take their place. None goes through exec. */
static bool open_pipe(int *ends)
{
	int low[2];

	if (pipe(low))
		return false;
	for (int i = 0; i < 2; i++) {
		ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
		close(low[i]);
	}
	return ends[0] >= 0 && ends[1] >= 0;
}

static bool start(struct running *r, char **argv, unsigned seconds)
{
	int in[2], out[2];

	if (!open_pipe(in))
		return false;
	if (!open_pipe(out)) {
		close(in[0]);
		close(in[1]);
		return false;
	}
	r->child = fork();
	if (r->child == 0)
		become(argv, in, out, seconds);
	close(in[0]);
	close(out[1]);
	r->in = in[1];
	r->out = out[0];
	return r->child > 0;
}

static void shut(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

static void give(struct running *r)
{
	ssize_t wrote = write(r->in, r->input, r->left < PIECE ? r->left : PIECE);

	if (wrote > 0) {
		r->input += wrote;
		r->left -= (size_t)wrote;
	} else if (errno != EINTR) {
		shut(&r->in);
	}
	if (!r->left)
		shut(&r->in);
}

static void take(struct running *r)
{
	char piece[PIECE];
	ssize_t got = read(r->out, piece, sizeof piece);

	if (got < 0 && errno == EINTR)
		return;
	if (got <= 0)
		shut(&r->out);
	else if (r->said.length < SAID_MOST)
		buffer_add(&r->said, piece, (size_t)got);
}

/* Both at once: a command that talks before it has read all would else wait for us, and we for it. */
static void talk(struct running *r, unsigned seconds)
{
	if (!r->left)
		shut(&r->in);
	while (r->out >= 0) {
		struct pollfd ends[2] = { { r->out, POLLIN, 0 }, { r->in, POLLOUT, 0 } };
		int ready = poll(ends, 2, (int)(seconds + 1) * 1000);
		if (ready == 0 || (ready < 0 && errno != EINTR))
			break;
		if (r->in >= 0 && ends[1].revents)
			give(r);
		if (ends[0].revents)
			take(r);
	}
	shut(&r->in);
	shut(&r->out);
}

struct command_answer command_run(struct arena *arena, const char *const *argv, const char *input, unsigned seconds)
{
	struct running r = { .in = -1, .out = -1, .input = input, .left = strlen(input), .said = buffer_in(arena, PIECE) };
	int status = 0;

	/* A command that ends before it has read all is one that failed, not the end of us. */
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);
	bool started = start(&r, arguments(arena, argv), seconds);
	if (started)
		talk(&r, seconds);
	shut(&r.in);
	shut(&r.out);
	signal(SIGPIPE, before);
	bool ended = started && waitpid(r.child, &status, 0) == r.child && WIFEXITED(status);
	int code = ended ? WEXITSTATUS(status) : -1;
	return (struct command_answer){ code == 0 && !r.left, code == 127 ? -1 : code, buffer_string(&r.said) };
}
