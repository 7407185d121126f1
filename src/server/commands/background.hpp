#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "installation/installation.hpp"

namespace commands {

// What runs beside the requests: printing queued papers, turning the lists over at midnight, signing the
// heads of the days gone by, the jobs of the night, reading the files that were brought in, one at a time.
class Background {
  public:
    Background(installation::Installation& installation, std::string superior);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

  private:
    void print_papers();
    void turn_days();
    void read_files();
    void work_through(const std::function<base::Result<bool>()>& next);  // a queue, until the server stops
    bool goes_on();
    bool wait(std::chrono::milliseconds span);  // false when it is time to stop

    installation::Installation& installation_;
    std::string superior_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool stop_ = false;
    std::thread papers_, days_, files_;
};

}  // namespace commands
