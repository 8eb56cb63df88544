/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron-private.h"

G_BEGIN_DECLS

/* Variables with their values, the inner scope first. */
typedef struct _SchFrame SchFrame;

struct _SchFrame
{
  SchFrame *outer;
  GPtrArray *lets;    /* SchLet, that get their values when they are asked for; NULL for a rule's */
  GHashTable *values; /* name → xmlXPathObject; NULL where it failed or is being worked out */
  gsize held;
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
  GPtrArray *compiled; /* xmlXPathCompExpr, by the number of the expression */
  SchFrame *frame;
  SchFrame *pattern_frames;
  guint n_pattern_frames;
  guint depth; /* of global variables that wait for each other */
  xmlNode *current;
  int expression;        /* that is being evaluated */
  GHashTable *orders;    /* xmlDoc → GHashTable, as below */
  GHashTable *positions; /* xmlNode → its position among its like, where it was asked for */
  GHashTable *order;     /* xmlNode → its place in document order, from 1 */
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
xmlXPathObject *sch_run_evaluate (SchRun *run, int expression, xmlNode *node);
xmlXPathObject *sch_run_evaluate_nodes (SchRun *run, int expression, xmlNode *node);
xmlXPathObject *sch_run_evaluate_within (SchRun *run, int expression, xmlNode *node);
void sch_run_push_lets (SchRun *run, SchFrame *frame, GPtrArray *lets, xmlNode *node);
void sch_run_push_global (SchRun *run, SchFrame *frame, GPtrArray *lets);
void sch_run_give_values (SchRun *run, SchFrame *frame);
void sch_run_pop_frame (SchRun *run);
xmlXPathObject *sch_run_on_variable (void *data, const xmlChar *name, const xmlChar *uri);
void sch_run_keep (SchRun *run, xmlDoc *doc);
void sch_run_add_error (SchRun *run, const char *message);
char *sch_run_get_base (SchRun *run, const xmlNode *node);
xmlDoc *sch_run_get_document (SchRun *run, const char *base, const char *href);
char *sch_run_name_document (SchRun *run, const xmlDoc *doc);
GPtrArray *sch_run_get_subordinates (SchRun *run, const SchPattern *pattern);
char *sch_run_render (SchRun *run, GArray *pieces, xmlNode *node);

G_END_DECLS
