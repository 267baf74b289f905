/* json_read.h -- JSON as a tree.
 *
 * The runner reads JSON in three places: counts that `--stats=json` prints, an earlier report to compare with, and an earlier ladder. All are small and read whole:
 *
 *     {"runs": 5, "names": ["a", "b"]}      object ── first ──> 5 (key "runs") ── next ──> array (key "names") ── first ──> "a" ── next ──> "b"
 *
 * Everything lives in the arena that is given. Text that is not JSON gives NULL; nesting past JSON_READ_MAX_DEPTH counts as such.
 */
#ifndef DUET_BENCH_JSON_READ_H
#define DUET_BENCH_JSON_READ_H

#include "support/arena.h"

enum { JSON_READ_MAX_DEPTH = 32 };

typedef enum JsonKind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } JsonKind;

typedef struct JsonValue JsonValue;
struct JsonValue {
  JsonKind kind;
  double number;    /* JSON_NUMBER; 0 or 1 for JSON_BOOL */
  const char *text; /* JSON_STRING, with a NUL behind */
  const char *key;  /* inside an object: its name there; else NULL */
  JsonValue *first; /* of an array or object */
  JsonValue *next;  /* the neighbour within one */
};

/* The tree of `text`, or NULL. */
const JsonValue *json_read(Arena *arena, const char *text);

/* The tree of the file's text, or NULL when it can't be read or is no JSON. */
const JsonValue *json_read_file(Arena *arena, const char *path);

/* The member `key` of an object, or NULL: also when `object` is NULL or something else. */
const JsonValue *json_read_member(const JsonValue *object, const char *key);

/* The member as a number, or 0; as text, or "". */
double json_read_number(const JsonValue *object, const char *key);
const char *json_read_text(const JsonValue *object, const char *key);

#endif
