-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: units that are not yet placed. Released steps never change.

-- A check cannot be altered, so the table is made again. Its rows come back under its own name:
-- only a row that is inserted settles what waits for it until the commit, a table that is renamed
-- does not.
CREATE TABLE "unit_before" AS SELECT * FROM "unit";
DROP TABLE "unit";
CREATE TABLE "unit" (
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
INSERT INTO "unit" SELECT * FROM "unit_before";
DROP TABLE "unit_before";
