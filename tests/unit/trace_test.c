/* trace_test.c -- how traces fold: runs, cycles, and traces too long to show. */
#include "check.h"
#include "runtime/trace.h"
#include "support/memory.h"
#include "support/symbol.h"
#include <stdlib.h>

typedef struct Scene {
  SymbolTable symbols;
  Source *source;
  Signature functions[16]; /* f0(), f1(x) ... of which the last is the script */
} Scene;

enum { SCRIPT = 15 };

static void scene_start(Scene *scene) {
  symbol_table_init(&scene->symbols);
  scene->source = source_new("t.duet", "one\ntwo\nthree\n", 14);
  for (int i = 0; i <= SCRIPT; i++) {
    char name[16];
    snprintf(name, sizeof name, "f%d", i);
    scene->functions[i] =
        (Signature){.name = symbol_intern(&scene->symbols, name, strlen(name)), .is_script = i == SCRIPT, .source = scene->source};
  }
}

static void scene_end(Scene *scene) {
  source_free(scene->source);
  symbol_table_free(&scene->symbols);
}

/* The trace of frames named by letters: `a` is f0 ..., `.` the script, each in line 1, capitals in line 2. */
static char *trace_of(Scene *scene, const char *frames, size_t count) {
  FrameInfo *infos = memory_alloc((count + 1) * sizeof *infos);
  for (size_t i = 0; i < count; i++) {
    char c = frames[i];
    bool second = c >= 'A' && c <= 'Z';
    int function = c == '.' ? SCRIPT : (c | 0x20) - 'a';
    infos[i] = (FrameInfo){&scene->functions[function], second ? (Span){4, 5} : (Span){0, 1}};
  }
  Origin origin = {.source = scene->source, .frame_count = (uint32_t)count, .frames = infos};
  char *text = NULL;
  size_t length;
  FILE *file = open_memstream(&text, &length);
  trace_show(&origin, file);
  fclose(file);
  memory_free(infos);
  return text;
}

static void expect(Check *check, Scene *scene, const char *frames, const char *wanted, int line) {
  char *got = trace_of(scene, frames, strlen(frames));
  check_text(check, got, wanted, __FILE__, line);
  free(got);
}

#define EXPECT(frames, wanted) expect(check, scene, (frames), (wanted), __LINE__)
#define A "  in f0()      t.duet:1\n"
#define B "  in f1()      t.duet:1\n"
#define C "  in f2()      t.duet:1\n"

static void test_plain(Check *check, Scene *scene) {
  EXPECT("", "");
  EXPECT(".", "");
  EXPECT("a", A);
  EXPECT("ab.", "  in f0()          t.duet:1\n  in f1()          t.duet:1\n  in <script>      t.duet:1\n");
  EXPECT("aa", A A);
  EXPECT("abab", A B A B);
}

static void test_folds(Check *check, Scene *scene) {
  EXPECT("aaa", A "  ... repeated 2 more times\n");
  EXPECT("baaaab", B A "  ... repeated 3 more times\n" B);
  EXPECT("ababab", A B "  ... these 2 lines repeated 2 more times\n");
  EXPECT("abababa", A B "  ... these 2 lines repeated 2 more times\n" A);
  EXPECT("cabcabcabb", C A B "  ... these 3 lines repeated 2 more times\n" B);
  EXPECT("aabaabaab", A A B "  ... these 3 lines repeated 2 more times\n");
  EXPECT("AAAaa", "  in f0()      t.duet:2\n  ... repeated 2 more times\n" A A);
  EXPECT("aAaAaA", A "  in f0()      t.duet:2\n  ... these 2 lines repeated 2 more times\n");
}

static size_t count_lines(const char *text) {
  size_t lines = 0;
  for (; *text; text++)
    lines += *text == '\n';
  return lines;
}

static void test_long(Check *check, Scene *scene) {
  enum { COUNT = 200000 };
  char *frames = memory_alloc(COUNT);
  for (int i = 0; i < COUNT; i++)
    frames[i] = (char)('a' + i % 3); /* one cycle */
  char *got = trace_of(scene, frames, COUNT);
  CHECK(check, count_lines(got) == 6 && strstr(got, "these 3 lines repeated 66665 more times\n"));
  free(got);
  for (int i = 0; i < COUNT; i++)
    frames[i] = (char)('a' + i % 13); /* a cycle too long to fold */
  got = trace_of(scene, frames, COUNT);
  CHECK(check, count_lines(got) == 101 && strstr(got, "  ... 199900 lines left out\n"));
  free(got);
  for (int i = 0; i < COUNT; i++)
    frames[i] = (char)('a' + (unsigned)i * (unsigned)i / 7 % 14); /* no cycle at all, or none to speak of */
  got = trace_of(scene, frames, COUNT);
  CHECK(check, count_lines(got) <= 101);
  free(got);
  memory_free(frames);
}

int main(void) {
  Check check = {0};
  Scene scene;
  scene_start(&scene);
  test_plain(&check, &scene);
  test_folds(&check, &scene);
  test_long(&check, &scene);
  scene_end(&scene);
  return check_report(&check);
}
