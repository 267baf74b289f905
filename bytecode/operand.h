/* operand.h -- where an operand comes from, by the letter in the instruction's name (forms.h); for handlers, which have the registers in `r`. */
#ifndef DUET_BYTECODE_OPERAND_H
#define DUET_BYTECODE_OPERAND_H

#include "vm.h"

#define OPERAND_L(x) value_copy(&r.fp[x])
#define OPERAND_I(x) value_int((int32_t)(x))
#define OPERAND_K(x) value_copy(&r.frame->constants[x])
#define OPERAND_S(x) value_copy(&r.sp[-(x)])

#endif
