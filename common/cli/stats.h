/* stats.h -- what --stats and --time show: counts and seconds, for people or as JSON. */
#ifndef DUET_CLI_STATS_H
#define DUET_CLI_STATS_H

#include "cli/session.h"

/* The session's counts so far, in the given format. */
void stats_show(const Session *session, StatsFormat format, FILE *file);

/* How long each stage took. */
void stats_show_times(const Session *session, FILE *file);

#endif
