/* json_write.h -- JSON, written as it goes.
 *
 *     json_write_open(&json, NULL, '{');
 *     json_write_number(&json, "runs", 5);
 *     json_write_open(&json, "names", '[');
 *     json_write_text(&json, NULL, "a");
 *     json_write_close(&json, ']');
 *     json_write_close(&json, '}');
 *
 * The writer knows only how deep it is and whether a comma is due. Inside an object every value has a key, inside an array none has.
 */
#ifndef DUET_BENCH_JSON_WRITE_H
#define DUET_BENCH_JSON_WRITE_H

#include "support/base.h"
#include <stdio.h>

typedef struct JsonWriter {
  FILE *file; /* the caller's */
  unsigned depth;
  bool comma; /* something stands before on this level */
} JsonWriter;

/* Begins an object ('{') or an array ('['); each needs its json_write_close. */
void json_write_open(JsonWriter *json, const char *key, char bracket);

/* Ends it ('}' or ']'); after the outermost a newline follows. */
void json_write_close(JsonWriter *json, char bracket);

/* One value. NULL as text is null; so are numbers that JSON has no words for. */
void json_write_text(JsonWriter *json, const char *key, const char *text);
void json_write_number(JsonWriter *json, const char *key, double number);
void json_write_bool(JsonWriter *json, const char *key, bool truth);

/* An array of numbers, on one line. */
void json_write_numbers(JsonWriter *json, const char *key, const double *numbers, size_t count);

#endif
