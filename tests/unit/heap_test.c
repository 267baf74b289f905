/* heap_test.c -- the collector: what is reachable stays, what is not goes, limits hold, and no shape of data overwhelms it. */
#include "check.h"
#include "runtime/heap.h"

/* A guest object for these tests: two references, and a buffer. */
typedef struct Node {
  Object object;
  struct Node *left, *right;
  char *buffer;
  size_t buffer_size;
  size_t size;
  unsigned *freed; /* counts the nodes that were freed */
  char more[];
} Node;

static void node_trace(Object *object, Heap *heap) {
  Node *node = (Node *)object;
  heap_mark_object(heap, (Object *)node->left);
  heap_mark_object(heap, (Object *)node->right);
}
static void node_free(Object *object, Heap *heap) {
  Node *node = (Node *)object;
  heap_release(heap, node->buffer, node->buffer_size);
  if (node->freed) ++*node->freed;
}
static size_t node_size(const Object *object) { return ((const Node *)object)->size; }
static const ObjectKind node_kind = {"node", node_trace, node_free, node_size};

static Node *node_new(Heap *heap, size_t more, unsigned *freed) {
  Node *node = heap_alloc(heap, &node_kind, sizeof *node + more);
  if (!node) return NULL;
  node->size = sizeof *node + more;
  node->freed = freed;
  return node;
}

static Value node_value(Node *node) { return value_object(VALUE_INTERNAL, node); }

static void test_reachable_stays(Check *check, bool stress) {
  Heap *heap = heap_new(0, stress);
  unsigned freed = 0;
  {
    ROOT(heap, root, node_value(node_new(heap, 0, &freed)));
    Node *top = value_as_object(root.value);
    top->left = node_new(heap, 10, &freed);
    top->left->right = node_new(heap, 5000, &freed);
    top->left->right->left = top; /* a cycle */
    (void)node_new(heap, 0, &freed);
    (void)node_new(heap, 9000, &freed);
    heap_collect(heap);
    CHECK(check, freed == 2);
    CHECK(check, top->left->right->left == top);
    top->left = NULL;
    heap_collect(heap);
    CHECK(check, freed == 4);
  }
  heap_collect(heap);
  CHECK(check, freed == 5);
  CHECK(check, heap_stats(heap).bytes == 0);
  CHECK(check, heap_stats(heap).allocations == 5);
  heap_free(heap);
}

static void test_new_objects_are_zeroed(Check *check) {
  Heap *heap = heap_new(0, false);
  for (int round = 0; round < 2; round++) {
    bool zero = true;
    for (size_t more = 0; more < 1200; more++) {
      Node *node = heap_alloc(heap, &node_kind, sizeof *node + more);
      for (size_t i = sizeof(Object); i < sizeof *node + more; i++)
        zero = zero && ((char *)node)[i] == 0;
      zero = zero && node->object.mark == 0 && node->object.flags == 0 && node->object.hash == 0;
      memset((char *)node + sizeof(Object), 0x55, sizeof *node + more - sizeof(Object));
      /* Left in a state that node_free and node_trace understand. */
      node->left = node->right = NULL;
      node->buffer = NULL;
      node->buffer_size = 0;
      node->freed = NULL;
      node->size = sizeof *node + more;
    }
    CHECK(check, zero);
    heap_collect(heap);
  }
  heap_free(heap);
}

/* Nodes of many sizes, each filled with its own byte, linked by `left`: is every byte still there? */
static bool fill_and_look(Heap *heap, size_t count) {
  ROOT(heap, root, value_nil());
  for (size_t i = 0; i < count; i++) {
    size_t more = i * 7 % 700;
    Node *node = node_new(heap, more, NULL);
    memset(node->more, (int)(i & 127), more);
    node->left = value_is_object(root.value) ? value_as_object(root.value) : NULL;
    root.value = node_value(node);
  }
  bool whole = true;
  Node *node = value_as_object(root.value);
  for (size_t i = count; i-- > 0; node = node->left) {
    for (size_t k = 0; k < i * 7 % 700; k++)
      whole = whole && node->more[k] == (char)(i & 127);
  }
  return whole && !node;
}

static void test_sizes_do_not_overlap(Check *check) {
  Heap *heap = heap_new(0, false);
  for (int round = 0; round < 3; round++)
    CHECK(check, fill_and_look(heap, 5000));
  heap_free(heap);
}

static void test_deep(Check *check) {
  Heap *heap = heap_new(0, false);
  unsigned freed = 0;
  const unsigned count = 300000;
  {
    ROOT(heap, root, value_nil());
    for (unsigned i = 0; i < count; i++) {
      Node *node = node_new(heap, 0, &freed);
      /* A list by `left` for the first half, by `right` for the second. */
      *(i < count / 2 ? &node->left : &node->right) = value_is_object(root.value) ? value_as_object(root.value) : NULL;
      root.value = node_value(node);
    }
    heap_collect(heap);
    CHECK(check, freed == 0);
  }
  heap_collect(heap);
  CHECK(check, freed == count);
  heap_free(heap);
}

static void mark_two(void *context, Heap *heap) {
  Node **nodes = context;
  heap_mark_object(heap, (Object *)nodes[0]);
  heap_mark_object(heap, (Object *)nodes[1]);
}

typedef struct WeakPair {
  Node *strong, *weak;
} WeakPair;

static void drop_weak(void *context, Heap *heap) {
  (void)heap;
  WeakPair *pair = context;
  if (pair->weak && !heap_is_marked((Object *)pair->weak)) pair->weak = NULL;
}

static void test_sources_and_weak_tables(Check *check) {
  Heap *heap = heap_new(0, false);
  unsigned freed = 0;
  Node *nodes[2] = {NULL, NULL};
  heap_add_roots(heap, mark_two, nodes);
  nodes[0] = node_new(heap, 0, &freed);
  nodes[1] = node_new(heap, 0, &freed);
  WeakPair pair = {nodes[0], nodes[0]};
  heap_add_weak(heap, drop_weak, &pair);
  heap_collect(heap);
  CHECK(check, freed == 0 && pair.weak == nodes[0]);
  nodes[0] = NULL;
  heap_collect(heap);
  CHECK(check, freed == 1 && pair.weak == NULL);
  heap_remove_roots(heap, mark_two, nodes);
  heap_collect(heap);
  CHECK(check, freed == 2);
  heap_free(heap);
}

static void test_limit(Check *check, bool stress) {
  const size_t limit = 200000;
  Heap *heap = heap_new(limit, stress);
  unsigned freed = 0, made = 0;
  {
    ROOT(heap, root, value_nil());
    for (Node *node; (node = node_new(heap, 100, &freed)); made++) {
      node->left = value_is_object(root.value) ? value_as_object(root.value) : NULL;
      root.value = node_value(node);
    }
    CHECK(check, freed == 0);
    CHECK(check, made > limit / (sizeof(Node) + 100 + 16) - 2 && made <= limit / (sizeof(Node) + 100));
    CHECK(check, heap_stats(heap).bytes <= limit);
    CHECK(check, !heap_resize(heap, NULL, 0, 1000));
    CHECK(check, !heap_try_buffer(heap, 1000));
    CHECK(check, heap_set_limit(heap, 0) == limit);
    CHECK(check, node_new(heap, 100, &freed) != NULL);
    CHECK(check, heap_set_limit(heap, limit) == 0);
  }
  /* What nobody needs any more makes room. */
  CHECK(check, node_new(heap, 100, &freed) != NULL);
  CHECK(check, freed == made + 1);
  CHECK(check, !node_new(heap, limit, NULL));
  CHECK(check, !heap_alloc(heap, &node_kind, SIZE_MAX - 8));
  CHECK(check, heap_stats(heap).peak_bytes <= limit + 200);
  heap_free(heap);
}

static void test_no_memory(Check *check) {
  Heap *heap = heap_new(0, false);
  CHECK(check, !heap_alloc(heap, &node_kind, (size_t)1 << 60));
  CHECK(check, !heap_resize(heap, NULL, 0, (size_t)1 << 60));
  CHECK(check, !heap_resize(heap, NULL, 0, SIZE_MAX));
  CHECK(check, !heap_try_buffer(heap, (size_t)1 << 60));
  CHECK(check, heap_stats(heap).bytes == 0);
  heap_free(heap);
}

static void test_buffers(Check *check, bool stress) {
  Heap *heap = heap_new(0, stress);
  {
    ROOT(heap, root, node_value(node_new(heap, 0, NULL)));
    Node *node = value_as_object(root.value);
    size_t before = heap_stats(heap).bytes;
    node->buffer = heap_resize(heap, NULL, 0, 10);
    node->buffer_size = 10;
    memcpy(node->buffer, "0123456789", 10);
    node->buffer = heap_resize(heap, node->buffer, 10, 100000);
    node->buffer_size = 100000;
    CHECK(check, memcmp(node->buffer, "0123456789", 10) == 0);
    CHECK(check, heap_stats(heap).bytes == before + 100000);
    node->buffer = heap_shrink(heap, node->buffer, 100000, 20);
    node->buffer_size = 20;
    CHECK(check, memcmp(node->buffer, "0123456789", 10) == 0);
    CHECK(check, heap_stats(heap).bytes == before + 20);
    node->buffer = heap_resize(heap, node->buffer, 20, 0);
    node->buffer_size = 0;
    CHECK(check, node->buffer == NULL && heap_stats(heap).bytes == before);
    CHECK(check, heap_stats(heap).peak_bytes >= before + 100000);
    node->buffer = heap_try_buffer(heap, 64);
    node->buffer_size = 64;
  }
  heap_collect(heap);
  CHECK(check, heap_stats(heap).bytes == 0);
  heap_free(heap);
}

static bool is_filled(const char *buffer, size_t size, char with) {
  for (size_t i = 0; i < size; i++) {
    if (buffer[i] != with) return false;
  }
  return true;
}

/* Buffers of sizes small and large, changing from one to the other: none lies in another, and each keeps what was written in it. */
static void test_buffer_sizes(Check *check, bool stress) {
  enum { COUNT = 60, TURNS = 6000 };
  Heap *heap = heap_new(0, stress);
  char *buffers[COUNT] = {NULL};
  size_t sizes[COUNT] = {0}, bytes = 0;
  uint32_t random = 1;
  for (int turn = 0; turn < TURNS; turn++) {
    random = random * 1664525 + 1013904223;
    size_t which = (random >> 8) % COUNT, size = (random >> 16) % 8 == 0 ? 0 : (random >> 14) % (turn % 3 == 0 ? 4000 : 300);
    size_t kept = size < sizes[which] ? size : sizes[which];
    bool shrinks = size > 0 && size < sizes[which] && turn % 2 == 0;
    char *moved = shrinks ? heap_shrink(heap, buffers[which], sizes[which], size) : heap_resize(heap, buffers[which], sizes[which], size);
    CHECK(check, (moved != NULL) == (size > 0) && (uintptr_t)moved % 16 == 0);
    CHECK(check, size == 0 || is_filled(moved, kept, (char)which));
    bytes = bytes - sizes[which] + size;
    if (size > 0) memset(moved, (int)which, size);
    buffers[which] = moved;
    sizes[which] = size;
  }
  CHECK(check, heap_stats(heap).bytes == bytes);
  for (size_t i = 0; i < COUNT; i++) {
    CHECK(check, is_filled(buffers[i], sizes[i], (char)i));
    heap_release(heap, buffers[i], sizes[i]);
  }
  CHECK(check, heap_stats(heap).bytes == 0);
  heap_free(heap);
}

static void test_when_it_collects(Check *check) {
  Heap *heap = heap_new(0, true);
  for (int i = 0; i < 10; i++)
    (void)node_new(heap, 0, NULL);
  CHECK(check, heap_stats(heap).collections == 10);
  heap_free(heap);
  heap = heap_new(0, false);
  unsigned freed = 0;
  const unsigned count = 1000000;
  for (unsigned i = 0; i < count; i++)
    (void)node_new(heap, 0, &freed);
  HeapStats stats = heap_stats(heap);
  /* Garbage of some 80 MB, a collection for each MB of it, and never much more than that in use. */
  CHECK(check, stats.collections > 40 && stats.collections < 200);
  CHECK(check, stats.peak_bytes < 1200000);
  CHECK(check, freed > count - 20000);
  heap_free(heap);
  CHECK(check, freed == count);
}

static void test_roots_nest(Check *check) {
  Heap *heap = heap_new(0, true);
  unsigned freed = 0;
  {
    ROOT(heap, outer, node_value(node_new(heap, 0, &freed)));
    for (int i = 0; i < 3; i++) {
      ROOT(heap, inner, node_value(node_new(heap, 0, &freed)));
      ROOT(heap, second, node_value(node_new(heap, 0, &freed)));
      inner.value = second.value;
    }
    CHECK(check, freed == 4); /* all but the last turn's two */
    heap_collect(heap);
    CHECK(check, freed == 6);
  }
  heap_collect(heap);
  CHECK(check, freed == 7);
  heap_free(heap);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    test_reachable_stays(&check, stress);
    test_limit(&check, stress);
    test_buffers(&check, stress);
    test_buffer_sizes(&check, stress);
  }
  test_new_objects_are_zeroed(&check);
  test_sizes_do_not_overlap(&check);
  test_deep(&check);
  test_sources_and_weak_tables(&check);
  test_no_memory(&check);
  test_when_it_collects(&check);
  test_roots_nest(&check);
  return check_report(&check);
}
