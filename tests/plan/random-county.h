/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"

SdCounty *random_county_new (GRand *rand,
                             guint  n_plans,
                             guint  n_rows);
