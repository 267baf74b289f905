/* translate_expr.h -- expressions to nodes. */
#ifndef DUET_TREEWALK_NODES_TRANSLATE_EXPR_H
#define DUET_TREEWALK_NODES_TRANSLATE_EXPR_H

#include "translator.h"

/* The node of an expression. */
Node *translate_expr(Translator *t, const Expr *expr);

/* The same for what a function returns: the calls that it comes down to are tail calls. */
Node *translate_tail(Translator *t, const Expr *expr);

#endif
