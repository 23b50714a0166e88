/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* kills PROGRAMS WRITERS KILLS: writers at once, each filling in a sign-up of its own and asking for
   codes by e-mail, in programs that are killed without warning at random moments until there were so
   many kills. Prints for each writer what it was told is kept, and what it last tried. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_MAX = 256 * 1024, WRITERS_MAX = 32, WHOLE_ROUNDS = 4 };

struct writer {
	int number;
	const char *programs;
	unsigned random;
	char cookie[512];
	long kept;                 /* the last that an answer said was kept */
	long tried;
	int whole;                 /* rounds of which nothing was killed */
	unsigned full_life;        /* what a program took that was let live, in microseconds: lives are drawn up to it */
	int *killed;               /* shared by all */
	int wanted;
};

struct exchange {
	bool killed;
	int status;
	char text[ANSWER_MAX];
};

static unsigned next_random(struct writer *w)
{
	return w->random = w->random * 1103515245u + 12345u;
}

static void be_program(const struct writer *w, const char *program, const char *path, const char *body)
{
	char file[1024], script[64], length[64], cookie[600], remote[64], site[1024];
	const char *at = getenv("SITE");

	snprintf(file, sizeof file, "%s/%s", w->programs, program);
	snprintf(script, sizeof script, "SCRIPT_NAME=/%s", program);
	snprintf(length, sizeof length, "CONTENT_LENGTH=%zu", strlen(body));
	snprintf(cookie, sizeof cookie, "HTTP_COOKIE=%s", w->cookie);
	snprintf(remote, sizeof remote, "REMOTE_ADDR=10.0.%d.%ld", w->number, w->tried % 250);
	snprintf(site, sizeof site, "SITE=%s", at ? at : "");
	char info[256];
	snprintf(info, sizeof info, "PATH_INFO=%s", path);
	char *environment[] = { script, length, cookie, remote, site, info,
		(char[]){ "CONTENT_TYPE=application/x-www-form-urlencoded" }, (char[]){ "HTTP_HOST=localhost" },
		(char[]){ "SERVER_NAME=localhost" }, (char[]){ "SERVER_PORT=80" }, (char[]){ "QUERY_STRING=" },
		(char[]){ "GATEWAY_INTERFACE=CGI/1.1" }, (char[]){ "SERVER_PROTOCOL=HTTP/1.1" },
		*body ? (char[]){ "REQUEST_METHOD=POST" } : (char[]){ "REQUEST_METHOD=GET" }, NULL };
	char *arguments[] = { file, NULL };
	execve(file, arguments, environment);
	_exit(127);
}

/* How long this one may live, in microseconds; 0: as long as it needs. */
static useconds_t life(struct writer *w)
{
	if (*w->killed >= w->wanted || next_random(w) >> 16 & 1)
		return 0;
	return 1 + (next_random(w) >> 8) % w->full_life;
}

static void read_answer(int end, struct exchange *answer)
{
	size_t have = 0;
	ssize_t got;

	while ((got = read(end, answer->text + have, ANSWER_MAX - 1 - have)) > 0)
		have += (size_t)got;
	answer->text[have] = '\0';
	answer->status = strncmp(answer->text, "Status: ", 8) == 0 ? (int)strtol(answer->text + 8, NULL, 10) : *answer->text ? 200 : 0;
}

static void ask(struct writer *w, const char *program, const char *path, const char *body, bool may_die, struct exchange *answer)
{
	int in[2], out[2], status = 0;
	useconds_t lives = may_die ? life(w) : 0;

	if (pipe(in) || pipe(out))
		exit(1);
	pid_t child = fork();
	if (child == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		close(out[0]);
		be_program(w, program, path, body);
	}
	close(in[0]);
	close(out[1]);
	if (write(in[1], body, strlen(body)) < 0)
		perror("write");
	close(in[1]);
	pid_t reaper = lives ? fork() : -1;
	if (reaper == 0) {
		usleep(lives);
		kill(child, SIGKILL);
		_exit(0);
	}
	read_answer(out[0], answer);
	close(out[0]);
	/* The reaper first: while the child is not waited for, its number is nobody else's. */
	if (reaper > 0)
		waitpid(reaper, NULL, 0);
	waitpid(child, &status, 0);
	answer->killed = WIFSIGNALED(status);
	if (answer->killed)
		__atomic_add_fetch(w->killed, 1, __ATOMIC_SEQ_CST);
}

/* The last value of a hidden field; forms of the layout come before the page's own. */
static void hidden(const char *page, const char *name, char *into, size_t size)
{
	char mark[64];

	snprintf(mark, sizeof mark, "name=\"%s\" value=\"", name);
	*into = '\0';
	for (const char *at = page; (at = strstr(at, mark)); ) {
		at += strlen(mark);
		snprintf(into, size, "%.*s", (int)strcspn(at, "\""), at);
	}
}

static void keep_cookie(struct writer *w, const char *text)
{
	const char *at = strstr(text, "Set-Cookie: ");

	if (at)
		snprintf(w->cookie, sizeof w->cookie, "%.*s", (int)strcspn(at + 12, ";\r\n"), at + 12);
}

/* Opens a page and sends its form with these fields. */
static void fill_in(struct writer *w, const char *program, const char *path, const char *fields, bool may_die, struct exchange *answer)
{
	char token[128], once[128], body[1024];

	ask(w, program, path, "", false, answer);
	hidden(answer->text, "token", token, sizeof token);
	hidden(answer->text, "once", once, sizeof once);
	snprintf(body, sizeof body, "token=%s&once=%s%s%s", token, once, *fields ? "&" : "", fields);
	ask(w, program, path, body, may_die, answer);
}

static unsigned long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (unsigned long)now.tv_sec * 1000000u + (unsigned long)now.tv_nsec / 1000u;
}

static void start(struct writer *w, struct exchange *answer)
{
	unsigned long began = now_us();

	fill_in(w, "signup", "/start", "", false, answer);
	w->full_life = 1 + (unsigned)(now_us() - began) / 2;
	keep_cookie(w, answer->text);
}

static void write_on(struct writer *w)
{
	struct exchange *answer = malloc(sizeof *answer);
	char fields[256];

	if (!answer)
		exit(1);
	start(w, answer);
	/* The last rounds are whole ones: whatever the kills left behind, work goes on. */
	while (*w->killed < w->wanted || w->whole < WHOLE_ROUNDS) {
		w->tried++;
		snprintf(fields, sizeof fields, "call_name=n%ld&full_name=Writer+%d", w->tried, w->number);
		fill_in(w, "signup", "/name", fields, true, answer);
		if (!answer->killed && answer->status != 303) {
			printf("wrong %d %.200s\n", answer->status, answer->text);
			break;
		}
		bool whole = !answer->killed;
		if (whole)
			w->kept = w->tried;
		snprintf(fields, sizeof fields, "email=writer%d.%ld%%40example.org", w->number, w->tried);
		fill_in(w, "account", "/sign-in", fields, true, answer);
		w->whole += whole && !answer->killed;
	}
	printf("writer %d kept %ld tried %ld\n", w->number, w->kept, w->tried);
	fflush(stdout);
	free(answer);
}

int main(int argc, char **argv)
{
	int writers = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
	int *killed = mmap(NULL, sizeof *killed, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (argc != 4 || writers < 1 || writers > WRITERS_MAX || killed == MAP_FAILED) {
		fputs("kills PROGRAMS WRITERS KILLS\n", stderr);
		return 2;
	}
	for (int number = 1; number <= writers; number++)
		if (fork() == 0) {
			struct writer w = { .number = number, .programs = argv[1], .random = (unsigned)number * 7919u + (unsigned)time(NULL),
				.killed = killed, .wanted = (int)strtol(argv[3], NULL, 10) };
			write_on(&w);
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	printf("killed %d\n", *killed);
	return 0;
}
