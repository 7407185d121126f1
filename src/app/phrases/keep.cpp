#include "phrases/keep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/text.hpp"
#include "document/phrase.hpp"

namespace phrases {

namespace {

bool holds_any(const identity::Viewer& viewer, std::initializer_list<std::string_view> roles) {
    return std::ranges::any_of(roles, [&](std::string_view role) { return viewer.has_role(role); });
}

bool is_free_text(const procedure::Field& field) {
    return field.type == procedure::FieldType::text || field.type == procedure::FieldType::longtext;
}

bool has_free_field(const procedure::ActType& type, std::string_view path) {
    const auto dot = path.find('.');
    const std::string_view group = path.substr(0, dot);
    if (dot == path.npos || (group != "paper" && group != "data")) return false;
    return std::ranges::any_of(group == "paper" ? type.paper : type.fields,
                               [&](const procedure::Field& field) {
                                   return field.name == path.substr(dot + 1) && is_free_text(field);
                               });
}

base::Result<void> check_place(const office::Office& office, const Wording& wording) {
    if (wording.act.empty() && wording.field.empty()) return {};
    if (wording.act.empty())
        return base::fail("missing_field", "指明栏目的，应当先指明适用的行为", {}, "act");
    const auto* type = office.rules.table.find(wording.act);
    if (type == nullptr) return base::fail("unknown_choice", "没有这一行为", {}, "act");
    if (!wording.field.empty() && !has_free_field(*type, wording.field))
        return base::fail("unknown_choice", fmt::format("“{}”没有这一文字栏目", type->title), {}, "field");
    return {};
}

base::Result<void> check(const office::Office& office, const Wording& wording) {
    if (base::is_blank(wording.title)) return base::fail("missing_field", "请填写名称", {}, "title");
    if (base::character_count(wording.title) > title_characters_max)
        return base::fail("text_too_long", fmt::format("名称不超过{}字", title_characters_max), {}, "title");
    if (auto named = document::check_phrase({}, wording.title);
        !named && (named.error().code == "control_character" || named.error().code == "template_syntax")) {
        named.error().field = "title";
        return base::fail(std::move(named.error()));
    }
    if (wording.title.contains('\n')) return base::fail("control_character", "名称只写一行", {}, "title");
    TRY(document::check_phrase(office.templates.places(), wording.words));
    return check_place(office, wording);
}

base::Result<ports::Phrase> kept(ports::PhraseStore& store, const identity::Viewer& viewer,
                                 std::string_view id, std::int64_t lock) {
    ports::Phrase phrase = TRY(store.load(viewer, id));
    if (!phrase.may_keep)
        return base::fail("not_permitted", phrase.node.empty() ? "全局常用语由法制机构和局领导修改"
                                                               : "常用语由写它的人或者本单位负责人修改");
    if (phrase.retired_at) return base::fail("already_ended", "该常用语已经停用");
    if (phrase.lock != lock) return base::fail("version_conflict", "该常用语已被他人修改，请刷新后再改");
    return phrase;
}

}  // namespace

bool may_add_to_unit(const identity::Viewer& viewer) {
    return holds_any(viewer, {"UNIT_HEAD", "HANDLER", "REVIEWER", "LEGAL", "HOST"});
}

bool may_add_to_agency(const identity::Viewer& viewer) {
    return holds_any(viewer, {"LEADER", "CHIEF", "LEGAL"});
}

base::Result<ports::Phrase> make(const office::Office& office, ports::PhraseStore& store,
                                 const identity::Viewer& viewer, const Wording& wording, bool of_agency) {
    if (of_agency ? !may_add_to_agency(viewer) : !may_add_to_unit(viewer))
        return base::fail("not_permitted", of_agency ? "全局常用语由法制机构和局领导建立"
                                                     : "常用语由本单位的办案、审核、听证人员或者负责人建立");
    TRY(check(office, wording));
    const std::string node = of_agency ? std::string() : viewer.node;
    if (TRY(store.count(viewer, node)) >= in_use_max)
        return base::fail("too_many", fmt::format("在用的常用语不超过{}条，请先停用不用的", in_use_max), {},
                          "words");
    const base::Instant now = office.now();
    ports::Phrase phrase{.id = office.ports.random.id(),
                         .agency = viewer.agency,
                         .node = node,
                         .title = wording.title,
                         .words = wording.words,
                         .act = wording.act,
                         .field = wording.field,
                         .made_by = viewer.person,
                         .made_by_name = viewer.name,
                         .made_at = now,
                         .edited_by_name = viewer.name,
                         .edited_at = now,
                         .may_keep = true};
    TRY(store.create(viewer, phrase));
    return phrase;
}

base::Result<ports::Phrase> edit(const office::Office& office, ports::PhraseStore& store,
                                 const identity::Viewer& viewer, std::string_view id, std::int64_t lock,
                                 const Wording& wording) {
    ports::Phrase phrase = TRY(kept(store, viewer, id, lock));
    TRY(check(office, wording));
    phrase.title = wording.title;
    phrase.words = wording.words;
    phrase.act = wording.act;
    phrase.field = wording.field;
    phrase.edited_by_name = viewer.name;
    phrase.edited_at = office.now();
    TRY(store.save(viewer, phrase));
    phrase.lock += 1;
    return phrase;
}

base::Result<ports::Phrase> retire(const office::Office& office, ports::PhraseStore& store,
                                   const identity::Viewer& viewer, std::string_view id, std::int64_t lock) {
    ports::Phrase phrase = TRY(kept(store, viewer, id, lock));
    phrase.retired_by_name = viewer.name;
    phrase.retired_at = office.now();
    TRY(store.save(viewer, phrase));
    phrase.lock += 1;
    return phrase;
}

}  // namespace phrases
