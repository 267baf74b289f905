/* join.h -- the items of a list as one text: what both "sep".join(list) and list.join("sep") do. */
#ifndef DUET_RUNTIME_JOIN_H
#define DUET_RUNTIME_JOIN_H

#include "runtime/list.h"
#include "runtime/string.h"

/* The items as str() shows them, with `separator` between; both rooted by the caller. An item's to_string may change the list: it is walked by index against
 * its length of the moment. NULL after raising. May collect. */
String *join_list(Runtime *rt, const List *list, const String *separator) MUST_CHECK;

#endif
