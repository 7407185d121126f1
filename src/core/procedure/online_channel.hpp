#pragma once
#include "casefile/act.hpp"

namespace procedure {

// 行政复议法 第二十二条第二款: whether this is the electronic service of a decision, which names the online
// way to reconsideration.
bool names_online_channel(const casefile::Act& act);

}  // namespace procedure
