# SPDX-License-Identifier: AGPL-3.0-or-later
# From the template of catalogues, one whose words say where each text stands: its place in the order in which a reader goes through
# them (what visitors see first), the templates, what translators are told. On the desk of the site a reader sees them.

# The best rank of its templates. Parts of several pages have no folder: they come behind those of a sign-up.
function rank(    files, n, i, folder, r, best) {
	best = 99
	n = split(where, files, " ")
	for (i = 1; i <= n; i++) {
		folder = files[i]
		if (!sub(/\/.*/, "", folder))
			folder = "parts"
		r = folder in order ? order[folder] : 98
		if (r < best)
			best = r
	}
	return best
}

function flush() {
	if (msgid != "" && msgid != "msgid \"\"") {
		if (context != "")
			print context
		print msgid
		printf "msgstr \"%d\\t%s\\t%s\"\n\n", rank() * 100000 + ++n, where, note
	}
	context = msgid = where = note = ""
}

BEGIN {
	count = split("signup parts account match feedback mail desk setup lib", folders, " ")
	for (i = 1; i <= count; i++)
		order[folders[i]] = i
	print "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
}

/^#: / {
	sub(/^#: /, "")
	gsub(/templates\//, "")
	gsub(/\.xml/, "")
	where = where (where == "" ? "" : " ") $0
}
/^#\. TRANSLATORS: / {
	sub(/^#\. TRANSLATORS: /, "")
	gsub(/[\\"]/, "\\\\&")
	note = note (note == "" ? "" : " ") $0
}
/^msgctxt / { context = $0 }
/^msgid / { msgid = $0 }
/^$/ { flush() }
END { flush() }
