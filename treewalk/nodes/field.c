/* field.c -- fields, with inline caches.
 *
 * The first entry of the cache is compared in line. What it does not answer goes to a function of its own: the other entries, then the runtime, then a new entry. A node that
 * has met too many shapes takes the general function and does not come back.
 */
#include "field.h"

#include "leaf.h"

typedef struct FieldNode {
  Node node;
  Node *object;
  Node *value;   /* field_set */
  uint32_t slot; /* of an object that is a local */
  uint32_t temporary;
  const Symbol *name;
  Cache cache;
} FieldNode;

/* The fields of an object that a cache may answer for; NULL: it has none, or is in dictionary mode. */
static Fields *cacheable_fields(Value object) {
  if (!value_has_fields(object)) return NULL;
  Fields *fields = value_as_object(object);
  return fields->shape->is_dictionary ? NULL : fields;
}

/* Remembers an entry; a node that has too many takes another function for good. */
static void remember(FieldNode *field, CacheEntry entry, Execute *general) {
  Machine *machine = field->node.code->machine;
  if (!cache_add(&field->cache, entry, &machine->arena, &machine->stats.caches)) field->node.execute = general;
}

/* ---- reading ---- */

static Value get_general(FieldNode *field, Value *window, Value object) {
  Value result;
  window[field->temporary] = object;
  Runtime *rt = machine_enter(&field->node, window);
  String *name = machine_name(field->node.code->machine, field->name);
  return name && op_get_field(rt, object, name, &result) ? result : machine_fail(&field->node, window);
}

static Value run_get_general(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  Value object = node_run(field->object, window);
  return node_raised(object) ? object : get_general(field, window, object);
}

/* A field that is there is remembered. Methods read as values, and errors, are not. */
static void remember_get(FieldNode *field, Value *window, Fields *fields) {
  Runtime *rt = machine_enter(&field->node, window);
  String *name = machine_name(field->node.code->machine, field->name);
  int slot = name ? shape_find(rt, fields->shape, name) : SHAPE_NOT_FOUND;
  if (slot == SHAPE_NOT_FOUND) return;
  CacheEntry entry = {.key = fields->shape, .kind = CACHE_SLOT, .slot = (uint32_t)slot};
  remember(field, entry, run_get_general);
}

static __attribute__((noinline)) Value get_more(FieldNode *field, Value *window, Value object) {
  if (node_raised(object)) return object;
  Fields *fields = cacheable_fields(object);
  const CacheEntry *entry = fields ? cache_find(&field->cache, fields->shape) : NULL;
  if (entry) return fields->slots[entry->slot];
  window[field->temporary] = object;
  if (fields) remember_get(field, window, fields);
  return get_general(field, window, object);
}

ALWAYS_INLINE Value get(FieldNode *field, Value *window, Value object) {
  if (LIKELY(value_is(object, VALUE_INSTANCE))) {
    const Fields *fields = value_as_object(object);
    if (LIKELY(fields->shape == field->cache.first.key)) return value_copy(&fields->slots[field->cache.first.slot]);
  }
  return get_more(field, window, object);
}

static Value run_get(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  return get(field, window, node_run(field->object, window));
}

static Value run_get_of_local(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  return get(field, window, value_copy(&window[field->slot]));
}

static FieldNode *new_field(Builder *builder, Node *object, const Symbol *name, uint32_t temporary, Span span) {
  FieldNode *field = build_node(builder, sizeof *field, NULL, span);
  field->object = object;
  field->name = name;
  field->temporary = temporary;
  if (builder->machine->techniques.cache) cache_register(&builder->machine->caches, &field->cache);
  return field;
}

Node *field_get(Builder *builder, Node *object, const Symbol *name, uint32_t temporary, Span span) {
  FieldNode *field = new_field(builder, object, name, temporary, span);
  bool is_local = builder->machine->techniques.fuse && leaf_is_slot(object, &field->slot);
  field->node.execute = is_local ? run_get_of_local : run_get;
  if (!builder->machine->techniques.cache) field->node.execute = run_get_general;
  return &field->node;
}

/* ---- writing ---- */

static Value set_general(FieldNode *field, Value *window, Value object, Value value) {
  window[field->temporary] = object;
  window[field->temporary + 1] = value;
  Runtime *rt = machine_enter(&field->node, window);
  String *name = machine_name(field->node.code->machine, field->name);
  return name && op_set_field(rt, object, name, value) ? value_unset() : machine_fail(&field->node, window);
}

static Value run_set_general(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  Value object = node_run(field->object, window);
  if (node_raised(object)) return object;
  window[field->temporary] = object;
  Value value = node_run(field->value, window);
  return node_raised(value) ? value : set_general(field, window, object, value);
}

/* Remembers what a store into an object of shape `before` did. */
static void remember_set(FieldNode *field, Value *window, const Fields *fields, Shape *before) {
  Runtime *rt = machine_enter(&field->node, window);
  CacheEntry entry = {.key = before, .kind = CACHE_ADD, .next = fields->shape};
  if (fields->shape->is_dictionary) return;
  if (fields->shape == before) {
    String *name = machine_name(field->node.code->machine, field->name);
    if (!name) return;
    entry.kind = CACHE_SLOT;
    entry.slot = (uint32_t)shape_find(rt, before, name);
  }
  remember(field, entry, run_set_general);
}

static __attribute__((noinline)) Value set_more(FieldNode *field, Value *window, Value object, Value value) {
  if (node_raised(value)) return value;
  Fields *fields = cacheable_fields(object);
  Shape *before = fields ? fields->shape : NULL;
  const CacheEntry *entry = fields ? cache_find(&field->cache, before) : NULL;
  if (entry && entry->kind == CACHE_SLOT) {
    fields->slots[entry->slot] = value;
    return value_unset();
  }
  window[field->temporary] = object;
  window[field->temporary + 1] = value;
  if (entry) {
    bool ok = fields_extend(machine_enter(&field->node, window), fields, entry->next, value);
    return ok ? value_unset() : machine_fail(&field->node, window);
  }
  Value status = set_general(field, window, object, value);
  if (fields && !node_raised(status)) remember_set(field, window, fields, before);
  return status;
}

ALWAYS_INLINE Value set(FieldNode *field, Value *window, Value object, Value value) {
  const CacheEntry *entry = &field->cache.first;
  if (LIKELY(value_is(object, VALUE_INSTANCE)) && LIKELY(value.tag < VALUE_TAG_COUNT)) {
    Fields *fields = value_as_object(object);
    if (LIKELY(fields->shape == entry->key)) {
      if (LIKELY(entry->kind == CACHE_SLOT)) {
        fields->slots[entry->slot] = value;
        return value_unset();
      }
      if (LIKELY(fields->shape->count < fields->capacity)) {
        fields->slots[fields->shape->count] = value;
        fields->shape = entry->next;
        return value_unset();
      }
    }
  }
  return set_more(field, window, object, value);
}

static Value run_set(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  Value object = node_run(field->object, window);
  if (node_raised(object)) return object;
  window[field->temporary] = object;
  Value value = node_run(field->value, window);
  return set(field, window, object, value);
}

static Value run_set_of_local(Node *node, Value *window) {
  FieldNode *field = (FieldNode *)node;
  Value value = node_run(field->value, window);
  return set(field, window, value_copy(&window[field->slot]), value);
}

Node *field_set(Builder *builder, Node *object, const Symbol *name, Node *value, uint32_t temporary, Span span) {
  FieldNode *field = new_field(builder, object, name, temporary, span);
  field->value = value;
  bool is_local = builder->machine->techniques.fuse && leaf_is_slot(object, &field->slot);
  field->node.execute = is_local ? run_set_of_local : run_set;
  if (!builder->machine->techniques.cache) field->node.execute = run_set_general;
  return &field->node;
}

/* ---- super ---- */

typedef struct SuperNode {
  Node node;
  Node *self;
  Node *superclass;
  uint32_t temporary;
  const Symbol *name;
} SuperNode;

static Value run_super(Node *node, Value *window) {
  const SuperNode *super = (const SuperNode *)node;
  Value *kept = &window[super->temporary];
  Value result;
  kept[0] = node_run(super->self, window);
  kept[1] = node_run(super->superclass, window);
  Runtime *rt = machine_enter(node, window);
  String *name = machine_name(node->code->machine, super->name);
  return name && op_get_super(rt, kept[1], kept[0], name, &result) ? result : machine_fail(node, window);
}

Node *field_super(Builder *builder, Node *self, Node *superclass, const Symbol *name, uint32_t temporary, Span span) {
  SuperNode *super = build_node(builder, sizeof *super, run_super, span);
  super->self = self;
  super->superclass = superclass;
  super->temporary = temporary;
  super->name = name;
  return &super->node;
}
