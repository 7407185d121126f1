#pragma once
#include <string_view>
#include <vector>

#include "proofread/checker.hpp"

namespace proofread {

// A place where a paper names its party.
struct Named {
    const Page* page;
    Spot spot;
    Letters name;
    bool may_be_other = false;  // 被询问人, 受送达人: not always the party
};

// A place where a paper says something of a party: key is credit_code, id_number, address, representative or
// phone.
struct PartyFact {
    const Page* page;
    Spot spot;
    Letters name;
    std::string_view key;
    Letters value;
};

struct Told {
    std::vector<Named> names;
    std::vector<PartyFact> facts;
};
Told read_told(const Page& page);

bool is_masked(LettersView name);                  // 王某, 王*明
bool masks(LettersView masked, LettersView full);  // 王某 for 王小明

}  // namespace proofread
