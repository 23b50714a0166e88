# SPDX-License-Identifier: AGPL-3.0-or-later
# data/programme-kinds.txt as a table in C.
function quoted(text) {
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	return "\"" text "\""
}
BEGIN {
	FS = "|"
	print "/* Made by the build from data/programme-kinds.txt. */\n#include \"domain/programme.h\"\n"
	print "const struct kind_words kind_words[] = {"
}
/^#/ || /^$/ { next }
/^kind / { kind = substr($0, 6); topic = -1; next }
/^topic$/ { topic++; next }
NF != 3 { print FILENAME ":" FNR ": a line is code|words|a second text" > "/dev/stderr"; exit 1 }
{ printf "\t{ %s, %d, %s, %s, %s },\n", quoted(kind), topic, quoted($1), quoted($2), quoted($3) }
END { print "};\nconst size_t kind_word_count = sizeof kind_words / sizeof *kind_words;" }
