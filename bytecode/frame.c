/* frame.c -- leaving the loop is an instruction too, so the loop need not ask after every handler whether it is time. */
#include "frame.h"

#include "opcode.h"

static const uint16_t exit_code[] = {OP_EXIT};

const uint8_t *frame_exit(void) { return (const uint8_t *)exit_code; }

void frame_leave(Vm *vm) {
  vm->frame--;
  vm->ip = frame_exit();
}
