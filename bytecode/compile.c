/* compile.c -- a script and all functions in it, one after the other.
 *
 * The rooms: compile_expr.c expressions; compile_stmt.c statements and blocks; compile_loop.c, compile_class.c, compile_try.c those statements; compile_exit.c the ways out of them;
 * emit.c bytes, constants and jumps. The tree was resolved (common/syntax/resolve.h), so every name is a slot already.
 */
#include "compile.h"

#include "compiler.h"
#include "support/memory.h"

static void copy_upvalues(Proto *proto, const FunctionNode *node) {
  proto->upvalue_count = node->upvalue_count;
  proto->upvalues = memory_alloc(node->upvalue_count * sizeof *proto->upvalues);
  proto->upvalue_names = memory_alloc(node->upvalue_count * sizeof *proto->upvalue_names);
  for (uint32_t i = 0; i < node->upvalue_count; i++) {
    proto->upvalues[i] = (UpvalueInfo){node->upvalues[i].from_local, node->upvalues[i].index};
    proto->upvalue_names[i] = node->upvalues[i].decl->name;
  }
}

/* What a function does when its statements run out. */
static void compile_end(Compiler *compiler) {
  Emitter *e = &compiler->emitter;
  Span whole = compiler->node->signature.span;
  Span end = {whole.end ? whole.end - 1 : 0, whole.end};
  const Signature *signature = &compiler->node->signature;
  if (signature->is_script) {
    emit_0(e, OP_HALT, end);
    return;
  }
  if (signature->is_init)
    emit_1(e, OP_LOAD_LOCAL, 0, end);
  else
    emit_0(e, OP_NIL, end);
  if (compiler->node->has_captured || compiler->node->body->has_captured) emit_1(e, OP_CLOSE_UPVALUES, 0, end);
  emit_0(e, OP_RETURN, end);
}

static bool compile_function(Compiler *compiler, const FunctionNode *node, Proto *proto) {
  Emitter *e = &compiler->emitter;
  emitter_init(e, compiler->rt, proto);
  e->fuse = compiler->options.fuse;
  compiler->node = node;
  compiler->scope = NULL;
  proto->slot_count = node->slot_count;
  copy_upvalues(proto, node);
  if (node->self) emit_local(e, node->self->slot, node->self->name);
  for (uint32_t i = 0; i < node->signature.arity; i++)
    emit_local(e, node->params[i]->slot, node->params[i]->name);
  for (uint32_t i = 0; i < node->bare_count; i++)
    emit_local(e, node->bare[i]->slot, node->bare[i]->name);
  if (compiler->options.tier && !node->signature.is_script) emit_0(e, OP_COUNT_CALL, node->signature.span);
  compile_block(compiler, node->body);
  compile_end(compiler);
  emitter_finish(e);
  return !e->failed;
}

Unit *compile_script(Runtime *rt, const Script *script, CompileOptions options, Unit **unit_slot) {
  Compiler compiler = {.rt = rt, .unit = unit_new(), .options = options, .compile_block = compile_block};
  compiler.queue_end = &compiler.queue;
  compiler.unit->next = *unit_slot;
  *unit_slot = compiler.unit;
  compiler.unit->script = proto_new(compiler.unit, &script->function->signature);
  bool ok = compile_function(&compiler, script->function, compiler.unit->script);
  while (compiler.queue) {
    Queued *queued = compiler.queue;
    ok = ok && compile_function(&compiler, queued->node, queued->proto);
    compiler.queue = queued->next;
    if (!compiler.queue) compiler.queue_end = &compiler.queue;
    memory_free(queued);
  }
  return ok ? compiler.unit : NULL;
}
