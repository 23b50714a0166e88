/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/draft.h"

#define OURS "urn:bothways:b"
#define BOUND "urn:bothways:set"
#define XHTML "http://www.w3.org/1999/xhtml"
#define SVG "http://www.w3.org/2000/svg"

static const char *copied(struct compile *c, const xmlChar *text)
{
	return arena_copy(c->arena, (const char *)text);
}

static bool is_space(const xmlNs *ns, const char *address)
{
	return ns && text_is((const char *)ns->href, address);
}

static void read_attribute(struct compile *c, struct node *node, xmlNode *from, const xmlAttr *attribute)
{
	xmlChar *value = xmlNodeListGetString(from->doc, attribute->children, 1);
	const char *name = copied(c, attribute->name), *text = copied(c, value);

	xmlFree(value);
	if (!attribute->ns)
		node_set(c, node, ATTRIBUTE_HTML, name, text);
	else if (is_space(attribute->ns, OURS))
		node_set(c, node, ATTRIBUTE_WORD, name, text);
	else if (is_space(attribute->ns, BOUND))
		node_set(c, node, ATTRIBUTE_BOUND, name, text);
	else
		wrong(c, node, arena_printf(c->arena, "the attribute %s is in a namespace of its own", name),
		      "Write it without a prefix");
}

static struct node *read_element(struct compile *c, const char *file, xmlNode *from)
{
	struct node *node = node_new(c, copied(c, from->name), file, (int)xmlGetLineNo(from));

	node->ours = is_space(from->ns, OURS);
	if (from->ns && !node->ours && !is_space(from->ns, XHTML) && !is_space(from->ns, SVG))
		wrong(c, node, arena_printf(c->arena, "<%s> is in no namespace that a page may use", node->name),
		      "Use HTML, SVG or the words of docs/adding-a-page.md");
	for (const xmlAttr *a = from->properties; a; a = a->next)
		read_attribute(c, node, from, a);
	for (xmlNode *child = from->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE) {
			node_add(node, read_element(c, file, child));
		} else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
			struct node *text = node_new(c, NULL, file, (int)xmlGetLineNo(child));
			text->text = copied(c, child->content);
			node_add(node, text);
		}
	}
	return node;
}

static void wrong_xml(struct compile *c, const char *file, const xmlError *error)
{
	struct node place = { .file = file, .line = error ? error->line : 0 };
	char *what = arena_copy(c->arena, error && error->message ? error->message : "it cannot be read");

	what[strcspn(what, "\n")] = '\0';
	wrong(c, &place, what, "A template is well-formed XML: every element is closed and every & is written &amp;");
}

struct node *read_template(struct compile *c, const char *name)
{
	const char *file = arena_printf(c->arena, "templates/%s.xml", name);
	const char *path = c->settings->page && text_is(name, c->name) ? c->settings->page
		: arena_printf(c->arena, "%s/%s.xml", c->settings->folder, name);
	xmlParserCtxt *parser = xmlNewParserCtxt();
	struct node *root = NULL;

	xmlDoc *doc = xmlCtxtReadFile(parser, path, "UTF-8",
				      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
	if (!doc || !xmlDocGetRootElement(doc))
		wrong_xml(c, file, xmlCtxtGetLastError(parser));
	else if (doc->intSubset)
		wrong(c, &(struct node){ .file = file, .line = 1 }, "a template declares a document type, which may name other files",
		      "Take the <!DOCTYPE> out: the build writes it");
	else
		root = read_element(c, file, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	xmlFreeParserCtxt(parser);
	return root;
}
