/* registers.c -- calls the functions of ops/top.h one by one, on a small stack, and shows what became of the registers and which cells of memory were written. check.py compiles it twice: with the
 * learner's file, and with the kit's.
 *
 *     cell   0   1    2        3      4    5   6  7  8
 *            .   fp of the     (f)    locals   operands, the last of them in the register: 77 belongs to cell 8, which holds something else
 *                caller        result slot 0,1
 *
 * Nothing is run here, and no machine is needed.
 */
#include "bytecode/ops/top.h"

#include <stdio.h>

enum { CELLS = 12, LOCALS_AT = 4, LAST_LOCAL = 1, TOP_VALUE = 77, NEW_VALUE = 55, PROGRAM = 16, OPCODE_AT = 4 };

typedef struct Small {
  Value cells[CELLS], before[CELLS];
  CallFrame frames[2]; /* the caller's, the running one */
  uint8_t code[PROGRAM], caller[PROGRAM];
  TopRegs t;
} Small;

/* `operands` on the stack. Without any, the top is a copy of the last local. */
static void make(Small *small, int operands) {
  *small = (Small){0};
  for (int i = 0; i < CELLS; i++)
    small->cells[i] = value_int(100 + i);
  small->frames[0] = (CallFrame){.fp = &small->cells[1]};
  small->frames[1] =
      (CallFrame){.fp = &small->cells[LOCALS_AT], .result = &small->cells[LOCALS_AT - 1], .return_ip = small->caller + OPCODE_AT};
  Value *sp = &small->cells[LOCALS_AT + LAST_LOCAL + 1 + operands];
  small->t = (TopRegs){small->code + OPCODE_AT, sp, small->frames[1].fp, &small->frames[1],
                       operands > 0 ? value_int(TOP_VALUE) : value_copy(&sp[-1])};
  memcpy(small->before, small->cells, sizeof small->cells);
}

static void show_value(const char *what, Value value) {
  if (value_is(value, VALUE_INT))
    printf("%s %d", what, (int)value_as_int(value));
  else
    printf("%s of another type", what);
}

static void show_memory(const Small *small) {
  int written = 0;
  for (int i = 0; i < CELLS; i++) {
    if (value_is(small->cells[i], VALUE_INT) && value_as_int(small->cells[i]) == value_as_int(small->before[i])) continue;
    printf("%s cell %d", written++ ? "," : "  written:", i);
    show_value(" =", small->cells[i]);
  }
  printf("%s\n", written ? "" : "  written: nothing");
}

static void show_registers(const Small *small, Regs r) {
  bool is_caller = r.ip >= small->caller && r.ip < small->caller + PROGRAM;
  printf("  sp at cell %d, fp at cell %d, %s frame, ip at byte %d of %s", (int)(r.sp - small->cells), (int)(r.fp - small->cells),
         r.frame == small->frames ? "the caller's" : "the same", (int)(r.ip - (is_caller ? small->caller : small->code)),
         is_caller ? "the caller" : "the code");
}

static void show(const Small *small, const char *name) {
  printf("%s\n", name);
  show_memory(small);
  show_registers(small, (Regs){small->t.ip, small->t.sp, small->t.fp, small->t.frame});
  show_value(", top", small->t.top);
  printf("\n");
}

/* Stands for the ordinary handlers: looks at what it is given, takes two values and pushes one. */
void single_run(Vm *vm, Regs *regs) {
  show_value("the ordinary handler finds\n  on top", regs->sp[-1]);
  show_value(", below", regs->sp[-2]);
  printf(", ip %d bytes before the operands\n", (int)(((Small *)(void *)vm)->code + OPCODE_AT - regs->ip));
  regs->ip += OPCODE_SIZE + 2;
  regs->sp--;
  regs->sp[-1] = value_int(NEW_VALUE);
}

static void between_the_worlds(void) {
  Small small;
  make(&small, 3);
  Regs r = top_spill(small.t);
  printf("top_spill\n");
  show_memory(&small);
  show_registers(&small, r);
  printf("\n");
  make(&small, 3);
  small.t = top_fill((Regs){small.t.ip, small.t.sp, small.t.fp, small.t.frame});
  show(&small, "top_fill");
  make(&small, 3);
  small.t = top_ordinary((Vm *)(void *)&small, small.t);
  show(&small, "top_ordinary");
}

static void ends(void) {
  Small small;
  for (uint32_t pops = 0; pops <= 3; pops++) {
    char name[40];
    snprintf(name, sizeof name, "top_give, %u taken off", pops);
    make(&small, 3);
    top_give(&small.t, pops, value_int(NEW_VALUE));
    show(&small, name);
  }
  for (uint32_t pops = 0; pops <= 3; pops++) {
    char name[40];
    snprintf(name, sizeof name, "top_drop, %u taken off", pops);
    make(&small, 3);
    top_drop(&small.t, pops);
    show(&small, name);
  }
}

static void variables(void) {
  static const struct {
    const char *name;
    int operands;
    uint32_t pops, slot;
  } cases[] = {
      {"top_set, nothing taken off, operands in between", 2, 0, LAST_LOCAL},
      {"top_set, nothing taken off, the local is just below", 0, 0, LAST_LOCAL},
      {"top_set, nothing taken off, another local", 0, 0, 0},
      {"top_set, the last operand taken off, the local is just below", 1, 1, LAST_LOCAL},
      {"top_set, one of two taken off", 2, 1, 0},
      {"top_set, both taken off", 2, 2, LAST_LOCAL},
  };
  Small small;
  for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
    make(&small, cases[i].operands);
    top_set(&small.t, cases[i].pops, cases[i].slot, value_int(NEW_VALUE));
    show(&small, cases[i].name);
  }
}

int main(void) {
  Small small;
  between_the_worlds();
  ends();
  variables();
  make(&small, 1);
  top_leave(&small.t, value_int(NEW_VALUE));
  show(&small, "top_leave");
  return 0;
}
