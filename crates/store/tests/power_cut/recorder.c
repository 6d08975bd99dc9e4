/* Records what a program writes below one folder, in order, so that a test can tell what a disk would hold if the power went at
 * any moment. Loaded before libc (LD_PRELOAD). FOLDER and LOG come from the environment; with NO_SYNC set, what asks for the disk is
 * not recorded, as if it had never been asked.
 *
 * A record: one letter, the length of the path, the path, an offset, a length, and that many bytes. Letters: W write, T truncate,
 * S sync, U unlink. Memory maps are not seen: SQLite keeps nothing in them that it cannot make again. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

/* The path of an open file, if it lies below the folder. */
static int path_of(int fd, char *path) {
    const char *folder = getenv("PLUMBLINE_POWER_FOLDER");
    char link[64];
    ssize_t length;
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static void note(char what, const char *path, uint64_t offset, const void *bytes, uint32_t length) {
    ssize_t (*put)(int, const void *, size_t) = REAL(ssize_t, "write", int, const void *, size_t);
    uint32_t path_length = strlen(path);
    if (log_fd < 0) log_fd = open(getenv("PLUMBLINE_POWER_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (put(log_fd, &what, 1) != 1 || put(log_fd, &path_length, 4) != 4 || put(log_fd, path, path_length) < 0 ||
        put(log_fd, &offset, 8) != 8 || put(log_fd, &length, 4) != 4 ||
        (bytes && put(log_fd, bytes, length) != (ssize_t)length)) abort();
}

/* The lock is held over the act and its record, so that the order of the records is that of the acts. */
#define DO(fd, act, what, offset, bytes, length)                                                   \
    char path[PATH_MAX];                                                                           \
    if (!path_of(fd, path)) return act;                                                            \
    pthread_mutex_lock(&lock);                                                                     \
    ssize_t done = act;                                                                            \
    if (done >= 0) note(what, path, offset, bytes, length);                                        \
    pthread_mutex_unlock(&lock);                                                                   \
    return done

ssize_t write(int fd, const void *bytes, size_t length) {
    ssize_t (*real)(int, const void *, size_t) = REAL(ssize_t, "write", int, const void *, size_t);
    off_t at;
    char path[PATH_MAX];
    if (!path_of(fd, path)) return real(fd, bytes, length);
    pthread_mutex_lock(&lock);
    at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, bytes, length);
    if (done >= 0) note('W', path, at, bytes, done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    DO(fd, real(fd, bytes, length, at), 'W', at, bytes, done);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t length) {
    int (*real)(int, off64_t) = REAL(int, "ftruncate64", int, off64_t);
    DO(fd, real(fd, length), 'T', length, NULL, 0);
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_with(const char *name, int fd) {
    int (*real)(int) = REAL(int, name, int);
    if (getenv("PLUMBLINE_POWER_NO_SYNC")) return real(fd);
    DO(fd, real(fd), 'S', 0, NULL, 0);
}

int fsync(int fd) { return sync_with("fsync", fd); }

int fdatasync(int fd) { return sync_with("fdatasync", fd); }

int unlink(const char *name) {
    int (*real)(const char *) = REAL(int, "unlink", const char *);
    const char *folder = getenv("PLUMBLINE_POWER_FOLDER");
    if (!folder || strncmp(name, folder, strlen(folder)) != 0) return real(name);
    pthread_mutex_lock(&lock);
    int done = real(name);
    if (done == 0) note('U', name, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}
