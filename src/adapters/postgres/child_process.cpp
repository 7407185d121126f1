#include "postgres/child_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace postgres {
namespace {

void become(const SystemUser& user) {
    if (geteuid() != 0) return;
    if (setgroups(0, nullptr) != 0 || setgid(user.group) != 0 || setuid(user.user) != 0) _exit(126);
}

// The signals a server blocks or ignores must not be inherited by the database.
void reset_signals() {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD}) signal(number, SIG_DFL);
}

void inherit(int descriptor, int as) {
    if (descriptor == as)
        fcntl(as, F_SETFD, 0);
    else if (dup2(descriptor, as) < 0)
        _exit(126);
}

// Between fork and exec only what is safe in a child of a process with threads.
[[noreturn]] void run_child(const ChildCommand& command, char* const* arguments, char* const* environment) {
    // A group of its own: Ctrl-C at the terminal reaches the server, which then stops the database in order.
    setpgid(0, 0);
    reset_signals();
    inherit(command.folder, inherited_folder);
    inherit(command.output, STDOUT_FILENO);
    inherit(command.output, STDERR_FILENO);
    if (chdir("/") != 0) _exit(126);
    become(command.user);
    if (command.signal_on_death && prctl(PR_SET_PDEATHSIG, *command.signal_on_death) != 0) _exit(126);
    execve(arguments[0], arguments, environment);
    _exit(127);
}

}  // namespace

pid_t start(const ChildCommand& command) {
    std::vector<char*> arguments;
    for (const auto& argument : command.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    char path[] = "PATH=/usr/local/bin:/usr/bin:/bin";
    char language[] = "LC_ALL=C.UTF-8";
    char* environment[] = {path, language, nullptr};
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) {
        if (getppid() != parent) _exit(126);
        run_child(command, arguments.data(), environment);
    }
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return status;
}

}  // namespace postgres
