#include "acts/act_request.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace acts {

namespace {

constexpr std::size_t text_characters_max = 20'000;  // a long record of questions and answers is some 10,000
constexpr std::size_t list_items_max = 2'000;

std::string joined(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

base::Result<std::string> text_of(const base::Value& body, std::string_view name) {
    const auto* text = body[name].as_string();
    if (text == nullptr)
        return base::fail("wrong_type", fmt::format("“{}”应当是文字", name), {}, std::string(name));
    return *text;
}

base::Result<base::Value> object_of(const base::Value& body, std::string_view name) {
    if (body[name].is_null()) return base::Value(base::Object{});
    if (body[name].as_object() == nullptr)
        return base::fail("wrong_type", fmt::format("“{}”应当是一组字段", name), {}, std::string(name));
    TRY(check_size(body[name], std::string(name)));
    return body[name];
}

base::Result<std::vector<std::string>> people_of(const base::Value& body, const identity::Viewer& viewer) {
    if (body["by"].is_null()) return std::vector{viewer.person};
    if (body["by"].as_list() == nullptr) return base::fail("wrong_type", "办理人员应当是名单", {}, "by");
    std::vector<std::string> people;
    for (const base::Value& entry : body.list("by")) {
        const auto* id = entry.as_string();
        if (id == nullptr) return base::fail("wrong_type", "办理人员应当以编号列出", {}, "by");
        people.push_back(*id);
    }
    if (people.empty()) return base::fail("missing_field", "请选择办理人员", {}, "by");
    return people;
}

base::Result<std::vector<std::string>> digests_of(const base::Value& body) {
    if (body["looked_at"].as_list() == nullptr)
        return base::fail("wrong_type", "查看过的文本应当是校验值的清单", {}, "looked_at");
    TRY(check_size(body["looked_at"], "looked_at"));
    std::vector<std::string> digests;
    for (const base::Value& entry : body.list("looked_at")) {
        const auto* digest = entry.as_string();
        if (digest == nullptr) return base::fail("wrong_type", "校验值应当是文字", {}, "looked_at");
        digests.push_back(*digest);
    }
    return digests;
}

}  // namespace

base::Result<void> check_members(const base::Value& object, const std::vector<std::string>& allowed,
                                 const std::string& path) {
    if (object.as_object() == nullptr) return base::fail("wrong_type", "应当是一组字段", {}, path);
    for (const auto& [name, value] : object.object())
        if (std::ranges::find(allowed, name) == allowed.end())
            return base::fail("unknown_field", fmt::format("没有“{}”这一字段", name), {}, joined(path, name));
    return {};
}

base::Result<void> check_size(const base::Value& value, const std::string& path) {
    if (const auto* text = value.as_string();
        text != nullptr && base::character_count(*text) > text_characters_max)
        return base::fail("text_too_long", fmt::format("文字超过{}字", text_characters_max), {}, path);
    if (value.items().size() > list_items_max)
        return base::fail("list_too_long", fmt::format("条目超过{}条", list_items_max), {}, path);
    for (std::size_t i = 0; i < value.items().size(); ++i)
        TRY(check_size(value.items()[i], joined(path, std::to_string(i))));
    for (const auto& [name, member] : value.object()) TRY(check_size(member, joined(path, name)));
    return {};
}

base::Result<ActRequest> ActRequest::from(const base::Value& body, const identity::Viewer& viewer) {
    TRY(check_members(body, {"act", "at", "by", "party", "data", "paper", "looked_at"}));
    ActRequest request;
    request.act = TRY(text_of(body, "act"));
    if (!body["at"].is_null()) {
        const std::string at = TRY(text_of(body, "at"));
        auto instant = base::Instant::parse(at);
        if (!instant) return base::fail(instant.error().code, instant.error().message, {}, "at");
        request.at = base::Instant(
            instant->point());  // What is recorded from now on is written in civil time of China.
    }
    if (!body["party"].is_null()) request.party = TRY(text_of(body, "party"));
    request.by = TRY(people_of(body, viewer));
    request.data = TRY(object_of(body, "data"));
    request.paper = TRY(object_of(body, "paper"));
    if (!body["looked_at"].is_null()) request.looked_at = TRY(digests_of(body));
    return request;
}

base::Value ActRequest::to_value() const {
    base::Object body;
    body.set("act", act);
    if (at) body.set("at", at->str());
    base::List people(by.begin(), by.end());
    body.set("by", std::move(people));
    if (party) body.set("party", *party);
    body.set("data", data);
    body.set("paper", paper);
    if (looked_at) body.set("looked_at", base::List(looked_at->begin(), looked_at->end()));
    return body;
}

}  // namespace acts
