/* handlers.h -- all handlers, for those that build an interpreter from them. */
#ifndef DUET_BYTECODE_HANDLERS_H
#define DUET_BYTECODE_HANDLERS_H

#include "ops/calls.h"
#include "ops/definitions.h"
#include "ops/errors.h"
#include "ops/jumps.h"
#include "ops/objects.h"
#include "ops/operators.h"
#include "ops/stack.h"
#include "ops/variables.h"

#endif
