-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of a register. Released steps never change: what changes the model adds a step.

-- Append-only; see history.c.
CREATE TABLE "history" (
  "seq" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "parent" TEXT,
  "merge_parent" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('edit', 'undo', 'redo', 'merge', 'import', 'version')),
  "reverses" TEXT,
  "author" TEXT NOT NULL,
  "time" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "schema_version" INTEGER NOT NULL,
  "changeset" BLOB,
  "prev_hash" TEXT NOT NULL,
  "hash" TEXT NOT NULL
);

-- What is remembered beside the plans, such as the mapping of an import; no part of history.
CREATE TABLE "setting" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
);

-- The model, as sanding-model --sql gave it.
CREATE TABLE "county" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "city" TEXT,
  "province" TEXT,
  "code" TEXT,
  PRIMARY KEY ("row_id")
);
CREATE TABLE "pool" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('total', 'turnover')),
  "type" TEXT NOT NULL CHECK ("type" IN ('administrative', 'institutional', 'enforcement', 'worker', 'off-quota')),
  "headcount" INTEGER NOT NULL CHECK (typeof ("headcount") IN ('null', 'integer') AND "headcount" BETWEEN 0 AND 2147483647),
  "source" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("row_id")
);
CREATE TABLE "town" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('town', 'township', 'subdistrict')),
  "code" TEXT,
  "class" TEXT CHECK ("class" IN ('first', 'second', 'third')),
  "terrain" TEXT CHECK ("terrain" IN ('plain', 'hills', 'mountain', 'flood-plain', 'lake', 'island')),
  "pilot" TEXT CHECK ("pilot" IN ('none', 'small-city', 'developed-town', 'central-town', 'other')),
  "credit_code" TEXT,
  PRIMARY KEY ("row_id")
);
CREATE TABLE "indicator" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('population', 'seat-population', 'revenue', 'area')),
  "value" REAL NOT NULL CHECK (typeof ("value") IN ('null', 'real') AND "value" BETWEEN 0 AND 1.7976931348623157e308),
  "source" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("row_id"),
  FOREIGN KEY ("parent_id") REFERENCES "town" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "plan" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "town" TEXT NOT NULL,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "scenario" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('drafted', 'reviewed', 'submitted', 'returned', 'approved')),
  "number" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "issuer" TEXT,
  "addressee" TEXT,
  "leaders" INTEGER CHECK (typeof ("leaders") IN ('null', 'integer') AND "leaders" BETWEEN 0 AND 2147483647),
  "leaders_basis" TEXT,
  "preamble" TEXT,
  "note" TEXT,
  PRIMARY KEY ("row_id"),
  FOREIGN KEY ("town") REFERENCES "town" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "unit" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('leading', 'office', 'center', 'enforcement', 'dispatched', 'coordinating', 'social')),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('current', 'proposed')),
  "level" TEXT CHECK ("level" IN ('division', 'deputy-division', 'section', 'deputy-section', 'subsection', 'deputy-subsection')),
  "superior" TEXT,
  "co_located_with" TEXT,
  "funding" TEXT CHECK ("funding" IN ('administrative', 'full', 'partial', 'self')),
  "nature" TEXT,
  "credit_code" TEXT,
  "founded_by" TEXT,
  "local" INTEGER NOT NULL CHECK ("local" IN (0, 1)),
  "reason" TEXT,
  "outside_limit" INTEGER NOT NULL CHECK ("outside_limit" IN (0, 1)),
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "superior") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "co_located_with") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "plaque" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "reason" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "quota" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "type" TEXT NOT NULL CHECK ("type" IN ('administrative', 'institutional', 'enforcement', 'worker', 'off-quota')),
  "approved" INTEGER NOT NULL CHECK (typeof ("approved") IN ('null', 'integer') AND "approved" BETWEEN 0 AND 2147483647),
  "actual" INTEGER CHECK (typeof ("actual") IN ('null', 'integer') AND "actual" BETWEEN 0 AND 2147483647),
  "source" TEXT CHECK ("source" IN ('approval', 'pool', 'transfer')),
  "reference" TEXT,
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "post" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "role" TEXT NOT NULL CHECK ("role" IN ('head', 'deputy', 'member')),
  "count" INTEGER NOT NULL CHECK (typeof ("count") IN ('null', 'integer') AND "count" BETWEEN 0 AND 2147483647),
  "level" TEXT CHECK ("level" IN ('division', 'deputy-division', 'section', 'deputy-section', 'subsection', 'deputy-subsection')),
  "engagement" TEXT CHECK ("engagement" IN ('dedicated', 'concurrent')),
  "leadership" TEXT CHECK ("leadership" IN ('chief', 'deputy')),
  "holder" TEXT,
  "appointed_on" TEXT CHECK ("appointed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "appointed_on" = date ("appointed_on", '+0 days')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "duty" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "origin" TEXT CHECK ("origin" IN ('statutory', 'existing', 'transferred', 'handed-down', 'new')),
  "predecessor" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "predecessor") REFERENCES "duty" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "dispatch" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "department" TEXT NOT NULL CHECK ("department" <> ''),
  "owner" TEXT NOT NULL CHECK ("owner" IN ('county', 'town', 'joint')),
  "guide" TEXT NOT NULL CHECK ("guide" IN ('county', 'town', 'joint')),
  "daily_manager" TEXT NOT NULL CHECK ("daily_manager" IN ('county', 'town', 'joint')),
  "appraiser" TEXT NOT NULL CHECK ("appraiser" IN ('county', 'town', 'joint')),
  "devolved" INTEGER NOT NULL CHECK ("devolved" IN (0, 1)),
  "approval_reference" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "consent" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "for" TEXT NOT NULL CHECK ("for" IN ('head', 'staff')),
  "strength" TEXT NOT NULL CHECK ("strength" IN ('heard', 'opinion', 'consent')),
  "written" INTEGER NOT NULL CHECK ("written" IN (0, 1)),
  "prior" INTEGER NOT NULL CHECK ("prior" IN (0, 1)),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "transfer" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "from" TEXT NOT NULL,
  "to" TEXT,
  "type" TEXT NOT NULL CHECK ("type" IN ('administrative', 'institutional', 'enforcement', 'worker', 'off-quota')),
  "headcount" INTEGER NOT NULL CHECK (typeof ("headcount") IN ('null', 'integer') AND "headcount" BETWEEN 0 AND 2147483647),
  "note" TEXT,
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "from") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "to") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "power" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "code" TEXT,
  "kind" TEXT CHECK ("kind" IN ('permit', 'penalty', 'coercion', 'inspection', 'confirmation', 'levy', 'payment', 'award', 'ruling', 'service', 'other')),
  "field" TEXT NOT NULL CHECK ("field" IN ('industry', 'planning', 'town-management', 'investment', 'work-safety', 'environment', 'market', 'public-order', 'livelihood')),
  "department" TEXT,
  "mode" TEXT CHECK ("mode" IN ('entrusted', 'assigned', 'directly-assigned', 'dispatched', 'authorized')),
  "subject" TEXT,
  "legal_basis" TEXT,
  "law_reserved" INTEGER NOT NULL CHECK ("law_reserved" IN (0, 1)),
  "receiver" TEXT,
  "content" TEXT,
  "time_limit" INTEGER CHECK (typeof ("time_limit") IN ('null', 'integer') AND "time_limit" BETWEEN 0 AND 2147483647),
  "responsible" TEXT,
  "people" INTEGER CHECK (typeof ("people") IN ('null', 'integer') AND "people" BETWEEN 0 AND 2147483647),
  "money" REAL CHECK (typeof ("money") IN ('null', 'real') AND "money" BETWEEN 0 AND 1.7976931348623157e308),
  "benchmark" INTEGER NOT NULL CHECK ("benchmark" IN (0, 1)),
  "filing_days" INTEGER CHECK (typeof ("filing_days") IN ('null', 'integer') AND "filing_days" BETWEEN 0 AND 2147483647),
  "state" TEXT NOT NULL CHECK ("state" IN ('proposed', 'granted', 'accepted', 'withdrawn')),
  "since" TEXT CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "since" = date ("since", '+0 days')),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "until" = date ("until", '+0 days')),
  "illustrative" INTEGER NOT NULL CHECK ("illustrative" IN (0, 1)),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "receiver") REFERENCES "unit" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "list" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('duties-and-powers', 'public-services', 'convenience-services', 'agency-services', 'village-work', 'other')),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "items" INTEGER CHECK (typeof ("items") IN ('null', 'integer') AND "items" BETWEEN 0 AND 2147483647),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "section" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "level" INTEGER NOT NULL CHECK (typeof ("level") IN ('null', 'integer') AND "level" BETWEEN 0 AND 2147483647),
  "number" TEXT,
  "heading" TEXT,
  "body" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "clause" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "parent_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "topic" TEXT NOT NULL CHECK ("topic" <> ''),
  "text" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "parent_id") REFERENCES "section" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "milestone" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "due" = date ("due", '+0 days')),
  "done" TEXT CHECK ("done" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "done" = date ("done", '+0 days')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "citation" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "number" TEXT,
  "issuer" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "authority" TEXT CHECK ("authority" IN ('normative', 'approved-plan', 'meeting', 'article')),
  "role" TEXT CHECK ("role" IN ('basis', 'reference')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "consultation" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "department" TEXT NOT NULL CHECK ("department" <> ''),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "opinion" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "approval" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "authority" TEXT NOT NULL CHECK ("authority" IN ('town-committee', 'county-office', 'county-committee', 'county-government', 'city-office', 'province-office', 'province-government')),
  "state" TEXT NOT NULL CHECK ("state" IN ('pending', 'agreed', 'filed', 'returned')),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "number" TEXT,
  "matter" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "reading" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "pack" TEXT NOT NULL CHECK ("pack" <> ''),
  "rule" TEXT NOT NULL CHECK ("rule" <> ''),
  "choice" TEXT NOT NULL CHECK ("choice" <> ''),
  "confirmed_by" TEXT,
  "confirmed_on" TEXT CHECK ("confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "confirmed_on" = date ("confirmed_on", '+0 days')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "exception" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "pack" TEXT NOT NULL CHECK ("pack" <> ''),
  "rule" TEXT NOT NULL CHECK ("rule" <> ''),
  "object" TEXT,
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  "granted_by" TEXT,
  "document" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "override" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "document" TEXT NOT NULL CHECK ("document" <> ''),
  "key" TEXT NOT NULL CHECK ("key" <> ''),
  "body" TEXT NOT NULL CHECK ("body" <> ''),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "comment" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "object" TEXT,
  "rule" TEXT,
  "author" TEXT,
  "time" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'answered', 'settled')),
  "reply_to" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan_id", "reply_to") REFERENCES "comment" ("plan_id", "row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "decision" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "meeting" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "decided_by" TEXT,
  "reason" TEXT,
  "object" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
