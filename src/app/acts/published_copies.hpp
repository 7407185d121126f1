#pragma once
#include "acts/judge.hpp"
#include "publicity/prepare.hpp"

namespace acts {

// What is made public is kept as it is, and its hash goes into the chain with the act: 公示规定
// 第四条、第六条. The decision and the summary are set from the redacted words, and the act is judged once
// more with their hashes in it. Any other act stays as it was judged. What the officer says he looked at must
// be these very bytes (`publication_not_seen`, `publication_changed`). Error: `personal_data_left`.
base::Result<Judged> with_published_copies(const office::Office&, const identity::Viewer&,
                                           const cases::LoadedCase&, const ActRequest&, Judged);

// Proposed before anybody was asked to look: nothing says which texts were seen, so that nothing can be
// published by it. The proposal goes back to its author.
std::optional<procedure::Refusal> proposed_unseen(const ActRequest&);

// What an act of publication would publish as the case stands: for the officer to look at before.
base::Result<std::vector<publicity::Publication>> publications(const office::Office&, const identity::Viewer&,
                                                               std::string_view case_no, const ActRequest&);

}  // namespace acts
