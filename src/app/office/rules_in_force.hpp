#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "procedure/rules.hpp"

namespace office {

// The procedure with the working days in force. The calendar may change while the program runs: whatever was
// folded keeps the rules it was folded with, so none of them is ever thrown away; whatever is folded next
// takes the new ones.
class RulesInForce {
  public:
    explicit RulesInForce(const procedure::Rules& given)
        : table(given.table), clocks(given.clocks), current_(&given) {}
    RulesInForce(const RulesInForce&) = delete;
    RulesInForce& operator=(const RulesInForce&) = delete;

    const procedure::Table& table;  // the calendar changes neither of these
    const clocks::ClockTable& clocks;

    const procedure::Rules& now() const { return *current_.load(); }
    operator const procedure::Rules&() const { return now(); }  // NOLINT: used as the rules are
    void take(calendar::WorkCalendar calendar);

  private:
    std::atomic<const procedure::Rules*> current_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<const procedure::Rules>> kept_;
};

}  // namespace office
