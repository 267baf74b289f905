/* tracer.c -- lines of a trace; see tracer.h.
 *
 * A line begins with what happened and in which function; what follows depends on the kind. An instruction stands as in the listing; behind the bar are the operands on the stack, the deepest first, and
 * the variables that it names. Each line is made in memory and written in one piece, for stderr has no buffer of its own.
 */
#include "tracer.h"

#include "describe.h"
#include "support/memory.h"

enum { KIND_WIDTH = 10, NAME_WIDTH = 16, INSTRUCTION_WIDTH = 44, VALUES_SHOWN = 4 };

struct Tracer {
  Listener listener;
  uint32_t events;
  DisassembleOptions options;
  FILE *file;
  FILE *line; /* owned, as what it writes to */
  char *text;
  size_t size;
};

typedef struct KindInfo {
  const char *name;
  uint32_t events; /* which choice it belongs to */
} KindInfo;

static const KindInfo kinds[] = {
    [EVENT_OP] = {"op", TRACER_OPS},
    [EVENT_ENTER] = {"enter", TRACER_CALLS},
    [EVENT_TAIL] = {"tail", TRACER_CALLS},
    [EVENT_LEAVE] = {"leave", TRACER_CALLS},
    [EVENT_UNWIND] = {"unwind", TRACER_CALLS},
    [EVENT_TURN] = {"turn", 0},
    [EVENT_HIT] = {"hit", TRACER_CACHE},
    [EVENT_MISS] = {"miss", TRACER_CACHE},
    [EVENT_FILL] = {"fill", TRACER_CACHE},
    [EVENT_SPECIALIZE] = {"specialize", TRACER_TIER},
    [EVENT_GENERALIZE] = {"generalize", TRACER_TIER},
    [EVENT_TIER] = {"tier", TRACER_TIER},
};

/* ---- the parts of a line ---- */

static void pad(int written, int width, FILE *line) { fprintf(line, "%*s", written < width ? width - written : 0, ""); }

static void show_instruction(const Tracer *tracer, const Event *event) {
  FILE *line = tracer->line;
  fprintf(line, " %5u  ", event->offset);
  long start = ftell(line);
  disassemble_instruction(event->code, event->offset, &tracer->options, line);
  pad((int)(ftell(line) - start), INSTRUCTION_WIDTH, line);
  fputs(" |", line);
}

/* The operands on the stack, at most so many from the top. */
static void show_stack(const Event *event, FILE *line) {
  const Value *bottom = event->now->fp + event->proto->slot_count, *top = event->now->sp;
  if (top - bottom > VALUES_SHOWN) {
    bottom = top - VALUES_SHOWN;
    fputs(" ...", line);
  }
  for (; bottom < top; bottom++) {
    fputc(' ', line);
    describe_value(*bottom, line);
  }
}

/* The variables that are the instruction's operands, as they are before it; one whose life begins here is nothing yet. */
static void show_locals(const Event *event, FILE *line) {
  Instruction instruction;
  if (!opcode_decode(event->code->code, event->code->code_length, event->offset, &instruction)) return;
  const char *before = " (";
  for (int i = 0; i < OPERANDS_MAX; i++) {
    if (opcode_infos[instruction.opcode].operands[i] != OPERAND_LOCAL) continue;
    const Symbol *name = proto_local_name(event->code, instruction.operands[i], event->offset);
    if (!name) continue;
    fprintf(line, "%s%s = ", before, name->chars);
    describe_value(event->now->fp[instruction.operands[i]], line);
    before = ", ";
  }
  if (*before == ',') fputc(')', line);
}

static void show_arguments(const Event *event, FILE *line) {
  const Signature *signature = event->proto->signature;
  const Value *slot = event->now->fp;
  const char *before = "  ";
  if (event->proto->is_method) {
    fprintf(line, "%sself = ", before);
    describe_value(*slot++, line);
    before = ", ";
  }
  for (uint32_t i = 0; i < signature->arity; i++) {
    fprintf(line, "%s%s = ", before, signature->params[i]->chars);
    describe_value(*slot++, line);
    before = ", ";
  }
}

/* The error that left a function: on its handler's stack, or still on its way. */
static void show_error(const Vm *vm, const Event *event, FILE *line) {
  static const char *const stopped[] = {[PENDING_OUT_OF_FUEL] = "out of fuel",
                                        [PENDING_OUT_OF_MEMORY] = "out of memory",
                                        [PENDING_INTERRUPTED] = "interrupted",
                                        [PENDING_OUTPUT_FAILED] = "output failed"};
  const Pending *pending = &vm->rt->pending;
  fputs("  ", line);
  if (pending->kind == PENDING_NONE)
    describe_value(event->now->sp[-2], line);
  else if (pending->kind == PENDING_ERROR)
    describe_value(pending->value, line);
  else
    fputs(stopped[pending->kind], line);
}

/* ---- lines ---- */

static void show_call(const Tracer *tracer, const Vm *vm, const Event *event) {
  FILE *line = tracer->line;
  fprintf(line, " depth %u", event->depth);
  switch (event->kind) {
  case EVENT_LEAVE:
    if (event->proto->signature->is_script) return;
    fputs("  ", line);
    describe_value(*vm->frames[event->depth].result, line);
    return;
  case EVENT_UNWIND: show_error(vm, event, line); return;
  default: show_arguments(event, line); return;
  }
}

static void show(const Tracer *tracer, const Vm *vm, const Event *event) {
  FILE *line = tracer->line;
  fprintf(line, "%-*s ", KIND_WIDTH, kinds[event->kind].name);
  int written = describe_function(event->proto, line);
  if (event->kind != EVENT_TIER) pad(written, NAME_WIDTH, line);
  switch (event->kind) {
  case EVENT_OP:
    show_instruction(tracer, event);
    show_stack(event, line);
    show_locals(event, line);
    break;
  case EVENT_HIT:
  case EVENT_MISS:
  case EVENT_FILL:
    show_instruction(tracer, event);
    fputc(' ', line);
    describe_key(event->key, line);
    break;
  case EVENT_SPECIALIZE:
  case EVENT_GENERALIZE:
    fprintf(line, " %5u  %s -> %s", event->offset, opcode_infos[event->opcode].name, opcode_infos[event->becomes].name);
    break;
  case EVENT_TIER: break;
  default: show_call(tracer, vm, event); break;
  }
  fputc('\n', line);
}

static void see(Listener *listener, Vm *vm, const Event *event) {
  Tracer *tracer = (Tracer *)listener;
  if (!(kinds[event->kind].events & tracer->events)) return;
  rewind(tracer->line);
  show(tracer, vm, event);
  size_t length = (size_t)ftell(tracer->line);
  if (fflush(tracer->line) == 0) fwrite(tracer->text, 1, length, tracer->file);
}

/* ---- a tracer ---- */

Tracer *tracer_new(uint32_t events, const DisassembleOptions *options, FILE *file) {
  Tracer *tracer = memory_alloc(sizeof *tracer);
  tracer->listener.see = see;
  tracer->events = events;
  tracer->options = *options;
  tracer->file = file;
  tracer->line = open_memstream(&tracer->text, &tracer->size);
  if (tracer->line) return tracer;
  memory_free(tracer);
  return NULL;
}

void tracer_free(Tracer *tracer) {
  fclose(tracer->line);
  memory_free(tracer->text);
  memory_free(tracer);
}

Listener *tracer_listener(Tracer *tracer) { return &tracer->listener; }
