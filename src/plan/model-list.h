/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every table and column of a register, once. The SQL, the plan XML and its XSD, and the properties
 * of the row objects are made from this list. No include guard: the including file defines the
 * macros.
 *
 *   SD_TABLE (NAME, "element", SCOPE, PARENT, "中文", N_("Label"), "what it is")
 *   SD_TEXT, SD_MARKUP, SD_INTEGER, SD_REAL, SD_BOOLEAN, SD_DATE
 *            (TABLE, NAME, "name", FLAGS, N_("Label"), "what it holds")
 *   SD_CHOICE (TABLE, NAME, "name", ENUMERATION, FLAGS, N_("Label"), "what it holds")
 *   SD_REF   (TABLE, NAME, "name", REFERRED_TABLE, FLAGS, N_("Label"), "what it holds")
 *   SD_TABLE_END
 *
 * SCOPE is COUNTY or PLAN. A table of plan scope has PRIMARY KEY (plan_id, row_id) in SQL, one of
 * county scope PRIMARY KEY (row_id). PARENT is the table whose element encloses this one's; below
 * a plan or the county the enclosing row needs no column, elsewhere it is parent_id. All tables
 * carry rank, the dense order among siblings, counted from 0; in XML it is the document order.
 *
 * In XML a column is an attribute, except that MARKUP is a child element and CONTENT is the
 * element's own text. In SQL the hyphens of a name are underscores. Integers and reals are never
 * negative. New columns go to the end of their table, new tables to the end of the list.
 */

SD_TABLE (COUNTY, "county", COUNTY, NONE, "县", N_ ("County"),
          "The county whose register this is; exactly one row.")
  SD_TEXT (COUNTY, NAME, "name", SD_REQUIRED, N_ ("Name"), "Name of the county, such as 费县.")
  SD_TEXT (COUNTY, CITY, "city", 0, N_ ("City"), "The city above it; part of a pack's scope.")
  SD_TEXT (COUNTY, PROVINCE, "province", 0, N_ ("Province"), "The province; part of a pack's scope.")
  SD_TEXT (COUNTY, CODE, "code", 0, N_ ("Division code"), "Division code by GB/T 2260, 6 digits.")
SD_TABLE_END

SD_TABLE (POOL, "pool", COUNTY, COUNTY, "编制总量", N_ ("Pool"),
          "A total of the county, or its turnover pool, that every town's plan draws on (A13, E17).")
  SD_CHOICE (POOL, KIND, "kind", POOL_KIND, SD_REQUIRED, N_ ("Kind"), "Total or turnover pool.")
  SD_CHOICE (POOL, TYPE, "type", QUOTA_TYPE, SD_REQUIRED, N_ ("Type"), "Type of quota it holds.")
  SD_INTEGER (POOL, HEADCOUNT, "headcount", SD_REQUIRED, N_ ("Headcount"), "How many it holds.")
  SD_TEXT (POOL, SOURCE, "source", 0, N_ ("Source"), "Document that fixed it.")
  SD_DATE (POOL, DATE, "date", 0, N_ ("Date"), "Since when it holds.")
  SD_BOOLEAN (POOL, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (TOWN, "town", COUNTY, COUNTY, "乡镇(街道)", N_ ("Town or subdistrict"),
          "A town, township or subdistrict of the county.")
  SD_TEXT (TOWN, NAME, "name", SD_REQUIRED, N_ ("Name"), "Name, such as 探沂镇.")
  SD_CHOICE (TOWN, KIND, "kind", TOWN_KIND, SD_REQUIRED, N_ ("Kind"), "Town, township or subdistrict.")
  SD_TEXT (TOWN, CODE, "code", 0, N_ ("Division code"), "GB/T 2260 and GB/T 10114, 9 digits.")
  SD_CHOICE (TOWN, CLASS, "class", TOWN_CLASS, 0, N_ ("Class"), "Class by indicators (B2, C1).")
  SD_CHOICE (TOWN, TERRAIN, "terrain", TERRAIN, 0, N_ ("Terrain"), "Terrain; some exempt from the least population (B1).")
  SD_CHOICE (TOWN, PILOT, "pilot", PILOT, 0, N_ ("Pilot"), "Pilot status; part of a pack's scope.")
  SD_TEXT (TOWN, CREDIT_CODE, "credit-code", 0, N_ ("Credit code"), "Unified social credit code, GB 32100.")
SD_TABLE_END

SD_TABLE (INDICATOR, "indicator", COUNTY, TOWN, "指标", N_ ("Indicator"),
          "A figure about a town, with its source and date (B2, C1).")
  SD_CHOICE (INDICATOR, KIND, "kind", INDICATOR_KIND, SD_REQUIRED, N_ ("Kind"), "What is measured.")
  SD_REAL (INDICATOR, VALUE, "value", SD_REQUIRED, N_ ("Value"), "The figure: persons, 万元 or km².")
  SD_TEXT (INDICATOR, SOURCE, "source", 0, N_ ("Source"), "Who published it.")
  SD_DATE (INDICATOR, DATE, "date", 0, N_ ("Date"), "The day the figure is of.")
  SD_BOOLEAN (INDICATOR, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (PLAN, "plan", COUNTY, COUNTY, "改革方案", N_ ("Plan"),
          "A town's reform plan: current structure, proposed structure, and what moves between.")
  SD_REF (PLAN, TOWN, "town", TOWN, SD_REQUIRED, N_ ("Town"), "The town it is for.")
  SD_TEXT (PLAN, TITLE, "title", SD_REQUIRED, N_ ("Title"), "Title of the plan as printed.")
  SD_TEXT (PLAN, SCENARIO, "scenario", 0, N_ ("Scenario"), "Name that tells it from the town's other plans.")
  SD_CHOICE (PLAN, STATUS, "status", PLAN_STATUS, SD_REQUIRED, N_ ("Status"), "Where it stands in procedure.")
  SD_TEXT (PLAN, NUMBER, "number", 0, N_ ("Document number"), "Document number, with 〔year〕.")
  SD_DATE (PLAN, DATE, "date", 0, N_ ("Date"), "Date of the document; the plan's period for packs.")
  SD_TEXT (PLAN, ISSUER, "issuer", 0, N_ ("Issuer"), "Who issues it.")
  SD_TEXT (PLAN, ADDRESSEE, "addressee", 0, N_ ("Addressee"), "To whom it is submitted.")
  SD_INTEGER (PLAN, LEADERS, "leaders", 0, N_ ("Leading posts"), "Leading posts of the town that the plan states (E4, C2).")
  SD_TEXT (PLAN, LEADERS_BASIS, "leaders-basis", 0, N_ ("Basis of leading posts"), "Document that fixes the number of leading posts (E4).")
  SD_TEXT (PLAN, PREAMBLE, "preamble", 0, N_ ("Preamble"), "Paragraph before the first section.")
  SD_TEXT (PLAN, NOTE, "note", 0, N_ ("Note"), "What a reader of the file should know, such as what is invented.")
SD_TABLE_END

SD_TABLE (UNIT, "unit", PLAN, PLAN, "机构", N_ ("Unit"),
          "A body of the town, in the current or the proposed structure.")
  SD_TEXT (UNIT, NAME, "name", SD_REQUIRED, N_ ("Name"), "Full name.")
  SD_CHOICE (UNIT, KIND, "kind", UNIT_KIND, SD_REQUIRED, N_ ("Kind"), "Kind of body.")
  SD_CHOICE (UNIT, STAGE, "stage", STAGE, SD_REQUIRED, N_ ("Stage"), "Current or proposed structure, or neither: not yet placed.")
  SD_CHOICE (UNIT, LEVEL, "level", RANK_LEVEL, 0, N_ ("Rank"), "Administrative rank of the body.")
  SD_REF (UNIT, SUPERIOR, "superior", UNIT, 0, N_ ("Superior"), "The body that it is under.")
  SD_REF (UNIT, CO_LOCATED_WITH, "co-located-with", UNIT, 0, N_ ("Co-located with"), "The body with which it works as one; headcount is counted there once (D6, E12).")
  SD_CHOICE (UNIT, FUNDING, "funding", FUNDING, 0, N_ ("Funding"), "How it is paid for.")
  SD_TEXT (UNIT, NATURE, "nature", 0, N_ ("Nature"), "Legal nature of the body (C15).")
  SD_TEXT (UNIT, CREDIT_CODE, "credit-code", 0, N_ ("Credit code"), "Unified social credit code, GB 32100.")
  SD_TEXT (UNIT, FOUNDED_BY, "founded-by", 0, N_ ("Founding document"), "Document that set it up.")
  SD_BOOLEAN (UNIT, LOCAL, "local", 0, N_ ("Set up locally"), "Set up in the light of local facts (A3).")
  SD_TEXT (UNIT, REASON, "reason", 0, N_ ("Reason"), "Why it is set up or kept.")
  SD_BOOLEAN (UNIT, OUTSIDE_LIMIT, "outside-limit", 0, N_ ("Outside the limit"), "Not counted in the limit of bodies (E20).")
  SD_BOOLEAN (UNIT, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (PLAQUE, "plaque", PLAN, UNIT, "加挂牌子", N_ ("Plaque"),
          "A second name that a unit bears on a plaque; counted (C8).")
  SD_TEXT (PLAQUE, NAME, "name", SD_REQUIRED, N_ ("Name"), "Name on the plaque.")
  SD_TEXT (PLAQUE, REASON, "reason", 0, N_ ("Reason"), "Why it is hung.")
SD_TABLE_END

SD_TABLE (QUOTA, "quota", PLAN, UNIT, "编制", N_ ("Quota"),
          "Headcount of a unit by type: approved and actual, with its source. A row with approved 0 states that there is none (E24).")
  SD_CHOICE (QUOTA, TYPE, "type", QUOTA_TYPE, SD_REQUIRED, N_ ("Type"), "Type of quota.")
  SD_INTEGER (QUOTA, APPROVED, "approved", SD_REQUIRED, N_ ("Approved"), "Approved headcount.")
  SD_INTEGER (QUOTA, ACTUAL, "actual", 0, N_ ("Actual"), "People in place.")
  SD_CHOICE (QUOTA, SOURCE, "source", QUOTA_SOURCE, 0, N_ ("Source"), "Where the number comes from.")
  SD_TEXT (QUOTA, REFERENCE, "reference", 0, N_ ("Reference"), "Approval number, or what names the pool or transfer.")
  SD_BOOLEAN (QUOTA, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (POST, "post", PLAN, UNIT, "领导职数", N_ ("Post"),
          "A leading post of a unit.")
  SD_TEXT (POST, TITLE, "title", SD_REQUIRED, N_ ("Title"), "Title, such as 主任.")
  SD_CHOICE (POST, ROLE, "role", POST_ROLE, SD_REQUIRED, N_ ("Role"), "Head, deputy or member.")
  SD_INTEGER (POST, COUNT, "count", SD_REQUIRED, N_ ("Count"), "How many such posts.")
  SD_CHOICE (POST, LEVEL, "level", RANK_LEVEL, 0, N_ ("Rank"), "Rank of the post (E7, E8).")
  SD_CHOICE (POST, ENGAGEMENT, "engagement", ENGAGEMENT, 0, N_ ("Engagement"), "Dedicated or concurrent (C4, E6).")
  SD_CHOICE (POST, LEADERSHIP, "leadership", LEADERSHIP, 0, N_ ("Town leader"), "The town leader who holds it, if one does (E6).")
  SD_TEXT (POST, HOLDER, "holder", 0, N_ ("Holder"), "Who holds it; optional.")
  SD_DATE (POST, APPOINTED_ON, "appointed-on", 0, N_ ("Appointed on"), "Day of appointment (C22).")
SD_TABLE_END

SD_TABLE (DUTY, "duty", PLAN, UNIT, "职责", N_ ("Duty"),
          "A duty of a unit, with its origin.")
  SD_TEXT (DUTY, TEXT, "text", SD_REQUIRED | SD_CONTENT, N_ ("Text"), "The duty in words.")
  SD_CHOICE (DUTY, ORIGIN, "origin", DUTY_ORIGIN, 0, N_ ("Origin"), "Where the duty comes from.")
  SD_REF (DUTY, PREDECESSOR, "predecessor", DUTY, 0, N_ ("Predecessor"), "The duty of the current structure that it continues.")
SD_TABLE_END

SD_TABLE (DISPATCH, "dispatch", PLAN, UNIT, "派驻管理", N_ ("Dispatch"),
          "How a dispatched unit is led: who owns its quota, guides, manages and appraises it; at most one a unit.")
  SD_TEXT (DISPATCH, DEPARTMENT, "department", SD_REQUIRED, N_ ("Department"), "The county department that sends it.")
  SD_CHOICE (DISPATCH, OWNER, "owner", MANAGER, SD_REQUIRED, N_ ("Owner of the quota"), "Who owns the headcount (D5).")
  SD_CHOICE (DISPATCH, GUIDE, "guide", MANAGER, SD_REQUIRED, N_ ("Guides the business"), "Who guides the business (A11).")
  SD_CHOICE (DISPATCH, DAILY_MANAGER, "daily-manager", MANAGER, SD_REQUIRED, N_ ("Manages daily"), "Who manages it day by day (A11, E12).")
  SD_CHOICE (DISPATCH, APPRAISER, "appraiser", MANAGER, SD_REQUIRED, N_ ("Appraises"), "Who appraises it (E11).")
  SD_BOOLEAN (DISPATCH, DEVOLVED, "devolved", 0, N_ ("Devolved"), "Handed down to the town (A8).")
  SD_TEXT (DISPATCH, APPROVAL_REFERENCE, "approval-reference", 0, N_ ("Approval reference"), "Approval that a name with 分局 needs (E9).")
SD_TABLE_END

SD_TABLE (CONSENT, "consent", PLAN, UNIT, "征求意见与同意", N_ ("Consent"),
          "What the department owes the town before it appoints or moves people of a dispatched unit (A10, B6, D4, E10).")
  SD_CHOICE (CONSENT, PERSON, "for", CONSENT_FOR, SD_REQUIRED, N_ ("For whom"), "Head or staff.")
  SD_CHOICE (CONSENT, STRENGTH, "strength", CONSENT_STRENGTH, SD_REQUIRED, N_ ("Strength"), "Heard, opinion sought, or consent.")
  SD_BOOLEAN (CONSENT, WRITTEN, "written", 0, N_ ("In writing"), "In writing.")
  SD_BOOLEAN (CONSENT, PRIOR, "prior", 0, N_ ("Beforehand"), "Before the step is taken.")
SD_TABLE_END

SD_TABLE (TRANSFER, "transfer", PLAN, PLAN, "划转", N_ ("Transfer"),
          "What moves from a current unit to a proposed one; a transfer without to is not yet placed.")
  SD_REF (TRANSFER, SOURCE, "from", UNIT, SD_REQUIRED, N_ ("From"), "Unit of the current structure.")
  SD_REF (TRANSFER, TARGET, "to", UNIT, 0, N_ ("To"), "Unit of the proposed structure.")
  SD_CHOICE (TRANSFER, TYPE, "type", QUOTA_TYPE, SD_REQUIRED, N_ ("Type"), "Type of quota that moves.")
  SD_INTEGER (TRANSFER, HEADCOUNT, "headcount", SD_REQUIRED, N_ ("Headcount"), "How many move.")
  SD_TEXT (TRANSFER, NOTE, "note", 0, N_ ("Note"), "What goes with it.")
  SD_BOOLEAN (TRANSFER, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (POWER, "power", PLAN, PLAN, "下放权限事项", N_ ("Power"),
          "A power of the county that is handed down to the town (D1, E13, C19).")
  SD_TEXT (POWER, NAME, "name", SD_REQUIRED, N_ ("Name"), "Name of the matter.")
  SD_TEXT (POWER, CODE, "code", 0, N_ ("Code"), "Code in the catalogue.")
  SD_CHOICE (POWER, KIND, "kind", POWER_KIND, 0, N_ ("Kind"), "Kind of power.")
  SD_CHOICE (POWER, FIELD, "field", POWER_FIELD, SD_REQUIRED, N_ ("Field"), "Field it belongs to (A19, E13).")
  SD_TEXT (POWER, DEPARTMENT, "department", 0, N_ ("Department"), "County department it comes from.")
  SD_CHOICE (POWER, MODE, "mode", POWER_MODE, 0, N_ ("Mode"), "How it is handed down (A19, D2).")
  SD_TEXT (POWER, SUBJECT, "subject", 0, N_ ("Legal subject"), "In whose name it is exercised (C17).")
  SD_TEXT (POWER, LEGAL_BASIS, "legal-basis", 0, N_ ("Legal basis"), "Law and article.")
  SD_BOOLEAN (POWER, LAW_RESERVED, "law-reserved", 0, N_ ("Reserved by law"), "The law keeps it for the county level and above (E13).")
  SD_REF (POWER, RECEIVER, "receiver", UNIT, 0, N_ ("Receiver"), "Unit that exercises it.")
  SD_TEXT (POWER, CONTENT, "content", 0, N_ ("Content"), "What is handed down (D1).")
  SD_INTEGER (POWER, TIME_LIMIT, "time-limit", 0, N_ ("Time limit"), "Limit for handling it, in working days (D1).")
  SD_TEXT (POWER, RESPONSIBLE, "responsible", 0, N_ ("Responsible body"), "Who answers for it (D1).")
  SD_INTEGER (POWER, PEOPLE, "people", 0, N_ ("People"), "People who go with it (C19).")
  SD_REAL (POWER, MONEY, "money", 0, N_ ("Money"), "Money that goes with it, in 万元 (C19).")
  SD_BOOLEAN (POWER, BENCHMARK, "benchmark", 0, N_ ("Discretion benchmark"), "Has a benchmark of discretion (E14).")
  SD_INTEGER (POWER, FILING_DAYS, "filing-days", 0, N_ ("Filing within days"), "Days within which its exercise is filed (B14).")
  SD_CHOICE (POWER, STATE, "state", POWER_STATE, SD_REQUIRED, N_ ("State"), "Where the handing down stands.")
  SD_DATE (POWER, SINCE, "since", 0, N_ ("Since"), "From when.")
  SD_DATE (POWER, UNTIL, "until", 0, N_ ("Until"), "Until when.")
  SD_BOOLEAN (POWER, ILLUSTRATIVE, "illustrative", 0, N_ ("Illustrative"), "Invented for illustration, not from a source.")
SD_TABLE_END

SD_TABLE (LIST, "list", PLAN, PLAN, "清单", N_ ("List"),
          "A list that goes with the plan as an annex (C16, E15).")
  SD_CHOICE (LIST, KIND, "kind", LIST_KIND, SD_REQUIRED, N_ ("Kind"), "Which list.")
  SD_TEXT (LIST, TITLE, "title", SD_REQUIRED, N_ ("Title"), "Title of the list.")
  SD_INTEGER (LIST, ITEMS, "items", 0, N_ ("Items"), "Number of items it states.")
SD_TABLE_END

SD_TABLE (SECTION, "section", PLAN, PLAN, "章节", N_ ("Section"),
          "A section of the plan's text, in document order.")
  SD_INTEGER (SECTION, LEVEL, "level", SD_REQUIRED, N_ ("Level"), "1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.")
  SD_TEXT (SECTION, NUMBER, "number", 0, N_ ("Number"), "The number as the text has it.")
  SD_TEXT (SECTION, HEADING, "heading", 0, N_ ("Heading"), "Heading without its number; absent where the paragraph has none.")
  SD_MARKUP (SECTION, BODY, "body", 0, N_ ("Text"), "Paragraphs p of text and field.")
SD_TABLE_END

SD_TABLE (CLAUSE, "clause", PLAN, SECTION, "条款", N_ ("Clause"),
          "A provision that the section contains, tagged by its topic so that rules find it (E10, E11, E19).")
  SD_TEXT (CLAUSE, TOPIC, "topic", SD_REQUIRED, N_ ("Topic"), "Topic, such as yearly-review.")
  SD_TEXT (CLAUSE, TEXT, "text", 0, N_ ("Text"), "The figure or name that the provision states.")
SD_TABLE_END

SD_TABLE (MILESTONE, "milestone", PLAN, PLAN, "时间节点", N_ ("Milestone"),
          "A step of the reform and its dates (B8).")
  SD_TEXT (MILESTONE, NAME, "name", SD_REQUIRED, N_ ("Name"), "The step.")
  SD_DATE (MILESTONE, DUE, "due", 0, N_ ("Due"), "When it is due.")
  SD_DATE (MILESTONE, DONE, "done", 0, N_ ("Done"), "When it was done.")
SD_TABLE_END

SD_TABLE (CITATION, "citation", PLAN, PLAN, "依据文件", N_ ("Citation"),
          "A document that the plan cites, once in full (E22).")
  SD_TEXT (CITATION, TITLE, "title", SD_REQUIRED, N_ ("Title"), "Full title without 《》.")
  SD_TEXT (CITATION, NUMBER, "number", 0, N_ ("Document number"), "Document number, with 〔year〕.")
  SD_TEXT (CITATION, ISSUER, "issuer", 0, N_ ("Issuer"), "Who issued it.")
  SD_DATE (CITATION, DATE, "date", 0, N_ ("Date"), "When it was issued.")
  SD_CHOICE (CITATION, AUTHORITY, "authority", CITATION_AUTHORITY, 0, N_ ("Authority"), "What authority it has.")
  SD_CHOICE (CITATION, ROLE, "role", CITATION_ROLE, 0, N_ ("Role"), "Basis or reference.")
SD_TABLE_END

SD_TABLE (CONSULTATION, "consultation", PLAN, PLAN, "征求部门意见", N_ ("Consultation"),
          "A department that was consulted on the plan (B9).")
  SD_TEXT (CONSULTATION, DEPARTMENT, "department", SD_REQUIRED, N_ ("Department"), "The department.")
  SD_DATE (CONSULTATION, DATE, "date", 0, N_ ("Date"), "When.")
  SD_TEXT (CONSULTATION, OPINION, "opinion", 0, N_ ("Opinion"), "What it said.")
SD_TABLE_END

SD_TABLE (APPROVAL, "approval", PLAN, PLAN, "审批", N_ ("Approval"),
          "A step of approval: who, when, with what number (A20, B2).")
  SD_CHOICE (APPROVAL, AUTHORITY, "authority", AUTHORITY, SD_REQUIRED, N_ ("Authority"), "Who approves.")
  SD_CHOICE (APPROVAL, STATE, "state", APPROVAL_STATE, SD_REQUIRED, N_ ("State"), "How it stands.")
  SD_DATE (APPROVAL, DATE, "date", 0, N_ ("Date"), "When.")
  SD_TEXT (APPROVAL, NUMBER, "number", 0, N_ ("Document number"), "Number of the reply.")
  SD_TEXT (APPROVAL, MATTER, "matter", 0, N_ ("Matter"), "What it is about, if not the whole plan.")
SD_TABLE_END

SD_TABLE (READING, "reading", PLAN, PLAN, "条文理解", N_ ("Reading"),
          "How the office reads a provision that may be read in two ways, and who confirmed it (E7).")
  SD_TEXT (READING, PACK, "pack", SD_REQUIRED, N_ ("Pack"), "Pack that asks.")
  SD_TEXT (READING, RULE, "rule", SD_REQUIRED, N_ ("Rule"), "Rule that asks.")
  SD_TEXT (READING, CHOICE, "choice", SD_REQUIRED, N_ ("Choice"), "The reading chosen.")
  SD_TEXT (READING, CONFIRMED_BY, "confirmed-by", 0, N_ ("Confirmed by"), "Who confirmed it.")
  SD_DATE (READING, CONFIRMED_ON, "confirmed-on", 0, N_ ("Confirmed on"), "When.")
SD_TABLE_END

SD_TABLE (EXCEPTION, "exception", PLAN, PLAN, "例外", N_ ("Exception"),
          "An exception from a rule that the office grants for one row.")
  SD_TEXT (EXCEPTION, PACK, "pack", SD_REQUIRED, N_ ("Pack"), "Pack of the rule.")
  SD_TEXT (EXCEPTION, RULE, "rule", SD_REQUIRED, N_ ("Rule"), "The rule.")
  SD_TEXT (EXCEPTION, OBJECT, "object", 0, N_ ("Object"), "Identifier of the row it is granted for.")
  SD_TEXT (EXCEPTION, REASON, "reason", SD_REQUIRED, N_ ("Reason"), "Why.")
  SD_TEXT (EXCEPTION, GRANTED_BY, "granted-by", 0, N_ ("Granted by"), "By whom.")
  SD_TEXT (EXCEPTION, DOCUMENT, "document", 0, N_ ("Document"), "Document that grants it.")
SD_TABLE_END

SD_TABLE (OVERRIDE, "override", PLAN, PLAN, "改写段落", N_ ("Override"),
          "What the officer wrote in place of a block of a document, by the block's key.")
  SD_TEXT (OVERRIDE, DOCUMENT, "document", SD_REQUIRED, N_ ("Document"), "Document type.")
  SD_TEXT (OVERRIDE, KEY, "key", SD_REQUIRED, N_ ("Key"), "Key of the block.")
  SD_MARKUP (OVERRIDE, BODY, "body", SD_REQUIRED, N_ ("Text"), "Text and field, as in a section.")
SD_TABLE_END

SD_TABLE (COMMENT, "comment", PLAN, PLAN, "意见", N_ ("Comment"),
          "A comment of the review on a row, a clause or a finding.")
  SD_TEXT (COMMENT, TEXT, "text", SD_REQUIRED | SD_CONTENT, N_ ("Text"), "The comment.")
  SD_TEXT (COMMENT, OBJECT, "object", 0, N_ ("Object"), "Identifier of the row it is on.")
  SD_TEXT (COMMENT, RULE, "rule", 0, N_ ("Rule"), "Rule of the finding it is on.")
  SD_TEXT (COMMENT, AUTHOR, "author", 0, N_ ("Author"), "Who.")
  SD_TEXT (COMMENT, TIME, "time", 0, N_ ("Time"), "When, ISO 8601 in UTC.")
  SD_CHOICE (COMMENT, STATE, "state", COMMENT_STATE, SD_REQUIRED, N_ ("State"), "Open, answered or settled.")
  SD_REF (COMMENT, REPLY_TO, "reply-to", COMMENT, 0, N_ ("Reply to"), "The comment it answers.")
SD_TABLE_END

SD_TABLE (DECISION, "decision", PLAN, PLAN, "决定", N_ ("Decision"),
          "A decision of a review meeting.")
  SD_TEXT (DECISION, TEXT, "text", SD_REQUIRED | SD_CONTENT, N_ ("Text"), "What was decided.")
  SD_TEXT (DECISION, MEETING, "meeting", 0, N_ ("Meeting"), "The meeting.")
  SD_DATE (DECISION, DATE, "date", 0, N_ ("Date"), "When.")
  SD_TEXT (DECISION, DECIDED_BY, "decided-by", 0, N_ ("Decided by"), "By whom.")
  SD_TEXT (DECISION, REASON, "reason", 0, N_ ("Reason"), "Why.")
  SD_TEXT (DECISION, OBJECT, "object", 0, N_ ("Object"), "Identifier of the row it is about.")
SD_TABLE_END

SD_TABLE (PARAMETER, "parameter", COUNTY, COUNTY, "参数", N_ ("Parameter"),
          "A figure that a pack's source does not give, filled in by the office (A15, B3, C1, C13).")
  SD_TEXT (PARAMETER, PACK, "pack", SD_REQUIRED, N_ ("Pack"), "Pack that asks.")
  SD_TEXT (PARAMETER, NAME, "name", SD_REQUIRED, N_ ("Name"), "Identifier of the parameter in the pack.")
  SD_REAL (PARAMETER, VALUE, "value", SD_REQUIRED, N_ ("Value"), "The figure.")
  SD_TEXT (PARAMETER, SOURCE, "source", 0, N_ ("Source"), "Document that fixes it.")
  SD_TEXT (PARAMETER, SET_BY, "set-by", 0, N_ ("Set by"), "Who filled it in.")
  SD_DATE (PARAMETER, DATE, "date", 0, N_ ("Date"), "When.")
SD_TABLE_END

SD_TABLE (ADOPTION, "adoption", COUNTY, COUNTY, "规则采用", N_ ("Adoption"),
          "A pack that the county adopts or declines, whatever the pack's scope says.")
  SD_TEXT (ADOPTION, PACK, "pack", SD_REQUIRED, N_ ("Pack"), "The pack.")
  SD_CHOICE (ADOPTION, STATE, "state", ADOPTION_STATE, SD_REQUIRED, N_ ("State"), "Adopted or declined.")
  SD_TEXT (ADOPTION, REASON, "reason", 0, N_ ("Reason"), "Why.")
  SD_TEXT (ADOPTION, DECIDED_BY, "decided-by", 0, N_ ("Decided by"), "Who decided.")
  SD_DATE (ADOPTION, DATE, "date", 0, N_ ("Date"), "When.")
SD_TABLE_END

SD_TABLE (DOCUMENT, "document", PLAN, PLAN, "公文要素", N_ ("Document"),
          "What a document of the submission says of itself beside its text (GB/T 9704-2012, 7.2 to 7.4).")
  SD_TEXT (DOCUMENT, KIND, "kind", SD_REQUIRED, N_ ("Document type"), "Document type, such as request.")
  SD_TEXT (DOCUMENT, MARK, "mark", 0, N_ ("Issuer’s mark"), "Issuer's mark in red at the head, such as 费县人民政府文件 (7.2.4).")
  SD_TEXT (DOCUMENT, NUMBER, "number", 0, N_ ("Document number"), "Document number, with 〔year〕 (7.2.5).")
  SD_TEXT (DOCUMENT, SIGNATORY, "signatory", 0, N_ ("Signatory"), "Who signs it off; upward documents only (7.2.6).")
  SD_TEXT (DOCUMENT, COPY_NUMBER, "copy-number", 0, N_ ("Copy number"), "Number of the copy, 6 digits (7.2.1).")
  SD_TEXT (DOCUMENT, SECRECY, "secrecy", 0, N_ ("Secrecy"), "Secrecy and how long, such as 秘密★1年 (7.2.2).")
  SD_CHOICE (DOCUMENT, URGENCY, "urgency", URGENCY, 0, N_ ("Urgency"), "How urgent it is (7.2.3).")
  SD_TEXT (DOCUMENT, ADDRESSEE, "addressee", 0, N_ ("Addressee"), "To whom it goes; a request has exactly one (7.3.2).")
  SD_TEXT (DOCUMENT, ISSUER, "issuer", 0, N_ ("Issuer"), "Who issues it (7.3.5).")
  SD_DATE (DOCUMENT, DATE, "date", 0, N_ ("Date"), "Date of the document (7.3.5).")
  SD_TEXT (DOCUMENT, CONTACT, "contact", 0, N_ ("Contact"), "Who is asked about it (7.3.6).")
  SD_TEXT (DOCUMENT, PHONE, "phone", 0, N_ ("Telephone"), "Telephone of the contact (7.3.6).")
  SD_TEXT (DOCUMENT, COPIES, "copies", 0, N_ ("Copies to"), "Who gets a copy (7.4.2).")
  SD_TEXT (DOCUMENT, PRINTER, "printer", 0, N_ ("Printed by"), "Who prints and sends it (7.4.3).")
  SD_DATE (DOCUMENT, PRINTED, "printed", 0, N_ ("Printed on"), "When it is printed and sent (7.4.3).")
SD_TABLE_END
