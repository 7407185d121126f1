#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/case_store.hpp"
#include "ports/clock.hpp"
#include "ports/head_store.hpp"

namespace heads {

// A day's head on its way up, signed as a whole so that nobody can move it to another day.
struct Letter {
    ports::DayHead head;
    std::string signature;
};
std::string text_of(const ports::DayHead& head);
std::string text_of(const ports::HeadReceipt& receipt);

// What is wrong with heads received from one agency.
struct Doubt {
    std::string region;
    base::Date day;
    std::string kind;     // fork: two heads for one day; gap: a day between is missing; other_key
    std::string message;  // Chinese
};
// `received`: of one agency, in the order in which it came.
std::vector<Doubt> doubts(const std::vector<ports::ReceivedHead>& received);

// Takes a letter to the superior node and brings its receipt back.
using Transport = std::function<base::Result<ports::HeadReceipt>(const Letter&)>;

// Daily heads go up to the superior node, which keeps them, so that not even the keeper of a chain can write
// it anew unseen.
class Exchange {
  public:
    Exchange(ports::HeadStore& store, ports::HeadKeys& keys, const ports::Clock& clock)
        : store_(store), keys_(keys), clock_(clock) {}

    // The superior's side. Errors: `unknown_agency`, `bad_signature`, `bad_input`.
    base::Result<ports::HeadReceipt> receive(const Letter& letter);
    // The sender's side: everything without a receipt, until the first failure. Says how many went. Without
    // a transport both nodes live here.
    base::Result<int> deliver(const Transport& transport, const std::function<bool()>& goes_on);
    // What superiors hold against what is stored here: a chain written anew shows.
    base::Result<std::vector<ports::Fault>> check();
    ports::HeadStore& store() { return store_; }

  private:
    ports::HeadStore& store_;
    ports::HeadKeys& keys_;
    const ports::Clock& clock_;
};

// The region code of the node above: the city of a district, the province of a city; "" above that.
std::string superior_of(std::string_view region);

}  // namespace heads
