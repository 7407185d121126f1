#include "document/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/form_reading.hpp"

namespace document {

using base::Value;

namespace {

bool concerns(const Value& rule, const Template& form) {
    if (rule.has("form")) return rule.text("form") == form.id();
    const std::string_view all = rule.text("all");
    if (all == "numbered") return form.numbered();
    if (all == "record") return form.style() == Style::record;
    if (all == "external") {
        const bool exempt =
            std::ranges::any_of(rule.list("except"), [&](const Value& id) { return shown(id) == form.id(); });
        return form.external() && !exempt;
    }
    return all == "forms";
}

bool reads(const FormReading& reading, const std::string& path) {
    return std::ranges::any_of(
        reading.paths, [&](const std::string& read) { return read == path || read.starts_with(path + "."); });
}

void missing(FormReading& reading, const Template& form, const Value& rule, const std::string& what) {
    reading.faults.push_back(
        {form.id(), "missing_block", fmt::format("缺少{}（{}）", what, rule.text("basis"))});
}

void apply(const Value& rule, const Template& form, FormReading& reading) {
    if (rule.truth("seal") && reading.seals == 0) missing(reading, form, rule, "印章位置");
    if (reading.signers < rule.integer("signers").value_or(0)) missing(reading, form, rule, "签名位置");
    if (rule.truth("foot") && form.foot().empty()) missing(reading, form, rule, "份数");
    if (rule.truth("page_sign") && form.page_sign().empty()) missing(reading, form, rule, "逐页签名");
    for (const Value& path : rule.list("reads"))
        if (!reads(reading, shown(path))) missing(reading, form, rule, "“" + shown(path) + "”");
    for (const Value& words : rule.list("says"))
        if (!reading.words.contains(shown(words))) missing(reading, form, rule, "“" + shown(words) + "”");
    for (const Value& words : rule.list("never"))
        if (reading.words.contains(shown(words)))
            reading.faults.push_back({form.id(), "superseded",
                                      fmt::format("不得再写“{}”（{}）", shown(words), rule.text("basis"))});
}

}  // namespace

FieldBook with_codes(const FieldBook& fields, const Value& rules) {
    FieldBook made = fields;
    for (const auto& [fact, labels] : rules["codes"].object()) made.codes[fact] = shown(labels);
    return made;
}

std::vector<TemplateFault> check(const Library& library, const FieldBook& fields, const Value& mandatory) {
    const FieldBook known = with_codes(fields, mandatory);
    std::vector<TemplateFault> faults;
    for (const Value& rule : mandatory.list("rules"))
        if (rule.has("form") && !library.find(rule.text("form")))
            faults.push_back({std::string(rule.text("form")), "missing_block", "没有这种文书的格式"});
    for (const Template& form : library.forms()) {
        FormReading reading(form, known);
        for (const Value& rule : mandatory.list("rules"))
            if (concerns(rule, form)) apply(rule, form, reading);
        for (TemplateFault& fault : reading.faults) faults.push_back(std::move(fault));
    }
    return faults;
}

}  // namespace document
