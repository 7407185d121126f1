#include "procedure/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace procedure {

namespace {

using base::Value;

constexpr std::array<std::pair<std::string_view, FieldType>, 15> plain_types{
    {
     {"date", FieldType::date},
     {"instant", FieldType::instant},
     {"yuan", FieldType::yuan},
     {"text", FieldType::text},
     {"longtext", FieldType::longtext},
     {"bool", FieldType::boolean},
     {"int", FieldType::integer},
     {"staff", FieldType::staff},
     {"act", FieldType::act},
     {"document", FieldType::document},
     {"choice", FieldType::choice},
     {"any", FieldType::any},
     {"media", FieldType::text},
     {"violation", FieldType::text},
     {"object", FieldType::object},
     }
};

std::unexpected<base::Error> bad(const std::string& place, std::string_view why) {
    return base::fail("bad_catalogue", fmt::format("{}：{}", place, why));
}

std::vector<std::string> texts(const base::List& list) {
    std::vector<std::string> result;
    for (const auto& item : list)
        if (const auto* text = item.as_string()) result.push_back(*text);
    return result;
}

std::string text_or_number(const Value& value) {
    if (const auto* number = value.as_int()) return std::to_string(*number);
    if (const auto* truth = value.as_bool()) return *truth ? "true" : "false";
    return value.as_string() ? *value.as_string() : std::string();
}

struct InForce {
    std::optional<base::Date> from = {}, until = {};
    bool on(base::Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

base::Result<InForce> in_force(const Value& row, const std::string& place) {
    InForce dates;
    for (const auto& [name, date] : {
             std::pair{"in_force_from",  &dates.from },
             {"in_force_until", &dates.until}
    }) {
        if (!row.has(name)) continue;
        const auto day = base::Date::parse(row.text(name));
        if (!day) return bad(place, fmt::format("{} 不是日期", name));
        *date = *day;
    }
    return dates;
}

std::map<std::string, std::vector<const Value*>, std::less<>> versions_by(const base::List& rows,
                                                                          std::string_view key) {
    std::map<std::string, std::vector<const Value*>, std::less<>> versions;
    for (const auto& row : rows) versions[text_or_number(row[key])].push_back(&row);
    return versions;
}

AskedWhen when_of(const Value& row) {
    AskedWhen when;
    for (const auto& [field, values] : row["when"].object()) {
        when.field = field;
        for (const auto& value : values.items()) when.values.push_back(text_or_number(value));
    }
    return when;
}

// A condition that can never hold would hide its field for good.
base::Result<void> check_when(const std::vector<Field>& fields, const std::string& place) {
    for (const auto& field : fields) {
        if (field.when.field.empty()) continue;
        const auto other = std::ranges::find(fields, field.when.field, &Field::name);
        if (other == fields.end())
            return bad(place, fmt::format("{} 取决于不存在的项目 {}", field.name, field.when.field));
        const bool is_bool = other->type == FieldType::boolean;
        for (const auto& value : field.when.values)
            if (is_bool ? value != "true" && value != "false" : !other->has_choice(value))
                return bad(place, fmt::format("{} 取决于 {} 没有的值 {}", field.name, other->name, value));
    }
    return {};
}

}  // namespace

// A case keeps the row in force when it began; a row that says `running: new` reaches running cases from its
// first day.
base::Result<bool> TableReader::counts(const Value& row, const std::vector<const Value*>& versions,
                                       const std::string& place) const {
    const Value* kept = nullptr;
    const Value* reaching = nullptr;
    for (const auto* version : versions) {
        const InForce dates = TRY(in_force(*version, place));
        for (const auto* other : versions) {
            const InForce theirs = TRY(in_force(*other, place));
            const bool overlaps = other != version && theirs.on(dates.from.value_or(base::Date())) &&
                                  (dates.from || !theirs.from);
            if (overlaps) return bad(place, "重复，或者与另一版本的施行日期重叠");
        }
        if (dates.on(age.begun)) kept = version;
        if (version->text("running") == "new" && dates.on(age.on)) reaching = version;
    }
    return (reaching != nullptr ? reaching : kept) == &row;
}

base::Result<void> TableReader::resolve_type(Field& field, const Value& row, const std::string& place,
                                             bool of_paper) {
    for (const auto& [id, label] : row["choices"].object())
        field.choices.push_back({id, label.as_string() ? *label.as_string() : id});
    if (field.type_name == "list" || field.type_name == "items") {
        field.type = FieldType::list;
        field.of = field.type_name == "items" ? "item" : std::string(row.text("of"));
        if (field.of.empty()) return bad(place, "列表没有写明元素类型 of");
        Field element{.name = "",
                      .label = field.label,
                      .type_name = field.of,
                      .choices = field.choices,
                      .of_acts = field.of_acts,
                      .refusal = field.refusal};
        TRY(resolve_type(element, row, place, of_paper));
        field.fields = element.fields;
        field.element.push_back(std::move(element));
        return {};
    }
    const auto plain =
        std::ranges::find(plain_types, field.type_name, &std::pair<std::string_view, FieldType>::first);
    if (plain != plain_types.end()) {
        field.type = plain->second;
        if (field.type == FieldType::choice && field.choices.empty()) return bad(place, "选项为空");
        if (field.type == FieldType::object)
            field.fields = TRY(read_fields(row.list("fields"), place, of_paper));
        return {};
    }
    if (!sources.acts["types"].has(field.type_name))
        return bad(place, fmt::format("未知的类型 {}", field.type_name));
    field.type = FieldType::object;
    field.fields = TRY(
        read_fields(sources.acts["types"].list(field.type_name), place + "." + field.type_name, of_paper));
    return {};
}

base::Result<Field> TableReader::read_field(const Value& row, const std::string& parent, bool of_paper) {
    const std::string place = fmt::format("{}.{}", parent, row.text("name"));
    Field field{.name = std::string(row.text("name")),
                .label = std::string(row.text("label")),
                .type_name = std::string(row.text("type")),
                .required = !of_paper && !row.truth("optional"),
                .must_be_true = row.truth("must"),
                .help = std::string(row.text("help")),
                .of_acts = texts(row.list("of_acts")),
                .refusal = std::string(row.text("refusal")),
                .least = static_cast<int>(row.integer("least").value_or(0)),
                .past = row.truth("past"),
                .group = std::string(row.text("group")),
                .folded = row.truth("folded"),
                .when = when_of(row),
                .preset = row["preset"],
                .by_program = row.truth("by_program")};
    for (const auto& step : row.list("course"))
        field.course.push_back({.title = std::string(step.text("title")),
                                .place = std::string(step.text("place")),
                                .says = texts(step.list("says"))});
    for (const auto& step : field.course)
        if (step.title.empty() || step.place.empty())
            return bad(place, "course 的每一步应当有 title 和 place");
    if (field.name.empty() || field.label.empty()) return bad(place, "缺少 name 或者 label");
    static constexpr std::array<std::string_view, 19> known{
        "name",    "label",  "type",    "optional",   "must",  "help",  "of_acts",
        "refusal", "least",  "choices", "fields",     "of",    "group", "when",
        "preset",  "folded", "past",    "by_program", "course"};
    for (const auto& [name, value] : row.object())
        if (std::ranges::find(known, name) == known.end())
            return bad(place, fmt::format("未知的属性 {}", name));
    TRY(resolve_type(field, row, place, of_paper));
    return field;
}

base::Result<std::vector<Field>> TableReader::read_fields(const base::List& rows, const std::string& place,
                                                          bool of_paper) {
    std::vector<Field> fields;
    for (const auto& row : rows) {
        Field field = TRY(read_field(row, place, of_paper));
        if (std::ranges::find(fields, field.name, &Field::name) != fields.end())
            return bad(place, fmt::format("项目 {} 重复", field.name));
        fields.push_back(std::move(field));
    }
    return fields;
}

base::Result<StateSet> TableReader::read_open(const Value& row, const std::string& place) {
    StateSet set;
    for (const auto& entry : row.list("open")) {
        const std::string id = text_or_number(entry);
        const auto& group = sources.states["groups"];
        const auto members = group.has(id) ? texts(group.list(id)) : std::vector<std::string>{id};
        for (const auto& member : members) {
            const auto state = main_state(member);
            if (!state) return bad(place, fmt::format("未知的状态 {}", member));
            set.add(*state);
        }
    }
    return set;
}

base::Result<ActType> TableReader::read_act(const Value& row, int order) {
    ActType type{.id = std::string(row.text("id")),
                 .title = std::string(row.text("title")),
                 .phase = std::string(row.text("phase")),
                 .basis = std::string(row.text("basis")),
                 .roles = texts(row.list("who")),
                 .each = texts(row.list("each")),
                 .least = static_cast<int>(row.integer("least").value_or(1)),
                 .handlers = row.truth("handlers"),
                 .approval_chain = texts(row.list("approval")),
                 .open_in = {},
                 .open_states = {},
                 .opens_check = row.truth("opens_check"),
                 .evidence = row.truth("evidence"),
                 .fields = {},
                 .help = std::string(row.text("help")),
                 .together = std::string(row.text("together")),
                 .never_struck = std::string(row["never_struck"].text("because")),
                 .instead = texts(row["never_struck"].list("instead")),
                 .recorded_with = std::string(row.text("recorded_with")),
                 .order = order};
    const std::string place = fmt::format("acts.yaml {}", type.id);
    if (row.has("never_struck") && type.never_struck.empty()) return bad(place, "never_struck 缺少 because");
    if (type.id.empty() || type.title.empty() || type.basis.empty())
        return bad(place, "缺少 id、title 或者 basis");
    if (!type.together.empty() && type.approval_chain.empty())
        return bad(place, "together 只用于须经批准的行为");
    if (!sources.states["phases"].has(type.phase))
        return bad(place, fmt::format("未知的阶段 {}", type.phase));
    if (type.handlers) type.least = std::max(type.least, 2);
    for (const auto* roles : {&type.roles, &type.each, &type.approval_chain})
        for (const auto& role : *roles)
            if (!table.knows_role(role)) return bad(place, fmt::format("未知的角色 {}", role));
    type.open_states = TRY(read_open(row, place));
    for (std::size_t i = 0; i < main_state_count; ++i)
        if (const auto state = static_cast<MainState>(i); type.open_states.has(state))
            type.open_in.emplace_back(name(state));
    for (const auto& document : row.list("documents")) {
        type.documents.push_back(text_or_number(document));
        if (!table.document(type.documents.back()))
            return bad(place, fmt::format("未知的文书 {}", type.documents.back()));
    }
    type.fields = TRY(read_fields(row.list("fields"), place));
    if (row.text("contact") == "required" || type.handlers) {
        for (Field field : TRY(read_fields(sources.acts.list("contact"), place))) {
            field.required = field.required && row.text("contact") == "required";
            field.folded = row.text("contact").empty();
            if (!type.field(field.name)) type.fields.push_back(std::move(field));
        }
    }
    if (row.truth("media") || type.handlers)
        for (Field field : TRY(read_fields(sources.acts.list("media"), place))) {
            field.folded = !row.truth("media");
            if (!type.field(field.name)) type.fields.push_back(std::move(field));
        }
    TRY(check_when(type.fields, place));
    type.paper = TRY(read_fields(sources.papers.list(type.id), fmt::format("papers.yaml {}", type.id), true));
    return type;
}

base::Result<void> TableReader::read_acts() {
    static constexpr std::array<std::string_view, 23> known{
        "id",           "title",       "phase",        "basis",         "who",
        "each",         "least",       "handlers",     "help",          "open",
        "fields",       "approval",    "documents",    "contact",       "media",
        "evidence",     "opens_check", "running",      "in_force_from", "in_force_until",
        "never_struck", "together",    "recorded_with"};
    const auto versions = versions_by(sources.acts.list("acts"), "id");
    for (const auto& row : sources.acts.list("acts")) {
        const auto place = fmt::format("acts.yaml {}", row.text("id"));
        for (const auto& [name, value] : row.object())
            if (std::ranges::find(known, name) == known.end())
                return bad(place, fmt::format("未知的属性 {}", name));
        if (!TRY(counts(row, versions.at(std::string(row.text("id"))), place))) continue;
        ActType type = TRY(read_act(row, static_cast<int>(table.acts_.size())));
        if (!table.by_id_.emplace(type.id, type.order).second)
            return bad("acts.yaml", fmt::format("行为 {} 重复", type.id));
        table.acts_.push_back(std::move(type));
    }
    for (const auto& [id, paper] : sources.papers.object())
        if (!versions.contains(id)) return bad("papers.yaml", fmt::format("未知的行为 {}", id));
    TRY(read_steps());
    return check_references();
}

base::Result<void> TableReader::read_steps() {
    for (const auto& row : sources.states.list("steps")) {
        const auto parts = texts(row.items());
        if (parts.size() != 3) return bad("states.yaml steps", "每行应当是状态、行为、状态三项");
        const auto from = main_state(parts[0]), to = main_state(parts[2]);
        if (!from || !to)
            return bad("states.yaml steps", fmt::format("未知的状态 {}、{}", parts[0], parts[2]));
        const auto* type = table.find(parts[1]);
        if (type == nullptr) continue;
        if (!type->open_states.has(*from))
            return bad("states.yaml steps", fmt::format("行为 {} 在 {} 不能进行", parts[1], parts[0]));
        table.steps_.push_back({*from, parts[1], *to});
    }
    return {};
}

base::Result<void> TableReader::check_references() {
    const auto check = [&](const auto& self, const std::vector<Field>& fields,
                           const std::string& place) -> base::Result<void> {
        for (const auto& field : fields) {
            for (const auto& act : field.of_acts)
                if (!table.find(act)) return bad(place, fmt::format("{} 指向未知的行为 {}", field.name, act));
            if (!field.refusal.empty() && !table.refusal(field.refusal))
                return bad(place, fmt::format("{} 使用未知的理由代码 {}", field.name, field.refusal));
            TRY(self(self, field.fields, place));
        }
        return {};
    };
    for (const auto& type : table.acts_) TRY(check(check, type.fields, "acts.yaml " + type.id));
    for (const auto& [code, refusal] : table.refusals_)
        for (const auto& act : refusal.cure)
            if (act != "self" && !table.find(act))
                return bad("refusals.yaml " + code, fmt::format("未知的行为 {}", act));
    return {};
}

base::Result<void> TableReader::read_names() {
    for (const auto& [id, label] : sources.states["states"].object()) {
        if (!main_state(id)) return bad("states.yaml", fmt::format("未知的状态 {}", id));
        table.states_.emplace_back(id, *label.as_string());
    }
    for (std::size_t i = 0; i < main_state_count; ++i)
        if (table.state_label(static_cast<MainState>(i)).empty())
            return bad("states.yaml", fmt::format("状态 {} 没有名称", name(static_cast<MainState>(i))));
    for (const auto& [id, label] : sources.states["sub_states"].object())
        table.sub_states_.emplace_back(id, *label.as_string());
    for (const auto& [id, label] : sources.states["roles"].object())
        table.roles_.emplace_back(id, *label.as_string());
    for (const auto& [id, label] : sources.states["phases"].object())
        table.phases_.emplace_back(id, *label.as_string());
    return {};
}

base::Result<void> TableReader::read_documents() {
    const auto versions = versions_by(sources.documents.list("documents"), "no");
    for (const auto& row : sources.documents.list("documents")) {
        const auto no = text_or_number(row["no"]);
        if (!TRY(counts(row, versions.at(no), "documents.yaml " + no))) continue;
        DocumentType type{.no = text_or_number(row["no"]),
                          .id = std::string(row.text("id")),
                          .title = std::string(row.text("title")),
                          .code = std::string(row.text("code")),
                          .slot = std::string(row.text("slot")),
                          .receipt = row.truth("receipt"),
                          .outward = row.truth("outward")};
        const int place = static_cast<int>(table.documents_.size());
        if (type.title.empty() || type.id.empty())
            return bad("documents.yaml " + type.no, "缺少 id 或者 title");
        if (!table.document_by_name_.emplace(type.no, place).second)
            return bad("documents.yaml", "文书 " + type.no + " 重复");
        if (type.id != type.no) table.document_by_name_.emplace(type.id, place);
        table.documents_.push_back(std::move(type));
    }
    return {};
}

// A code with one text, or with a list of the texts it had from day to day. A guard whose code has no text in
// force asks nothing.
base::Result<void> TableReader::read_refusals() {
    for (const auto& [code, entry] : sources.refusals["refusals"].object()) {
        const std::string place = "refusals.yaml " + code;
        std::vector<const Value*> versions;
        if (entry.as_list() == nullptr) versions.push_back(&entry);
        for (const auto& row : entry.items()) versions.push_back(&row);
        for (const auto* row : versions)
            if (TRY(counts(*row, versions, place))) TRY(read_refusal(code, *row, place));
    }
    return {};
}

base::Result<void> TableReader::read_refusal(const std::string& code, const Value& row,
                                             const std::string& place) {
    RefusalText text{.code = code,
                     .message = std::string(row.text("says")),
                     .basis = std::string(row.text("basis")),
                     .cure = texts(row.list("cure"))};
    if (text.message.empty()) return bad(place, "缺少 says");
    // What is lost stays lost, and whoever is refused is told so.
    if (row.has("no_cure")) text.message += fmt::format("；{}", row.text("no_cure"));
    for (const auto& [act, basis] : row["basis_of"].object()) text.basis_of_act[act] = *basis.as_string();
    for (const auto& [act, cure] : row["cure_of"].object()) text.cure_of_act[act] = texts(cure.items());
    table.refusals_.emplace(code, std::move(text));
    return {};
}

base::Result<void> TableReader::read() {
    TRY(read_names());
    TRY(read_documents());
    TRY(read_refusals());
    return read_acts();
}

}  // namespace procedure
