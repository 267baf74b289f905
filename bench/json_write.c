/* json_write.c -- commas, indentation, escapes. */
#include "json_write.h"

#include <math.h>

static void write_quoted(FILE *file, const char *text) {
  fputc('"', file);
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\')
      fprintf(file, "\\%c", c);
    else if (c < 0x20)
      fprintf(file, "\\u%04x", c);
    else
      fputc(c, file);
  }
  fputc('"', file);
}

/* What stands before a value: a comma if one is due, a new line, the key. */
static void lead(JsonWriter *json, const char *key) {
  if (json->comma) fputc(',', json->file);
  if (json->depth > 0) fprintf(json->file, "\n%*s", (int)(2 * json->depth), "");
  if (key) {
    write_quoted(json->file, key);
    fputs(": ", json->file);
  }
  json->comma = true;
}

void json_write_open(JsonWriter *json, const char *key, char bracket) {
  lead(json, key);
  fputc(bracket, json->file);
  json->depth++;
  json->comma = false;
}

void json_write_close(JsonWriter *json, char bracket) {
  json->depth--;
  if (json->comma) fprintf(json->file, "\n%*s", (int)(2 * json->depth), "");
  fputc(bracket, json->file);
  if (json->depth == 0) fputc('\n', json->file);
  json->comma = true;
}

void json_write_text(JsonWriter *json, const char *key, const char *text) {
  lead(json, key);
  if (text)
    write_quoted(json->file, text);
  else
    fputs("null", json->file);
}

static void write_number(FILE *file, double number) {
  if (!isfinite(number))
    fputs("null", file);
  else if (number == floor(number) && fabs(number) < 1e15)
    fprintf(file, "%.0f", number);
  else
    fprintf(file, "%.6g", number);
}

void json_write_number(JsonWriter *json, const char *key, double number) {
  lead(json, key);
  write_number(json->file, number);
}

void json_write_bool(JsonWriter *json, const char *key, bool truth) {
  lead(json, key);
  fputs(truth ? "true" : "false", json->file);
}

void json_write_numbers(JsonWriter *json, const char *key, const double *numbers, size_t count) {
  lead(json, key);
  fputc('[', json->file);
  for (size_t i = 0; i < count; i++) {
    if (i > 0) fputs(", ", json->file);
    write_number(json->file, numbers[i]);
  }
  fputc(']', json->file);
}
