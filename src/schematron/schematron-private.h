/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "schematron.h"

G_BEGIN_DECLS

#define SCH_NAMESPACE "http://purl.oclc.org/dsdl/schematron"
#define XSLT_NAMESPACE "http://www.w3.org/1999/XSL/Transform"
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

struct _SchTerm;

/* An expression of the schema, by its number. Its tree is for all threads; for libxml2 each
 * compiles the text for itself, since what libxml2 compiles keeps a cache while it is evaluated. */
typedef struct
{
  char *text;
  struct _SchTerm *term; /* NULL where it is left to libxml2 */
  char *native;          /* the text as libxml2 has it */
  char *base;       /* URI that document() resolves against; NULL where it is not known */
  const char *file; /* for messages */
  guint line;
} SchExpression;

/* A let: a variable with its expression, or with the content of the element. */
typedef struct
{
  char *name;
  int number;     /* of its name among the schema's */
  int expression; /* -1 where it has content */
  xmlDoc *content;
} SchLet;

/* A piece of a message. */
typedef enum
{
  SCH_PIECE_TEXT,
  SCH_PIECE_VALUE, /* value-of: string value of an expression */
  SCH_PIECE_NAME,  /* name: name of the node, or the string that path gives */
} SchPieceKind;

typedef struct
{
  SchPieceKind kind;
  char *text;
  int expression;
} SchPiece;

/* Mixed content with an id: a diagnostic or a property. */
typedef struct
{
  char *id;
  char *language;
  char *role;
  char *scheme;
  GArray *pieces;
} SchText;

typedef struct
{
  gboolean is_report;
  int test;
  int subject; /* -1 where the rule's or the context */
  char *id, *role, *flag, *see, *icon, *fpi;
  char *language;
  GStrv diagnostics, properties;
  GArray *pieces;
} SchAssertion;

typedef struct
{
  GPtrArray *contexts; /* of int: the branches of the context as expressions over the document */
  int subject;
  char *context, *id, *role, *flag, *see, *icon, *fpi;
  GPtrArray *lets;       /* SchLet */
  GPtrArray *assertions; /* SchAssertion */
} SchRule;

typedef struct
{
  char *id, *name, *role, *see, *icon, *fpi;
  int documents;    /* -1 where the pattern is for the document that is checked */
  GPtrArray *lets;  /* SchLet */
  GPtrArray *rules; /* SchRule */
} SchPattern;

typedef struct
{
  char *id;
  GPtrArray *lets; /* SchLet */
  GStrv active;    /* ids of patterns */
} SchPhase;

typedef struct
{
  char *name;
  GPtrArray *matches; /* of int, as the contexts of a rule */
  int use;
} SchKey;

typedef struct
{
  char *prefix;
  char *uri;
} SchNamespace;

/* A decimal-format of XSLT. */
typedef struct _SchFormat SchFormat;

void sch_format_free (SchFormat *self);

struct _SchSchema
{
  GObject parent_instance;

  char *name;         /* of the file, for messages */
  GFile *folder;      /* where files may be read; NULL for nowhere */
  xmlDoc *doc;        /* with what it includes */
  GPtrArray *sources; /* SchSource */
  char *title;
  char *version;    /* schemaVersion */
  GPtrArray *texts; /* char: the paragraphs at its beginning */
  char *default_phase;
  GPtrArray *namespaces;  /* SchNamespace */
  GPtrArray *lets;        /* SchLet */
  GPtrArray *phases;      /* SchPhase */
  GPtrArray *patterns;    /* SchPattern */
  GPtrArray *diagnostics; /* SchText */
  GPtrArray *properties;  /* SchText */
  GPtrArray *keys;        /* SchKey */
  GPtrArray *formats;     /* SchFormat */
  GArray *expressions;    /* SchExpression */
  GStrv phase_ids;
  GPtrArray *warnings; /* SchWarning, of what is left out of the compiled schema */

  GPtrArray *names;         /* char: the names in expressions, by their numbers */
  GHashTable *name_numbers; /* name → number */
  GArray *tables;           /* gint64: numbers of an element's and an attribute's name */
  guint n_memos;            /* how many terms are the same for a whole document */

  GMutex lock;
  GPtrArray *spare;      /* SchTools that no thread is using */
  GHashTable *documents; /* uri → xmlDoc, what document() has read */
};

struct _SchFinding
{
  SchFindingKind kind;
  char *message, *test, *id, *rule_id, *pattern_id, *role, *flag, *see, *icon, *fpi;
  char *path, *node_id;
  char *document; /* URI; NULL for the one that is checked */
  char *language;
  guint line, column;
  gboolean has_diagnostics;
  GPtrArray *diagnostics; /* SchAnswer */
  GPtrArray *properties;  /* SchAnswer */
};

/* A diagnostic or property of a finding, put into words. */
typedef struct
{
  char *id, *language, *role, *scheme, *text;
} SchAnswer;

/* What happened, in order, for SVRL. */
typedef struct
{
  const SchPattern *pattern;     /* set where a pattern begins, once for each of its documents */
  char *document;                /* the document's URI; NULL for the one that is checked */
  const SchRule *rule;           /* set where a rule fires */
  const SchAssertion *assertion; /* set where one speaks, or cannot be evaluated */
  SchFinding *finding;           /* set where an assertion speaks */
} SchEvent;

struct _SchReport
{
  gatomicrefcount ref_count;
  SchSchema *schema; /* keeps what the events point to */
  char *phase;
  GPtrArray *findings; /* SchFinding */
  GPtrArray *errors;   /* char */
  GArray *events;      /* SchEvent */
};

SchReport *sch_report_new (SchSchema *schema, const char *phase, guint n_events);
void sch_finding_free (SchFinding *self);
void sch_answer_free (SchAnswer *self);

/* read.c */
typedef xmlDoc *(*SchRead) (GBytes *bytes, const char *name, GError **error);

xmlDoc *sch_read_schema (GBytes *bytes, const char *name, GError **error);
xmlDoc *sch_read_document (GBytes *bytes, const char *name, GError **error);
xmlDoc *sch_read_file (GFile *file, SchRead read, GError **error);

/* compile.c */
gboolean sch_compile (SchSchema *self, GError **error);

/* optimize.c */
void sch_schema_read_terms (SchSchema *schema);
int sch_schema_number_variable (SchSchema *schema, const char *name);

/* tools.c */
typedef struct _SchTools SchTools;

void sch_tools_free (SchTools *self);

/* lint.c */
SchWarning *sch_warning_new (const char *file, guint line, char *sentence);
void sch_warning_free (SchWarning *self);

/* expression.c */
typedef struct _SchScope SchScope;

/* The names of variables that an expression may use; the inner scope first. */
struct _SchScope
{
  const SchScope *outer;
  GHashTable *names;
  GHashTable *unclear; /* names that stand for several variables; NULL where none may */
  GHashTable *asked;  /* names that expressions asked this scope for; NULL where nobody notes it */
};

const char *sch_expression_skip_name (const char *text);
const char *sch_expression_find_uri (SchSchema *schema, const char *prefix);
gboolean sch_expression_check (SchSchema *schema,
                               const char *text,
                               const SchScope *scope,
                               gboolean is_context,
                               char **problem);
GPtrArray *sch_expression_split (const char *text);
char *sch_expression_anywhere (const char *branch);

/* What the names of the functions begin with that only translated expressions have (grammar.c). */
#define SCH_COMPARISON "_sch."

/* functions.c */
typedef struct _SchRun SchRun;

void sch_functions_register (xmlXPathContext *context);
gboolean sch_functions_has (const char *name, const char *uri);
gboolean sch_functions_takes (const char *name, guint n_arguments);

/* run.c */
xmlNode *sch_run_get_current (SchRun *run);
SchSchema *sch_run_get_schema (SchRun *run);
void sch_run_add_key_nodes (
    SchRun *run, const char *name, const char *value, xmlDoc *doc, xmlNodeSet *nodes);

GHashTable *sch_run_get_positions (SchRun *run);
guint sch_run_number_document (SchRun *run, xmlDoc *doc);

char *sch_node_get_path (SchSchema *schema, const xmlNode *node, GHashTable *positions);
xmlNode *sch_node_get_place (xmlNode *node);

char *sch_number_to_string (double number);
xmlXPathObject *sch_to_string (xmlXPathObject *object);

G_END_DECLS
