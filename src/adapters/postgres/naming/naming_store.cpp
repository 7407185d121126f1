#include "postgres/naming/naming_store.hpp"

namespace postgres {
namespace {

ports::FileNaming read_naming(const Row& row) {
    ports::FileNaming naming{.evidence = row.text("id"),
                             .file_name = row.text("file_name"),
                             .state = row.text("state"),
                             .proposal = row.is_null("proposal") ? base::Value() : row.value("proposal"),
                             .failure = row.text("failure")};
    if (!row.is_null("name"))
        naming.given = ports::GivenName{.name = row.text("name"),
                                        .was_proposed = row.truth("was_proposed"),
                                        .by = row.text("named_by"),
                                        .by_name = row.text("named_by_name"),
                                        .at = row.instant("named_at")};
    return naming;
}

}  // namespace

base::Result<std::vector<ports::FileNaming>> NamingStore::of_case(const identity::Viewer& viewer,
                                                                  std::string_view case_no) {
    std::vector<ports::FileNaming> list;
    for (const auto row : TRY(app_.read(Context::of(viewer), "naming/of_case", Params(case_no))))
        list.push_back(read_naming(row));
    return list;
}

base::Result<void> NamingStore::give(const identity::Viewer& viewer, std::string_view evidence,
                                     const ports::GivenName& given) {
    const auto rows =
        TRY(app_.write(Context::of(viewer), "naming/name",
                       Params(evidence, given.name, given.was_proposed, given.by, given.by_name, given.at)));
    if (rows.affected() != 1) return base::fail("not_found", "没有这份证据");
    return {};
}

base::Result<std::string> NamingStore::words(const identity::Viewer& viewer, std::string_view evidence) {
    const auto rows = TRY(app_.read(Context::of(viewer), "naming/words", Params(evidence)));
    return rows.empty() ? std::string() : rows.front().text("words");
}

base::Result<void> NamingStore::queue(const identity::Viewer& viewer, std::string_view evidence,
                                      base::Instant at) {
    TRY(app_.write(Context::of(viewer), "naming/queue", Params(evidence, at)));
    return {};
}

base::Result<std::optional<ports::FileToRead>> NamingStore::take(base::Instant at) {
    const auto rows = TRY(app_.write(Context::for_purpose("naming"), "naming/take", Params(at)));
    if (rows.empty()) return std::optional<ports::FileToRead>();
    const auto row = rows.front();
    return std::optional(ports::FileToRead{.evidence = row.text("file"),
                                           .case_no = row.text("of_case"),
                                           .name = row.text("file_name"),
                                           .type = row.text("file_type"),
                                           .size = row.integer("bytes"),
                                           .sm3 = row.text("digest"),
                                           .parties = row.texts("party_names")});
}

base::Result<void> NamingStore::finish(std::string_view evidence, const ports::FileOutcome& outcome,
                                       base::Instant at) {
    TRY(app_.write(Context::for_purpose("naming"), "naming/finish",
                   Params(evidence, outcome.state, outcome.proposal, outcome.failure, outcome.words, at)));
    return {};
}

}  // namespace postgres
