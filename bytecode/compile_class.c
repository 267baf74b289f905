/* compile_class.c -- class statements: the class is made, then given its methods one by one, then stored.
 *
 *     class A { m() { } }                  CLASS A, CLOSURE m, METHOD m, STORE_LOCAL A
 *     class A extends B { m() { } }        B, DUP, STORE_LOCAL (super), SUBCLASS A, CLOSURE m, METHOD m, STORE_LOCAL A
 *
 * Methods that say `super` capture the hidden variable that holds B.
 */
#include "compiler.h"

void compile_class(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  const VarDecl *decl = stmt->class.decl;
  uint32_t name = emit_string(e, decl->name);
  if (stmt->class.superclass) {
    Span span = stmt->class.superclass->span;
    compile_expr(compiler, stmt->class.superclass);
    emit_0(e, OP_DUP, span);
    emit_1(e, OP_STORE_LOCAL, stmt->class.super_decl->slot, span);
    emit_1(e, OP_SUBCLASS, name, span);
  } else {
    emit_1(e, OP_CLASS, name, decl->span);
  }
  for (uint32_t i = 0; i < stmt->class.method_count; i++) {
    const FunctionNode *method = stmt->class.methods[i];
    compile_function_value(compiler, method, method->signature.span);
    emit_1(e, OP_METHOD, emit_string(e, method->signature.name), method->signature.span);
  }
  emit_1(e, OP_STORE_LOCAL, decl->slot, decl->span);
  if (stmt->class.super_decl && stmt->class.super_decl->captured) emit_1(e, OP_CLOSE_UPVALUES, stmt->class.super_decl->slot, decl->span);
}
