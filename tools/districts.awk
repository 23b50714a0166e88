# SPDX-License-Identifier: AGPL-3.0-or-later
# data/uk-postcode-districts.csv as a sorted table in C, in thousandths of a degree.
BEGIN {
	FS = ","
	print "/* Made by the build from data/uk-postcode-districts.csv. */\n#include \"domain/place.h\"\n"
	print "const struct district districts[] = {"
}
NR > 1 { printf "\t{ \"%s\", %d, %d },\n", $1, $2 * 1000 + ($2 < 0 ? -0.5 : 0.5), $3 * 1000 + ($3 < 0 ? -0.5 : 0.5) }
END { print "};\nconst size_t district_count = sizeof districts / sizeof *districts;" }
