/* value_stack.c -- see value_stack.h. */
#include "value_stack.h"

#include <sys/mman.h>

enum { VALUES_PER_CALL = 1024, VALUES_AT_LEAST = 1 << 20 };

bool value_stack_map(ValueStack *stack, uint32_t max_depth) {
  size_t values = VALUES_AT_LEAST + (size_t)max_depth * VALUES_PER_CALL;
  void *memory = mmap(NULL, values * sizeof(Value), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return false;
  stack->start = stack->top = memory;
  stack->end = stack->start + values;
  return true;
}

void value_stack_unmap(ValueStack *stack) { munmap(stack->start, (size_t)((char *)stack->end - (char *)stack->start)); }

void value_stack_mark(const ValueStack *stack, Heap *heap) { heap_mark_values(heap, stack->start, (size_t)(stack->top - stack->start)); }
