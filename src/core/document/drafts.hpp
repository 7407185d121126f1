#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/template.hpp"

namespace document {

// What every act may ask for: lists that stand in no field of a paper.
inline constexpr std::string_view every_act = "*";
inline constexpr std::string_view evidence_items = "evidence_items";
inline constexpr std::string_view hearing_order = "hearing_order";
inline constexpr std::string_view reasoning = "reasoning";

// A draft may be there in several editions, as a form is: the nearest place wins, and of one place the
// edition that began last. One draft for each field.
std::vector<const Draft*> drafts_for(const Library& library, std::string_view act, const Use& use);

// One of them; null where nothing of that name is drafted.
const Draft* draft_for(const Library& library, std::string_view act, std::string_view field, const Use& use);

// The paragraphs of a draft that say something; none where the case cannot say yet what the draft asks for.
std::vector<std::string> lines_of(const Draft& draft, const base::Value& facts);

}  // namespace document
