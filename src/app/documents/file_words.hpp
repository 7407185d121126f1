#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "cases/load_case.hpp"
#include "office/office.hpp"
#include "proofread/proofread.hpp"

namespace documents {

// All papers of a case as they read, and what the data of the case say beside them.
struct FileWords {
    std::vector<proofread::Source> sources;
    proofread::CaseFacts facts;
};

// Papers that were struck are left out.
base::Result<FileWords> file_words(const office::Office&, const identity::Viewer&, const cases::LoadedCase&);

// What the data of an act say of its penalty; nothing when they say none.
std::optional<proofread::PenaltyFacts> penalty_of(const base::Value& data);

// A paper as it would be read; `id` is what findings call it.
proofread::Source source_of(const document::Document& paper, std::string_view id);

}  // namespace documents
