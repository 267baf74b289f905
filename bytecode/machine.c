/* machine.c -- making a VM, running a script on it, and what it shows the collector.
 *
 * The stack is mapped in one piece, as large as --max-depth could need: pages that are never touched cost nothing, and a stack that never
 * moves lets open upvalues hold plain addresses.
 */
#include "machine.h"

#include "call.h"
#include "host.h"
#include "interp.h"
#include "runtime/startup.h"
#include "support/memory.h"

#include <sys/mman.h>

enum { STACK_VALUES_AT_LEAST = 1 << 20 };

static const sig_atomic_t never_interrupted = 0;

static void mark_roots(void *context, Heap *heap) {
  Vm *vm = context;
  heap_mark_values(heap, vm->stack, (size_t)(vm->sp - vm->stack));
  heap_mark_value(heap, vm->result);
  for (CallFrame *frame = vm->frame; frame > vm->frames; frame--)
    heap_mark_object(heap, (Object *)&frame->closure->function.object);
  upvalue_mark_open(&vm->upvalue_list, heap);
  for (Unit *unit = vm->units; unit; unit = unit->next)
    unit_mark(unit, heap);
}

static void sweep_caches(void *context, Heap *heap) {
  (void)heap;
  cache_sweep(((Vm *)context)->units);
}

/* One value below the first is mapped too: a loop that keeps the top of the stack in registers (ops/top.h) has that one there when the stack is empty. */
static bool map_stack(Vm *vm) {
  size_t values = STACK_VALUES_AT_LEAST + ((size_t)vm->rt->max_depth + 2) * STACK_PER_CALL;
  vm->stack_bytes = (values + 1) * sizeof(Value);
  Value *below = mmap(NULL, vm->stack_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (below == MAP_FAILED) return false;
  vm->stack = below + 1;
  vm->sp = vm->stack;
  vm->stack_end = vm->stack + values;
  return true;
}

/* The builtin of that name, wherever it stands among them: some have instructions of their own. */
static Value find_builtin(const Runtime *rt, const char *name) {
  uint32_t count;
  const char *const *names = runtime_builtin_names(&count);
  for (uint32_t i = 0; i < count; i++) {
    if (strcmp(names[i], name) == 0) return rt->builtins[i];
  }
  return value_nil();
}

Vm *machine_new(Runtime *rt) {
  Vm *vm = memory_alloc(sizeof *vm);
  vm->rt = rt;
  if (!map_stack(vm)) {
    memory_free(vm);
    return NULL;
  }
  vm->frames = memory_alloc((rt->max_depth + 2) * sizeof(CallFrame));
  vm->frame = vm->frames;
  vm->frame->fp = vm->stack;
  vm->last_frame = vm->frames + 1 + rt->max_depth;
  vm->interrupted = rt->interrupted ? rt->interrupted : &never_interrupted;
  vm->print = find_builtin(rt, "print");
  vm->len = find_builtin(rt, "len");
  vm->range = find_builtin(rt, "range");
  host_attach(vm);
  heap_add_roots(rt->heap, mark_roots, vm);
  heap_add_weak(rt->heap, sweep_caches, vm);
  return vm;
}

void machine_free(Vm *vm) {
  heap_remove_roots(vm->rt->heap, mark_roots, vm);
  while (vm->units) {
    Unit *next = vm->units->next;
    for (Proto *proto = vm->units->protos; proto; proto = proto->next)
      cache_free_mores(proto);
    unit_free(vm->units);
    vm->units = next;
  }
  memory_free(vm->frames);
  munmap(vm->stack - 1, vm->stack_bytes);
  memory_free(vm);
}

bool machine_run(Vm *vm, Unit *unit, uint32_t keep_slots, Value *result) {
  vm->call_limit = vm->rt->fuel == UINT64_MAX ? vm->last_frame : vm->frames;
  vm->result = value_unset();
  Closure *closure = closure_new(vm->rt, unit->script);
  if (!closure) return false;
  bool ok = call_script(vm, closure);
  vm->kept_slots = keep_slots; /* from here on: also when it fails, the script's variables live on */
  ok = ok && interp_run(vm);
  vm->sp = vm->stack + keep_slots;
  *result = vm->result;
  return ok;
}
