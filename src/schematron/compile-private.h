/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron-private.h"
#include "source.h"

G_BEGIN_DECLS

/* A schema being compiled. */
typedef struct
{
  SchSchema *schema;
  GHashTable *ids;    /* of patterns, rules, assertions, phases, diagnostics and properties */
  GHashTable *copied; /* elements that stand elsewhere too, whose ids stand twice rightly */
  GHashTable *used;   /* abstract patterns and rules that something is made from */
  guint n_extended;
  gsize grown;             /* bytes by which copies and parameters made the schema larger */
  gboolean is_incomplete;  /* whether parts are missing, in which names may be defined */
  SchScope global;         /* the schema's variables */
  SchScope shared;         /* those of patterns, which any pattern may use */
  SchScope phases;         /* those of phases, for patterns that run in these phases only */
  SchScope all;            /* every variable, for diagnostics and properties that nothing names */
  GHashTable *asked;       /* SchPattern → set of char: variables of phases that it uses */
  GHashTable *diagnostics; /* id → xmlNode */
  GHashTable *properties;  /* id → xmlNode */
  guint n_patterns_read;
  GPtrArray *problems; /* char: all that is wrong, each with its place */
  SchError code;       /* of the first */
} SchCompiling;

gboolean sch_compile_fail (SchCompiling *compiling,
                           const xmlNode *node,
                           SchError code,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);
gboolean sch_compile_lacks (SchCompiling *compiling, const xmlNode *node, const char *attribute);
gboolean sch_compile_is_element (const xmlNode *node, const char *name);
char *sch_compile_attribute (const xmlNode *node, const char *name);
char *sch_compile_content (const xmlNode *node);
GStrv sch_compile_words_of (const xmlNode *node, const char *name);
int sch_compile_add_attribute_expression (SchCompiling *compiling,
                                          const xmlNode *node,
                                          const char *name,
                                          const SchScope *scope);
void sch_compile_add_branches (SchCompiling *compiling,
                               const xmlNode *node,
                               const char *text,
                               const SchScope *scope,
                               GPtrArray *numbers);
int sch_compile_add_expression (SchCompiling *compiling,
                                const xmlNode *node,
                                const char *text,
                                const SchScope *scope,
                                gboolean is_context);
void sch_compile_read_let (SchCompiling *compiling,
                           const xmlNode *node,
                           GPtrArray *lets,
                           SchScope *scope);
void sch_compile_share (GPtrArray *lets, SchScope *scope);
void sch_compile_read_lets (SchCompiling *compiling,
                            const xmlNode *parent,
                            GPtrArray *lets,
                            SchScope *scope,
                            gboolean hides_none);
void sch_compile_read_phase (SchCompiling *compiling, const xmlNode *node);
void sch_compile_check_phases (SchCompiling *compiling, const xmlNode *root);
void sch_compile_begin_pattern (SchCompiling *compiling, const SchPattern *pattern);
void sch_compile_declare_pattern (SchCompiling *compiling, const xmlNode *node);
void sch_compile_read_pattern (SchCompiling *compiling, const xmlNode *node);
void sch_compile_read_texts (SchCompiling *compiling,
                             const xmlNode *parent,
                             const char *name,
                             GPtrArray *texts,
                             const SchScope *scope);
void sch_compile_read_format (SchCompiling *compiling, const xmlNode *node);
void sch_compile_drop (xmlNode *node);
gboolean sch_compile_grow (SchCompiling *compiling, const xmlNode *node, gsize bytes);
xmlNode *sch_compile_copy (SchCompiling *compiling, const xmlNode *element, const xmlNode *place);
void sch_compile_check_vocabulary (SchCompiling *compiling, const xmlNode *root);
void sch_compile_assemble (SchCompiling *compiling, xmlDoc *doc);
void sch_compile_instantiate (SchCompiling *compiling, xmlNode *root);
SchScope sch_compile_scope_new (const SchScope *outer);

G_END_DECLS
