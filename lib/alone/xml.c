/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What libxml2 can do besides reading XML, and no template needs: other encodings (ICU, 30 MB of tables), packed files,
   servers, catalogues, HTML, schemas, XPath. Its parser names them all. In a static program these stand-ins come first, so that
   the linker leaves the real ones out. Whoever calls one is told that there is nothing: NULL, or a failure. */
#include <stddef.h>
#include <stdint.h>

#define JOINED(a, b) a##_##b
#define NAMED(a, b) JOINED(a, b)
#define OF_ICU(name) NAMED(name, ICU_VERSION)

/* U_FILE_ACCESS_ERROR of unicode/utypes.h: no such encoding. */
enum { NO_SUCH_TABLE = 4 };

void *OF_ICU(ucnv_open)(const char *name, int *status);

void *OF_ICU(ucnv_open)(const char *name, int *status)
{
	(void)name;
	*status = NO_SUCH_TABLE;
	return NULL;
}

/* Arguments are the caller's business: none is looked at. */
#define NOTHING(name) void name(void); void name(void) { }
#define NO_POINTER(name) void *name(void); void *name(void) { return NULL; }
#define FAILS(name) int name(void); int name(void) { return -1; }
#define IS_NOT(name) int name(void); int name(void) { return 0; }

NOTHING(OF_ICU(ucnv_close))
NOTHING(OF_ICU(ucnv_convertEx))
NOTHING(OF_ICU(ucnv_setToUCallBack))
NOTHING(OF_ICU(ucnv_setFromUCallBack))
NOTHING(OF_ICU(UCNV_TO_U_CALLBACK_STOP))
NOTHING(OF_ICU(UCNV_FROM_U_CALLBACK_STOP))

/* Packed files: nothing opens as one, so a template is read as it lies there. */
NO_POINTER(gzopen64)
NO_POINTER(gzdopen)
FAILS(gzread)
FAILS(gzwrite)
FAILS(gzclose)
IS_NOT(gzdirect)
FAILS(deflateInit2_)
FAILS(deflate)
FAILS(deflateEnd)
IS_NOT(crc32)
NO_POINTER(__libxml2_xzopen)
NO_POINTER(__libxml2_xzdopen)
FAILS(__libxml2_xzread)
FAILS(__libxml2_xzclose)
IS_NOT(__libxml2_xzcompressed)

NO_POINTER(xmlNanoFTPOpen)
FAILS(xmlNanoFTPRead)
FAILS(xmlNanoFTPClose)
NO_POINTER(xmlNanoHTTPOpen)
NO_POINTER(xmlNanoHTTPMethod)
NO_POINTER(xmlNanoHTTPEncoding)
NO_POINTER(xmlNanoHTTPMimeType)
NO_POINTER(xmlNanoHTTPRedir)
FAILS(xmlNanoHTTPRead)
FAILS(xmlNanoHTTPReturnCode)
NOTHING(xmlNanoHTTPClose)

IS_NOT(xmlCatalogGetDefaults)
NO_POINTER(xmlCatalogAddLocal)
NOTHING(xmlCatalogFreeLocal)
NOTHING(xmlCatalogCleanup)
NO_POINTER(xmlCatalogLocalResolve)
NO_POINTER(xmlCatalogLocalResolveURI)
NO_POINTER(xmlCatalogResolve)
NO_POINTER(xmlCatalogResolveURI)

FAILS(UTF8ToHtml)
NOTHING(__htmlParseContent)
NO_POINTER(htmlCreateMemoryParserCtxt)
NOTHING(htmlInitAutoClose)
IS_NOT(htmlIsBooleanAttr)
NO_POINTER(htmlNewDocNoDtD)

NOTHING(xmlRelaxNGCleanupTypes)
NOTHING(xmlSchemaCleanupTypes)
NOTHING(xmlXPathInit)
NO_POINTER(xmlNewAutomata)
NOTHING(xmlFreeAutomata)
NO_POINTER(xmlAutomataCompile)
NO_POINTER(xmlAutomataGetInitState)
NO_POINTER(xmlAutomataNewEpsilon)
NO_POINTER(xmlAutomataNewState)
NO_POINTER(xmlAutomataNewTransition)
FAILS(xmlAutomataSetFinalState)
FAILS(xmlRegExecPushString)
NOTHING(xmlRegFreeExecCtxt)
NOTHING(xmlRegFreeRegexp)
NO_POINTER(xmlRegNewExecCtxt)
FAILS(xmlRegexpIsDeterminist)
