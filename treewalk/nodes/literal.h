/* literal.h -- nodes that make lists, objects and closures. */
#ifndef DUET_TREEWALK_NODES_LITERAL_H
#define DUET_TREEWALK_NODES_LITERAL_H

#include "build.h"

/* So many parts are kept in temporaries until all are there; those of larger literals go into what is being made one by one. */
enum { LITERAL_MOST_TEMPORARIES = 32 };

/* How many temporaries a literal with `count` parts takes. For the first LITERAL_MOST_TEMPORARIES parts: one each, taken behind it; then two more. */
Node *literal_list(Builder *builder, Node *const *items, uint32_t count, uint32_t temporary, Span span);

/* {name: value, ...}. */
Node *literal_object(Builder *builder, const ObjectField *fields, Node *const *values, uint32_t count, uint32_t temporary, Span span);

/* fn(...) { ... }, translated to `code`. */
Node *literal_closure(Builder *builder, const Code *code, Span span);

/* A closure of `code` over the variables of the function that runs in `window`, where `node` is. UNSET after raising, unplaced. May collect. */
Value literal_close_over(const Node *node, Value *window, const Code *code);

#endif
