/* method_table.h -- the methods of strings, lists and maps, found by name.
 *
 * These three types have no class object; what `s.upper` means stands in a table for each. Names are interned, so a look-up hashes an address and compares addresses:
 *
 *     slots: [ . len . . slice find . . upper . ]      open addressing, never more than half full
 *
 * Here is only the table. startup.c fills it from the rows in builtins/, so ops.c can look methods up without knowing any of them.
 */
#ifndef DUET_RUNTIME_METHOD_TABLE_H
#define DUET_RUNTIME_METHOD_TABLE_H

#include "runtime/function.h"
#include "runtime/string.h"

/* Empty tables, kept by the caller (startup.c frees them after the heap's last collection). NULL: no memory. */
MethodTables *method_tables_new(void) MUST_CHECK;
void method_tables_free(MethodTables *tables);

/* A RootFunction: the tables keep their names and builtins alive. */
void method_tables_mark(void *tables, Heap *heap);

/* Gives values of type `tag` (STRING, LIST or MAP) a method. False: the table is full. Never collects. */
bool method_tables_add(MethodTables *tables, ValueTag tag, String *name, Builtin *builtin) MUST_CHECK;

/* The method (a BUILTIN), or UNSET where values of type `tag` have none of that name. Never collects. */
Value method_find(const MethodTables *tables, ValueTag tag, const String *name);

/* Calls `visit` with each name that values of type `tag` have: for hints and completion. */
void method_tables_visit(const MethodTables *tables, ValueTag tag, void (*visit)(void *context, const String *name), void *context);

#endif
