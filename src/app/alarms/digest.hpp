#pragma once
#include <functional>
#include <string>
#include <vector>

#include "alarms/watch.hpp"
#include "base/result.hpp"

namespace alarms {

struct DigestRun {
    int persons = 0;  // who hold a post today
    int made = 0;     // whose digest of today was not there yet
};

// What a person is told on a day, as text of the digest.
std::string digest_text(const std::string& name, base::Date day, const std::vector<Alarm>& alarms,
                        int waiting, int returned);

// The digest of today for everybody who holds a post, in every agency. Done twice it adds nothing.
base::Result<DigestRun> write_digests(const Watch&, const std::function<bool()>& goes_on);

}  // namespace alarms
