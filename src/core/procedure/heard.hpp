#pragma once
#include "procedure/guard.hpp"

namespace procedure {

// A hearing was held in this case, in whatever way it came to its end.
bool was_heard(const Look& look);

// 行政处罚法 第五十八条: the listed grounds, and every case that went through a hearing.
bool needs_legal_review(const Look& look);

// The party was told anew of facts or of law that no review has seen.
bool told_unreviewed(const Look& look);

// What brings the hearing on from where it stands.
std::vector<std::string> next_of_hearing(const Hearing& hearing);

std::vector<Guard> hearing_course_guards();
std::vector<Guard> panel_guards();

}  // namespace procedure
