/* resolve_assigned.c -- see resolve_assigned.h. */
#include "syntax/resolve_assigned.h"
#include "support/memory.h"

void assigned_push(AssignedStack *stack, Variable *variable) {
  if (stack->count == stack->capacity) {
    stack->capacity = memory_grow(stack->capacity, stack->count + 1);
    stack->items = memory_resize(stack->items, stack->capacity * sizeof *stack->items);
  }
  stack->items[stack->count++] = variable;
}

void assigned_free(Assigned *assigned) {
  memory_free(assigned->log.items);
  memory_free(assigned->kept.items);
  *assigned = (Assigned){0};
}

void assigned_set(Assigned *assigned, Variable *variable) {
  if (variable->set) return;
  variable->set = true;
  assigned_push(&assigned->log, variable);
}

AssignedMark assigned_mark(const Assigned *assigned) { return (AssignedMark){assigned->log.count, assigned->dead}; }

void assigned_go_back(Assigned *assigned, AssignedMark mark) {
  while (assigned->log.count > mark.log_count)
    assigned->log.items[--assigned->log.count]->set = false;
  assigned->dead = mark.dead;
}

AssignedBranch assigned_branch_begin(const Assigned *assigned) {
  return (AssignedBranch){assigned_mark(assigned), assigned->kept.count, false};
}

void assigned_arm_ends(Assigned *assigned, AssignedBranch *branch) {
  AssignedStack *kept = &assigned->kept;
  if (!assigned->dead && !branch->any_arm_ends) {
    branch->any_arm_ends = true;
    for (size_t i = branch->start.log_count; i < assigned->log.count; i++)
      assigned_push(kept, assigned->log.items[i]);
  } else if (!assigned->dead) {
    /* What is kept is never more than the arm before has set, so comparing costs no more than walking that arm did. */
    size_t count = branch->kept_start;
    for (size_t i = branch->kept_start; i < kept->count; i++) {
      if (kept->items[i]->set) kept->items[count++] = kept->items[i];
    }
    kept->count = count;
  }
  assigned_go_back(assigned, branch->start);
}

void assigned_branch_end(Assigned *assigned, const AssignedBranch *branch) {
  for (size_t i = branch->kept_start; i < assigned->kept.count; i++)
    assigned_set(assigned, assigned->kept.items[i]);
  assigned->kept.count = branch->kept_start;
  if (!branch->any_arm_ends) assigned->dead = true;
}
