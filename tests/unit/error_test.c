/* error_test.c -- raising, placing, catching and rethrowing; fuel and interrupts; what happens when memory runs out on the way. */
#include "check.h"
#include "runtime/error.h"
#include "runtime/startup.h"
#include "support/memory.h"

/* A made-up program with some running calls, for the traces. */
typedef struct Stage {
  Runtime *rt;
  Source *source;
  SymbolTable symbols;
  Signature script, even, odd, method, anonymous;
  FrameInfo *frames; /* the outermost first */
  uint32_t count;
} Stage;

static void show_frames(void *context, FrameVisitor *visit, void *visit_context) {
  Stage *stage = context;
  for (uint32_t i = stage->count; i-- > 0;)
    visit(visit_context, &stage->frames[i]);
}

static Signature signature(Stage *stage, const char *name, const char *owner, uint32_t arity) {
  Signature made = {.arity = arity, .source = stage->source};
  if (name) made.name = symbol_intern(&stage->symbols, name, strlen(name));
  if (owner) made.owner = symbol_intern(&stage->symbols, owner, strlen(owner));
  made.is_method = owner != NULL;
  return made;
}

static void stage_start(Stage *stage, size_t limit, bool stress) {
  static const char text[] = "even(9)\nfn even(n) { return odd(n - 1) + 1 }\nfn odd(n) { return even(n - 1) + 1 }\n";
  memset(stage, 0, sizeof *stage);
  stage->rt = runtime_new(&(Limits){10000, UINT64_MAX, limit, stress});
  stage->source = source_new("test.duet", text, sizeof text - 1);
  symbol_table_init(&stage->symbols);
  stage->script = (Signature){.is_script = true, .source = stage->source};
  stage->even = signature(stage, "even", NULL, 1);
  stage->odd = signature(stage, "odd", NULL, 2);
  stage->method = signature(stage, "area", "Square", 0);
  stage->anonymous = signature(stage, NULL, NULL, 2);
  stage->rt->host = (Host){.context = stage, .frames = show_frames};
}

static void stage_stop(Stage *stage) {
  runtime_free(stage->rt);
  source_free(stage->source);
  symbol_table_free(&stage->symbols);
  memory_free(stage->frames);
}

/* <script> calls even, even calls odd, and so on: `depth` calls in all. */
static void stage_calls(Stage *stage, uint32_t depth) {
  memory_free(stage->frames);
  stage->frames = memory_alloc((depth + 1) * sizeof *stage->frames);
  stage->count = depth + 1;
  stage->frames[0] = (FrameInfo){&stage->script, {0, 7}};
  for (uint32_t i = 1; i <= depth; i++) {
    stage->frames[i] = i % 2 ? (FrameInfo){&stage->even, {28, 38}} : (FrameInfo){&stage->odd, {64, 75}};
  }
}

static const char *text_of(Value value, char *text, size_t size) {
  if (!value_is(value, VALUE_STRING)) return "(no string)";
  snprintf(text, size, "%.*s", (int)value_as_string(value)->length, value_as_string(value)->chars);
  return text;
}

static Value field(Runtime *rt, Value error, String *name) { return *fields_find(rt, &value_as_instance(error)->fields, name); }

/* The pending error is of this kind with this message. */
#define PENDING_IS(stage, error_kind, message)                                                          \
  do {                                                                                                  \
    char pending_text[400];                                                                             \
    Runtime *pending_rt = (stage)->rt;                                                                  \
    Value pending_value = pending_rt->pending.value;                                                    \
    if (CHECK(check, error_is_catchable(pending_rt) && value_is(pending_value, VALUE_INSTANCE))) {      \
      CHECK(check, instance_class(value_as_instance(pending_value)) == pending_rt->errors[error_kind]); \
      Value pending_message = field(pending_rt, pending_value, pending_rt->name_message);               \
      CHECK_TEXT(check, text_of(pending_message, pending_text, sizeof pending_text), message);          \
    }                                                                                                   \
  } while (0)

static void test_messages(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  CHECK(check, !error_raise(rt, ERROR_KEY, "key \"%s\" not found", "z\xff"));
  PENDING_IS(stage, ERROR_KEY, "key \"z\xff\" not found");
  char long_text[300];
  memset(long_text, 'x', sizeof long_text - 1);
  long_text[299] = '\0';
  CHECK(check, !error_raise(rt, ERROR_IO, "%s", long_text));
  PENDING_IS(stage, ERROR_IO, long_text);
  CHECK(check, !error_undefined(rt, "prize", "did you mean 'price'?"));
  PENDING_IS(stage, ERROR_NAME, "undefined variable 'prize'");
  CHECK(check, rt->pending.hint && rt->pending.hint->length == 21);
  CHECK(check, !error_arity(rt, &stage->even, 0));
  PENDING_IS(stage, ERROR_TYPE, "even() takes 1 argument, got 0");
  CHECK(check, !rt->pending.hint);
  (void)error_arity(rt, &stage->odd, 1);
  PENDING_IS(stage, ERROR_TYPE, "odd() takes 2 arguments, got 1");
  (void)error_arity(rt, &stage->method, 3);
  PENDING_IS(stage, ERROR_TYPE, "Square.area() takes 0 arguments, got 3");
  (void)error_arity(rt, &stage->anonymous, 1);
  PENDING_IS(stage, ERROR_TYPE, "fn() takes 2 arguments, got 1");
  (void)error_class_arity(rt, rt->errors[ERROR_TYPE], 1, 0);
  PENDING_IS(stage, ERROR_TYPE, "TypeError() takes 1 argument, got 0");
  (void)error_builtin_arity(rt, &(BuiltinInfo){.name = "slice", .min_args = 1, .max_args = 2}, 0);
  PENDING_IS(stage, ERROR_TYPE, "slice() takes 1 to 2 arguments, got 0");
  (void)error_builtin_arity(rt, &(BuiltinInfo){.name = "min", .min_args = 1, .max_args = BUILTIN_ANY_COUNT}, 0);
  PENDING_IS(stage, ERROR_TYPE, "min() takes at least 1 argument, got 0");
  (void)error_builtin_arity(rt, &(BuiltinInfo){.name = "push", .min_args = 1, .max_args = 1}, 2);
  PENDING_IS(stage, ERROR_TYPE, "push() takes 1 argument, got 2");
  (void)error_recursion(rt);
  PENDING_IS(stage, ERROR_RECURSION, "call depth limit of 10000 exceeded");
  error_clear(rt);
  CHECK(check, rt->pending.kind == PENDING_NONE);
}

static void test_place_and_trace(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  char text[100];
  stage_calls(stage, 2);
  (void)error_raise(rt, ERROR_TYPE, "first");
  error_hint(rt, "look here");
  error_locate(rt, stage->source, (Span){64, 79});
  Origin *origin = rt->pending.origin;
  if (!CHECK(check, origin != NULL)) return;
  CHECK(check, origin->source == stage->source && origin->span.start == 64 && origin->frame_count == 3);
  CHECK(check,
        origin->frames[0].signature == &stage->odd && origin->frames[0].span.start == 64 && origin->frames[2].signature == &stage->script);
  CHECK_TEXT(check, text_of(value_string(origin->hint), text, sizeof text), "look here");
  error_locate(rt, stage->source, (Span){0, 1}); /* the frames further out pass it on: nothing changes */
  CHECK(check, rt->pending.origin == origin && origin->span.start == 64);
  Value error = rt->pending.value;
  CHECK(check, value_identical(field(rt, error, rt->name_line), value_int(3)));
  List *trace = value_as_list(field(rt, error, rt->name_trace));
  CHECK(check, trace->count == 3);
  CHECK_TEXT(check, text_of(list_get(trace, 0), text, sizeof text), "odd (test.duet:3:20)");
  CHECK_TEXT(check, text_of(list_get(trace, 1), text, sizeof text), "even (test.duet:2:21)");
  CHECK_TEXT(check, text_of(list_get(trace, 2), text, sizeof text), "<script> (test.duet:1:1)");
  stage->frames[1].signature = &stage->method;
  stage->frames[2].signature = &stage->anonymous;
  (void)error_raise(rt, ERROR_TYPE, "second");
  error_locate(rt, stage->source, (Span){8, 9});
  trace = value_as_list(field(rt, rt->pending.value, rt->name_trace));
  CHECK_TEXT(check, text_of(list_get(trace, 0), text, sizeof text), "fn (test.duet:2:1)");
  CHECK_TEXT(check, text_of(list_get(trace, 1), text, sizeof text), "Square.area (test.duet:2:21)");
  error_clear(rt);
}

static void test_rethrow(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  stage_calls(stage, 1);
  (void)error_raise(rt, ERROR_VALUE, "once");
  error_locate(rt, stage->source, (Span){28, 38});
  Origin *first = rt->pending.origin;
  Value origin;
  ROOT(rt->heap, error, error_take(rt, &origin));
  CHECK(check, rt->pending.kind == PENDING_NONE && value_as_origin(origin) == first);
  Fields *fields = &value_as_instance(error.value)->fields;
  CHECK(check, fields_set(rt, fields, rt->name_line, value_int(77)) && fields_set(rt, fields, rt->name_trace, value_nil()));
  heap_collect(rt->heap);
  /* The program throws it again from elsewhere. */
  stage_calls(stage, 0);
  CHECK(check, !error_throw(rt, error.value) && rt->pending.origin == first);
  error_locate(rt, stage->source, (Span){0, 7});
  CHECK(check, rt->pending.origin == first && value_as_int(field(rt, error.value, rt->name_line)) == 77);
  (void)error_take(rt, &origin);
  /* In dictionary mode, too. */
  for (int i = 0; i < 2 * SHAPE_MAX_FIELDS; i++) {
    char name[16];
    int length = snprintf(name, sizeof name, "f%d", i);
    ROOT(rt->heap, name_root, value_string(string_intern(rt, name, (size_t)length)));
    CHECK(check, fields_set(rt, fields, value_as_string(name_root.value), value_int(i)));
  }
  CHECK(check, fields->shape->is_dictionary && error_origin(rt, error.value) == first);
  (void)error_throw(rt, error.value);
  CHECK(check, rt->pending.origin == first);
  error_clear(rt);
}

/* A fresh error object in dictionary mode before its first throw. */
static void test_first_throw_of_a_dictionary(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  stage_calls(stage, 1);
  ROOT(rt->heap, error, value_instance(instance_new(rt, rt->errors[ERROR_ERROR], 0)));
  for (int i = 0; i < SHAPE_MAX_FIELDS; i++) {
    char name[16];
    int length = snprintf(name, sizeof name, "f%d", i);
    ROOT(rt->heap, name_root, value_string(string_intern(rt, name, (size_t)length)));
    CHECK(check, fields_set(rt, value_as_object(error.value), value_as_string(name_root.value), value_int(i)));
  }
  CHECK(check, !error_origin(rt, error.value));
  (void)error_throw(rt, error.value);
  error_locate(rt, stage->source, (Span){28, 38});
  CHECK(check, rt->pending.origin && error_origin(rt, error.value) == rt->pending.origin);
  CHECK(check, value_as_int(field(rt, error.value, rt->name_line)) == 2);
  CHECK(check, value_as_list(field(rt, error.value, rt->name_trace))->count == 2);
  error_clear(rt);
}

static void test_throwing_other_values(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  stage_calls(stage, 1);
  (void)error_throw(rt, value_int(42));
  CHECK(check, rt->pending.kind == PENDING_ERROR && !rt->pending.origin && !error_origin(rt, value_int(42)));
  error_locate(rt, stage->source, (Span){28, 38});
  Origin *origin = rt->pending.origin;
  CHECK(check, origin && origin->frame_count == 2);
  Value kept;
  Value value = error_take(rt, &kept);
  ROOT(rt->heap, root, kept);
  heap_collect(rt->heap);
  /* How `finally` goes on: with the place it had. */
  (void)error_rethrow(rt, value, root.value);
  error_locate(rt, stage->source, (Span){0, 1});
  CHECK(check, rt->pending.origin == origin && origin->span.start == 28 && value_as_int(rt->pending.value) == 42);
  (void)error_throw(rt, value_int(42)); /* a `throw` of the same value is a new error */
  CHECK(check, !rt->pending.origin);
  ROOT(rt->heap, plain, value_instance(instance_new(rt, NULL, 0)));
  (void)error_throw(rt, plain.value);
  error_locate(rt, stage->source, (Span){0, 1});
  CHECK(check, rt->pending.origin && fields_count(value_as_object(plain.value)) == 0);
  error_clear(rt);
}

static void test_deep_traces_share(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  stage_calls(stage, 10000);
  heap_collect(rt->heap);
  HeapStats before = heap_stats(rt->heap);
  (void)error_raise(rt, ERROR_RECURSION, "deep");
  error_locate(rt, stage->source, (Span){28, 38});
  HeapStats after = heap_stats(rt->heap);
  CHECK(check, value_as_list(field(rt, rt->pending.value, rt->name_trace))->count == 10001);
  CHECK(check, after.allocations - before.allocations < 12 && after.bytes - before.bytes < 400000);
  error_clear(rt);
}

static uint64_t ticks_until_end(Runtime *rt, uint64_t most) {
  uint64_t ticks = 0;
  while (ticks < most && runtime_tick(rt))
    ticks++;
  return ticks;
}

static void test_fuel(Check *check, Stage *stage) {
  Runtime *rt = stage->rt;
  const uint64_t fuels[] = {0, 1, 2, 3, 49999, 50000, 50001, 100000, 123456};
  for (size_t i = 0; i < ARRAY_COUNT(fuels); i++) {
    runtime_set_fuel(rt, fuels[i]);
    CHECK(check, ticks_until_end(rt, UINT64_MAX) == fuels[i]);
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_FUEL && !error_is_catchable(rt));
    CHECK(check, !runtime_tick(rt) && !runtime_tick(rt)); /* it stays so */
    stage_calls(stage, 1);
    error_locate(rt, stage->source, (Span){28, 38});
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_FUEL && rt->pending.origin->frame_count == 2);
    error_clear(rt);
  }
  runtime_set_fuel(rt, UINT64_MAX);
  CHECK(check, ticks_until_end(rt, 1000000) == 1000000);
  volatile sig_atomic_t interrupted = 0;
  rt->interrupted = &interrupted;
  CHECK(check, ticks_until_end(rt, 100000) == 100000);
  interrupted = 1;
  CHECK(check, ticks_until_end(rt, 100000) <= 50000 && rt->pending.kind == PENDING_INTERRUPTED);
  interrupted = 0;
  error_clear(rt);
  CHECK(check, ticks_until_end(rt, 100000) == 100000);
  rt->interrupted = NULL;
}

static void test_no_memory(Check *check) {
  Stage stage;
  stage_start(&stage, 220000, false);
  Runtime *rt = stage.rt;
  stage_calls(&stage, 10000); /* its trace needs more than the limit leaves */
  {
    ROOT(rt->heap, error, value_instance(instance_new(rt, rt->errors[ERROR_ERROR], 0)));
    (void)error_throw(rt, error.value);
    error_locate(rt, stage.source, (Span){28, 38});
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_MEMORY && !error_is_catchable(rt));
    CHECK(check, rt->pending.origin && rt->pending.origin->frame_count == 10001 && rt->pending.origin->span.start == 28);
    CHECK(check, !error_origin(rt, error.value)); /* half done is not done */
    error_clear(rt);
    /* The limit holds again. */
    CHECK(check, !list_new(rt, 200000) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
    error_clear(rt);
    stage_calls(&stage, 10);
    (void)error_throw(rt, error.value);
    error_locate(rt, stage.source, (Span){28, 38});
    CHECK(check, rt->pending.kind == PENDING_ERROR && error_origin(rt, error.value));
    error_clear(rt);
  }
  stage_stop(&stage);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    Stage stage;
    stage_start(&stage, 0, stress);
    test_messages(&check, &stage);
    test_place_and_trace(&check, &stage);
    test_rethrow(&check, &stage);
    test_first_throw_of_a_dictionary(&check, &stage);
    test_throwing_other_values(&check, &stage);
    test_deep_traces_share(&check, &stage);
    test_fuel(&check, &stage);
    stage_stop(&stage);
  }
  test_no_memory(&check);
  return check_report(&check);
}
