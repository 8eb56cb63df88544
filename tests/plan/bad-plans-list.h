/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults of plan XML, for the table of test-bad-plans.c:
 *
 *   BAD (name, document, what is replaced, by what, line, what the sentence says)
 *   ALONE (the same, why the schema cannot see it)
 */

/* What may stand where. */
BAD ("unknown-element", PLAN, "<transfer ", "<transfers ", 14,
     "plan may not contain transfers; expected county, town, unit, ")
BAD ("unknown-element-in-unit", PLAN, "<quota ", "<quotas ", 8,
     "unit may not contain quotas; expected plaque, quota, ")
BAD ("child-of-another", PLAN, "<transfer ", "<plaque id=\"" ID ("99") "\" name=\"a\"/><transfer ",
     14, "plan may not contain plaque; expected county, ")
BAD ("foreign-element", PLAN, "<clause ", "<x:clause xmlns:x=\"urn:x\" ", 19,
     "section may not contain clause; expected body, clause.")
BAD ("town-in-county", PLAN, "name=\"费县\"/>", "name=\"费县\"><town/></county>", 3,
     "county may not contain town; expected pool, parameter, adoption.")
BAD ("text-in-unit", PLAN, "<quota ", "文字<quota ", 8, "unit may not contain text")
BAD ("text-in-plan", PLAN, "<transfer ", "文字<transfer ", 14, "plan may not contain text")
BAD ("text-in-quota", PLAN, "approved=\"8\"/>", "approved=\"8\">8</quota>", 8,
     "quota may not contain text, not even blanks.")
BAD ("blanks-in-quota", PLAN, "approved=\"8\"/>", "approved=\"8\"> </quota>", 8,
     "quota may not contain text, not even blanks.")
BAD ("text-in-county-header", PLAN, "name=\"费县\"/>", "name=\"费县\">文字</county>", 3,
     "county may not contain text")
BAD ("blanks-in-plan-ref", COUNTY, "other.xml\"/>", "other.xml\"> </plan-ref>", 8,
     "plan-ref may not contain text, not even blanks.")
BAD ("element-in-text", PLAN, "综合协调", "综合<b/>协调", 9, "duty holds text only; expected no element b.")
BAD ("no-county", PLAN, "<county id=\"" ID ("03") "\" name=\"费县\"/>", "", 2, "plan lacks county")
BAD ("two-counties", PLAN, "<town ", "<county id=\"" ID ("99") "\" name=\"b\"/><town ", 2,
     "county stands twice in plan; expected it once.")
BAD ("two-towns", PLAN, "<unit id=\"" ID ("06"),
     "<town id=\"" ID ("99") "\" name=\"b\" kind=\"town\"/><unit id=\"" ID ("06"), 2,
     "town stands twice in plan; expected it once.")
BAD ("county-late", PLAN, "<county id=\"" ID ("03") "\" name=\"费县\"/>\n  <town id=\"" ID ("02")
     "\" name=\"探沂镇\" kind=\"town\">\n    <indicator id=\"" ID ("04")
     "\" kind=\"population\" value=\"98000.5\"/>\n  </town>",
     "<town id=\"" ID ("02") "\" name=\"探沂镇\" kind=\"town\"/><county id=\"" ID ("03")
     "\" name=\"费县\"/>", 3, "county stands after town; expected it before.")
BAD ("plan-ref-in-plan", PLAN, "<transfer ", "<plan-ref href=\"a.xml\"/><transfer ", 14,
     "plan may not contain plan-ref")

/* Paragraphs. */
BAD ("two-bodies", PLAN, "<clause ", "<body/><clause ", 19,
     "body stands twice in section; expected it once.")
BAD ("no-body", PLAN, "<body><p>改写</p></body>\n", "", 21, "override lacks body")
BAD ("body-empty", PLAN, "<body><p>改写</p></body>", "<body/>", 22,
     "body is empty; expected paragraphs p.")
BAD ("body-after-clause", PLAN, "<section id=\"" ID ("11") "\" level=\"1\" heading=\"机构设置\">",
     "<section id=\"" ID ("11") "\" level=\"1\" heading=\"机构设置\"><clause id=\"" ID ("99")
     "\" topic=\"a\"/>", 16, "body stands after clause; expected it before.")
BAD ("text-in-body", PLAN, "<body><p>改写", "<body>文字<p>改写", 22,
     "body may not contain text; expected paragraphs p.")
BAD ("element-in-body", PLAN, "<body><p>改写</p>", "<body><p>改写</p><li/>", 22,
     "body may not contain li; expected paragraphs p.")
BAD ("element-in-p", PLAN, "<p>改写", "<p><b>改</b>写", 22,
     "p may not contain b; expected text and field.")
BAD ("foreign-p", PLAN, "<p>改写", "<p xmlns=\"urn:x\">改写", 22, "body may not contain p")
BAD ("attribute-of-p", PLAN, "<p>改写", "<p align=\"left\">改写", 22,
     "p has no attribute align; expected no attribute.")
BAD ("attribute-of-body", PLAN, "<body><p>改写", "<body id=\"a\"><p>改写", 22,
     "body has no attribute id; expected no attribute.")
BAD ("attribute-of-field", PLAN, "ref=\"count:office\"", "ref=\"count:office\" type=\"a\"", 17,
     "field has no attribute type; expected ref, format.")
BAD ("field-without-ref", PLAN, "<field ref=\"count:office\"/>", "<field/>", 17,
     "field lacks ref, which it must have.")
BAD ("field-with-empty-ref", PLAN, "ref=\"count:office\"", "ref=\"\"", 17,
     "field lacks ref, which it must have.")
BAD ("field-with-content", PLAN, "<field ref=\"count:office\"/>",
     "<field ref=\"count:office\">8</field>", 17, "field may not contain anything.")

/* Attributes. */
BAD ("unknown-attribute", PLAN, "heading=", "header=", 15,
     "section has no attribute header; expected id, level, number, heading.")
BAD ("content-as-attribute", PLAN, "predecessor=", "text=\"a\" predecessor=", 12,
     "duty has no attribute text; expected id, origin, predecessor.")
BAD ("markup-as-attribute", PLAN, "heading=", "body=\"a\" heading=", 15,
     "section has no attribute body; expected id, ")
BAD ("rank-as-attribute", PLAN, "heading=", "rank=\"1\" heading=", 15,
     "section has no attribute rank; expected id, ")
BAD ("foreign-attribute", PLAN, "heading=", "xmlns:x=\"urn:x\" x:heading=", 15,
     "section has no attribute heading; expected id, ")
BAD ("language", PLAN, "heading=", "xml:lang=\"zh\" heading=", 15,
     "section has no attribute lang; expected id, ")
BAD ("required-attribute", PLAN, " stage=\"current\"", "", 7, "unit lacks stage, which it must have.")
BAD ("required-empty", PLAN, "name=\"党政办公室\"", "name=\"\"", 7,
     "name of unit is “”; expected some text.")
BAD ("content-empty", PLAN, "综合协调", "", 9, "text of duty is “”; expected some text.")
BAD ("unknown-token", PLAN, "kind=\"office\" stage=\"current\"", "kind=\"bureau\" stage=\"current\"", 7,
     "kind of unit is “bureau”; expected one of leading, office, center, enforcement, ")
BAD ("token-empty", PLAN, "status=\"drafted\"", "status=\"\"", 2,
     "status of plan is “”; expected one of drafted, ")
BAD ("token-with-blank", PLAN, "status=\"drafted\"", "status=\"drafted \"", 2,
     "status of plan is “drafted ”; expected one of drafted, ")
BAD ("boolean", PLAN, "local=\"true\"", "local=\"yes\"", 11,
     "local of unit is “yes”; expected true or false.")
BAD ("boolean-case", PLAN, "local=\"true\"", "local=\"TRUE\"", 11, "expected true or false.")

/* Numbers. */
BAD ("negative", PLAN, "approved=\"8\"", "approved=\"-1\"", 8,
     "approved of quota is “-1”; expected a whole number from 0 to 2147483647.")
BAD ("word", PLAN, "approved=\"8\"", "approved=\"eight\"", 8, "expected a whole number from 0 to 2147483647.")
BAD ("fraction", PLAN, "approved=\"8\"", "approved=\"8.0\"", 8, "expected a whole number from 0 to 2147483647.")
BAD ("plus", PLAN, "approved=\"8\"", "approved=\"+8\"", 8, "expected a whole number from 0 to 2147483647.")
BAD ("no-number", PLAN, "approved=\"8\"", "approved=\"\"", 8, "expected a whole number from 0 to 2147483647.")
BAD ("chinese-digits", PLAN, "approved=\"8\"", "approved=\"８\"", 8, "expected a whole number from 0 to 2147483647.")
BAD ("too-large", PLAN, "approved=\"8\"", "approved=\"2147483648\"", 8,
     "expected a whole number from 0 to 2147483647.")
BAD ("real-negative", PLAN, "98000.5", "-98000.5", 5,
     "value of indicator is “-98000.5”; expected a number from 0.")
BAD ("real-grouped", PLAN, "98000.5", "98,000.5", 5, "expected a number from 0.")
BAD ("real-without-digit", PLAN, "98000.5", ".5", 5, "expected a number from 0.")
BAD ("real-without-fraction", PLAN, "98000.5", "5.", 5, "expected a number from 0.")
BAD ("real-without-exponent", PLAN, "98000.5", "5e", 5, "expected a number from 0.")
BAD ("real-hexadecimal", PLAN, "98000.5", "0x5", 5, "expected a number from 0.")
BAD ("real-infinite", PLAN, "98000.5", "INF", 5, "expected a number from 0.")
BAD ("real-no-number", PLAN, "98000.5", "NaN", 5, "expected a number from 0.")
ALONE ("blank-before-number", PLAN, "approved=\"8\"", "approved=\" 8\"", 8,
       "expected a whole number from 0 to 2147483647.", "a schema takes blanks away before it looks")
ALONE ("real-overflow", PLAN, "98000.5", "1e999", 5, "expected a number from 0.",
       "a schema has no limit of the exponent")

/* Dates. */
BAD ("no-leap-day", PLAN, "2019-03-01", "2019-02-29", 2,
     "date of plan is “2019-02-29”; expected a date such as 2019-03-01.")
BAD ("short-date", PLAN, "2019-03-01", "2019-3-1", 2, "expected a date such as")
BAD ("no-month", PLAN, "2019-03-01", "2019-13-01", 2, "expected a date such as")
BAD ("year-zero", PLAN, "2019-03-01", "0000-03-01", 2, "expected a date such as")
BAD ("date-with-zone", PLAN, "2019-03-01", "2019-03-01Z", 2, "expected a date such as")
BAD ("time", PLAN, "2019-03-01", "2019-03-01T00:00:00", 2, "expected a date such as")
BAD ("chinese-date", PLAN, "2019-03-01", "2019年3月1日", 2, "expected a date such as")
BAD ("empty-date", PLAN, "2019-03-01", "", 2, "expected a date such as")

/* Identity. */
BAD ("no-id", PLAN, "<quota id=\"" ID ("07") "\"", "<quota", 8, "quota lacks id, which it must have.")
BAD ("bad-id", PLAN, "<quota id=\"" ID ("07"), "<quota id=\"Q-7", 8,
     "id of quota is “Q-7”; expected a UUID such as ")
BAD ("braced-id", PLAN, "<quota id=\"" ID ("07"), "<quota id=\"{" ID ("07") "}", 8,
     "expected a UUID such as ")
BAD ("twice", PLAN, "<quota id=\"" ID ("07"), "<quota id=\"" ID ("09"), 12,
     "id " ID ("09") " stands twice; expected each id once.")
BAD ("document-twice", PLAN, "</plan>",
     "<document id=\"" ID ("98") "\" kind=\"request\"/>\n<document id=\"" ID ("99")
     "\" kind=\"request\"/></plan>", 25,
     "the kind request of a document stands twice; expected each once.")
BAD ("id-of-town", PLAN, "<quota id=\"" ID ("07"), "<quota id=\"" ID ("02"), 8, "stands twice")
BAD ("id-of-plan", PLAN, "<quota id=\"" ID ("07"), "<quota id=\"" ID ("01"), 8, "stands twice")
BAD ("dangling-town", PLAN, "town=\"" ID ("02"), "town=\"" ID ("98"), 2,
     "town of plan is " ID ("98") ", but there is no town with that id.")
BAD ("dangling", PLAN, "from=\"" ID ("06"), "from=\"" ID ("98"), 14,
     "from of transfer is " ID ("98") ", but there is no unit with that id.")
BAD ("of-wrong-table", PLAN, "from=\"" ID ("06"), "from=\"" ID ("07"), 14,
     "from of transfer is " ID ("07") ", the id of a quota; expected that of a unit.")
BAD ("of-county", PLAN, "to=\"" ID ("10"), "to=\"" ID ("02"), 14,
     "to of transfer is " ID ("02") ", the id of a town; expected that of a unit.")
BAD ("unit-for-duty", PLAN, "predecessor=\"" ID ("08"), "predecessor=\"" ID ("06"), 12,
     "the id of a unit; expected that of a duty.")
BAD ("no-reference", PLAN, "from=\"" ID ("06"), "from=\"党政办公室", 14,
     "from of transfer is “党政办公室”; expected the id of another element.")
BAD ("empty-reference", PLAN, "to=\"" ID ("10"), "to=\"", 14, "expected the id of another element.")

/* Counties. */
BAD ("county-in-plan-of-county", COUNTY, "<unit ", "<county id=\"" ID ("99") "\" name=\"b\"/><unit ", 6,
     "plan may not contain county; expected unit, ")
BAD ("town-in-plan-of-county", COUNTY, "<unit ",
     "<town id=\"" ID ("99") "\" name=\"b\" kind=\"town\"/><unit ", 6,
     "plan may not contain town; expected unit, ")
BAD ("town-late", COUNTY, "<plan-ref ",
     "<town id=\"" ID ("99") "\" name=\"b\" kind=\"town\"/><plan-ref ", 8,
     "town stands after plan; expected it before.")
BAD ("unit-of-county", COUNTY, "<plan-ref ",
     "<unit id=\"" ID ("99") "\" name=\"b\" kind=\"office\" stage=\"current\"/><plan-ref ", 8,
     "county may not contain unit; expected pool, town, plan, parameter, adoption, plan-ref.")
BAD ("text-in-county", COUNTY, "<plan-ref ", "文字<plan-ref ", 8, "county may not contain text")
BAD ("pool-negative", COUNTY, "headcount=\"700\"", "headcount=\"-700\"", 3,
     "headcount of pool is “-700”; expected a whole number from 0 to 2147483647.")
BAD ("plan-without-its-town", COUNTY, "town=\"" ID ("02"), "town=\"" ID ("98"), 5,
     "town of plan is " ID ("98") ", but there is no town with that id.")
BAD ("plan-with-id-of-town", COUNTY, "<plan id=\"" ID ("01"), "<plan id=\"" ID ("02"), 5,
     "stands twice")
BAD ("two-plans", COUNTY, "<plan-ref ",
     "<plan id=\"" ID ("01") "\" town=\"" ID ("02") "\" title=\"b\" status=\"drafted\"/><plan-ref ", 8,
     "id " ID ("01") " stands twice; expected each id once.")
BAD ("superior-in-other-plan", COUNTY, "<plan-ref ",
     "<plan id=\"" ID ("97") "\" town=\"" ID ("02") "\" title=\"b\" status=\"drafted\"><unit id=\""
     ID ("99") "\" name=\"b\" kind=\"office\" stage=\"current\" superior=\"" ID ("06")
     "\"/></plan><plan-ref ", 8, "superior of unit is " ID ("06") ", but there is no unit")
ALONE ("unit-with-id-of-town", COUNTY, "<unit id=\"" ID ("06"), "<unit id=\"" ID ("02"), 6,
       "stands twice", "a constraint of the county would forbid scenarios, which share ids")
BAD ("no-href", COUNTY, "href=\"town/other.xml\"", "", 8, "plan-ref lacks href")
BAD ("attribute-of-plan-ref", COUNTY, "href=", "title=\"a\" href=", 8,
     "plan-ref has no attribute title; expected href.")
BAD ("child-of-plan-ref", COUNTY, "other.xml\"/>", "other.xml\"><plan/></plan-ref>", 8,
     "plan-ref may not contain plan; expected no element.")
BAD ("out-of-folder", COUNTY, "town/other.xml", "../other.xml", 8,
     "plan-ref names “../other.xml”; expected a file in the same folder or below.")
BAD ("out-of-folder-inside", COUNTY, "town/other.xml", "town/../../other.xml", 8,
     "expected a file in the same folder or below.")
BAD ("absolute", COUNTY, "town/other.xml", "/etc/passwd", 8,
     "expected a file in the same folder or below.")
BAD ("backslash", COUNTY, "town/other.xml", "..\\other.xml", 8,
     "expected a file in the same folder or below.")
BAD ("folder", COUNTY, "town/other.xml", "town/", 8, "expected a file in the same folder or below.")
BAD ("empty-href", COUNTY, "town/other.xml", "", 8, "expected a file in the same folder or below.")

/* Blanks and what is no character. */
ALONE ("required-blank", PLAN, "name=\"党政办公室\"", "name=\"　 \"", 7, "expected some text.",
       "a pattern for it would be slow on long text")
ALONE ("control-character", PLAN, "name=\"党政办公室\"", "name=\"a\177\"", 7,
       "expected text without control characters.", "XML allows this one, but no office means it")
