# SPDX-License-Identifier: AGPL-3.0-or-later
# A catalogue that nobody speaks, from the .pot: each text two fifths longer and in brackets, so that a
# text that was not translated, or a box that is too narrow, shows. Marks in braces stay as they are.
# code: en_XA, or ar_XB, which runs from right to left.

function pseudo(text,    out, i, c, inside, letters) {
	out = ""
	inside = letters = 0
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "{")
			inside = 1
		if (!inside && c ~ /[aeiouAEIOU]/ && ++letters % 2)
			c = c c
		if (c == "}")
			inside = 0
		out = out c
	}
	return "[" out " ~" (length(text) > 20 ? " lorem ~" : "") "]"
}

# What stands between the quotes of the lines of one keyword.
function quoted(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

function flush_entry() {
	if (id == "" && !started) {
		printf "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		printf "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\"X-Language-Name: [%s]\\n\"\n", code
		printf "\"X-Direction: %s\\n\"\n\"X-Reviewed-By: nobody; it is for tests\\n\"\n\n", (code == "ar_XB" ? "rtl" : "ltr")
	} else if (id != "") {
		if (context != "")
			printf "msgctxt \"%s\"\n", context
		printf "msgid \"%s\"\n", id
		# Twelve and twenty-four are a setting, not a text.
		if (many != "")
			printf "msgid_plural \"%s\"\nmsgstr[0] \"%s\"\nmsgstr[1] \"%s\"\n\n", many, pseudo(id), pseudo(many)
		else
			printf "msgstr \"%s\"\n\n", (context == "hours on the clock" ? id : pseudo(id))
	}
	started = 1
	context = id = many = ""
}

/^msgctxt / { context = quoted($0); at = "context"; next }
/^msgid_plural / { many = quoted($0); at = "many"; next }
/^msgid / { id = quoted($0); at = "id"; next }
/^msgstr/ { at = ""; next }
/^"/ {
	if (at == "context") context = context quoted($0)
	else if (at == "id") id = id quoted($0)
	else if (at == "many") many = many quoted($0)
	next
}
/^$/ { flush_entry() }
END { if (id != "") flush_entry() }
