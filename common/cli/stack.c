/* stack.c -- see stack.h. The calling thread does nothing but wait, with SIGINT blocked, so that the signal interrupts the reads of the one that works. */
#include "cli/stack.h"

#include <pthread.h>
#include <signal.h>

typedef struct Job {
  int (*function)(void *);
  void *context;
  int result;
} Job;

static void *run_job(void *argument) {
  Job *job = argument;
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &interrupt, NULL);
  job->result = job->function(job->context);
  return NULL;
}

static bool run_thread(pthread_attr_t *attributes, Job *job) {
  sigset_t interrupt, before;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, &before);
  pthread_t thread;
  bool started = pthread_create(&thread, attributes, run_job, job) == 0;
  if (started) pthread_join(thread, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

bool stack_run(size_t bytes, int (*function)(void *), void *context, int *result) {
  Job job = {function, context, 0};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  bool ok = pthread_attr_setstacksize(&attributes, bytes) == 0 && run_thread(&attributes, &job);
  pthread_attr_destroy(&attributes);
  *result = job.result;
  return ok;
}
