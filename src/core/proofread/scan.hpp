#pragma once
#include <cstddef>
#include <vector>

#include "proofread/proofread.hpp"

namespace proofread {

// What was found in a paper whose words a machine read off a picture: none of it is an error, for a misread
// letter looks like one. What hangs on single letters and marks is left out or only mentioned, everything
// says that the picture decides.
std::vector<Finding> as_read_from_picture(std::vector<Finding> findings, std::size_t source);

// What was found between a paper of another hand and the papers of the case: it may speak of somebody or
// something else, so it is a doubt and no error.
std::vector<Finding> as_of_another_hand(std::vector<Finding> findings, std::size_t source);

}  // namespace proofread
