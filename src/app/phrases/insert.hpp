#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/act_request.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/phrase_store.hpp"

namespace phrases {

// A phrase as it would stand in the papers of an act being written.
struct Ready {
    ports::Phrase phrase;
    std::string text;
    std::vector<std::string> open = {};  // places the case does not know yet
};

// The phrases in use that fit the act, filled from the case and from what is typed so far.
base::Result<std::vector<Ready>> ready(const office::Office&, ports::PhraseStore&, const identity::Viewer&,
                                       std::string_view case_no, const acts::ActRequest&);

}  // namespace phrases
