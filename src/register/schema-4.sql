-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: what the documents of a submission say of themselves. Released steps never change.

CREATE TABLE "document" (
  "plan_id" TEXT NOT NULL,
  "row_id" TEXT NOT NULL CHECK ("row_id" LIKE '________-____-____-____-____________'),
  "rank" INTEGER NOT NULL CHECK ("rank" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" <> ''),
  "mark" TEXT,
  "number" TEXT,
  "signatory" TEXT,
  "copy_number" TEXT,
  "secrecy" TEXT,
  "urgency" TEXT CHECK ("urgency" IN ('most-urgent', 'urgent')),
  "addressee" TEXT,
  "issuer" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "date" = date ("date", '+0 days')),
  "contact" TEXT,
  "phone" TEXT,
  "copies" TEXT,
  "printer" TEXT,
  "printed" TEXT CHECK ("printed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND "printed" = date ("printed", '+0 days')),
  PRIMARY KEY ("plan_id", "row_id"),
  FOREIGN KEY ("plan_id") REFERENCES "plan" ("row_id") DEFERRABLE INITIALLY DEFERRED
);
