/* commands.c -- the commands, one function each, and the table that names them. */
#include "cli/commands.h"

#include "cli/evaluate.h"
#include "cli/stats.h"
#include "support/memory.h"
#include "support/nearest.h"
#include "syntax/printer.h"

/* A part of the text that was typed. */
typedef struct Words {
  const char *text;
  size_t length;
} Words;

typedef struct Command {
  const char *name;
  const char *argument; /* what :help calls it; NULL: takes none */
  bool takes_code;
  const char *help;
  int (*run)(Session *session, Words argument);
} Command;

/* ---- the commands ---- */

static int run_help(Session *session, Words argument);

static int run_ast(Session *session, Words code) {
  DiagList diags;
  const Script *script = session_parse(session, "<repl>", code.text, code.length, &diags);
  if (!script) return evaluate_complain(session, &diags);
  diag_list_free(&diags);
  print_tree(script, stdout);
  return EXIT_OK;
}

static int list_code(Session *session, Words code) {
  DiagList diags;
  const Script *script = session_load_apart(session, "<repl>", code.text, code.length, &diags);
  if (!script) return evaluate_complain(session, &diags);
  diag_list_free(&diags);
  void *prepared = session->backend->prepare(session->engine, script, true);
  if (!prepared) return session_report(session);
  session->backend->disassemble(session->engine, prepared, session->options, stdout);
  return EXIT_OK;
}

/* The name of a function lists that function, anything else is code. */
static int run_dis(Session *session, Words code) {
  if (!session->backend->disassemble) {
    fprintf(stderr, ":dis is for duet-vm: %s runs the syntax tree itself, which :ast shows\n", session->backend->profile.program);
    return EXIT_USAGE;
  }
  const Value *named = session_variable(session, code.text, code.length);
  if (!named || !value_is(*named, VALUE_CLOSURE)) return list_code(session, code);
  session->backend->disassemble_closure(session->engine, *named, session->options, stdout);
  return EXIT_OK;
}

static int run_time(Session *session, Words code) {
  session->times = (Times){0};
  int exit_code = evaluate_text(session, code.text, code.length);
  if (exit_code == EXIT_OK) stats_show_times(session, stdout);
  return exit_code;
}

static int run_load(Session *session, Words file) {
  char *path = memory_copy_text(file.text, file.length);
  int code = evaluate_file(session, path);
  memory_free(path);
  return code;
}

static int run_reset(Session *session, Words argument) {
  (void)argument;
  /* Nothing can be done in a session without memory; its closing words were said. */
  return session_reset(session) ? evaluate_start(session) : EXIT_OUTPUT;
}

static const Command commands[] = {
    {"help", NULL, false, "this list", run_help},
    {"ast", "CODE", true, "show its syntax tree", run_ast},
    {"dis", "CODE", true, "list its bytecode; or that of a function, by its name", run_dis},
    {"time", "CODE", true, "run it and show how long each stage took", run_time},
    {"load", "FILE", false, "run a file; what it defines stays", run_load},
    {"reset", NULL, false, "forget all that was defined", run_reset},
    {"quit", NULL, false, "leave, as Ctrl-D does", NULL},
};

static int run_help(Session *session, Words argument) {
  (void)session;
  (void)argument;
  puts("Type Duet: the value of an expression is shown, and _ is the last one.");
  for (size_t i = 0; i < ARRAY_COUNT(commands); i++) {
    const Command *command = &commands[i];
    printf("  :%s %-*s %s\n", command->name, 11 - (int)strlen(command->name), command->argument ? command->argument : "", command->help);
  }
  puts("An input that isn't complete goes on behind `. `. Ctrl-C drops it, or stops what runs.");
  return EXIT_OK;
}

/* ---- finding and running one ---- */

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static Words trim(Words words) {
  while (words.length && is_blank(words.text[0])) {
    words.text++;
    words.length--;
  }
  while (words.length && is_blank(words.text[words.length - 1]))
    words.length--;
  return words;
}

/* Takes the command's name off the front, and leaves its argument. */
static Words take_name(Words *rest) {
  *rest = trim(*rest);
  Words name = {rest->text + 1, 0}; /* behind the colon */
  while (name.length + 1 < rest->length && !is_blank(name.text[name.length]))
    name.length++;
  *rest = trim((Words){name.text + name.length, rest->length - 1 - name.length});
  return name;
}

static const Command *find(Words name) {
  for (size_t i = 0; i < ARRAY_COUNT(commands); i++) {
    if (strlen(commands[i].name) == name.length && memcmp(commands[i].name, name.text, name.length) == 0) return &commands[i];
  }
  return NULL;
}

static int complain_unknown(Words name) {
  Nearest nearest;
  nearest_start(&nearest, name.text, name.length);
  for (size_t i = 0; i < ARRAY_COUNT(commands); i++)
    nearest_try(&nearest, commands[i].name, strlen(commands[i].name));
  fprintf(stderr, "no command ':%.*s'", (int)name.length, name.text);
  if (*nearest.found) fprintf(stderr, ", did you mean ':%s'?", nearest.found);
  fprintf(stderr, "\n:help lists them\n");
  return EXIT_USAGE;
}

const char *commands_meant(const char *text, size_t length) {
  Words words = trim((Words){text, length});
  if (words.length > 2 && memcmp(words.text + words.length - 2, "()", 2) == 0) words.length -= 2;
  if (words.length == 4 && memcmp(words.text, "exit", 4) == 0) return "quit";
  const Command *command = find(words);
  return command ? command->name : NULL;
}

const char *commands_name(size_t i) { return i < ARRAY_COUNT(commands) ? commands[i].name : NULL; }

bool commands_begin(const char *text, size_t length) {
  Words words = trim((Words){text, length});
  return words.length > 0 && words.text[0] == ':';
}

const char *commands_code(const char *text, size_t *length) {
  Words rest = {text, *length};
  const Command *command = find(take_name(&rest));
  *length = rest.length;
  return command && command->takes_code ? rest.text : NULL;
}

CommandResult commands_run(Session *session, const char *text, size_t length) {
  Words rest = {text, length};
  Words name = take_name(&rest);
  const Command *command = find(name);
  if (!command) return (CommandResult){complain_unknown(name), false};
  if (!command->argument != !rest.length) {
    fprintf(stderr, ":%s %s %s\n", command->name, command->argument ? "needs" : "takes", command->argument ? command->argument : "nothing");
    return (CommandResult){EXIT_USAGE, false};
  }
  if (!command->run) return (CommandResult){EXIT_OK, true};
  return (CommandResult){command->run(session, rest), false};
}
