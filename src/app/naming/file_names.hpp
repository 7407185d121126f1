#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "naming/rules.hpp"
#include "office/office.hpp"
#include "ports/file_words.hpp"
#include "ports/naming_store.hpp"

namespace naming {

// 智能命名: files are read beside the requests, a name is proposed, a person gives it. The name given is what
// the volume prints.
class FileNames {
  public:
    FileNames(const office::Office& office, ports::NamingStore& store, const ports::FileWords& reader,
              const Rules& rules)
        : office_(office), store_(store), reader_(reader), rules_(rules) {}

    const Rules& rules() const { return rules_; }

    base::Result<std::vector<ports::FileNaming>> of_case(const identity::Viewer&,
                                                         std::string_view case_no) const;
    // Errors: `not_found`, `not_authorised`, `missing_field`, `bad_name`.
    base::Result<ports::Evidence> give(const identity::Viewer&, std::string_view evidence,
                                       std::string_view name) const;
    base::Result<void> read_anew(const identity::Viewer&, std::string_view evidence) const;

    // The words that were read off a picture or scan. Errors: `still_reading`, `no_words`.
    base::Result<std::vector<std::string>> words_read(const identity::Viewer&, const ports::Evidence&) const;

    // Reads the next file that waits; false when none does.
    base::Result<bool> read_next() const;

  private:
    ports::FileOutcome outcome_of(const ports::FileToRead& file) const;
    base::Result<std::vector<std::string>> words_of(const ports::FileToRead& file) const;
    base::Result<ports::Evidence> writable(const identity::Viewer&, std::string_view evidence) const;

    const office::Office& office_;
    ports::NamingStore& store_;
    const ports::FileWords& reader_;
    const Rules& rules_;
};

}  // namespace naming
