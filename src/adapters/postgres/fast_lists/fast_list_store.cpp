#include "postgres/fast_lists/fast_list_store.hpp"

namespace postgres {
namespace {

using base::Result;
using base::Value;

Value items_value(const std::vector<ports::FastListItem>& items) {
    base::List list;
    for (const auto& item : items)
        list.emplace_back(base::Object{
            {"no", item.no},
            {"title", item.title},
            {"violations", base::List(item.violations.begin(), item.violations.end())}
        });
    return list;
}

std::vector<ports::FastListItem> read_items(const Value& list) {
    std::vector<ports::FastListItem> items;
    for (const Value& row : list.items()) {
        ports::FastListItem item{.no = row.integer("no").value_or(0),
                                 .title = std::string(row.text("title"))};
        for (const Value& id : row.list("violations"))
            if (id.as_string() != nullptr) item.violations.push_back(*id.as_string());
        items.push_back(std::move(item));
    }
    return items;
}

ports::FastListRow read_list(const Row& row) {
    return {.id = row.text("id"),
            .agency = row.text("region"),
            .title = row.text("title"),
            .source = row.text("source"),
            .from = row.date("effective_from"),
            .to = row.date_or_none("effective_to"),
            .items = read_items(row.value("items")),
            .status = row.text("status"),
            .drafted_by = row.text("drafted_by"),
            .drafted_by_name = row.text("drafted_by_name"),
            .lock = row.integer("lock"),
            .created_at = row.instant("created_at"),
            .updated_at = row.instant("updated_at")};
}

std::vector<ports::FastListRow> read_all(const Rows& rows) {
    std::vector<ports::FastListRow> lists;
    for (const auto row : rows) lists.push_back(read_list(row));
    return lists;
}

template <class Written>
Result<void> unless_taken(const Written& written, const char* code, const char* message) {
    if (written) return {};
    if (written.error().code == "unique_violation") return base::fail(code, message);
    return base::fail(written.error());
}

}  // namespace

Result<std::vector<ports::FastListRow>> FastListStore::list(const identity::Viewer& viewer) {
    return read_all(TRY(app_.read(Context::of(viewer), "fast_lists/list", Params())));
}

Result<ports::FastListRow> FastListStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "fast_lists/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这份清单");
    return read_list(rows.front());
}

Result<std::vector<ports::FastListSignature>> FastListStore::signatures(const identity::Viewer& viewer,
                                                                        std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "fast_lists/signatures", Params(id)));
    std::vector<ports::FastListSignature> signatures;
    for (const auto row : rows)
        signatures.push_back({.n = row.number("n"),
                              .action = row.text("action"),
                              .person = row.text("person"),
                              .person_name = row.text("person_name"),
                              .role = row.text("role"),
                              .opinion = row.text("opinion"),
                              .content_sm3 = row.text("content_sm3"),
                              .at = row.instant("at")});
    return signatures;
}

Result<void> FastListStore::create(const identity::Viewer& viewer, const ports::FastListRow& list) {
    return unless_taken(
        app_.write(Context::of(viewer), "fast_lists/insert",
                   Params(list.id, list.agency, list.title, list.source, list.from, list.to,
                          items_value(list.items), list.drafted_by, list.drafted_by_name, list.created_at)),
        "list_waiting", "本机关已有一份清单在审批中，请先办结或者撤回");
}

// Two who sign at the same moment write the same place; the second looks again.
Result<void> FastListStore::sign(const identity::Viewer& viewer, const ports::FastListRow& list,
                                 const ports::FastListSignature& signature) {
    const std::vector<Step> steps{
        {"fast_lists/sign",
         Params(list.id, signature.n, signature.action, signature.person, signature.person_name,
         signature.role, signature.opinion, signature.content_sm3, signature.at)},
        {"fast_lists/settle", Params(list.id, list.lock, list.status, list.updated_at)}
    };
    return unless_taken(app_.write(Context::of(viewer), steps), "version_conflict",
                        "该清单已被他人处理，请刷新后查看");
}

Result<std::vector<ports::FastListRow>> FastListStore::approved() {
    return read_all(TRY(app_.read(Context::for_purpose("fast_lists"), "fast_lists/approved", Params())));
}

}  // namespace postgres
