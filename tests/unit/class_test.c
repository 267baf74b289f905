/* class_test.c -- classes: inherited methods, init, the chain of ancestors, instances of errors. */
#include "check.h"
#include "runtime/class.h"
#include "runtime/function.h"
#include "runtime/startup.h"

static bool do_nothing(Runtime *rt, Value self, uint32_t argc, const Value *args, Value *result) {
  (void)rt, (void)argc, (void)args;
  *result = self;
  return true;
}
static const BuiltinInfo first_info = {"first", 0, 0, do_nothing, "first()"};
static const BuiltinInfo second_info = {"second", 0, 0, do_nothing, "second()"};

static Value method(Runtime *rt, const BuiltinInfo *info) { return value_object(VALUE_BUILTIN, builtin_new(rt, info)); }

static String *name_of(Runtime *rt, const char *text) { return string_intern(rt, text, strlen(text)); }

static void test_methods(Check *check, Runtime *rt) {
  ROOT(rt->heap, m, value_string(name_of(rt, "m")));
  ROOT(rt->heap, n, value_string(name_of(rt, "n")));
  ROOT(rt->heap, one, method(rt, &first_info));
  ROOT(rt->heap, two, method(rt, &second_info));
  ROOT(rt->heap, base_root, value_class(class_new(rt, rt->bytes['B'], NULL)));
  Class *base = value_as_class(base_root.value);
  CHECK(check, value_is(base->init, VALUE_UNSET) && value_is(class_find_method(base, value_as_string(m.value)), VALUE_UNSET));
  CHECK(check, class_add_method(rt, base, value_as_string(m.value), one.value));
  CHECK(check, class_add_method(rt, base, rt->name_init, one.value) && value_identical(base->init, one.value));
  ROOT(rt->heap, derived_root, value_class(class_new(rt, rt->bytes['D'], base)));
  Class *derived = value_as_class(derived_root.value);
  CHECK(check, value_identical(class_find_method(derived, value_as_string(m.value)), one.value));
  CHECK(check, value_identical(derived->init, one.value));
  CHECK(check, class_add_method(rt, derived, value_as_string(m.value), two.value) &&
                   class_add_method(rt, derived, value_as_string(n.value), two.value));
  CHECK(check, class_add_method(rt, derived, rt->name_init, two.value) && value_identical(derived->init, two.value));
  CHECK(check, value_identical(class_find_method(derived, value_as_string(m.value)), two.value));
  CHECK(check, value_identical(class_find_method(base, value_as_string(m.value)), one.value));
  CHECK(check, value_is(class_find_method(base, value_as_string(n.value)), VALUE_UNSET) && value_identical(base->init, one.value));
}

static void test_ancestors(Check *check, Runtime *rt) {
  ROOT(rt->heap, a_root, value_class(class_new(rt, rt->bytes['A'], NULL)));
  Class *a = value_as_class(a_root.value);
  ROOT(rt->heap, b_root, value_class(class_new(rt, rt->bytes['B'], a)));
  Class *b = value_as_class(b_root.value);
  ROOT(rt->heap, c_root, value_class(class_new(rt, rt->bytes['C'], a)));
  Class *c = value_as_class(c_root.value);
  CHECK(check, class_extends(a, a) && class_extends(b, a) && !class_extends(a, b) && !class_extends(c, b));
  CHECK(check, !class_extends(NULL, a) && !a->is_error && class_extends(rt->errors[ERROR_TYPE], rt->errors[ERROR_ERROR]));
  CHECK(check, !class_extends(rt->errors[ERROR_TYPE], rt->errors[ERROR_VALUE]));
}

static void test_instances(Check *check, Runtime *rt) {
  ROOT(rt->heap, a_root, value_class(class_new(rt, rt->bytes['A'], NULL)));
  Class *a = value_as_class(a_root.value);
  ROOT(rt->heap, x_root, value_instance(instance_new(rt, a, 0)));
  Instance *x = value_as_instance(x_root.value);
  CHECK(check, instance_class(x) == a && fields_count(&x->fields) == 0);
  CHECK(check, fields_set(rt, &x->fields, rt->name_line, value_int(1)) && instance_class(x) == a);
  ROOT(rt->heap, plain, value_instance(instance_new(rt, NULL, 7)));
  CHECK(check, !instance_class(value_as_instance(plain.value)) && value_as_instance(plain.value)->fields.capacity == 7);
  /* An instance keeps its class, and that its superclass. */
  a_root.value = value_nil();
  heap_collect(rt->heap);
  CHECK(check, instance_class(x) == a && a->name == rt->bytes['A'] && value_as_int(*fields_find(rt, &x->fields, rt->name_line)) == 1);
}

static void test_errors(Check *check, Runtime *rt) {
  ROOT(rt->heap, class_root, value_class(class_new(rt, rt->bytes['E'], rt->errors[ERROR_VALUE])));
  Class *class = value_as_class(class_root.value);
  CHECK(check, class->is_error && !value_is(class->init, VALUE_UNSET));
  ROOT(rt->heap, root, value_instance(instance_new(rt, class, 0)));
  Fields *fields = value_as_object(root.value);
  CHECK(check, value_identical(*fields_find(rt, fields, rt->name_message), value_string(rt->empty)));
  CHECK(check,
        value_is(*fields_find(rt, fields, rt->name_line), VALUE_NIL) && value_is(*fields_find(rt, fields, rt->name_trace), VALUE_NIL));
  CHECK(check, fields->slots == value_as_instance(root.value)->own && fields_count(fields) == 3);
  CHECK(check, fields->shape->class == class && instance_class(value_as_instance(root.value)) == class);
}

/* Classes that come and go are freed with their shapes and methods. */
static void test_classes_are_collected(Check *check, Runtime *rt) {
  heap_collect(rt->heap);
  size_t before = heap_stats(rt->heap).bytes;
  for (int i = 0; i < 2000; i++) {
    ROOT(rt->heap, root, value_class(class_new(rt, rt->bytes['C'], rt->errors[ERROR_ERROR])));
    ROOT(rt->heap, instance, value_instance(instance_new(rt, value_as_class(root.value), 0)));
    CHECK(check, fields_set(rt, value_as_object(instance.value), rt->bytes['x'], root.value));
    CHECK(check, fields_set(rt, value_as_object(root.value), rt->bytes['x'], instance.value));
  }
  heap_collect(rt->heap);
  CHECK(check, heap_stats(rt->heap).bytes < before + 1000); /* class_shape has learned of x */
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    Runtime *rt = runtime_new(&(Limits){10000, UINT64_MAX, 0, stress});
    test_methods(&check, rt);
    test_ancestors(&check, rt);
    test_instances(&check, rt);
    test_errors(&check, rt);
    runtime_free(rt);
  }
  Runtime *rt = runtime_new(&(Limits){10000, UINT64_MAX, 0, false});
  test_classes_are_collected(&check, rt);
  runtime_free(rt);
  return check_report(&check);
}
