/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

G_DEFINE_FINAL_TYPE (SdSession, sd_session, G_TYPE_OBJECT)

enum
{
  PROP_REGISTER = 1,
  PROP_COUNTY,
  PROP_READ_ONLY,
  PROP_PLAN_ID,
  PROP_PLAN,
  PROP_STAGE,
  PROP_SELECTED_ID,
  PROP_CHECKING,
  N_PROPS
};

enum
{
  SIGNAL_ERROR,
  SIGNAL_COUNTS_CHANGED,
  SIGNAL_DONE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Helpers */

static void
notify (SdSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
sd_session_notify_checking (SdSession *self)
{
  notify (self, PROP_CHECKING);
}

void
sd_session_emit_counts_changed (SdSession *self, const char *plan_id)
{
  g_signal_emit (self, signals[SIGNAL_COUNTS_CHANGED], 0, plan_id);
}

/* Callbacks */

static void
on_row_removed (SdRowSet *plan, SdRow *row, SdSession *self)
{
  if (g_strcmp0 (sd_row_get_id (row), self->selected_id) == 0)
    sd_session_set_selected_id (self, NULL);
}

static void
on_county_row_removed (SdRowSet *county, SdRow *row, SdSession *self)
{
  if (sd_row_get_table_id (row) == SD_TABLE_PLAN &&
      g_strcmp0 (sd_row_get_id (row), self->plan_id) == 0)
    sd_session_set_plan_id (self, NULL);
}

/* An undo may touch many rows; the first one that belongs to a unit is the place to go to. */
static void
on_touched (SdRegister *reg,
            const char *plan_id,
            const char *table,
            const char *row_id,
            const char *kind,
            SdSession *self)
{
  if (!self->following)
    return;

  self->following = FALSE;
  sd_session_go_to_row (self, plan_id, row_id);
}

/* Overrides */

static void
sd_session_constructed (GObject *object)
{
  SdSession *self = SD_SESSION (object);

  G_OBJECT_CLASS (sd_session_parent_class)->constructed (object);

  g_signal_connect_object (sd_session_get_county (self), "row-removed",
                           G_CALLBACK (on_county_row_removed), self, 0);
  g_signal_connect_object (self->reg, "touched", G_CALLBACK (on_touched), self, 0);
  sd_session_follow_county (self);
}

static void
sd_session_dispose (GObject *object)
{
  SdSession *self = SD_SESSION (object);

  sd_session_clear_checks (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->checker);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (sd_session_parent_class)->dispose (object);
}

static void
sd_session_finalize (GObject *object)
{
  SdSession *self = SD_SESSION (object);

  g_free (self->plan_id);
  g_free (self->stage);
  g_free (self->selected_id);

  G_OBJECT_CLASS (sd_session_parent_class)->finalize (object);
}

static void
sd_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdSession *self = SD_SESSION (object);

  switch (prop_id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_COUNTY:
      g_value_set_object (value, sd_session_get_county (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, sd_session_get_read_only (self));
      break;
    case PROP_PLAN_ID:
      g_value_set_string (value, self->plan_id);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_SELECTED_ID:
      g_value_set_string (value, self->selected_id);
      break;
    case PROP_CHECKING:
      g_value_set_boolean (value, sd_session_get_checking (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SdSession *self = SD_SESSION (object);

  switch (prop_id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;
    case PROP_PLAN_ID:
      sd_session_set_plan_id (self, g_value_get_string (value));
      break;
    case PROP_STAGE:
      sd_session_set_stage (self, g_value_get_string (value));
      break;
    case PROP_SELECTED_ID:
      sd_session_set_selected_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_session_class_init (SdSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = sd_session_constructed;
  object_class->dispose = sd_session_dispose;
  object_class->finalize = sd_session_finalize;
  object_class->get_property = sd_session_get_property;
  object_class->set_property = sd_session_set_property;

  properties[PROP_REGISTER] =
      g_param_spec_object ("register", NULL, NULL, SD_TYPE_REGISTER,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNTY] = g_param_spec_object ("county", NULL, NULL, SD_TYPE_COUNTY, read);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, read);
  properties[PROP_PLAN_ID] = g_param_spec_string ("plan-id", NULL, NULL, NULL, write);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, SD_TYPE_PLAN, read);
  properties[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "proposed", write);
  properties[PROP_SELECTED_ID] = g_param_spec_string ("selected-id", NULL, NULL, NULL, write);
  properties[PROP_CHECKING] = g_param_spec_boolean ("checking", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SdSession::error:
   * @self: the session
   * @error: what went wrong, a sentence for the user
   *
   * An edit or a check failed; the data is as it was.
   */
  signals[SIGNAL_ERROR] =
      g_signal_new ("error", SD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * SdSession::counts-changed:
   * @self: the session
   * @plan_id: the plan
   *
   * A plan, the edited one or another of the county, has been checked.
   */
  signals[SIGNAL_COUNTS_CHANGED] =
      g_signal_new ("counts-changed", SD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdSession::done:
   * @self: the session
   * @label: what was done
   *
   * Something was done that the user should be told of and may want to take back.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", SD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sd_session_init (SdSession *self)
{
  self->stage = g_strdup ("proposed");
  sd_session_init_checks (self);
}

/**
 * sd_session_new:
 * @reg: an open register
 * @checker: what checks its plans
 *
 * Returns: (transfer full): a session that edits no plan yet
 */
SdSession *
sd_session_new (SdRegister *reg, SdChecker *checker)
{
  SdSession *self;

  g_return_val_if_fail (SD_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (SD_IS_CHECKER (checker), NULL);

  self = g_object_new (SD_TYPE_SESSION, "register", reg, NULL);
  self->checker = g_object_ref (checker);

  return self;
}

/**
 * sd_session_get_register:
 * @self: a session
 *
 * Returns: (transfer none): the register, through which every edit goes
 */
SdRegister *
sd_session_get_register (SdSession *self)
{
  return self->reg;
}

/**
 * sd_session_get_checker:
 * @self: a session
 *
 * Returns: (transfer none): what checks its plans
 */
SdChecker *
sd_session_get_checker (SdSession *self)
{
  return self->checker;
}

/**
 * sd_session_get_county:
 * @self: a session
 *
 * Returns: (transfer none): the rows of the county
 */
SdCounty *
sd_session_get_county (SdSession *self)
{
  return sd_register_get_county (self->reg);
}

/**
 * sd_session_get_read_only:
 * @self: a session
 *
 * Returns: whether edits would be refused
 */
gboolean
sd_session_get_read_only (SdSession *self)
{
  return sd_register_get_read_only (self->reg);
}

/**
 * sd_session_get_plan_id:
 * @self: a session
 *
 * Returns: (nullable): the plan that is edited
 */
const char *
sd_session_get_plan_id (SdSession *self)
{
  return self->plan_id;
}

/**
 * sd_session_set_plan_id:
 * @self: a session
 * @plan_id: (nullable): a plan of the county
 *
 * Changes to another plan; nothing is selected then. A plan that cannot be loaded is reported with
 * #SdSession::error.
 */
void
sd_session_set_plan_id (SdSession *self, const char *plan_id)
{
  g_autoptr (GError) error = NULL;
  SdPlan *plan = NULL;

  if (g_strcmp0 (self->plan_id, plan_id) == 0)
    return;

  if (plan_id != NULL)
    {
      plan = sd_register_load_plan (self->reg, plan_id, &error);
      if (plan == NULL)
        {
          sd_session_report_error (self, error);
          return;
        }
    }

  sd_session_set_selected_id (self, NULL);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, on_row_removed, self);
  g_free (self->plan_id);
  self->plan_id = g_strdup (plan_id);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_object (plan, "row-removed", G_CALLBACK (on_row_removed), self, 0);

  sd_session_publish_check (self);
  if (plan_id != NULL)
    sd_session_queue_check (self, plan_id);
  notify (self, PROP_PLAN_ID);
  notify (self, PROP_PLAN);
}

/**
 * sd_session_get_plan:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the rows of the plan that is edited
 */
SdPlan *
sd_session_get_plan (SdSession *self)
{
  return self->plan;
}

/**
 * sd_session_report_error:
 * @self: a session
 * @error: what went wrong
 *
 * Shows the user that something could not be done.
 */
void
sd_session_report_error (SdSession *self, const GError *error)
{
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

/**
 * sd_session_on_edited:
 * @reg: (type SdRegister): the register
 * @result: what it says
 * @session: (transfer full) (type SdSession): the session
 *
 * A callback for edits of which only a failure matters to who asked for them: it reports the
 * failure. Asked with g_object_ref() of the session as data.
 */
void
sd_session_on_edited (GObject *reg, GAsyncResult *result, gpointer session)
{
  g_autoptr (SdSession) self = session;
  g_autoptr (GError) error = NULL;

  if (!sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    sd_session_report_error (self, error);
}

/**
 * sd_session_report_done:
 * @self: a session
 *
 * Tells the window of the last edit.
 */
void
sd_session_report_done (SdSession *self)
{
  const char *label = sd_register_get_undo_label (self->reg);

  if (label != NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, label);
}

/**
 * sd_session_on_done:
 * @reg: (type SdRegister): the register
 * @result: what it says
 * @session: (transfer full) (type SdSession): the session
 *
 * As sd_session_on_edited(), and tells what was done.
 */
void
sd_session_on_done (GObject *reg, GAsyncResult *result, gpointer session)
{
  g_autoptr (SdSession) self = session;
  g_autoptr (GError) error = NULL;

  if (sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    sd_session_report_done (self);
  else
    sd_session_report_error (self, error);
}
