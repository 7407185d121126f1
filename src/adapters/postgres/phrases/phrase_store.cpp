#include "postgres/phrases/phrase_store.hpp"

namespace postgres {
namespace {

ports::Phrase read_phrase(const Row& row) {
    return {.id = row.text("id"),
            .agency = row.text("region"),
            .node = row.text("node"),
            .title = row.text("title"),
            .words = row.text("words"),
            .act = row.text("act"),
            .field = row.text("field"),
            .lock = row.integer("lock"),
            .made_by = row.text("made_by"),
            .made_by_name = row.text("made_by_name"),
            .made_at = row.instant("made_at"),
            .edited_by_name = row.text("edited_by_name"),
            .edited_at = row.instant("edited_at"),
            .retired_by_name = row.text("retired_by_name"),
            .retired_at = row.instant_or_none("retired_at"),
            .may_keep = row.truth("may_keep")};
}

}  // namespace

base::Result<std::vector<ports::Phrase>> PhraseStore::list(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "phrases/list"));
    std::vector<ports::Phrase> phrases;
    for (const auto row : rows) phrases.push_back(read_phrase(row));
    return phrases;
}

base::Result<ports::Phrase> PhraseStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "phrases/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这条常用语");
    return read_phrase(rows.front());
}

base::Result<std::int64_t> PhraseStore::count(const identity::Viewer& viewer, std::string_view node) {
    const auto rows = TRY(app_.read(Context::of(viewer), "phrases/count", Params(node)));
    return rows.front().integer("rows");
}

base::Result<void> PhraseStore::create(const identity::Viewer& viewer, const ports::Phrase& phrase) {
    TRY(app_.write(Context::of(viewer), "phrases/insert",
                   Params(phrase.id, phrase.agency, phrase.node, phrase.title, phrase.words, phrase.act,
                          phrase.field, phrase.made_by, phrase.made_by_name, phrase.made_at)));
    return {};
}

base::Result<void> PhraseStore::save(const identity::Viewer& viewer, const ports::Phrase& phrase) {
    TRY(app_.write(
        Context::of(viewer), "phrases/save",
        Params(phrase.id, phrase.lock, phrase.title, phrase.words, phrase.act, phrase.field,
               phrase.edited_by_name, phrase.edited_at, phrase.retired_by_name, phrase.retired_at)));
    return {};
}

}  // namespace postgres
