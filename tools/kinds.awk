# SPDX-License-Identifier: AGPL-3.0-or-later
# data/programme-kinds.txt as a table in C. Each kind and each topic is there in every language: -v languages="en cy pl ur".
function complete() {
	for (i = 1; i <= wanted; i++)
		if (begun && !(want[i] in there)) {
			print FILENAME ":" FNR ": what ends above has no " want[i] > "/dev/stderr"
			failed = 1
			exit 1
		}
	split("", there)
}
function quoted(text) {
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	return "\"" text "\""
}
BEGIN {
	FS = "|"
	wanted = split(languages, want, " ")
	print "/* Made by the build from data/programme-kinds.txt. */\n#include \"domain/programme.h\"\n"
	print "const struct kind_words kind_words[] = {"
}
/^#/ || /^$/ { next }
/^(kind |topic$)/ { complete(); begun = 1 }
/^kind / { kind = substr($0, 6); topic = -1; next }
/^topic$/ { topic++; next }
NF != 3 { print FILENAME ":" FNR ": a line is code|words|a second text" > "/dev/stderr"; exit 1 }
{
	there[$1] = 1
	printf "\t{ %s, %d, %s, %s, %s },\n", quoted(kind), topic, quoted($1), quoted($2), quoted($3)
}
END {
	if (failed)
		exit 1
	complete()
	print "};\nconst size_t kind_word_count = sizeof kind_words / sizeof *kind_words;"
}
