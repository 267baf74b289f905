/* editing.c -- libedit, loaded when it is needed.
 *
 * Loaded at run time, not linked: a linked library would be mapped, with the three that it needs, at every start of Duet, a third of the time that a small
 * program takes. So its functions are looked up by name, in one table.
 *
 * libedit calls back with nothing but its EditLine; the Editing belongs to it as client data. Even asking for that needs a function of the library, hence
 * owner_of. While a line is edited, libedit watches for signals itself (EL_SIGNAL), so that the terminal is in order whenever one of them stops or ends us.
 */
#include "cli/editing.h"

#ifdef HAVE_LIBEDIT

#include "support/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LIBRARY_FUNCTIONS(X) \
  X(el_init) X(el_end) X(el_gets) X(el_set) X(el_wset) X(el_source) X(el_line) X(el_insertstr) X(history_init) X(history_end) X(history)

typedef struct Library {
  void *handle;
#define X(name) __typeof__(name) *name;
  LIBRARY_FUNCTIONS(X)
#undef X
} Library;

struct Editing {
  Library library;
  EditLine *line;
  History *history;
  const char *prompt; /* of the line that is being read */
  CompleteFunction *complete;
  void *context;
};

enum { HISTORY_LINES = 1000, DEFAULT_WIDTH = 80 };

/* ---- the library ---- */

static bool load_library(Library *library) {
  static const char *const names[] = {"libedit.so.2", "libedit.so.0", "libedit.so"};
  for (size_t i = 0; i < ARRAY_COUNT(names) && !library->handle; i++)
    library->handle = dlopen(names[i], RTLD_NOW | RTLD_GLOBAL);
  if (!library->handle) return false;
#define X(name)                                             \
  *(void **)&library->name = dlsym(library->handle, #name); \
  if (!library->name) return false;
  LIBRARY_FUNCTIONS(X)
#undef X
  return true;
}

static Editing *owner_of(EditLine *line) {
  __typeof__(el_get) *get;
  *(void **)&get = dlsym(RTLD_DEFAULT, "el_get");
  void *owner = NULL;
  get(line, EL_CLIENTDATA, &owner);
  return owner;
}

/* Duet's source is UTF-8, whatever the locale says; libedit goes by the locale. */
static void choose_locale(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "C");
}

/* ---- what libedit calls ---- */

static char *give_prompt(EditLine *line) {
  /* libedit does not write to it */
  return (char *)owner_of(line)->prompt;
}

static size_t screen_width(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : DEFAULT_WIDTH;
}

/* Puts in what is certain; shows the choice where nothing is. */
static unsigned char use_candidates(Editing *editing, const Candidates *found) {
  if (found->count == 0) return CC_REFRESH_BEEP;
  size_t more = candidates_common(found) - found->prefix_length;
  if (more > 0) {
    char *text = memory_copy_text(found->names[0] + found->prefix_length, more);
    int failed = editing->library.el_insertstr(editing->line, text);
    memory_free(text);
    return failed ? CC_REFRESH_BEEP : CC_REFRESH;
  }
  if (found->count == 1) return CC_REFRESH;
  putchar('\n');
  candidates_show(found, screen_width(), stdout);
  fflush(stdout);
  return CC_REDISPLAY;
}

/* Tab: the rest of a name, or, where there is none yet, blanks. */
static unsigned char on_tab(EditLine *line, int key) {
  (void)key;
  Editing *editing = owner_of(line);
  const LineInfo *info = editing->library.el_line(line);
  size_t cursor = (size_t)(info->cursor - info->buffer);
  if (strspn(info->buffer, " \t") >= cursor) return editing->library.el_insertstr(line, "  ") ? CC_REFRESH_BEEP : CC_REFRESH;
  char *text = memory_copy_text(info->buffer, (size_t)(info->lastchar - info->buffer));
  Candidates found;
  editing->complete(editing->context, text, cursor, &found);
  unsigned char code = use_candidates(editing, &found);
  candidates_free(&found);
  memory_free(text);
  return code;
}

/* ---- the editor ---- */

static void bind_keys(Editing *editing) {
  static const char *const keys[][2] = {
      {"^I", "duet-complete"},     {"^R", "em-inc-search-prev"}, {"\\e[3~", "ed-delete-next-char"}, {"\\e[H", "ed-move-to-beg"},
      {"\\e[F", "ed-move-to-end"}, {"\\e[1~", "ed-move-to-beg"}, {"\\e[4~", "ed-move-to-end"},      {"\\eOH", "ed-move-to-beg"},
      {"\\eOF", "ed-move-to-end"}, {"\\e[1;5C", "em-next-word"}, {"\\e[1;5D", "ed-prev-word"},
  };
  editing->library.el_wset(editing->line, EL_ADDFN, L"duet-complete", L"the rest of a name",
                           on_tab); /* el_set never frees its copies of the texts */
  for (size_t i = 0; i < ARRAY_COUNT(keys); i++)
    editing->library.el_set(editing->line, EL_BIND, keys[i][0], keys[i][1], NULL);
}

static bool start_line(Editing *editing, const char *program) {
  HistEvent event;
  Library *library = &editing->library;
  editing->line = library->el_init(program, stdin, stdout, stderr);
  editing->history = library->history_init();
  if (!editing->line || !editing->history) return false;
  library->history(editing->history, &event, H_SETSIZE, HISTORY_LINES);
  library->history(editing->history, &event, H_SETUNIQUE, 1);
  library->el_set(editing->line, EL_CLIENTDATA, editing);
  library->el_set(editing->line, EL_PROMPT, give_prompt);
  library->el_set(editing->line, EL_EDITOR, "emacs");
  library->el_set(editing->line, EL_SIGNAL, 1);
  library->el_set(editing->line, EL_HIST, library->history, editing->history);
  bind_keys(editing);
  library->el_source(editing->line, NULL); /* ~/.editrc: what the user likes better */
  return true;
}

Editing *editing_start(const char *program, CompleteFunction *complete, void *context) {
  Editing *editing = memory_alloc(sizeof *editing);
  editing->complete = complete;
  editing->context = context;
  editing->prompt = "";
  choose_locale();
  if (load_library(&editing->library) && start_line(editing, program)) return editing;
  editing_stop(editing);
  return NULL;
}

void editing_stop(Editing *editing) {
  if (editing->history) editing->library.history_end(editing->history);
  if (editing->line) editing->library.el_end(editing->line);
  if (editing->library.handle) dlclose(editing->library.handle);
  memory_free(editing);
}

const char *editing_read(Editing *editing, const char *prompt, size_t *length) {
  int count = 0;
  editing->prompt = prompt;
  editing->library.el_set(editing->line, EL_PREP_TERM, 1); /* before the prompt shows, or what is typed at once shows twice */
  errno = 0;
  const char *line = editing->library.el_gets(editing->line, &count);
  if (!line || count <= 0) {
    if (count == 0) errno = 0; /* Ctrl-D; a count of -1 is a read that failed */
    return NULL;
  }
  *length = (size_t)count;
  return line;
}

void editing_remember(Editing *editing, const char *line) {
  HistEvent event;
  editing->library.history(editing->history, &event, H_ENTER, line);
}

#else /* no libedit: plain lines are all there is */

Editing *editing_start(const char *program, CompleteFunction *complete, void *context) {
  (void)program;
  (void)complete;
  (void)context;
  return NULL;
}

void editing_stop(Editing *editing) { (void)editing; }

const char *editing_read(Editing *editing, const char *prompt, size_t *length) {
  (void)editing;
  (void)prompt;
  *length = 0;
  return NULL;
}

void editing_remember(Editing *editing, const char *line) {
  (void)editing;
  (void)line;
}

#endif
