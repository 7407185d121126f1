#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct DocumentRow {
    std::string id, case_no, agency;
    int act_n = 0;
    std::string document, title, number, slot;
    int no = 0;
    std::string status;  // queued made struck
    std::string sm3;     // of the PDF, once made
    std::string text_sm3;
    base::Value facts;
    base::Instant made_at;     // of the act; the day the paper bears
    base::List siblings = {};  // numbered papers of the same act: {n, document, number, title, made_on, slot}
};

class DocumentStore {
  public:
    virtual ~DocumentStore() = default;
    virtual base::Result<std::vector<DocumentRow>> of_case(const identity::Viewer&,
                                                           std::string_view case_no) = 0;  // without facts
    virtual base::Result<DocumentRow> load(const identity::Viewer&, std::string_view id) = 0;
    // The PDF is in the blob store under sm3; a document already made keeps what it has.
    virtual base::Result<void> mark_made(const identity::Viewer&, std::string_view id,
                                         std::string_view sm3) = 0;
    // The queue, across agencies, for the renderer that runs beside the server (FOR UPDATE SKIP LOCKED).
    virtual base::Result<std::optional<DocumentRow>> next_queued() = 0;
    virtual base::Result<void> finish_queued(std::string_view id, std::string_view sm3) = 0;
};

}  // namespace ports
