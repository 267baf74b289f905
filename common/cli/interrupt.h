/* interrupt.h -- Ctrl-C, as a flag that running programs look at.
 *
 * Whoever waits in a system call sees it fail with EINTR, and then looks at the flag.
 */
#ifndef DUET_CLI_INTERRUPT_H
#define DUET_CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* From now on SIGINT sets the flag instead of ending the process; a second one while the flag is still set ends it. Where the process was
 * started with SIGINT ignored (nohup, a shell's background) it stays so. */
void interrupt_watch(void);

/* The flag, for Runtime.interrupted. */
const volatile sig_atomic_t *interrupt_flag(void);

/* Was Ctrl-C pressed? Forgets it. */
bool interrupt_take(void);

#endif
