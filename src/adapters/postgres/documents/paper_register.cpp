#include "postgres/documents/paper_register.hpp"

namespace postgres {

base::Result<std::optional<ports::CheckedPaper>> PaperRegister::find(std::string_view code) {
    const auto rows = TRY(app_.read(Context::for_purpose("check"), "documents/check", Params(code)));
    if (rows.empty()) return std::nullopt;
    const auto row = rows.front();
    return ports::CheckedPaper{.agency = row.text("agency"),
                               .title = row.text("title"),
                               .number = row.text("number"),
                               .made_on = row.date("made_on"),
                               .sealed_on = row.date_or_none("sealed_on"),
                               .withdrawn = row.truth("withdrawn")};
}

}  // namespace postgres
