#pragma once
#include <optional>
#include <string>
#include <vector>

#include "law/register.hpp"
#include "law/text.hpp"
#include "ports/crypto.hpp"
#include "ports/law_store.hpp"

namespace laws {

struct SourceFile {
    std::string name;  // "行政处罚法(2021-01-22).md": the day in brackets is that of the version
    std::string bytes;
};

// What became of one file.
struct ImportRow {
    std::string file, title, code;
    std::optional<ports::LawStore::Stored> stored;  // nothing: refused, see problems
    std::optional<base::Date> from, to;
    std::string dated_by;
    std::size_t articles = 0;
    std::vector<law::TextProblem> problems;
};

// Reads every file and stores those that are good in one transaction; a file with a problem is left out
// whole. A trial stores nothing and tells the same.
base::Result<std::vector<ImportRow>> import_texts(const std::vector<SourceFile>& files,
                                                  const law::Register& known, ports::LawStore& store,
                                                  const ports::Hasher& hasher, base::Instant now,
                                                  bool is_trial);

}  // namespace laws
