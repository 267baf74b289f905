/* child.c -- fork, exec, wait4, and two files in memory. */
#include "child.h"

#include "support/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sigset_t awaited_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  return set;
}

void child_prepare(void) {
  sigset_t set = awaited_signals();
  sigprocmask(SIG_BLOCK, &set, NULL);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec * 1e-6; }

/* ---- output ---- */

/* A file in memory of full size that can't grow: a program that prints without end fails instead of filling the memory. -1 when there is none to be had. */
static int capture_open(const char *name) {
  int file = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  if (ftruncate(file, CHILD_MAX_OUTPUT) == 0 && fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0) return file;
  close(file);
  return -1;
}

/* What was written. Child and runner share the file's position, so that is how far the child came. */
static char *capture_take(int file) {
  off_t length = file < 0 ? 0 : lseek(file, 0, SEEK_CUR);
  char *text = memory_alloc((size_t)length + 1);
  ssize_t got = length > 0 ? pread(file, text, (size_t)length, 0) : 0;
  text[got > 0 ? got : 0] = '\0';
  if (file >= 0) close(file);
  return text;
}

/* ---- start and end ---- */

/* The child's side, up to the moment when it becomes the command. It only comes back when that fails; `errno` says why. */
static void become(const char *const *words, int output, int errors) {
  sigset_t set = awaited_signals();
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL); /* nothing runs on when the runner itself is killed */
  signal(SIGPIPE, SIG_DFL);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  int input = open("/dev/null", O_RDONLY);
  if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) return;
  close(input);
  execvp(words[0], (char *const *)words);
}

/* Starts the command; gives 0, or why it could not be. A pipe that closes at exec brings the news: nothing comes through when all went well. */
static int start(pid_t *pid, const char *const *words, int output, int errors) {
  int news[2], error = 0;
  if (pipe2(news, O_CLOEXEC) != 0) return errno;
  *pid = fork();
  if (*pid == 0) {
    become(words, output, errors);
    error = errno;
    _exit(write(news[1], &error, sizeof error) < 0);
  }
  if (*pid < 0) error = errno;
  close(news[1]);
  if (*pid > 0 && read(news[0], &error, sizeof error) > 0) waitpid(*pid, NULL, 0);
  close(news[0]);
  return error;
}

/* Waits until the child has ended, or ends it. */
static void wait_for(Child *child, pid_t pid, double deadline, struct rusage *usage) {
  sigset_t set = awaited_signals();
  int status = 0;
  child->end = CHILD_EXITED;
  while (wait4(pid, &status, WNOHANG, usage) == 0) {
    double left = deadline - now();
    if (left < 0) left = 0;
    struct timespec timeout = {.tv_sec = (time_t)left, .tv_nsec = (long)((left - floor(left)) * 1e9)};
    int signal = sigtimedwait(&set, NULL, &timeout);
    if (signal == SIGCHLD || (signal < 0 && errno == EINTR)) continue;
    child->end = signal < 0 ? CHILD_TIMED_OUT : CHILD_INTERRUPTED;
    kill(-pid, SIGKILL);
    wait4(pid, &status, 0, usage);
    return;
  }
  if (WIFSIGNALED(status)) child->end = CHILD_KILLED;
  child->code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

void child_run(Child *child, const char *const *words, double limit) {
  *child = (Child){.end = CHILD_NOT_STARTED, .code = ENOMEM};
  int output = capture_open("stdout"), errors = capture_open("stderr");
  pid_t pid = 0;
  double begin = now();
  if (output >= 0 && errors >= 0) child->code = start(&pid, words, output, errors);
  if (pid > 0 && child->code == 0) {
    struct rusage usage = {0};
    wait_for(child, pid, begin + limit, &usage);
    child->wall = now() - begin;
    child->cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    child->peak = (double)usage.ru_maxrss;
  }
  child->output = capture_take(output);
  child->errors = capture_take(errors);
}

void child_free(Child *child) {
  memory_free(child->output);
  memory_free(child->errors);
  *child = (Child){.end = CHILD_NOT_STARTED};
}

void child_describe(const Child *child, double limit, char *text, size_t size) {
  switch (child->end) {
  case CHILD_EXITED: snprintf(text, size, "exit code %d", child->code); return;
  case CHILD_KILLED: snprintf(text, size, "killed by SIG%s", sigabbrev_np(child->code)); return;
  case CHILD_TIMED_OUT: snprintf(text, size, "no end within %g s", limit); return;
  case CHILD_INTERRUPTED: snprintf(text, size, "interrupted"); return;
  case CHILD_NOT_STARTED: snprintf(text, size, "%s", strerror(child->code)); return;
  }
}

double child_floor_kb(void) {
  struct rusage usage = {0};
  pid_t pid = fork();
  if (pid == 0) _exit(0);
  return pid > 0 && wait4(pid, NULL, 0, &usage) == pid ? (double)usage.ru_maxrss : 0;
}
