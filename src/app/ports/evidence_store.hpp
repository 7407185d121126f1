#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct Upload {
    std::string id, case_no, name;
    std::int64_t size = 0;
    std::int64_t chunk_size = 0;
    std::string declared_sm3;  // empty when the browser gave none
    std::string author;
    base::Instant started_at;
    std::vector<std::int64_t> received;  // chunk numbers, ascending
    std::string evidence;                // id, once complete
};

// How many pages a PDF has; 0 with a reason (`encrypted`, `bad_pdf`) for one that cannot be opened.
struct PageCount {
    int pages = 0;
    std::string failure = {};
};

struct Evidence {
    std::string id, case_no;
    std::string no;          // {case}-ZJ0001, given by the store
    std::string name, type;  // media type, decided by content
    std::int64_t size = 0;
    std::string sm3;
    std::string added_by, added_by_name;
    base::Instant added_at;
    std::optional<PageCount> counted = {};  // of a PDF, once it was counted
};

struct CustodyEvent {            // every taking, viewing, copying, handing over
    std::string evidence, kind;  // received viewed
    std::string person, person_name;
    base::Instant at;
    std::string note;
};

class EvidenceStore {
  public:
    virtual ~EvidenceStore() = default;
    virtual base::Result<void> create_upload(const identity::Viewer&, const Upload&) = 0;
    virtual base::Result<Upload> load_upload(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<void> note_chunk(const identity::Viewer&, std::string_view upload,
                                          std::int64_t k) = 0;
    // Gives the number, writes the row and the `received` event, marks the upload; a repeat returns the first
    // result.
    virtual base::Result<Evidence> complete(const identity::Viewer&, std::string_view upload,
                                            const Evidence&) = 0;
    virtual base::Result<std::vector<Evidence>> of_case(const identity::Viewer&,
                                                        std::string_view case_no) = 0;
    virtual base::Result<Evidence> load(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<void> add_custody(const identity::Viewer&, const CustodyEvent&) = 0;
    virtual base::Result<std::vector<CustodyEvent>> custody(const identity::Viewer&,
                                                            std::string_view evidence) = 0;
    // What was counted stays: the same bytes have the same pages. `uncounted` are digests of PDFs.
    virtual base::Result<void> note_pages(std::string_view sm3, const PageCount&) = 0;
    virtual base::Result<std::vector<std::string>> uncounted(int at_most) = 0;
};

}  // namespace ports
