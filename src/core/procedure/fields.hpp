#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "casefile/act.hpp"
#include "procedure/table.hpp"

namespace procedure {

// An element the law asks for that is not there, or a tick that is false.
struct Missing {
    std::string field;  // "conditions.ours"
    std::string code;   // element_missing, or the code of the field
    std::string label;
    bool is_false = false;
};

struct Reference {
    std::string field;
    std::int64_t n = 0;
    const Field* type = nullptr;
};

struct ReadData {
    std::vector<Missing> missing = {};
    std::vector<Reference> references = {};
};

// Whom the data may name: people of the agency; of an act recorded before, also who has left since.
enum class Named { staff, anybody };

// Reads data against the fields of its act. Error `bad_input`: an unknown field or a wrong type, with its
// path.
base::Result<ReadData> read_data(const base::Value& data, const ActType& type, const Table& table,
                                 const casefile::Matter& matter, Named named = Named::staff);

// The free parts of the papers: known names, right types, nothing required.
base::Result<void> read_paper(const base::Value& paper, const ActType& type, const Table& table,
                              const casefile::Matter& matter);

// Typed values of data that was read before.
std::optional<base::Date> date_in(const base::Value& data, std::string_view path);
std::optional<base::Instant> instant_in(const base::Value& data, std::string_view path);
base::Money money_in(const base::Value& data, std::string_view path);  // nothing there reads as zero
bool lists(const base::Value& data, std::string_view path, std::string_view member);
std::string document_no(const base::Value& document);  // 45 → "45"

}  // namespace procedure
