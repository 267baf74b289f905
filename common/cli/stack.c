/* stack.c -- see stack.h.
 *
 *     | guard |  bytes ...                       |     mapped by us: MAP_NORESERVE, so that a stack far larger than the machine's
 *               ^ lowest            highest ^          memory is had for nothing as long as it isn't used
 *
 * The calling thread does nothing but wait, with every signal blocked: so signals come to the thread that works, and break off its reads.
 */
#include "cli/stack.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct Job {
  int (*function)(void *);
  void *context;
  int result;
  sigset_t signals; /* that were blocked before */
} Job;

static void *run_job(void *argument) {
  Job *job = argument;
  pthread_sigmask(SIG_SETMASK, &job->signals, NULL);
  job->result = job->function(job->context);
  return NULL;
}

static int run_thread(pthread_attr_t *attributes, Job *job) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &job->signals);
  pthread_t thread;
  int why = pthread_create(&thread, attributes, run_job, job);
  if (why == 0) pthread_join(thread, NULL);
  pthread_sigmask(SIG_SETMASK, &job->signals, NULL);
  return why;
}

static int run_on(void *stack, size_t bytes, Job *job) {
  pthread_attr_t attributes;
  int why = pthread_attr_init(&attributes);
  if (why != 0) return why;
  why = pthread_attr_setstack(&attributes, stack, bytes);
  if (why == 0) why = run_thread(&attributes, job);
  pthread_attr_destroy(&attributes);
  return why;
}

bool stack_run(size_t bytes, int (*function)(void *), void *context, int *result) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t usable = (bytes + page - 1) / page * page;
  if (usable < bytes || usable + page < usable) {
    errno = ENOMEM;
    return false;
  }
  char *lowest = mmap(NULL, usable + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (lowest == MAP_FAILED) return false;
  Job job = {.function = function, .context = context};
  int why = mprotect(lowest, page, PROT_NONE) == 0 ? run_on(lowest + page, usable, &job) : errno;
  munmap(lowest, usable + page);
  *result = job.result;
  errno = why;
  return why == 0;
}
