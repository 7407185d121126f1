#include "electronic_service/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace electronic_service {

namespace {

constexpr std::string_view file = "procedure/electronic_service.yaml";

base::Result<int> number(const base::Value& content, std::string_view name) {
    const auto value = content.integer(name);
    if (!value || *value < 1 || *value > 1000)
        return base::fail("bad_catalogue", fmt::format("{}：{} 应当是1至1000的整数", file, name));
    return static_cast<int>(*value);
}

}  // namespace

base::Result<Rules> Rules::from(const base::Value& content) {
    static constexpr std::array<std::string_view, 3> known{"sms", "email", "im"};
    Rules rules;
    for (const base::Value& channel : content.list("channels")) {
        const std::string name = channel.as_string() ? *channel.as_string() : "";
        if (std::ranges::find(known, name) == known.end())
            return base::fail("bad_catalogue", fmt::format("{}：方式“{}”不能发送链接", file, name));
        rules.channels.push_back(name);
    }
    for (const base::Value& paper : content.list("papers"))
        if (paper.as_string()) rules.papers.push_back(*paper.as_string());
    if (rules.papers.empty())
        return base::fail("bad_catalogue", fmt::format("{}：papers 应当列出发给当事人的文书", file));
    rules.link_days = TRY(number(content, "link_days"));
    rules.code_hours = TRY(number(content, "code_hours"));
    rules.codes_max = TRY(number(content, "codes_max"));
    rules.wrong_codes_max = TRY(number(content, "wrong_codes_max"));
    rules.reading_minutes = TRY(number(content, "reading_minutes"));
    rules.remind_after_working_days = TRY(number(content, "remind_after_working_days"));
    for (const base::Value& row : content.list("rights")) {
        Rights rights{.documents = {}, .says = std::string(row.text("says"))};
        for (const base::Value& no : row.list("documents"))
            if (no.as_int()) rights.documents.push_back(static_cast<int>(*no.as_int()));
        rules.rights.push_back(std::move(rights));
    }
    return rules;
}

bool Rules::carries(std::string_view channel) const {
    return std::ranges::find(channels, channel) != channels.end();
}

bool Rules::is_for_party(std::string_view form) const {
    return std::ranges::find(papers, form) != papers.end();
}

std::string_view Rules::rights_of(int document) const {
    for (const Rights& row : rights)
        if (std::ranges::find(row.documents, document) != row.documents.end()) return row.says;
    return {};
}

}  // namespace electronic_service
