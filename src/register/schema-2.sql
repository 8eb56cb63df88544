-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: what the office answers to the packs. Released steps never change.

CREATE TABLE "parameter" (
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
CREATE TABLE "adoption" (
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "pack" TEXT NOT NULL CHECK ("pack" <> ''),
  "state" TEXT NOT NULL CHECK ("state" IN ('adopted', 'declined')),
  "reason" TEXT,
  "decided_by" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  PRIMARY KEY ("row_id")
);
