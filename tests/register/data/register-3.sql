-- A register of version 3 with one plan in it, as that version wrote it.
PRAGMA application_id = 1398894180;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "history" (
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
INSERT INTO history VALUES(1,'edbd85b5-ce09-4aa1-8a94-93169b2b36b1',NULL,NULL,'version',NULL,'甲','2026-11-23T13:22:06Z','createdcountyf60d59fd-b701-472a-90a0-5e76ba723f6dt费县',3,X'5406010000000000636f756e7479001200032466363064353966642d623730312d343732612d393061302d3565373662613732336636640100000000000000000306e8b4b9e58ebf050505','','5a0475d5dc9c054a598036a5aea4cc53a8055e36bdc60bab2f31050a1e2e1bc2');
INSERT INTO history VALUES(2,'b7db0885-a2ca-42a6-8998-ea3476c8e864','edbd85b5-ce09-4aa1-8a94-93169b2b36b1',NULL,'import',NULL,'甲','2026-11-23T13:22:06Z','import6f1e2a4c-93b1-4d0e-8a55-000000000001plan6f1e2a4c-93b1-4d0e-8a55-000000000001t方案',3,X'5406010000000000636f756e7479001200032436663165326134632d393362312d346430652d386135352d3030303030303030303030330100000000000000000306e8b4b9e58ebf0505050900032466363064353966642d623730312d343732612d393061302d3565373662613732336636640100000000000000000306e8b4b9e58ebf0505055409010000000000000000746f776e001200032436663165326134632d393362312d346430652d386135352d3030303030303030303030320100000000000000000309e68ea2e6b282e995870304746f776e050505050554080100000000000000696e64696361746f72001200032436663165326134632d393362312d346430652d386135352d303030303030303030303034032436663165326134632d393362312d346430652d386135352d303030303030303030303032010000000000000000030a706f70756c6174696f6e0240f7ed08000000000505010000000000000000540e0100000000000000000000000000706c616e001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031010000000000000000032436663165326134632d393362312d346430652d386135352d3030303030303030303030320306e696b9e6a1880503076472616674656405030a323031392d30332d303105050505050554110102000000000000000000000000000000756e6974001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d3030303030303030303031300100000000000000010312e7bb8fe6b58ee58f91e5b195e4b8ade5bf83030663656e746572030870726f706f73656405050505050505010000000000000001050100000000000000000100000000000000001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303036010000000000000000030fe5859ae694bfe58a9ee585ace5aea403066f6666696365030763757272656e740505050505050501000000000000000005010000000000000000010000000000000000540a0102000000000000000071756f7461001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303037032436663165326134632d393362312d346430652d386135352d303030303030303030303036010000000000000000030e61646d696e69737472617469766501000000000000000805050501000000000000000054070102000000000064757479001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303039032436663165326134632d393362312d346430652d386135352d303030303030303030303130010000000000000000030ce58f91e5b195e8a784e5889205032436663165326134632d393362312d346430652d386135352d3030303030303030303030381200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303038032436663165326134632d393362312d346430652d386135352d303030303030303030303036010000000000000000030ce7bbbce59088e58d8fe8b083050554090102000000000000007472616e73666572001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303035010000000000000000032436663165326134632d393362312d346430652d386135352d303030303030303030303036032436663165326134632d393362312d346430652d386135352d303030303030303030303130030e61646d696e6973747261746976650100000000000000030501000000000000000054070102000000000073656374696f6e001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d30303030303030303030313101000000000000000001000000000000000105030ce69cbae69e84e8aebee7bdae032b3c703ee8aebe3c6669656c64207265663d22636f756e743a6f6666696365222f3ee4b8aae380823c2f703e5406010200000000636c61757365001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d303030303030303030303132032436663165326134632d393362312d346430652d386135352d303030303030303030303131010000000000000000030d796561726c792d7265766965770554060102000000006f76657272696465001200032436663165326134632d393362312d346430652d386135352d303030303030303030303031032436663165326134632d393362312d346430652d386135352d3030303030303030303031330100000000000000000304706c616e03016b030d3c703ee694b9e586993c2f703e','5a0475d5dc9c054a598036a5aea4cc53a8055e36bdc60bab2f31050a1e2e1bc2','ec5ed718c788e62ca1d300dcecbb4b4c0b30fbac50c0f62e6ee7b5e10d5f1777');
CREATE TABLE IF NOT EXISTS "setting" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "county" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "city" TEXT,
  "province" TEXT,
  "code" TEXT,
  PRIMARY KEY ("row_id")
);
INSERT INTO county VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000003',0,'费县',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "pool" (
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
CREATE TABLE IF NOT EXISTS "town" (
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
INSERT INTO town VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000002',0,'探沂镇','town',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "indicator" (
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
INSERT INTO indicator VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000004','6f1e2a4c-93b1-4d0e-8a55-000000000002',0,'population',98000.499999999999998,NULL,NULL,0);
CREATE TABLE IF NOT EXISTS "plan" (
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
INSERT INTO "plan" VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001',0,'6f1e2a4c-93b1-4d0e-8a55-000000000002','方案',NULL,'drafted',NULL,'2019-03-01',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "plaque" (
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
CREATE TABLE IF NOT EXISTS "quota" (
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
INSERT INTO quota VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000007','6f1e2a4c-93b1-4d0e-8a55-000000000006',0,'administrative',8,NULL,NULL,NULL,0);
CREATE TABLE IF NOT EXISTS "post" (
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
CREATE TABLE IF NOT EXISTS "duty" (
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
INSERT INTO duty VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000008','6f1e2a4c-93b1-4d0e-8a55-000000000006',0,'综合协调',NULL,NULL);
INSERT INTO duty VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000009','6f1e2a4c-93b1-4d0e-8a55-000000000010',0,'发展规划',NULL,'6f1e2a4c-93b1-4d0e-8a55-000000000008');
CREATE TABLE IF NOT EXISTS "dispatch" (
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
CREATE TABLE IF NOT EXISTS "consent" (
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
CREATE TABLE IF NOT EXISTS "transfer" (
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
INSERT INTO transfer VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000005',0,'6f1e2a4c-93b1-4d0e-8a55-000000000006','6f1e2a4c-93b1-4d0e-8a55-000000000010','administrative',3,NULL,0);
CREATE TABLE IF NOT EXISTS "power" (
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
CREATE TABLE IF NOT EXISTS "list" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('duties-and-powers', 'public-services', 'convenience-services', 'agency-services', 'village-work', 'other')),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "items" INTEGER CHECK (typeof ("items") IN ('null', 'integer') AND "items" BETWEEN 0 AND 2147483647),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE IF NOT EXISTS "section" (
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
INSERT INTO section VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000011',0,1,NULL,'机构设置','<p>设<field ref="count:office"/>个。</p>');
CREATE TABLE IF NOT EXISTS "clause" (
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
INSERT INTO clause VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000012','6f1e2a4c-93b1-4d0e-8a55-000000000011',0,'yearly-review',NULL);
CREATE TABLE IF NOT EXISTS "milestone" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "due" = date ("due", '+0 days')),
  "done" TEXT CHECK ("done" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "done" = date ("done", '+0 days')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE IF NOT EXISTS "citation" (
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
CREATE TABLE IF NOT EXISTS "consultation" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "department" TEXT NOT NULL CHECK ("department" <> ''),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "opinion" TEXT,
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE IF NOT EXISTS "approval" (
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
CREATE TABLE IF NOT EXISTS "reading" (
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
CREATE TABLE IF NOT EXISTS "exception" (
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
CREATE TABLE IF NOT EXISTS "override" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "document" TEXT NOT NULL CHECK ("document" <> ''),
  "key" TEXT NOT NULL CHECK ("key" <> ''),
  "body" TEXT NOT NULL CHECK ("body" <> ''),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO override VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000013',0,'plan','k','<p>改写</p>');
CREATE TABLE IF NOT EXISTS "comment" (
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
CREATE TABLE IF NOT EXISTS "decision" (
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
CREATE TABLE IF NOT EXISTS "parameter" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "pack" TEXT NOT NULL CHECK ("pack" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "value" REAL NOT NULL CHECK (typeof ("value") IN ('null', 'real') AND "value" BETWEEN 0 AND 1.7976931348623157e308),
  "source" TEXT,
  "set_by" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  PRIMARY KEY ("row_id")
);
CREATE TABLE IF NOT EXISTS "adoption" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "pack" TEXT NOT NULL CHECK ("pack" <> ''),
  "state" TEXT NOT NULL CHECK ("state" IN ('adopted', 'declined')),
  "reason" TEXT,
  "decided_by" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  PRIMARY KEY ("row_id")
);
CREATE TABLE IF NOT EXISTS "unit" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('leading', 'office', 'center', 'enforcement', 'dispatched', 'coordinating', 'social')),
  "stage" TEXT NOT NULL CHECK ("stage" IN ('current', 'proposed', 'bench')),
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
INSERT INTO unit VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000006',0,'党政办公室','office','current',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,0);
INSERT INTO unit VALUES('6f1e2a4c-93b1-4d0e-8a55-000000000001','6f1e2a4c-93b1-4d0e-8a55-000000000010',1,'经济发展中心','center','proposed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,0,0);
COMMIT;
