#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "ports/file_words.hpp"
#include "ports/naming_store.hpp"
#include "testing/memory_cases.hpp"

namespace testing_office {

// Says of every file what it was told to.
class FixedWords final : public ports::FileWords {
  public:
    base::Result<std::vector<std::string>> words = std::vector<std::string>();
    base::Result<std::vector<std::string>> read(std::string_view, std::string_view) const override {
        return words;
    }
};

class MemoryNames final : public ports::NamingStore {
  public:
    explicit MemoryNames(MemoryEvidence& evidence) : evidence_(evidence) {}
    std::map<std::string, ports::FileNaming, std::less<>> rows;
    std::vector<std::string> parties;
    std::map<std::string, std::string, std::less<>> kept_words;

    base::Result<std::vector<ports::FileNaming>> of_case(const identity::Viewer&,
                                                         std::string_view case_no) override {
        std::vector<ports::FileNaming> found;
        for (const auto& [id, row] : rows)
            if (evidence_.rows.at(id).case_no == case_no) found.push_back(row);
        return found;
    }
    base::Result<void> give(const identity::Viewer&, std::string_view evidence,
                            const ports::GivenName& given) override {
        rows.find(evidence)->second.given = given;
        evidence_.rows.find(evidence)->second.name = given.name;
        return {};
    }
    base::Result<std::string> words(const identity::Viewer&, std::string_view evidence) override {
        return kept_words[std::string(evidence)];
    }
    base::Result<void> queue(const identity::Viewer&, std::string_view evidence, base::Instant) override {
        const std::string id(evidence);
        rows[id] = {.evidence = id,
                    .file_name = evidence_.rows.at(id).name,
                    .state = "waiting",
                    .proposal = {},
                    .failure = {}};
        return {};
    }
    base::Result<std::optional<ports::FileToRead>> take(base::Instant) override {
        for (auto& [id, row] : rows)
            if (row.state == "waiting") {
                row.state = "reading";
                const ports::Evidence& file = evidence_.rows.at(id);
                return std::optional(ports::FileToRead{.evidence = id,
                                                       .case_no = file.case_no,
                                                       .name = file.name,
                                                       .type = file.type,
                                                       .size = file.size,
                                                       .sm3 = file.sm3,
                                                       .parties = parties});
            }
        return std::optional<ports::FileToRead>();
    }
    base::Result<void> finish(std::string_view evidence, const ports::FileOutcome& outcome,
                              base::Instant) override {
        auto& row = rows.find(evidence)->second;
        row.state = outcome.state;
        row.proposal = outcome.proposal;
        row.failure = outcome.failure;
        kept_words[std::string(evidence)] = outcome.words;
        return {};
    }

  private:
    MemoryEvidence& evidence_;
};

}  // namespace testing_office
