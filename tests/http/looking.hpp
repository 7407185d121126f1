#pragma once
#include "world.hpp"

namespace http_test {

// 公示规定 第六条: what is published is what was looked at, to the byte; otherwise nothing is. Looks at the
// texts the act would publish, tries what must be refused, and returns their digests.
base::List look_before_publishing(Officer& officer, const std::string& acts, const base::Object& body);

// The chain holds what was seen.
void expect_published(Officer& officer, const std::string& acts, const base::List& digests);

}  // namespace http_test
