#include "procedure/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace procedure {

namespace {

using base::Value;

std::unexpected<base::Error> bad(std::string message, std::string field) {
    return base::fail("bad_input", std::move(message), {}, std::move(field));
}

std::string join(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

constexpr std::size_t characters_max = 20'000;

struct Reader {
    const Table& table;
    const casefile::Matter& matter;
    bool blank_allowed = false;
    Named named = Named::staff;
    ReadData read = {};

    void miss(const Field& field, const std::string& path, bool is_false = false) {
        read.missing.push_back(
            {path, field.refusal.empty() ? "element_missing" : field.refusal, field.label, is_false});
    }

    std::unexpected<base::Error> wrong(const Field& field, const std::string& path,
                                       std::string_view expected) const {
        return bad(fmt::format("“{}”应当是{}", field.label, expected), path);
    }

    base::Result<void> object(const Value& value, const std::vector<Field>& fields, const std::string& path) {
        for (const auto& [name, member] : value.object()) {
            const auto field = std::ranges::find(fields, name, &Field::name);
            if (field == fields.end()) return bad(fmt::format("未知的项目 {}", name), join(path, name));
        }
        for (const auto& field : fields) {
            const Value& member = value[field.name];
            const std::string place = join(path, field.name);
            if (member.is_null()) {
                if (field.required) miss(field, place);
                continue;
            }
            TRY(one(member, field, place));
        }
        return {};
    }

    base::Result<void> text(const Value& value, const Field& field, const std::string& path) const {
        const auto* text = value.as_string();
        if (text == nullptr) return wrong(field, path, "文字");
        if (!blank_allowed && base::is_blank(*text))
            return bad(fmt::format("“{}”不能为空白", field.label), path);
        if (base::character_count(*text) > characters_max)
            return bad(fmt::format("“{}”超过两万字", field.label), path);
        return {};
    }

    base::Result<void> list(const Value& value, const Field& field, const std::string& path) {
        const auto* items = value.as_list();
        if (items == nullptr) return wrong(field, path, "列表");
        if (std::cmp_less(items->size(), field.least)) miss(field, path);
        for (std::size_t i = 0; i < items->size(); ++i)
            TRY(one((*items)[i], field.element.front(), join(path, std::to_string(i))));
        return {};
    }

    base::Result<void> staff(const Value& value, const Field& field, const std::string& path) const {
        const auto* id = value.as_string();
        if (id == nullptr) return wrong(field, path, "人员编号");
        if (named == Named::staff &&
            std::ranges::find(matter.staff, *id, &casefile::Staff::id) == matter.staff.end())
            return bad(fmt::format("没有编号为 {} 的人员", *id), path);
        return {};
    }

    base::Result<void> choice(const Value& value, const Field& field, const std::string& path) const {
        const auto* id = value.as_string();
        if (id != nullptr && field.has_choice(*id)) return {};
        std::string ids;
        for (const auto& each : field.choices) ids += (ids.empty() ? "" : "、") + each.id;
        return wrong(field, path, fmt::format("下列之一：{}", ids));
    }

    base::Result<void> yuan(const Value& value, const Field& field, const std::string& path) const {
        const auto* text = value.as_string();
        if (text == nullptr) return wrong(field, path, "以元为单位、至多两位小数的金额文字");
        auto sum = base::Money::parse(*text);
        if (!sum) return bad(fmt::format("“{}”：{}", field.label, sum.error().message), path);
        return {};
    }

    base::Result<void> one(const Value& value, const Field& field, const std::string& path) {
        switch (field.type) {
            case FieldType::any:
                return {};
            case FieldType::text:
            case FieldType::longtext:
                return text(value, field, path);
            case FieldType::list:
                return list(value, field, path);
            case FieldType::staff:
                return staff(value, field, path);
            case FieldType::choice:
                return choice(value, field, path);
            case FieldType::yuan:
                return yuan(value, field, path);
            case FieldType::object:
                if (value.as_object() == nullptr) return wrong(field, path, "一组项目");
                if (field.fields.empty()) return {};
                return object(value, field.fields, path);
            case FieldType::date:
                if (value.as_string() == nullptr || !base::Date::parse(*value.as_string()))
                    return wrong(field, path, "日期，如 2026-03-09");
                return {};
            case FieldType::instant:
                if (value.as_string() == nullptr || !base::Instant::parse(*value.as_string()))
                    return wrong(field, path, "带时区的时间，如 2026-03-09T10:00:00+08:00");
                return {};
            case FieldType::boolean:
                if (value.as_bool() == nullptr) return wrong(field, path, "是或者否（true、false）");
                if (field.must_be_true && !*value.as_bool()) miss(field, path, true);
                return {};
            case FieldType::integer:
                if (value.as_int() == nullptr) return wrong(field, path, "整数");
                if (*value.as_int() < 0 || *value.as_int() > 1'000'000'000)
                    return bad(fmt::format("“{}”超出范围", field.label), path);
                return {};
            case FieldType::act:
                if (value.as_int() == nullptr || *value.as_int() < 1)
                    return wrong(field, path, "行为序号（从 1 起的整数）");
                read.references.push_back({path, *value.as_int(), &field});
                return {};
            case FieldType::document: {
                const auto no = document_no(value);
                if (no.empty() || table.document(no) == nullptr)
                    return wrong(field, path, "文书编号 1—56、T1—T10 或者文书标识");
                return {};
            }
        }
        return {};
    }
};

}  // namespace

base::Result<ReadData> read_data(const Value& data, const ActType& type, const Table& table,
                                 const casefile::Matter& matter, Named named) {
    if (!data.is_null() && data.as_object() == nullptr) return bad("行为的内容应当是一组项目", "data");
    Reader reader{.table = table, .matter = matter, .named = named};
    TRY(reader.object(data, type.fields, "data"));
    for (auto& missing : reader.read.missing) missing.field.erase(0, 5);
    for (auto& reference : reader.read.references) reference.field.erase(0, 5);
    return std::move(reader.read);
}

base::Result<void> read_paper(const Value& paper, const ActType& type, const Table& table,
                              const casefile::Matter& matter) {
    if (paper.is_null()) return {};
    if (paper.as_object() == nullptr) return bad("文书内容应当是一组项目", "paper");
    Reader reader{.table = table, .matter = matter, .blank_allowed = true};
    TRY(reader.object(paper, type.paper, "paper"));
    return {};
}

std::optional<base::Date> date_in(const Value& data, std::string_view path) {
    const auto* text = data.at(path).as_string();
    if (text == nullptr) return std::nullopt;
    const auto date = base::Date::parse(*text);
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<base::Instant> instant_in(const Value& data, std::string_view path) {
    const auto* text = data.at(path).as_string();
    if (text == nullptr) return std::nullopt;
    const auto instant = base::Instant::parse(*text);
    return instant ? std::optional(*instant) : std::nullopt;
}

base::Money money_in(const Value& data, std::string_view path) {
    const auto* text = data.at(path).as_string();
    if (text == nullptr) return {};
    const auto sum = base::Money::parse(*text);
    return sum ? *sum : base::Money();
}

bool lists(const Value& data, std::string_view path, std::string_view member) {
    return std::ranges::any_of(data.at(path).items(), [&](const Value& item) {
        return item.as_string() && *item.as_string() == member;
    });
}

std::string document_no(const Value& document) {
    if (const auto* number = document.as_int()) return std::to_string(*number);
    return document.as_string() ? *document.as_string() : std::string();
}

}  // namespace procedure
