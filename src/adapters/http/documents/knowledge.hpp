#pragma once
#include "http/desk/gate.hpp"
#include "proofread/knowledge.hpp"

namespace desk {

// What is known for proofreading, with the texts that were imported. Each article is asked for once.
proofread::Knowledge knowledge_of(const Desk&);

}  // namespace desk
