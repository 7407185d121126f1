#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "installation/installation.hpp"

namespace commands {

// What runs beside the requests: printing queued papers, turning the lists over at midnight, signing the
// heads of the days gone by, the jobs of the night.
class Background {
  public:
    Background(installation::Installation& installation, std::string superior);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

  private:
    void print_papers();
    void turn_days();
    bool goes_on();
    bool wait(std::chrono::milliseconds span);  // false when it is time to stop

    installation::Installation& installation_;
    std::string superior_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool stop_ = false;
    std::thread papers_, days_;
};

}  // namespace commands
