/* interrupt.h -- Ctrl-C, as a flag that running programs look at. */
#ifndef DUET_CLI_INTERRUPT_H
#define DUET_CLI_INTERRUPT_H

#include <signal.h>

/* From now on SIGINT sets the flag instead of ending the process; a second one while the flag is still set ends it. Gives the flag. */
const volatile sig_atomic_t *interrupt_watch(void);

/* Forgets a Ctrl-C that was seen. */
void interrupt_clear(void);

#endif
