/* join.c -- joining lists; see join.h. */
#include "runtime/builtins/join.h"
#include "runtime/format.h"

String *join_list(Runtime *rt, const List *list, const String *separator) {
  TEXT(rt, text);
  for (size_t i = 0; i < list->count; i++) {
    ROOT(rt->heap, item, list_get(list, i));
    if (i > 0 && !text_append_string(&text, separator)) return NULL;
    if (!format_append(rt, &text, item.value, false)) return NULL;
  }
  return text_string(&text);
}
