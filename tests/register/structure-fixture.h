/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register-fixture.h"

/* The identifiers of structure.xml, by their ends. */
#define ID(end) "6f1e2a4c-93b1-4d0e-8a55-0000000000" end

#define PLAN ID ("00")
#define FARM ID ("01")          /* 农技站, current */
#define WOODS ID ("02")         /* 林业站, current */
#define PARTY ID ("10")         /* 党政办公室 */
#define INSPECTION ID ("11")    /* 督查科, under it */
#define AGRICULTURE ID ("12")   /* 农业服务中心, under 督查科 */
#define ORDER ID ("13")         /* 综治办公室, co-located with 党政办公室 */
#define JUSTICE ID ("14")       /* 司法所, dispatched */
#define CULTURE ID ("15")       /* 文体中心, on the bench */
#define ELSEWHERE ID ("99")     /* no unit of the plan */

/* A register with the plan of data/structure.xml, and what it held before an operation. */
typedef struct
{
  Fixture f;
  SdCounty *before;
  char *lines;
  char *undo_label; /* of what was done before it */
} Structure;

#define STRUCTURE(self) (self)->f.reg, PLAN
#define DONE(self) NULL, fixture_on_done, &(self)->f

void structure_set_up    (Structure     *self,
                          gconstpointer  unused);
void structure_tear_down (Structure     *self,
                          gconstpointer  unused);
void structure_prepared  (Structure     *self);
void structure_done      (Structure     *self,
                          const char    *label,
                          const char    *difference);
void structure_refused   (Structure     *self,
                          const char    *sentence);
