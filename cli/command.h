/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The command line. A command is one row of the table in bothways.c: its name, what follows it, the flags that it
   takes, what help says, and the function that does it. Parsing, help, completion and the check that a command is in the
   manual all read that row; a new command is a file, a declaration below and a row. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "db/work.h"

struct arena;
struct programmes_open;
struct site;

/* How a command ends. */
enum { EXIT_DONE = 0, EXIT_FOUND = 1, EXIT_USAGE = 2 };

enum { FLAGS_MOST = 12 };

struct flag {
	const char *name;        /* without the -- */
	const char *value;       /* what follows it, as help shows it; NULL: nothing */
	const char *help;
};

struct call;

struct command {
	const char *name;        /* one word or two */
	const char *arguments;   /* as help shows them; "" for none */
	int least, most;         /* how many arguments */
	const char *summary;     /* one line */
	const char *help;        /* paragraphs, with lines of at most 80 letters */
	const char *examples;    /* lines to type, each with what it does */
	struct flag flags[FLAGS_MOST + 1];   /* up to the first without a name */
	int (*run)(struct call *call);       /* returns how it ends */
};
extern const struct command commands[];
extern const size_t command_count;

/* One call of a command. */
struct call {
	const struct command *command;
	const char *program;     /* argv[0] */
	const char *arguments[4];
	int argument_count;
	const char *values[FLAGS_MOST];      /* of each flag; "" where it has none, NULL where it was not given */
	FILE *say;               /* messages: standard error, as it was before a site took that for its log */
	struct arena *arena;
	struct site *site;
	struct work work;
};

/* The value of a flag, "" for one without, or NULL: not given. The name is one of the command's. */
const char *call_flag(const struct call *call, const char *name);

/* A flag's whole number from `least` to `most`; `usual` where it is not given. False, with a message, for anything else. */
bool call_number(const struct call *call, const char *name, int64_t least, int64_t most, int64_t *number);

/* Messages: `bothways match run: …`. They return how the command ends. */
int call_refuse(const struct call *call, const char *format, ...) __attribute__((format(printf, 2, 3)));
int call_found(const struct call *call, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Opens the site: the one of --site, else the one that bothways.conf beside the program names. False, with a message. */
bool call_open_site(struct call *call);

/* The open programme of this address; NULL, with a message, where there is none. In a read transaction. */
const struct programmes_open *call_programme(const struct call *call, const char *slug);

/* What kept the database from doing what was asked, in words; EXIT_FOUND. */
int call_trouble(const struct call *call);

/* The passphrase in the first line of --passphrase FILE, "" without that flag, NULL with a message where it is too short.
   Never a word of the command, which lists of processes show. */
const char *call_passphrase(const struct call *call);

/* Standard output, written out. EXIT_DONE, or EXIT_FOUND with a message where it could not be written. */
int call_finish(const struct call *call, int status);

/* A string of JSON. */
void json_text(FILE *out, const char *text);

/* What is told of what goes on, on the same line again and again: where messages go to a terminal, else never. */
bool call_has_terminal(const struct call *call);

#define SITE_FLAG { "site", "FOLDER", "the folder with bothways.conf, or the data folder itself" }
#define JSON_FLAG { "json", NULL, "print JSON" }

int match_graph_command(struct call *call);
int match_run_command(struct call *call);
int match_explain_command(struct call *call);
int match_what_if_command(struct call *call);
int audit_verify_command(struct call *call);
int night_command(struct call *call);
int post_command(struct call *call);
int report_command(struct call *call);
int retention_command(struct call *call);
int backup_command(struct call *call);
int bounce_command(struct call *call);
int restore_command(struct call *call);
int export_command(struct call *call);
int import_command(struct call *call);
int check_command(struct call *call);
int template_list_command(struct call *call);
int template_sentences_command(struct call *call);
int template_where_command(struct call *call);
int template_copy_command(struct call *call);
int template_check_command(struct call *call);
int template_preview_command(struct call *call);
int template_live_command(struct call *call);
int template_back_command(struct call *call);

/* Prints the help of all commands, or of one. */
void help_all(FILE *out);
void help_one(FILE *out, const struct command *command);
/* One line a command: its name, a colon, its flags. For completion. */
void help_list(FILE *out);

#endif
