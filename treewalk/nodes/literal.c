/* literal.c -- lists, objects and closures.
 *
 * The parts are evaluated to temporaries that lie in a row, then the whole is made of them at once. An object literal remembers the shape that comes of it: from then on it is one
 * allocation and a copy of the values.
 */
#include "literal.h"

#include "arguments.h"
#include "runtime/list.h"

typedef struct LiteralNode {
  Node node;
  const ObjectField *fields;
  uint32_t count;
  uint32_t in_row;    /* parts that are kept in temporaries */
  uint32_t temporary; /* the parts, then the whole, then one more part */
  Cache cache;
  Argument parts[];
} LiteralNode;

static LiteralNode *new_literal(Builder *builder, Execute *execute, Node *const *parts, uint32_t count, uint32_t temporary, Span span) {
  LiteralNode *literal = build_node(builder, sizeof *literal + count * sizeof(Argument), execute, span);
  literal->count = count;
  literal->in_row = count < LITERAL_MOST_TEMPORARIES ? count : LITERAL_MOST_TEMPORARIES;
  literal->temporary = temporary;
  arguments_set(builder, literal->parts, parts, count);
  return literal;
}

/* ---- lists ---- */

static bool push_rest(const LiteralNode *literal, Value *window, Value *whole) {
  for (uint32_t i = literal->in_row; i < literal->count; i++) {
    Value item = arguments_value(&literal->parts[i], window);
    if (node_raised(item)) return false;
    whole[1] = item;
    if (list_push(machine_enter(&literal->node, window), value_as_list(*whole), item)) continue;
    (void)machine_fail(&literal->node, window);
    return false;
  }
  return true;
}

static Value run_list(Node *node, Value *window) {
  const LiteralNode *literal = (const LiteralNode *)node;
  Value *parts = window + literal->temporary;
  if (!arguments_run(literal->parts, literal->in_row, window, parts)) return node_signal(SIGNAL_RAISED);
  const List *list = list_from(machine_enter(node, window), parts, literal->in_row);
  if (!list) return machine_fail(node, window);
  if (LIKELY(literal->in_row == literal->count)) return value_list(list);
  Value *whole = parts + literal->in_row;
  *whole = value_list(list);
  return push_rest(literal, window, whole) ? *whole : node_signal(SIGNAL_RAISED);
}

Node *literal_list(Builder *builder, Node *const *items, uint32_t count, uint32_t temporary, Span span) {
  return &new_literal(builder, run_list, items, count, temporary, span)->node;
}

/* ---- objects ---- */

static bool set_field(const LiteralNode *literal, Value *window, Value whole, uint32_t index, Value value) {
  Runtime *rt = machine_enter(&literal->node, window);
  String *name = machine_name(literal->node.code->machine, literal->fields[index].name);
  return name && op_set_field(rt, whole, name, value);
}

static bool set_rest(const LiteralNode *literal, Value *window, Value *whole) {
  for (uint32_t i = literal->in_row; i < literal->count; i++) {
    Value value = arguments_value(&literal->parts[i], window);
    if (node_raised(value)) return false;
    whole[1] = value;
    if (set_field(literal, window, *whole, i, value)) continue;
    (void)machine_fail(&literal->node, window);
    return false;
  }
  return true;
}

/* Field by field. Where each name was new, the shape is worth remembering. */
static Value fill(LiteralNode *literal, Value *window, Value *whole) {
  const Value *parts = window + literal->temporary;
  for (uint32_t i = 0; i < literal->in_row; i++) {
    if (!set_field(literal, window, *whole, i, parts[i])) return machine_fail(&literal->node, window);
  }
  if (!set_rest(literal, window, whole)) return node_signal(SIGNAL_RAISED);
  Machine *machine = literal->node.code->machine;
  const Shape *shape = value_as_instance(*whole)->fields.shape;
  if (machine->techniques.cache && literal->count == literal->in_row && !shape->is_dictionary && shape->count == literal->count) {
    CacheEntry entry = {.key = shape, .kind = CACHE_SLOT};
    (void)cache_add(&literal->cache, entry, &machine->arena, &machine->stats.caches);
  }
  return *whole;
}

static Value run_object(Node *node, Value *window) {
  LiteralNode *literal = (LiteralNode *)node;
  Value *parts = window + literal->temporary;
  if (!arguments_run(literal->parts, literal->in_row, window, parts)) return node_signal(SIGNAL_RAISED);
  Instance *object = instance_new(machine_enter(node, window), NULL, literal->count);
  if (!object) return machine_fail(node, window);
  Value *whole = parts + literal->in_row;
  *whole = value_instance(object);
  if (UNLIKELY(literal->cache.count == 0)) return fill(literal, window, whole);
  for (uint32_t i = 0; i < literal->count; i++)
    object->fields.slots[i] = value_copy(&parts[i]);
  object->fields.shape = (Shape *)literal->cache.first.key;
  return *whole;
}

Node *literal_object(Builder *builder, const ObjectField *fields, Node *const *values, uint32_t count, uint32_t temporary, Span span) {
  LiteralNode *literal = new_literal(builder, run_object, values, count, temporary, span);
  literal->fields = fields;
  if (builder->machine->techniques.cache) cache_register(&builder->machine->caches, &literal->cache);
  return &literal->node;
}

/* ---- closures ---- */

typedef struct ClosureNode {
  Node node;
  const Code *code;
} ClosureNode;

Value literal_close_over(const Node *node, Value *window, const Code *code) {
  Lambda *lambda = lambda_new(machine_enter(node, window), code);
  if (!lambda) return value_unset();
  const UpvalueNode *upvalues = code->function->upvalues;
  for (uint32_t i = 0; i < lambda->upvalue_count; i++) {
    uint32_t index = upvalues[i].index;
    lambda->upvalues[i] = upvalues[i].from_local ? value_as_cell(window[index]) : window_closure(window)->upvalues[index];
  }
  return value_object(VALUE_CLOSURE, lambda);
}

static Value run_closure(Node *node, Value *window) {
  Value closure = literal_close_over(node, window, ((const ClosureNode *)node)->code);
  return value_is(closure, VALUE_UNSET) ? machine_fail(node, window) : closure;
}

Node *literal_closure(Builder *builder, const Code *code, Span span) {
  ClosureNode *closure = build_node(builder, sizeof *closure, run_closure, span);
  closure->code = code;
  return &closure->node;
}
