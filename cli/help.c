/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Help, from the rows of the commands. */
#include "cli/command.h"

#include <string.h>

static void print_flag(FILE *out, const struct flag *flag)
{
	int width = fprintf(out, "  --%s%s%s", flag->name, flag->value ? " " : "", flag->value ? flag->value : "");

	fprintf(out, "%*s%s\n", width < 22 ? 22 - width : 1, "", flag->help);
}

/* Each line further in. */
static void print_in(FILE *out, const char *text)
{
	for (const char *line = text; *line; line += strcspn(line, "\n") + (line[strcspn(line, "\n")] != '\0'))
		fprintf(out, "  %.*s\n", (int)strcspn(line, "\n"), line);
}

void help_all(FILE *out)
{
	fputs("Bothways: mentoring for everybody. Usage: bothways COMMAND\n\n", out);
	for (size_t i = 0; i < command_count; i++)
		fprintf(out, "  %-16s %s\n", commands[i].name, commands[i].summary);
	fputs("\n"
	      "  help COMMAND     what a command does, with examples; also COMMAND --help\n"
	      "  --version        which version this is\n\n"
	      "Ends with 0 when it is done, 1 when something is wrong with what it looked at,\n"
	      "2 when it was called wrongly or given what it cannot read.\n", out);
}

void help_one(FILE *out, const struct command *command)
{
	fprintf(out, "bothways %s%s%s: %s\n\n%s", command->name, *command->arguments ? " " : "", command->arguments, command->summary, command->help);
	if (command->flags[0].name)
		fputs("\n", out);
	for (const struct flag *flag = command->flags; flag->name; flag++)
		print_flag(out, flag);
	fputs("\nExamples:\n", out);
	print_in(out, command->examples);
}

void help_list(FILE *out)
{
	for (size_t i = 0; i < command_count; i++) {
		fprintf(out, "%s:", commands[i].name);
		for (const struct flag *flag = commands[i].flags; flag->name; flag++)
			fprintf(out, " --%s%s", flag->name, flag->value ? "=" : "");
		fputs("\n", out);
	}
}
