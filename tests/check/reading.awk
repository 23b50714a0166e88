# SPDX-License-Identifier: AGPL-3.0-or-later
# Of a catalogue with one line a text: sentences of more than 20 words, and pages of a grade above 5 by
# Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.

function syllables(word,    n) {
	word = tolower(word)
	gsub(/[^a-z]/, "", word)
	n = gsub(/[aeiouy]+/, "&", word)
	if (n > 1 && word ~ /[^l]e$/)
		n--
	return n > 0 ? n : 1
}

function sentence(text,    list, n, i, s) {
	n = split(text, list, " ")
	if (n > 20)
		print n " words: " text
	if (n < 3)
		return
	for (i = 1; i <= n; i++)
		s += syllables(list[i])
	for (i in page) {
		words[i] += n
		sentences[i]++
		sounds[i] += s
	}
}

function read(text,    end) {
	gsub(/\{\/?small\}/, ". ", text)
	gsub(/\{\/[^}]*\}|\{(a|strong)\}/, "", text)
	gsub(/\{[^}]*\}/, "name", text)
	gsub(/\\"/, "", text)
	while (match(text, /[.?!:] /)) {
		sentence(substr(text, 1, RSTART))
		text = substr(text, RSTART + 2)
	}
	if (text != "")
		sentence(text)
}

/^#: / {
	for (i = 2; i <= NF; i++)
		page[$i] = 1
}
/^msgid(_plural)? "./ { read(substr($0, index($0, "\"") + 1, length($0) - index($0, "\"") - 1)) }
/^$/ { delete page }
END {
	for (i in words) {
		grade = 0.39 * words[i] / sentences[i] + 11.8 * sounds[i] / words[i] - 15.59
		if (words[i] >= 25 && grade > 5)
			printf "%s reads like grade %.1f\n", i, grade
	}
}
