/* shape_test.c -- shapes: shared transitions, slots, dictionary mode, hidden fields. */
#include "check.h"
#include "runtime/class.h"
#include "runtime/shape.h"
#include "runtime/startup.h"

static Runtime *start(bool stress) { return runtime_new(&(Limits){10000, UINT64_MAX, 0, stress}); }

static String *name_of(Runtime *rt, const char *prefix, int number) {
  char text[32];
  int length = snprintf(text, sizeof text, "%s%d", prefix, number);
  return string_intern(rt, text, (size_t)length);
}

static bool set(Runtime *rt, Fields *fields, const char *prefix, int number) {
  ROOT(rt->heap, name, value_string(name_of(rt, prefix, number)));
  return fields_set(rt, fields, value_as_string(name.value), value_int(number));
}

static int64_t get(Runtime *rt, Fields *fields, const char *prefix, int number) {
  const Value *value = fields_find(rt, fields, name_of(rt, prefix, number));
  return value ? value_as_int(*value) : -1;
}

/* Fields prefix0 .. prefix<count-1> hold their numbers, in that order. */
static bool holds(Runtime *rt, Fields *fields, const char *prefix, int count) {
  if (fields_count(fields) != (uint32_t)count) return false;
  String *name;
  Value value;
  for (int i = 0; i < count; i++) {
    if (get(rt, fields, prefix, i) != i || !fields_at(fields, (uint32_t)i, &name, &value)) return false;
    if (name != name_of(rt, prefix, i) || value_as_int(value) != i) return false;
  }
  return get(rt, fields, prefix, count) == -1 && !fields_at(fields, (uint32_t)count, &name, &value);
}

static void test_sharing(Check *check, Runtime *rt) {
  ROOT(rt->heap, a_root, value_instance(instance_new(rt, NULL, 2)));
  ROOT(rt->heap, b_root, value_instance(instance_new(rt, NULL, 0)));
  Fields *a = value_as_object(a_root.value), *b = value_as_object(b_root.value);
  CHECK(check, a->shape == b->shape && a->shape == rt->object_shape);
  CHECK(check, set(rt, a, "x", 0) && set(rt, a, "y", 1) && set(rt, b, "x", 0));
  CHECK(check, a->shape != b->shape && a->shape->parent == b->shape);
  CHECK(check, set(rt, b, "y", 1) && a->shape == b->shape);
  CHECK(check, set(rt, b, "x", 0) && a->shape == b->shape); /* setting again adds nothing */
  ROOT(rt->heap, c_root, value_instance(instance_new(rt, NULL, 0)));
  Fields *c = value_as_object(c_root.value);
  CHECK(check, set(rt, c, "y", 1) && set(rt, c, "x", 0) && c->shape != a->shape); /* another order, another shape */
  CHECK(check, shape_find(rt, a->shape, name_of(rt, "x", 0)) == 0 && shape_find(rt, a->shape, name_of(rt, "y", 1)) == 1);
  CHECK(check, shape_find(rt, c->shape, name_of(rt, "x", 0)) == 1 && shape_find(rt, a->shape, name_of(rt, "z", 0)) == SHAPE_NOT_FOUND);
  CHECK(check, a->capacity == 2 && a->slots == value_as_instance(a_root.value)->own);
}

static void test_many_fields(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_instance(instance_new(rt, NULL, 3)));
  Fields *fields = value_as_object(root.value);
  for (int count = 1; count <= SHAPE_MAX_FIELDS + 40; count++) {
    CHECK(check, set(rt, fields, "f", count - 1));
    bool wanted = count > SHAPE_MAX_FIELDS;
    CHECK(check, fields->shape->is_dictionary == wanted);
    if (count % 16 == 1 || count > SHAPE_MAX_FIELDS - 2) CHECK(check, holds(rt, fields, "f", count));
  }
  CHECK(check, !fields->shape->class && fields->shape == rt->object_shape->dictionary);
  CHECK(check, shape_add(rt, fields->shape, rt->name_init) == fields->shape);
}

static void test_many_ways_on(Check *check, Runtime *rt) {
  ROOT(rt->heap, class_root, value_class(class_new(rt, rt->bytes['C'], NULL)));
  Class *class = value_as_class(class_root.value);
  for (int i = 0; i < SHAPE_MAX_TRANSITIONS + 5; i++) {
    ROOT(rt->heap, root, value_instance(instance_new(rt, class, 0)));
    Fields *fields = value_as_object(root.value);
    CHECK(check, set(rt, fields, "w", i) && get(rt, fields, "w", i) == i && fields_count(fields) == 1);
    CHECK(check, fields->shape->is_dictionary == (i >= SHAPE_MAX_TRANSITIONS));
    CHECK(check, fields->shape->class == class);
    CHECK(check, set(rt, fields, "v", 0) && get(rt, fields, "v", 0) == 0 && fields_count(fields) == 2);
  }
}

static void test_tree_limit(Check *check, Runtime *rt) {
  ROOT(rt->heap, class_root, value_class(class_new(rt, rt->bytes['T'], NULL)));
  Class *class = value_as_class(class_root.value);
  int dictionaries = 0;
  for (int i = 0; i < SHAPE_MAX_TREE + 3000; i++) {
    ROOT(rt->heap, root, value_instance(instance_new(rt, class, 0)));
    Fields *fields = value_as_object(root.value);
    /* Three fields, of 25 names, in any order: more shapes than the limit. */
    const int names[] = {i % 25, 25 + i / 25 % 25, 50 + i / 625 % 25};
    for (int k = 0; k < 3; k++)
      CHECK(check, set(rt, fields, "t", names[k]) && get(rt, fields, "t", names[k]) == names[k]);
    dictionaries += fields->shape->is_dictionary;
  }
  CHECK(check, class->root_shape->tree_size == SHAPE_MAX_TREE && dictionaries > 1000);
}

static void test_extend(Check *check, Runtime *rt) {
  ROOT(rt->heap, a_root, value_instance(instance_new(rt, NULL, 1)));
  ROOT(rt->heap, b_root, value_instance(instance_new(rt, NULL, 1)));
  Fields *a = value_as_object(a_root.value), *b = value_as_object(b_root.value);
  /* What an inline cache does: take the shapes that another object went through. */
  for (int i = 0; i < 20; i++)
    CHECK(check, set(rt, a, "e", i) && fields_extend(rt, b, a->shape, value_int(i)));
  CHECK(check, b->shape == a->shape && holds(rt, b, "e", 20));
}

static void test_room_is_learned(Check *check, Runtime *rt) {
  ROOT(rt->heap, class_root, value_class(class_new(rt, rt->bytes['R'], NULL)));
  Class *class = value_as_class(class_root.value);
  for (int round = 0; round < 2; round++) {
    ROOT(rt->heap, root, value_instance(instance_new(rt, class, 0)));
    Fields *fields = value_as_object(root.value);
    for (int i = 0; i < 5; i++)
      CHECK(check, set(rt, fields, "r", i));
    CHECK(check, (fields->slots == value_as_instance(root.value)->own) == (round == 1));
    CHECK(check, holds(rt, fields, "r", 5));
  }
}

static void test_hidden(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_instance(instance_new(rt, rt->errors[ERROR_VALUE], 0)));
  Fields *fields = value_as_object(root.value);
  String *name;
  Value value;
  CHECK(check, fields_count(fields) == 3);
  CHECK(check, fields_at(fields, 0, &name, &value) && name == rt->name_message && value_identical(value, value_string(rt->empty)));
  CHECK(check, fields_at(fields, 1, &name, &value) && name == rt->name_line && value_is(value, VALUE_NIL));
  CHECK(check, fields_at(fields, 2, &name, &value) && name == rt->name_trace && !fields_at(fields, 3, &name, &value));
  for (int i = 0; i < SHAPE_MAX_FIELDS; i++)
    CHECK(check, set(rt, fields, "h", i));
  CHECK(check, fields->shape->is_dictionary && fields_count(fields) == SHAPE_MAX_FIELDS + 3);
  CHECK(check, fields_at(fields, 0, &name, &value) && name == rt->name_message);
  CHECK(check, fields_at(fields, SHAPE_MAX_FIELDS + 2, &name, &value) && value_as_int(value) == SHAPE_MAX_FIELDS - 1);
  CHECK(check, fields_find(rt, fields, rt->name_origin) != NULL);
}

/* Classes' own fields and plain objects have the same names, but never the same shape. */
static void test_class_objects(Check *check, Runtime *rt) {
  ROOT(rt->heap, class_root, value_class(class_new(rt, rt->bytes['C'], NULL)));
  ROOT(rt->heap, plain_root, value_instance(instance_new(rt, NULL, 0)));
  ROOT(rt->heap, own_root, value_instance(instance_new(rt, value_as_class(class_root.value), 0)));
  Fields *class = value_as_object(class_root.value), *plain = value_as_object(plain_root.value), *own = value_as_object(own_root.value);
  CHECK(check, set(rt, class, "x", 0) && set(rt, plain, "x", 0) && set(rt, own, "x", 0));
  CHECK(check, class->shape != plain->shape && own->shape != plain->shape && own->shape != class->shape);
  for (int i = 1; i < 200; i++)
    CHECK(check, set(rt, class, "x", i));
  CHECK(check, holds(rt, class, "x", 200));
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    Runtime *rt = start(stress);
    test_sharing(&check, rt);
    test_many_fields(&check, rt);
    test_many_ways_on(&check, rt);
    test_extend(&check, rt);
    test_room_is_learned(&check, rt);
    test_hidden(&check, rt);
    test_class_objects(&check, rt);
    runtime_free(rt);
  }
  Runtime *rt = start(false);
  test_tree_limit(&check, rt);
  runtime_free(rt);
  return check_report(&check);
}
