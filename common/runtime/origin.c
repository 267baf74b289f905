/* origin.c -- taking down where an error came from; see origin.h. */
#include "runtime/origin.h"
#include "support/number.h"

/* A frame is compared with so many before it, so that mutual recursion in a cycle of up to so many functions shares its strings too. */
enum { CYCLE_MAX = 4 };

static void origin_mark(Object *object, Heap *heap) {
  Origin *origin = (Origin *)object;
  heap_mark_object(heap, (Object *)origin->hint);
}
static size_t origin_bytes(uint32_t frame_count) { return sizeof(Origin) + frame_count * sizeof(FrameInfo); }
static size_t origin_size(const Object *object) { return origin_bytes(((const Origin *)object)->frame_count); }
static const ObjectKind origin_kind = {"origin", origin_mark, NULL, origin_size};

/* ---- the running calls ---- */

/* Takes down as many frames as there is room for, and counts them all. */
typedef struct Taker {
  FrameInfo *frames;
  uint32_t room;
  uint32_t count;
} Taker;

static void take_frame(void *context, const FrameInfo *frame) {
  Taker *taker = context;
  if (taker->count < taker->room) taker->frames[taker->count] = *frame;
  taker->count++;
}

static uint32_t take_frames(Runtime *rt, FrameInfo *frames, uint32_t room) {
  Taker taker = {frames, room, 0};
  if (rt->host.frames) rt->host.frames(rt->host.context, take_frame, &taker);
  return taker.count;
}

/* Few frames, as there mostly are, are walked once; of more, the first walk only tells how many. */
enum { FEW_FRAMES = 16 };

Origin *origin_new(Runtime *rt, const Source *source, Span span) {
  FrameInfo few[FEW_FRAMES];
  uint32_t count = take_frames(rt, few, FEW_FRAMES);
  Origin *origin = heap_alloc_raw(rt->heap, &origin_kind, origin_bytes(count));
  if (!origin) return NULL;
  origin->source = source;
  origin->span = span;
  origin->hint = NULL;
  origin->frame_count = count;
  origin->frames = origin->own;
  if (count <= FEW_FRAMES)
    memcpy(origin->own, few, count * sizeof *few);
  else
    take_frames(rt, origin->own, count);
  if (count > 0) origin->own[0].span = span; /* what the innermost call was doing is known better here */
  return origin;
}

/* ---- the trace as strings ---- */

/* Text written into a buffer, or, while `out` is NULL, only measured. */
typedef struct Writer {
  char *out;
  size_t length;
} Writer;

static void write_bytes(Writer *writer, const char *bytes, size_t length) {
  if (writer->out) memcpy(writer->out + writer->length, bytes, length);
  writer->length += length;
}
static void write_text(Writer *writer, const char *text) { write_bytes(writer, text, strlen(text)); }
static void write_number(Writer *writer, uint32_t number) {
  char text[NUMBER_TEXT_SIZE];
  write_bytes(writer, text, number_format_int(text, number));
}

static void write_name(Writer *writer, const Signature *signature) {
  if (signature->is_script) {
    write_text(writer, "<script>");
    return;
  }
  if (signature->owner) {
    write_bytes(writer, signature->owner->chars, signature->owner->length);
    write_text(writer, ".");
  }
  if (signature->name) {
    write_bytes(writer, signature->name->chars, signature->name->length);
  } else {
    write_text(writer, "fn");
  }
}

static void write_frame(Writer *writer, const FrameInfo *frame, Place place) {
  write_name(writer, frame->signature);
  write_text(writer, " (");
  write_text(writer, frame->signature->source->name);
  write_text(writer, ":");
  write_number(writer, place.line);
  write_text(writer, ":");
  write_number(writer, place.column);
  write_text(writer, ")");
}

static String *make_frame_text(Runtime *rt, const FrameInfo *frame, Place place) {
  Writer writer = {NULL, 0};
  write_frame(&writer, frame, place);
  String *text = string_new_uninitialized(rt, writer.length, &writer.out);
  writer.length = 0;
  if (text) write_frame(&writer, frame, place);
  return text;
}

/* The text of a frame, from the runtime's memory of recent ones where it is there. NULL: no memory. */
static const FrameText *frame_text(Runtime *rt, const FrameInfo *frame) {
  size_t hash = ((uintptr_t)frame->signature >> 4) + frame->span.start * (size_t)31;
  FrameText *known = &rt->frame_texts[hash % RUNTIME_FRAME_TEXTS];
  if (known->text && known->signature == frame->signature && known->start == frame->span.start) return known;
  Place place = source_place(frame->signature->source, frame->span.start);
  String *text = make_frame_text(rt, frame, place);
  if (!text) return NULL;
  *known = (FrameText){frame->signature, frame->span.start, place.line, text};
  return known;
}

static bool same_frame(const FrameInfo *a, const FrameInfo *b) { return a->signature == b->signature && a->span.start == b->span.start; }

/* The nearest earlier frame that is the same as frame `i`; `i` itself when there is none near. */
static uint32_t earlier_twin(const Origin *origin, uint32_t i) {
  for (uint32_t back = 1; back <= CYCLE_MAX && back <= i; back++) {
    if (same_frame(&origin->frames[i], &origin->frames[i - back])) return i - back;
  }
  return i;
}

uint32_t origin_line(Runtime *rt, const Origin *origin) {
  const FrameText *known =
      origin->frame_count && origin->frames[0].signature->source == origin->source ? frame_text(rt, &origin->frames[0]) : NULL;
  if (known && known->start == origin->span.start) return known->line;
  return source_line_number(origin->source, origin->span.start);
}

List *origin_trace(Runtime *rt, const Origin *origin) {
  List *list = list_new(rt, origin->frame_count);
  if (!list) return NULL;
  ROOT(rt->heap, kept, value_list(list));
  for (uint32_t i = 0; i < origin->frame_count; i++) {
    uint32_t twin = earlier_twin(origin, i);
    Value text = twin < i ? list_get(list, twin) : value_nil();
    if (twin == i) {
      const FrameText *known = frame_text(rt, &origin->frames[i]);
      if (!known) return NULL;
      text = value_string(known->text);
    }
    if (!list_push(rt, list, text)) return NULL;
  }
  return list;
}
