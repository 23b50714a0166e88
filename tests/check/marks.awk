# SPDX-License-Identifier: AGPL-3.0-or-later
# Of a catalogue with one line a text: marks of a translation that its original does not have, that are
# lost, or that do not close in order.

function marks(text, list,    n, mark) {
	delete list
	n = 0
	while (match(text, /\{[^}]*\}/)) {
		mark = substr(text, RSTART + 1, RLENGTH - 2)
		list[++n] = mark
		text = substr(text, RSTART + RLENGTH)
	}
	return n
}

function check(original, translation,    a, b, n, m, i, count, open, depth) {
	if (translation == "")
		return
	n = marks(original, a)
	m = marks(translation, b)
	delete count
	for (i = 1; i <= n; i++)
		count[a[i]]++
	depth = 0
	delete open
	for (i = 1; i <= m; i++) {
		# One of a plural's forms may leave the number out.
		if (!(b[i] in count) && b[i] != "n")
			print "not in the original: {" b[i] "} of " translation
		count[b[i]]--
		if (("/" b[i]) in count)
			open[++depth] = b[i]
		else if (substr(b[i], 1, 1) == "/" && (depth == 0 || open[depth--] != substr(b[i], 2)))
			print "does not close in order: " translation
	}
	for (i in count)
		if (count[i] > 0 && i != "n")
			print "lost: {" i "} of " original " in " translation
}

function quoted(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

/^msgid / { one = quoted($0); many = "" }
/^msgid_plural / { many = quoted($0) }
/^msgstr / { check(one, quoted($0)) }
/^msgstr\[/ { check(many, quoted($0)) }
