#include <fmt/format.h>

#include <algorithm>

#include "document/check.hpp"
#include "document/drafts.hpp"
#include "document/form_reading.hpp"

namespace document {

using base::Value;

namespace {

bool has_field(const FieldBook& fields, const std::string& act, const std::string& field) {
    if (act == every_act) return field == evidence_items || field == hearing_order || field == reasoning;
    const auto known = fields.acts.find(act);
    return known != fields.acts.end() && known->second.paper.contains(field);
}

bool reads(const FormReading& reading, const std::string& path) {
    return std::ranges::any_of(
        reading.paths, [&](const std::string& read) { return read == path || read.starts_with(path + "."); });
}

// What a rule asks of a draft; what no form may say no draft may say.
void apply(const Value& rule, const std::string& name, const std::string& id, FormReading& reading) {
    const auto fault = [&](const char* kind, const std::string& detail) {
        reading.faults.push_back({id, kind, fmt::format("{}（{}）", detail, rule.text("basis"))});
    };
    if (rule.text("draft") == name) {
        for (const Value& path : rule.list("reads"))
            if (!reads(reading, shown(path))) fault("missing_block", "草稿缺少“" + shown(path) + "”");
        for (const Value& words : rule.list("says"))
            if (!reading.words.contains(shown(words)))
                fault("missing_block", "草稿缺少“" + shown(words) + "”");
    }
    if (rule.text("all") == "forms")
        for (const Value& words : rule.list("never"))
            if (reading.words.contains(shown(words))) fault("superseded", "不得再写“" + shown(words) + "”");
}

}  // namespace

std::vector<TemplateFault> check_drafts(const Library& library, const FieldBook& fields,
                                        const std::set<std::string>& acts, const Value& mandatory) {
    const FieldBook known = with_codes(fields, mandatory);
    std::vector<TemplateFault> faults;
    std::set<std::string> everywhere;  // drafts that hold for the whole country
    for (const std::string& act : acts)
        for (const Draft& draft : library.drafts_of(act)) {
            const std::string name = act + "." + draft.field;
            if (draft.words.place().empty()) everywhere.insert(name);
            FormReading reading(draft.words, known);
            if (!has_field(fields, act, draft.field))
                reading.faults.push_back({draft.words.id(), "unknown_field", "没有行为有这一栏"});
            for (const Value& rule : mandatory.list("rules")) apply(rule, name, draft.words.id(), reading);
            for (TemplateFault& fault : reading.faults) faults.push_back(std::move(fault));
        }
    for (const Value& rule : mandatory.list("rules"))
        if (rule.has("draft") && !everywhere.contains(std::string(rule.text("draft"))))
            faults.push_back({std::string(rule.text("draft")), "missing_block",
                              fmt::format("没有这一部分的草稿（{}）", rule.text("basis"))});
    return faults;
}

}  // namespace document
