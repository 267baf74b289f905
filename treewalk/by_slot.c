/* by_slot.c -- -O1: variables are where the resolver put them. No name is looked up while the program runs.
 *
 *     fn f(a) {                    slot 0: a
 *       c = 0                      slot 1: c, captured, so the slot holds a cell
 *       let g = fn() { c += a }    slot 2: g    upvalues of g: the cell of c, the cell of a
 *     }
 *
 * A slot is a place in an array of the call (Frame.slots, on the value stack); an upvalue is a cell that the closure brought along. Blocks need no tables: they have slots of their own in
 * the function's array, and all that is done at their beginning is to make fresh cells, so that each turn of a loop has variables of its own, and to mark as
 * unset what some use may find unset.
 */
#include "variables.h"

/* ---- places ---- */

static Value *slot_place(const Frame *frame, uint32_t slot, const VarDecl *decl) {
  Value *place = &frame->slots[slot];
  return decl->captured ? &value_as_cell(*place)->value : place;
}

/* Where a variable that is declared is kept. */
static Value *find_place(Evaluator *ev, const VarRef *ref) {
  const Frame *frame = ev->frame;
  ev->counters.slot_uses++;
  return ref->kind == VAR_LOCAL ? slot_place(frame, ref->index, ref->decl) : &frame->closure->upvalues[ref->index]->value;
}

static bool read_variable(Evaluator *ev, const VarRef *ref, Value *value) {
  if (ref->kind == VAR_BUILTIN) {
    *value = ev->rt->builtins[ref->index];
    return true;
  }
  if (ref->kind == VAR_UNDECLARED) return error_undefined(ev->rt, ref->name->chars, ref->hint);
  *value = *find_place(ev, ref);
  if (ref->checked && value_is(*value, VALUE_UNSET)) return error_undefined(ev->rt, ref->name->chars, ref->hint);
  return true;
}

static bool assign_variable(Evaluator *ev, const VarRef *ref, bool checked, Value value) {
  Value *place = find_place(ev, ref);
  if (checked && value_is(*place, VALUE_UNSET)) return error_undefined(ev->rt, ref->name->chars, ref->hint);
  *place = value;
  return true;
}

static void set_variable(Evaluator *ev, const VarDecl *decl, Value value) {
  ev->counters.slot_uses++;
  *slot_place(ev->frame, decl->slot, decl) = value;
}

/* ---- cells and closures ---- */

/* From here on the slot holds a cell with what it held (rooted: the slot is). */
static bool put_in_cell(Evaluator *ev, uint32_t slot, Value value) {
  Cell *cell = cell_new(ev->rt, value);
  if (!cell) return false;
  ev->frame->slots[slot] = value_cell(cell);
  ev->counters.cells++;
  return true;
}

static Closure *close_over(Evaluator *ev, const FunctionNode *node) {
  const Frame *frame = ev->frame;
  Closure *closure = closure_new(ev->rt, node, NULL, node->upvalue_count);
  if (!closure) return NULL;
  for (uint32_t i = 0; i < node->upvalue_count; i++) {
    const UpvalueNode *upvalue = &node->upvalues[i];
    closure->upvalues[i] = upvalue->from_local ? value_as_cell(frame->slots[upvalue->index]) : frame->closure->upvalues[upvalue->index];
  }
  return closure;
}

/* ---- scopes ---- */

static bool enter_block(Evaluator *ev, const Block *block) {
  for (uint32_t i = 0; i < block->decl_count; i++) {
    const VarDecl *decl = block->decls[i];
    if (decl->captured) {
      if (!put_in_cell(ev, decl->slot, value_unset())) return false;
    } else if (decl->starts_unset) {
      ev->frame->slots[decl->slot] = value_unset();
    }
  }
  return true;
}

static void leave_block(Evaluator *ev, const Block *block) {
  (void)ev;
  (void)block; /* its slots are used again by the next block; cells stay with whoever captured them */
}

static bool enter_class(Evaluator *ev, const VarDecl *hidden, Value superclass) {
  if (hidden->captured) return put_in_cell(ev, hidden->slot, superclass);
  ev->frame->slots[hidden->slot] = superclass;
  return true;
}

static void leave_class(Evaluator *ev, const VarDecl *hidden) {
  (void)ev;
  (void)hidden;
}

/* Takes all slots of the function on the value stack; those from `used` on are unset. */
static bool take_slots(Evaluator *ev, uint32_t used) {
  Frame *frame = ev->frame;
  uint32_t count = frame->node->slot_count;
  ev->values.top = frame->slots + used;
  if (!value_stack_has_room(&ev->values, count - used)) return runtime_out_of_memory(ev->rt);
  while (ev->values.top < frame->slots + count)
    value_stack_push(&ev->values, value_unset());
  return true;
}

/* The arguments are in the parameters' slots already, but for a method, whose slot 0 is self. */
static void bind_parameters(Evaluator *ev, uint32_t arity) {
  Frame *frame = ev->frame;
  if (!frame->node->self) return;
  memmove(frame->slots + 1, frame->slots, arity * sizeof(Value));
  frame->slots[0] = frame->self;
}

/* Parameters, self and bare variables that nested functions use. */
static bool enter_captured(Evaluator *ev, const FunctionNode *node) {
  Value *slots = ev->frame->slots;
  if (node->self && node->self->captured && !put_in_cell(ev, 0, slots[0])) return false;
  for (uint32_t i = 0; i < node->signature.arity; i++) {
    uint32_t slot = node->params[i]->slot;
    if (node->params[i]->captured && !put_in_cell(ev, slot, slots[slot])) return false;
  }
  for (uint32_t i = 0; i < node->bare_count; i++) {
    if (node->bare[i]->captured && !put_in_cell(ev, node->bare[i]->slot, value_unset())) return false;
  }
  return true;
}

static bool enter_call(Evaluator *ev) {
  const FunctionNode *node = ev->frame->node;
  uint32_t arity = node->signature.arity;
  if (!take_slots(ev, arity)) return false;
  bind_parameters(ev, arity);
  return (!node->has_captured || enter_captured(ev, node)) && enter_block(ev, node->body);
}

/* ---- the script ---- */

static bool is_cell(Value value) { return value_is(value, VALUE_INTERNAL); }

static bool enter_script_names(Evaluator *ev, VarDecl *const *decls, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t slot = decls[i]->slot;
    if (decls[i]->captured && !is_cell(ev->frame->slots[slot]) && !put_in_cell(ev, slot, value_unset())) return false;
  }
  return true;
}

/* Between the lines of a REPL every variable is captured, for a later line's function may use it. One has no cell only if memory ran out when its line began. */
static bool mend_kept(Evaluator *ev) {
  for (uint32_t slot = 0; slot < ev->kept_slots; slot++) {
    if (!is_cell(ev->frame->slots[slot]) && !put_in_cell(ev, slot, value_unset())) return false;
  }
  return true;
}

static bool enter_script(Evaluator *ev) {
  const FunctionNode *node = ev->frame->node;
  const Block *body = node->body;
  return take_slots(ev, ev->kept_slots) && mend_kept(ev) && enter_script_names(ev, node->bare, node->bare_count) &&
         enter_script_names(ev, body->decls, body->decl_count);
}

static void leave_script(Evaluator *ev, uint32_t keep_slots) {
  ev->kept_slots = keep_slots;
  ev->values.top = ev->values.start + keep_slots;
}

static Value *script_variable(const Evaluator *ev, uint32_t slot) {
  if (slot >= ev->kept_slots) return NULL;
  Value *place = &ev->values.start[slot];
  return is_cell(*place) ? &value_as_cell(*place)->value : place;
}

const Variables variables_by_slot = {
    .enter_script = enter_script,
    .leave_script = leave_script,
    .enter_call = enter_call,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_class = enter_class,
    .leave_class = leave_class,
    .read = read_variable,
    .assign = assign_variable,
    .set = set_variable,
    .close_over = close_over,
    .script_variable = script_variable,
};
