/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schematron/schematron.h"

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls, and replay.c in its place. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

void fuzz_compare (SchSchema *schema, const char *phase, gulong operations, GBytes *document);
