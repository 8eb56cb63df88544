/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machine.h"
#include "schematron-private.h"

G_BEGIN_DECLS

/* The value of a variable, as terms or as libxml2 has it, or both. Neither where it failed or is
 * being worked out. */
typedef struct
{
  gboolean is_set;
  SchValue value; /* of no type where there is none, or none that terms can have */
  xmlXPathObject *object;
} SchSlot;

/* Variables with their values, the inner scope first. */
typedef struct _SchFrame SchFrame;

struct _SchFrame
{
  SchFrame *outer;
  GPtrArray *lets; /* SchLet */
  SchSlot *slots;  /* one for each */
  gboolean is_global; /* whether they get their values when they are asked for */
  gsize held;
};

/* A node that fires a rule. */
typedef struct
{
  xmlNode *node;
  const SchRule *rule;
  guint order;
} SchFiring;

/* What is kept from one document to the next. */
struct _SchTools
{
  xmlXPathContext *context;
  xmlXPathCompExpr **compiled; /* by the number of the expression; NULL where not asked for yet */
  guint n_compiled;
  SchIndex *index;
  SchArena scratch, kept;
  GArray *firings; /* of the pattern that is run */
  guint n_events;  /* of the last document, which the next will have about as many of */
};

/* One validation: a document, a phase, and what is worked out on the way. */
struct _SchRun
{
  SchSchema *schema;
  const SchPhase *phase;
  const SchOptions *options;
  GCancellable *cancellable;
  gint64 deadline; /* monotonic time, 0 for none */
  gulong cancelled_id;
  gboolean stopped;
  gsize held; /* bytes in variables, keys and findings */
  GError **error;

  xmlDoc *doc;
  xmlXPathContext *context;
  SchTools *tools;
  SchMachine machine;
  SchIndex *index;     /* of the document; NULL where it was not asked for */
  GHashTable *indexes; /* xmlDoc → SchIndex, of others */
  SchFrame *frame;
  SchFrame *pattern_frames;
  guint n_pattern_frames;
  guint depth; /* of global variables that wait for each other */
  xmlNode *current;
  int expression;        /* that is being evaluated */
  GHashTable *positions; /* xmlNode → its position among its like, where it was asked for */
  GHashTable *documents; /* uri → xmlDoc, NULL where it may not be read */
  GPtrArray *fragments;  /* xmlDoc: nodes that functions made */
  GHashTable *numbers;   /* xmlDoc → its number, from 1 */
  GHashTable *keys;      /* name and document → GHashTable of value → GPtrArray of xmlNode */
  const char *problem;   /* what the last expression failed of */
  SchReport *report;
};

void sch_watch_begin (SchRun *run);
void sch_watch_end (SchRun *run);
gboolean sch_run_check_budget (SchRun *run);
void sch_run_hold (SchRun *run, gsize bytes);
void sch_run_take_tools (SchRun *run);
void sch_run_give_tools (SchRun *run);
xmlXPathCompExpr *sch_run_get_compiled (SchRun *run, int number);
SchIndex *sch_run_get_index (SchRun *run, xmlDoc *doc);
gboolean sch_run_write (SchRun *run, int number, xmlNode *node, GString *text);
gboolean sch_run_test (SchRun *run, int number, xmlNode *node, gboolean *holds);
gboolean sch_run_calculate (SchRun *run, int number, xmlNode *node, SchValue *value);
const SchValue *sch_run_get_variable (SchRun *run, int number);
xmlXPathObject *sch_run_evaluate (SchRun *run, int expression, xmlNode *node);
xmlXPathObject *sch_run_evaluate_nodes (SchRun *run, int expression, xmlNode *node);
xmlXPathObject *sch_run_evaluate_within (SchRun *run, int expression, xmlNode *node);
void sch_run_push_lets (SchRun *run, SchFrame *frame, GPtrArray *lets, xmlNode *node);
void sch_run_push_global (SchRun *run, SchFrame *frame, GPtrArray *lets);
void sch_run_give_values (SchRun *run, SchFrame *frame);
void sch_run_pop_frame (SchRun *run);
void sch_frame_clear (SchFrame *frame);
xmlXPathObject *sch_run_on_variable (void *data, const xmlChar *name, const xmlChar *uri);
void sch_run_keep (SchRun *run, xmlDoc *doc);
void sch_run_add_error (SchRun *run, const char *message);
char *sch_run_get_base (SchRun *run, const xmlNode *node);
xmlDoc *sch_run_get_document (SchRun *run, const char *base, const char *href);
char *sch_run_name_document (SchRun *run, const xmlDoc *doc);
GPtrArray *sch_run_get_subordinates (SchRun *run, const SchPattern *pattern);
char *sch_run_render (SchRun *run, GArray *pieces, xmlNode *node);

G_END_DECLS
