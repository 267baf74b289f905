/* translate.h -- from the syntax tree to the tree that runs. */
#ifndef DUET_TREEWALK_NODES_TRANSLATE_H
#define DUET_TREEWALK_NODES_TRANSLATE_H

#include "machine.h"

/* A resolved script, translated with all its functions. `want_result`: its code gives the value of its last statement, if that is an expression. Never fails. */
Code *translate_script(Machine *machine, const Script *script, bool want_result);

#endif
