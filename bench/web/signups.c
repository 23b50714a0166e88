/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* signups PROGRAM WRITERS EACH FOLDER: so many writers at once, each of which begins EACH sign-ups, a CGI process for the page and one
   for the form that writes. Prints how long the writing ones took, beside one sync of the disk that FOLDER is on. */
#include "measure.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE_MOST = 256 * 1024, ALL_MOST = 100000, SYNCS = 100, FIELD = 200 };

struct shared {
	long kept, refused;
	double us[ALL_MOST];
};

static void ask(const char *program, int writer, const char *body, char *page)
{
	char length[64], remote[64], site[1024];
	int in[2], out[2];
	size_t have = 0;
	ssize_t got;

	snprintf(length, sizeof length, "CONTENT_LENGTH=%zu", strlen(body));
	snprintf(remote, sizeof remote, "REMOTE_ADDR=10.%d.%d.1", writer, rand() % 250);
	snprintf(site, sizeof site, "SITE=%s", getenv("SITE"));
	char *const environment[] = { length, remote, site, (char[]){ "SCRIPT_NAME=/signup" }, (char[]){ "PATH_INFO=/start" },
		(char[]){ "CONTENT_TYPE=application/x-www-form-urlencoded" }, (char[]){ "HTTP_HOST=localhost" }, (char[]){ "SERVER_PROTOCOL=HTTP/1.1" },
		*body ? (char[]){ "REQUEST_METHOD=POST" } : (char[]){ "REQUEST_METHOD=GET" }, NULL };
	if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC))
		exit(1);
	pid_t child = fork();
	if (child == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		execve(program, (char *const[]){ (char[]){ "signup" }, NULL }, environment);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	if (write(in[1], body, strlen(body)) < 0)
		perror("write");
	close(in[1]);
	while ((got = read(out[0], page + have, PAGE_MOST - 1 - have)) > 0)
		have += (size_t)got;
	page[have] = '\0';
	close(out[0]);
	waitpid(child, NULL, 0);
}

static void field(const char *page, const char *name, char *into)
{
	char mark[64];

	snprintf(mark, sizeof mark, "name=\"%s\" value=\"", name);
	const char *at = strstr(page, mark);
	snprintf(into, FIELD, "%.*s", at ? (int)strcspn(at + strlen(mark), "\"") : 0, at ? at + strlen(mark) : "");
}

static void write_on(const char *program, int writer, int each, struct shared *shared)
{
	char *page = malloc(PAGE_MOST), token[FIELD], once[FIELD], body[2 * FIELD + 32];

	srand((unsigned)writer);
	for (int i = 0; i < each; i++) {
		ask(program, writer, "", page);
		field(page, "token", token);
		field(page, "once", once);
		snprintf(body, sizeof body, "token=%s&once=%s", token, once);
		double began = now_us();
		ask(program, writer, body, page);
		if (!strstr(page, "Status: 303")) {
			__atomic_add_fetch(&shared->refused, 1, __ATOMIC_SEQ_CST);
			continue;
		}
		shared->us[__atomic_fetch_add(&shared->kept, 1, __ATOMIC_SEQ_CST)] = now_us() - began;
	}
	_exit(0);
}

static void sync_often(const char *folder, double *us)
{
	char path[1024], bytes[4096] = "x";

	snprintf(path, sizeof path, "%s/synced", folder);
	int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
	for (int i = 0; i < SYNCS; i++) {
		double began = now_us();
		if (write(file, bytes, sizeof bytes) < 0 || fdatasync(file))
			exit(1);
		us[i] = now_us() - began;
	}
	close(file);
	unlink(path);
}

int main(int argc, char **argv)
{
	int writers = argc == 5 ? (int)strtol(argv[2], NULL, 10) : 0, each = argc == 5 ? (int)strtol(argv[3], NULL, 10) : 0;
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	double syncs[2 * SYNCS];

	if (writers < 1 || each < 1 || writers * each > ALL_MOST || shared == MAP_FAILED)
		return 2;
	sync_often(argv[4], syncs);
	double began = now_us();
	for (int writer = 1; writer <= writers; writer++)
		if (fork() == 0)
			write_on(argv[1], writer, each, shared);
	while (wait(NULL) > 0)
		;
	double took = now_us() - began;
	sync_often(argv[4], syncs + SYNCS);
	qsort(syncs, 2 * SYNCS, sizeof *syncs, compare);
	qsort(shared->us, (size_t)shared->kept, sizeof *shared->us, compare);
	double sync = syncs[SYNCS], p50 = shared->us[shared->kept / 2], p99 = shared->us[shared->kept * 99 / 100];
	printf("%d sign-ups at once as CGI: %ld said to be kept, %ld refused, %.0f a second; one sync %.2f ms (median of %d); p50 %.1f ms = %.1f syncs, p99 %.1f ms = %.1f syncs\n",
	       writers, shared->kept, shared->refused, (double)(shared->kept + shared->refused) / took * 1e6, sync / 1e3, 2 * SYNCS, p50 / 1e3, p50 / sync, p99 / 1e3, p99 / sync);
	return 0;
}
