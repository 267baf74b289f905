/* translate_stmt.h -- statements and blocks to nodes. */
#ifndef DUET_TREEWALK_NODES_TRANSLATE_STMT_H
#define DUET_TREEWALK_NODES_TRANSLATE_STMT_H

#include "translator.h"

/* A block's statements, without the beginning of its scope. `want_result`: if the last statement is an expression, its value is what the whole gives. */
Node *translate_statements(Translator *t, const Block *block, bool want_result);

/* A block. */
Node *translate_block(Translator *t, const Block *block);

#endif
