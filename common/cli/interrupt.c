/* interrupt.c -- the one writable global of Duet. A signal handler is called with nothing but the signal's number, so what it sets has to be found by name;
 * `make lint` allows this symbol and no other. */
#include "cli/interrupt.h"

#include <string.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number) {
  if (interrupted) {
    signal(number, SIG_DFL);
    raise(number);
  }
  interrupted = 1;
}

void interrupt_watch(void) {
  struct sigaction action;
  if (sigaction(SIGINT, NULL, &action) == 0 && action.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_interrupt; /* without SA_RESTART: a waiting read gives up */
  sigaction(SIGINT, &action, NULL);
}

const volatile sig_atomic_t *interrupt_flag(void) { return &interrupted; }

bool interrupt_take(void) {
  bool was = interrupted != 0;
  interrupted = 0;
  return was;
}
