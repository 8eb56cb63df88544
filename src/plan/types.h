/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Forward types of the room, so that headers need not include each other. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SdCounty SdCounty;
typedef struct _SdPlan SdPlan;
typedef struct _SdRow SdRow;
typedef struct _SdRowSet SdRowSet;
typedef struct _SdTable SdTable;
typedef struct _SdColumn SdColumn;
typedef struct _SdToken SdToken;
typedef struct _SdEnumeration SdEnumeration;
typedef struct _SdValue SdValue;

G_END_DECLS
