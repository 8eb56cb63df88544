/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

/* 1 January 1980, the first day that an archive knows: the same document gives the same bytes. */
#define DOS_DATE 0x21
#define DOS_TIME 0

SdOdfPart *
sd_odf_part_new (const char *name, const char *media_type, GBytes *bytes)
{
  SdOdfPart *part = g_new0 (SdOdfPart, 1);

  part->name = g_strdup (name);
  part->media_type = g_strdup (media_type);
  part->bytes = g_bytes_ref (bytes);

  return part;
}

void
sd_odf_part_free (SdOdfPart *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->media_type);
  g_free (self->name);
  g_free (self);
}

static gboolean
fail (zip_error_t *problem, GError **error)
{
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_WRITE,
               _ ("The document's archive could not be made (%s)."), zip_error_strerror (problem));
  return FALSE;
}

static gboolean
add (zip_t *archive, const char *name, GBytes *bytes, gboolean stored, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer (archive, data, size, 0);
  zip_int64_t index;

  if (source == NULL)
    return fail (zip_get_error (archive), error);
  index = zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return fail (zip_get_error (archive), error);
    }
  if (zip_set_file_compression (archive, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) != 0 ||
      zip_file_set_dostime (archive, index, DOS_TIME, DOS_DATE, 0) != 0)
    return fail (zip_get_error (archive), error);

  return TRUE;
}

static GBytes *
make_manifest (const char *media_type, GPtrArray *parts)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  sd_odf_start (writer, "manifest:manifest", "xmlns:manifest",
                "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version",
                SD_ODF_VERSION, NULL);
  sd_odf_empty (writer, "manifest:file-entry", "manifest:full-path", "/", "manifest:version",
                SD_ODF_VERSION, "manifest:media-type", media_type, NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const SdOdfPart *part = parts->pdata[i];

      sd_odf_empty (writer, "manifest:file-entry", "manifest:full-path", part->name,
                    "manifest:media-type", part->media_type, NULL);
    }
  xmlTextWriterEndDocument (writer);
  g_clear_pointer (&writer, xmlFreeTextWriter);

  return g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
}

/* "mimetype" comes first and stored, so that the type can be read off the first bytes. */
static gboolean
add_all (zip_t *archive, GPtrArray *parts, GBytes *mimetype, GBytes *manifest, GError **error)
{
  if (!add (archive, "mimetype", mimetype, TRUE, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const SdOdfPart *part = parts->pdata[i];

      if (!add (archive, part->name, part->bytes, g_str_has_suffix (part->name, ".png"), error))
        return FALSE;
    }

  return add (archive, "META-INF/manifest.xml", manifest, FALSE, error);
}

static GBytes *
read_back (zip_source_t *source, GError **error)
{
  g_autofree guint8 *data = NULL;
  zip_stat_t stat;
  zip_int64_t length;

  zip_stat_init (&stat);
  if (zip_source_stat (source, &stat) != 0 || zip_source_open (source) != 0)
    {
      fail (zip_source_error (source), error);
      return NULL;
    }
  data = g_malloc (stat.size);
  length = zip_source_read (source, data, stat.size);
  zip_source_close (source);
  if (length < 0 || (zip_uint64_t) length != stat.size)
    {
      fail (zip_source_error (source), error);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}

/*
 * sd_odf_zip:
 * @media_type: what the package is
 * @parts: (element-type SdOdfPart): the files of the package, mimetype and manifest not among them
 * @error: return location
 *
 * Returns: (transfer full): the package
 */
GBytes *
sd_odf_zip (const char *media_type, GPtrArray *parts, GError **error)
{
  g_autoptr (GBytes) mimetype = g_bytes_new_static (media_type, strlen (media_type));
  g_autoptr (GBytes) manifest = make_manifest (media_type, parts);
  g_autoptr (GBytes) bytes = NULL;
  zip_error_t problem;
  zip_source_t *source;
  zip_t *archive;

  zip_error_init (&problem);
  source = zip_source_buffer_create (NULL, 0, 0, &problem);
  archive = source != NULL ? zip_open_from_source (source, ZIP_TRUNCATE, &problem) : NULL;
  if (archive == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      fail (&problem, error);
      zip_error_fini (&problem);
      return NULL;
    }
  zip_error_fini (&problem);

  zip_source_keep (source); /* closing the archive lets go of it */
  if (!add_all (archive, parts, mimetype, manifest, error))
    zip_discard (archive);
  else if (zip_close (archive) != 0)
    {
      fail (zip_get_error (archive), error);
      zip_discard (archive);
    }
  else
    bytes = read_back (source, error);
  zip_source_free (source);

  return g_steal_pointer (&bytes);
}
