/* class_node.c -- a class statement: the class is made, given its methods one by one, and then stored under its name; as at -O0, see ../eval_class.c.
 *
 * It runs once, mostly, so nothing here is quick.
 */
#include "class_node.h"

#include "literal.h"
#include "scope.h"

typedef struct ClassNode {
  Node node; /* its span: the name's */
  Node *superclass;
  const VarDecl *decl;
  const VarDecl *super_decl; /* the hidden variable of `super` */
  uint32_t temporary;        /* superclass, class, method */
  uint32_t method_count;
  ClassMethod methods[];
} ClassNode;

static bool add_method(const ClassMethod *method, Value *window, Value *kept) {
  const Code *code = method->code;
  kept[2] = literal_close_over(method->place, window, code);
  if (value_is(kept[2], VALUE_UNSET)) return false;
  String *name = machine_name(code->machine, code->function->signature.name);
  return name && class_add_method(code->rt, value_as_class(kept[1]), name, kept[2]);
}

/* The rest, when the class is in kept[1]. */
static Value finish(const ClassNode *statement, Value *window, Value *kept) {
  for (uint32_t i = 0; i < statement->method_count; i++) {
    if (!add_method(&statement->methods[i], window, kept)) return machine_fail(statement->methods[i].place, window);
  }
  scope_set(window, statement->decl->slot, statement->decl->captured, kept[1]);
  return value_unset();
}

static Value run_class(Node *node, Value *window) {
  const ClassNode *statement = (const ClassNode *)node;
  Value *kept = window + statement->temporary;
  Runtime *rt = machine_enter(node, window);
  String *name = machine_name(node->code->machine, statement->decl->name);
  Class *class = name ? class_new(rt, name, NULL) : NULL;
  if (!class) return machine_fail(node, window);
  kept[1] = value_class(class);
  return finish(statement, window, kept);
}

/* Where methods look for `super`. */
static bool set_super(const ClassNode *statement, Value *window, Value superclass) {
  uint32_t slot = statement->super_decl->slot;
  if (statement->super_decl->captured) return machine_put_in_cell(statement->superclass, window, slot, superclass);
  window[slot] = superclass;
  return true;
}

static Value run_subclass(Node *node, Value *window) {
  const ClassNode *statement = (const ClassNode *)node;
  Value *kept = window + statement->temporary;
  Value superclass = node_run(statement->superclass, window);
  if (node_raised(superclass)) return superclass;
  kept[0] = superclass;
  Runtime *rt = machine_enter(node, window);
  String *name = machine_name(node->code->machine, statement->decl->name);
  if (!name || !op_extend(rt, superclass, name, &kept[1]) || !set_super(statement, window, superclass))
    return machine_fail(statement->superclass, window);
  return finish(statement, window, kept);
}

Node *class_node_new(Builder *builder, const Stmt *stmt, Node *superclass, const ClassMethod *methods, uint32_t temporary) {
  uint32_t count = stmt->class.method_count;
  ClassNode *statement =
      build_node(builder, sizeof *statement + count * sizeof(ClassMethod), superclass ? run_subclass : run_class, stmt->class.decl->span);
  statement->superclass = superclass;
  statement->decl = stmt->class.decl;
  statement->super_decl = stmt->class.super_decl;
  statement->temporary = temporary;
  statement->method_count = count;
  for (uint32_t i = 0; i < count; i++)
    statement->methods[i] = methods[i];
  return &statement->node;
}
