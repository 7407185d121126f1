#include "text_files/limited_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace text_files {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

void limit(int what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

// Between fork and exec only calls that are safe there.
[[noreturn]] void become(char* const* arguments, int input, int output, int complaint,
                         const ProgramLimits& limits) {
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(complaint, STDERR_FILENO);
    close_range(3, ~0U, 0);
    setsid();
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_CPU, limits.cpu_seconds);
    limit(RLIMIT_FSIZE, limits.file_bytes);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // Where the system does not allow this, the program has no address to reach anyway.
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) unshare(CLONE_NEWNET);
    if (limits.gives_way) setpriority(PRIO_PROCESS, 0, 19);
    static char locale[] = "LC_ALL=C.UTF-8", one_thread[] = "OMP_THREAD_LIMIT=1";
    std::array<char*, 3> environment{locale, one_thread, nullptr};
    execve(arguments[0], arguments, environment.data());
    _exit(127);
}

int memory_file(std::string_view bytes) {
    const int file = memfd_create("text", MFD_CLOEXEC);
    while (file >= 0 && !bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written <= 0) return file;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file >= 0) lseek(file, 0, SEEK_SET);
    return file;
}

void collect(int from, std::size_t output_max, const ProgramLimits& limits, ProgramResult& result) {
    constexpr std::chrono::milliseconds look_up{200};
    const auto until = std::chrono::steady_clock::now() + limits.wall;
    std::array<char, 65'536> buffer{};
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd ready{from, POLLIN, 0};
        if (left.count() <= 0 || (limits.stopped != nullptr && limits.stopped->load())) {
            result.too_long = true;
            return;
        }
        if (poll(&ready, 1, static_cast<int>(std::min(left, look_up).count())) == 0) continue;
        const ssize_t got = read(from, buffer.data(), buffer.size());
        if (got <= 0) return;
        result.output.append(buffer.data(), static_cast<std::size_t>(got));
        if (result.output.size() > output_max) {
            result.too_much = true;
            return;
        }
    }
}

std::string read_back(int file) {
    constexpr std::size_t most = 4096;
    std::string text(most, '\0');
    const ssize_t got = pread(file, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
}

// `output`: where the program writes to; -1 is the pipe that is read here, else the pipe takes its
// complaints.
ProgramResult run(const std::vector<std::string>& arguments, std::string_view input, std::size_t output_max,
                  int output, const ProgramLimits& limits) {
    ProgramResult result;
    if (access(arguments.front().c_str(), X_OK) != 0) return result;
    const Descriptor in(memory_file(input)), complaint(memory_file({}));
    std::array<int, 2> pipe_ends{-1, -1};
    if (in.number() < 0 || complaint.number() < 0 || pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return result;
    const Descriptor from(pipe_ends[0]);
    Descriptor to(pipe_ends[1]);
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) return result;
    if (child == 0 && output < 0) become(words.data(), in.number(), to.number(), complaint.number(), limits);
    if (child == 0) become(words.data(), in.number(), output, to.number(), limits);
    to.close();
    result.started = true;
    collect(from.number(), output_max, limits, result);
    if (result.too_long || result.too_much) kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (result.status == 127) result.started = false;
    result.complaint = output < 0 ? read_back(complaint.number()) : std::exchange(result.output, {});
    return result;
}

}  // namespace

ProgramResult run_limited(const std::vector<std::string>& arguments, std::string_view input,
                          std::size_t output_max, const ProgramLimits& limits) {
    return run(arguments, input, output_max, -1, limits);
}

ProgramResult run_limited_to(const std::vector<std::string>& arguments, const std::filesystem::path& file,
                             std::uint64_t bytes_max) {
    const Descriptor output(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (output.number() < 0) return {};
    constexpr std::size_t complaint_max = 64 << 10;
    return run(arguments, {}, complaint_max, output.number(), {.file_bytes = bytes_max});
}

}  // namespace text_files
