/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways: the command line, for cron and for whoever has a shell. */
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/command.h"
#include "site/site.h"

enum { ARENA_BYTES = 256 * 1024 * 1024 };

const struct command commands[] = {
	{ "match graph", "FILE", 1, 1, "chooses the best pairs of a graph file, with a proof",
		"Reads a graph (docs/matching.md, \"The file format\") from FILE, or from standard\n"
		"input for -, and prints an answer: the pairs, a bound that no answer passes, and\n"
		"what this one is worth. Whatever stops it, a limit or a signal, the answer is\n"
		"legal and the bound true. The answer is written whole or not at all.\n",
		"bothways match graph town.graph --seconds 60 --output town.answer\n"
		"    the best of a minute\n"
		"bothways match graph - --certificate < town.graph\n"
		"    with the prices that prove the bound\n"
		"bothways match graph town.graph --from town.answer --explain\n"
		"    begins where the last answer stands, and says who is left out and why\n",
		{ { "seconds", "N", "stop after so many seconds" },
		  { "steps", "N", "stop after so many steps: a limit that repeats everywhere" },
		  { "memory", "SIZE", "hold no more than this: 480M, 2G" },
		  { "from", "ANSWER", "begin from an earlier answer, of a graph much like this" },
		  { "certificate", NULL, "print the prices that prove the bound" },
		  { "explain", NULL, "say who is left out and why, and the circles" },
		  { "output", "FILE", "write the answer there, in one stroke" },
		  { "quiet", NULL, "no line of progress" } },
		match_graph_command },
	{ "match run", "", 0, 0, "matches a programme, as a press of Match on the desk",
		"Looks at everybody of the programme, or of each open one, and saves proposals\n"
		"for the desk. Nothing is sent to anybody. Writes nothing where nothing would\n"
		"change, so that it can be left to cron.\n",
		"bothways match run --programme valley\n"
		"    one programme\n"
		"bothways match run --site ~/public_html/bothways --json\n"
		"    each open programme of that site, told as JSON\n",
		{ { "programme", "SLUG", "only this one" }, SITE_FLAG, JSON_FLAG }, match_run_command },
	{ "match explain", "", 0, 0, "says who is left out of a programme, and why",
		"What the last run found out about each ask that nobody was put forward for, and\n"
		"the few offers that would serve most of them. People are told by their numbers.\n",
		"bothways match explain --programme valley\n"
		"    for a look before the coordinators meet\n",
		{ { "programme", "SLUG", "which programme" }, SITE_FLAG, JSON_FLAG }, match_explain_command },
	{ "match what-if", "", 0, 0, "tries a matching with one thing changed, and forgets it",
		"How many asks would be met, and how many people would both give and receive, if\n"
		"somebody offered a topic, a bar that is a coordinator's own were lifted, or two\n"
		"programmes were one. Without any of these it lists what can be tried. Writes\n"
		"nothing.\n",
		"bothways match what-if --programme valley --topic 7 --near LL57\n"
		"    one more mentor, of topic 7, who lives near Bangor\n"
		"bothways match what-if --programme valley --lift 31:12\n"
		"    person 31 may mentor person 12 though the coordinator dropped it\n"
		"bothways match what-if --programme valley --join works\n"
		"    valley and works as one\n",
		{ { "programme", "SLUG", "which programme" }, { "topic", "N", "one more mentor, of this topic" },
		  { "near", "DISTRICT", "who lives there; else they meet from afar" },
		  { "lift", "MENTOR:MENTEE", "their bar lifted" }, { "join", "SLUG", "that programme joined" }, SITE_FLAG, JSON_FLAG },
		match_what_if_command },
	{ "audit verify", "", 0, 0, "checks the chain of the audit",
		"Follows the audit from its first row to its last: each holds the hash of the one\n"
		"before. Ends with 1 and the number of the first row that does not follow. Prints\n"
		"the head otherwise: with a head that was mailed earlier, --head says whether the\n"
		"chain still goes through it, which a chain made anew does not.\n",
		"bothways audit verify\n"
		"    the whole chain, and its head\n"
		"bothways audit verify --head 1042:b9d0f2…\n"
		"    and whether row 1042 is still the one that was mailed\n",
		{ { "head", "ROW:HASH", "a head told earlier, which the chain must go through" }, SITE_FLAG, JSON_FLAG }, audit_verify_command },
	{ "night", "", 0, 0, "does what a day brings: reminders, lapses, ends",
		"Does all that is due by now, and what was missed while it was not run; makes the\n"
		"day's backup, checks the database, and mails the head of the audit with the list\n"
		"of erasures to whoever looks after the site. It may be run any number of times a\n"
		"day: nothing is done twice. Never two at once: the second ends with 1. Without\n"
		"cron the first request after midnight starts it.\n",
		"0 1 * * * bothways night\n"
		"    in a crontab: each night\n",
		{ SITE_FLAG }, night_command },
	{ "post", "", 0, 0, "sends the mail that waits",
		"Hands waiting mail to the host, codes for signing in first, within the pace of\n"
		"the settings. Ends with 1 where mail could not be handed over; it is tried again\n"
		"later.\n",
		"*/5 * * * * bothways post\n"
		"    in a crontab: every five minutes\n",
		{ { "most", "N", "at most so many" }, { "dns", NULL, "send nothing, and print what the DNS needs" }, SITE_FLAG, JSON_FLAG }, post_command },
	{ "report", "", 0, 0, "tells what a programme came to, in numbers",
		"The numbers of the desk's report: for a year until today, or from a day to a day, of\n"
		"one programme or of all. A group of fewer than five people is not told: few, an\n"
		"empty cell or null. Changes nothing.\n",
		"bothways report --programme valley --from 2026-01-01 --to 2026-03-31\n"
		"    three months of one programme\n"
		"bothways report --csv > year.csv\n"
		"    a year of all, for a spreadsheet\n"
		"bothways report --json\n"
		"    the same for a script\n",
		{ { "programme", "SLUG", "only this one" }, { "from", "DAY", "the first day, such as 2026-01-01" },
		  { "to", "DAY", "the last day; today where none is given" }, { "csv", NULL, "a table for a spreadsheet" }, SITE_FLAG, JSON_FLAG },
		report_command },
	{ "bounce", "", 0, 0, "notes a mail that came back",
		"Reads the report of a mail server (RFC 3464) from standard input, as a forward to a\n"
		"pipe gives it. After the second mail that will never arrive a coordinator rings the\n"
		"person, and no mail but codes goes to that address. Prints noted, known, soft,\n"
		"no-report or not-ours, and ends with 1 for the last two.\n",
		"|/home/charity/public_html/bothways/bothways bounce\n"
		"    as the target of a forward, for the address that mail comes from\n"
		"bothways bounce < returned.eml\n"
		"    one that was saved\n",
		{ SITE_FLAG, JSON_FLAG }, bounce_command },
	{ "retention", "", 0, 0, "forgets what has been kept long enough",
		"The nights do this too. --dry-run says what would go in the next 30 days, how many\n"
		"of what on which day, and touches nothing.\n",
		"bothways retention --dry-run\n"
		"    a look at what is to come\n"
		"bothways retention --dry-run --json\n"
		"    the same for a script\n",
		{ { "dry-run", NULL, "only say what would go, and when" }, SITE_FLAG, JSON_FLAG }, retention_command },
	{ "backup", "", 0, 0, "copies the database while others write",
		"Makes the day's backup in the folder backups of the data folder, and lets go what\n"
		"is old: of the days seven are kept, of the weeks four, of the months three. The\n"
		"nights do this too. With --output the copy goes there, with --passphrase locked.\n"
		"No backup holds logins or codes. The list of erasures beside them is brought up\n"
		"to date.\n",
		"bothways backup\n"
		"    the day's backup\n"
		"bothways backup --output /mnt/stick/bothways.locked --passphrase secret.txt\n"
		"    a locked copy, to be taken away\n",
		{ { "output", "FILE", "copy to this file instead" }, { "passphrase", "FILE", "lock it with the first line of this file; - for standard input" },
		  SITE_FLAG, JSON_FLAG }, backup_command },
	{ "restore", "FILE", 1, 1, "brings a backup back",
		"Looks at the backup, makes what was erased since erased again, and puts it in the\n"
		"place of what is there, in one stroke; what was there is kept as a backup. Works\n"
		"on an empty host too. Logins, codes and waiting mail are not brought back, and\n"
		"address and mail stay those of this host. Give the newest list of erasures: it\n"
		"lies beside the backups and is in each mail of the night. Without one the answer\n"
		"says until when it can vouch for erasures.\n",
		"bothways restore backups/bothways-2026-11-26.db --look\n"
		"    looks, and changes nothing\n"
		"bothways restore bothways.locked --passphrase - --erased erased.txt\n"
		"    from a locked copy, with the newest list of erasures\n",
		{ { "erased", "FILE", "the newest list of erasures" }, { "passphrase", "FILE", "opens a locked copy: the first line of this file; - for standard input" },
		  { "look", NULL, "only look whether it could be" }, SITE_FLAG, JSON_FLAG }, restore_command },
	{ "import", "[FILE]", 0, 1, "puts people in from a CSV file",
		"Judges each row as if the form of the desk for one person had been sent with it, and\n"
		"says what becomes of it: new (comes in, and waits to be read), known (the same\n"
		"e-mail, phone or name: left out), wrong (which column, and why: left out), blank.\n"
		"All that is new comes in at once or not at all; nobody else can save meanwhile, which\n"
		"is seconds for thousands of people. FILE is UTF-8, with the names of the columns in\n"
		"its first row, at most 100,000 rows; - is standard input. Ends with 1 where a row has\n"
		"a mistake. Everybody in it has to know what is kept, and agree.\n",
		"bothways import --programme valley --example > people.csv\n"
		"    a file to fill in\n"
		"bothways import people.csv --programme valley --dry-run\n"
		"    what would happen, row by row; nothing is changed\n"
		"bothways import people.csv --programme valley --json\n"
		"    puts them in, and tells it as JSON\n",
		{ { "programme", "SLUG", "into this one, where more than one is open" }, { "dry-run", NULL, "only say what would happen" },
		  { "language", "CODE", "of people whose row names none; else the site's first" },
		  { "example", NULL, "print a file to fill in" }, SITE_FLAG, JSON_FLAG }, import_command },
	{ "export", "FILE", 1, 1, "writes the hand-over pack",
		"Writes a zip with all that a successor needs, in open formats: each table as CSV,\n"
		"all of them as JSON, the database, its schema, the charity's own words and templates,\n"
		"and the list of erasures. It is not locked, and holds what people said in confidence.\n",
		"bothways export hand-over.zip\n"
		"    everything\n",
		{ SITE_FLAG, JSON_FLAG }, export_command },
	{ "check", "", 0, 0, "checks the database",
		"Whether the file is sound, every row has what it refers to, the audit holds, and\n"
		"what must always be true of pairs and proposals is. Ends with 1 where something\n"
		"is not, and says what. Changes nothing.\n",
		"bothways check\n"
		"    one line for each check\n"
		"bothways check --json\n"
		"    the same for a script\n",
		{ SITE_FLAG, JSON_FLAG }, check_command },
	{ "template list", "", 0, 0, "lists the charity's own pages",
		"Each page that the data folder has a source of, or that is live, with its state:\n"
		"draft, live, edited (its source was changed since it went live), outdated (made for\n"
		"another release: the shipped page is shown until it goes live again), unsound (the\n"
		"file was changed: the shipped page is shown).\n",
		"bothways template list\n"
		"    after an upgrade: which need a look\n"
		"bothways template list --all\n"
		"    the names of all pages and mails\n",
		{ { "all", NULL, "the shipped ones too" }, SITE_FLAG, JSON_FLAG }, template_list_command },
	{ "template copy", "PAGE", 1, 1, "begins a page of the charity's own",
		"Copies the source of the shipped page into the data folder, and prints where it is.\n"
		"A source that is there is left alone.\n",
		"bothways template copy signup/start\n"
		"    then edit templates/signup/start.xml in the data folder\n",
		{ SITE_FLAG }, template_copy_command },
	{ "template check", "[PAGE]", 0, 1, "checks pages of the charity's own",
		"Says all that is wrong with it, a line each: the file, the line, what it is and what\n"
		"to do. A page of your own may say it otherwise and in another order; it has to ask\n"
		"for what the shipped page asks for, by the same rules. Ends with 1 where one is\n"
		"wrong. Without PAGE it checks all.\n",
		"bothways template check signup/start\n"
		"    one page\n",
		{ SITE_FLAG, JSON_FLAG }, template_check_command },
	{ "template preview", "PAGE", 1, 1, "shows a page with its sample data",
		"Prints the page, compiled from your source where there is one, with the sample that\n"
		"the template shows in the place of every value, and two rows in each list.\n",
		"bothways template preview signup/start --language cy > look.html\n"
		"    in Welsh\n"
		"bothways template preview match/pair --bare > look.html\n"
		"    with empty lists, and nothing that is so\n",
		{ { "language", "CODE", "in this language; else in English" }, { "bare", NULL, "with nothing to show" },
		  { "drafts", NULL, "with sentences that nobody sees yet" },
		  { "output", "FILE", "write it there" }, { "before", "PATH", "what stands before a program's name in links" }, { "after", "END", "and after it" }, SITE_FLAG, JSON_FLAG },
		template_preview_command },
	{ "template sentences", "PAGE", 1, 1, "lists the sentences of a page",
		"Prints each sentence that the shipped page says, with the number by which the desk\n"
		"changes it. What every page says, and what depends on a number, is left out.\n",
		"bothways template sentences mail/code\n"
		"    those of a mail\n",
		{ { "ids", NULL, "their numbers alone" }, SITE_FLAG, JSON_FLAG }, template_sentences_command },
	{ "template where", "NUMBER", 1, 1, "names the pages that say a sentence",
		"Prints the name of each page and mail that says the sentence of that number.\n",
		"bothways template where 09f6a2c4d1e8b735\n"
		"    before its words are changed\n",
		{ SITE_FLAG, JSON_FLAG }, template_where_command },
	{ "template live", "PAGE", 1, 1, "shows a page of the charity's own to visitors",
		"Checks it, and where nothing is wrong it takes the place of the shipped page at the\n"
		"next request. What is wrong never reaches a visitor: what was shown before stays.\n",
		"bothways template live signup/start\n"
		"    after a look at the preview\n",
		{ SITE_FLAG, JSON_FLAG }, template_live_command },
	{ "template back", "PAGE", 1, 1, "goes back to the shipped page",
		"Visitors see the shipped page again. The source in the data folder stays.\n",
		"bothways template back signup/start\n"
		"    at the next request\n",
		{ SITE_FLAG }, template_back_command },
};
const size_t command_count = sizeof commands / sizeof *commands;

/* The command that these words begin with, the longer name first; *words says how many are its name. */
static const struct command *command_named(int count, char **words, int *used)
{
	for (*used = 2; *used > 0; --*used)
		for (size_t i = 0; i < command_count && count >= *used; i++) {
			const char *space = strchr(commands[i].name, ' ');
			size_t first = space ? (size_t)(space - commands[i].name) : strlen(commands[i].name);
			if ((space != NULL) != (*used == 2) || strlen(words[0]) != first || memcmp(words[0], commands[i].name, first) != 0)
				continue;
			if (!space || text_is(words[1], space + 1))
				return &commands[i];
		}
	return NULL;
}

static int flag_number(const struct command *command, const char *name, size_t length)
{
	for (int i = 0; i < FLAGS_MOST && command->flags[i].name; i++)
		if (strlen(command->flags[i].name) == length && memcmp(command->flags[i].name, name, length) == 0)
			return i;
	return -1;
}

/* --name, --name VALUE, --name=VALUE. Returns how many words it took, 0 with a message. */
static int take_flag(struct call *call, int count, char **words)
{
	const char *name = words[0] + 2, *equals = strchr(name, '=');
	int number = flag_number(call->command, name, equals ? (size_t)(equals - name) : strlen(name));

	if (number < 0) {
		call_refuse(call, "there is no %s", words[0]);
		return 0;
	}
	const struct flag *flag = &call->command->flags[number];
	if (call->values[number]) {
		call_refuse(call, "--%s is given twice", flag->name);
		return 0;
	}
	if (!flag->value && equals) {
		call_refuse(call, "--%s takes no value", flag->name);
		return 0;
	}
	if (flag->value && !equals && count < 2) {
		call_refuse(call, "--%s wants %s", flag->name, flag->value);
		return 0;
	}
	call->values[number] = !flag->value ? "" : equals ? equals + 1 : words[1];
	return flag->value && !equals ? 2 : 1;
}

static int parse(struct call *call, int count, char **words)
{
	bool only_arguments = false;

	for (int i = 0; i < count;) {
		if (!only_arguments && text_is(words[i], "--")) {
			only_arguments = true;
			i++;
			continue;
		}
		if (!only_arguments && text_starts(words[i], "--")) {
			int took = take_flag(call, count - i, words + i);
			if (!took)
				return EXIT_USAGE;
			i += took;
			continue;
		}
		if (call->argument_count == call->command->most)
			return call_refuse(call, "%s is one word too many", words[i]);
		call->arguments[call->argument_count++] = words[i++];
	}
	if (call->argument_count < call->command->least)
		return call_refuse(call, "%s is missing", call->command->arguments);
	return EXIT_DONE;
}

static int run(const struct command *command, const char *program, int count, char **words)
{
	/* Opening a site makes standard error its log. */
	int messages = dup(STDERR_FILENO);
	struct call call = { .command = command, .program = program, .say = messages < 0 ? stderr : fdopen(messages, "w") };

	if (!call.say)
		call.say = stderr;
	for (int i = 0; i < count && !text_is(words[i], "--"); i++)
		if (text_is(words[i], "--help")) {
			help_one(stdout, command);
			return call_finish(&call, EXIT_DONE);
		}
	call.arena = arena_new(ARENA_BYTES);
	int status = parse(&call, count, words);
	if (status == EXIT_DONE)
		status = call_finish(&call, command->run(&call));
	fflush(call.say);
	if (call.site)
		site_close(call.site);
	arena_free(call.arena);
	return status;
}

static int help(int count, char **words)
{
	int used;

	if (count == 0) {
		help_all(stdout);
		return EXIT_DONE;
	}
	if (text_is(words[0], "--list")) {
		help_list(stdout);
		return EXIT_DONE;
	}
	const struct command *command = command_named(count, words, &used);
	if (!command) {
		fprintf(stderr, "bothways help: there is no command %s\n", words[0]);
		return EXIT_USAGE;
	}
	help_one(stdout, command);
	return EXIT_DONE;
}

/* What could not be printed is no success. */
static int printed(int status)
{
	return fflush(stdout) || ferror(stdout) ? EXIT_FOUND : status;
}

int main(int argc, char **argv)
{
	int used = 0;

	if (argc < 2) {
		help_all(stderr);
		return EXIT_USAGE;
	}
	if (text_is(argv[1], "--version")) {
		puts("bothways " BOTHWAYS_VERSION);
		return printed(EXIT_DONE);
	}
	if (text_is(argv[1], "help") || text_is(argv[1], "--help"))
		return printed(help(argc - 2, argv + 2));
	const struct command *command = command_named(argc - 1, argv + 1, &used);
	if (!command) {
		fprintf(stderr, "bothways: there is no command %s%s%s. Try: bothways help\n", argv[1], argc > 2 ? " " : "", argc > 2 ? argv[2] : "");
		return EXIT_USAGE;
	}
	return run(command, argv[0], argc - 1 - used, argv + 1 + used);
}
