#include <algorithm>
#include <array>

#include "discretion/decide.hpp"

namespace discretion {

namespace {

using base::List;
using base::Object;
using base::Value;

std::string_view title_of(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> titles{
        {{"bad_json", "不是有效的 JSON"},
         {"unknown_field", "有不认识的字段"},
         {"wrong_type", "字段的类型不对"},
         {"bad_money", "金额不对"},
         {"bad_date", "日期不对"},
         {"dates_reversed", "日期先后颠倒"},
         {"unknown_violation", "没有这个违法事项"},
         {"unknown_jurisdiction", "没有这个地区"},
         {"unknown_circumstance", "没有这个情节"},
         {"force_mismatch", "情节的效力不符"},
         {"fact_needed", "还缺少事实"}}
    };
    for (const auto& [name, title] : titles)
        if (name == code) return title;
    return "目录有误";
}

Value error_answer(const Value& request, const base::Error& error, List needs) {
    Object answer;
    if (request["id"].as_string()) answer.set("id", *request["id"].as_string());
    Object object{
        {"code",   error.code          },
        {"title",  title_of(error.code)},
        {"detail", error.message       },
        {"field",  error.field         }
    };
    if (!needs.empty()) object.set("needs", std::move(needs));
    answer.set("error", std::move(object));
    return answer;
}

}  // namespace

Value answer_to(const Value& value, const Catalogue& catalogue, const Benchmarks& benchmarks) {
    const auto request = Request::from(value, catalogue);
    if (!request) return error_answer(value, request.error(), {});
    const auto finding = decide(*request, catalogue, benchmarks);
    if (finding) return finding->to_value();
    List needs;
    if (finding.error().code == "fact_needed")
        for (const std::string_view name : needed_facts(*request, catalogue, benchmarks))
            needs.push_back(name);
    return error_answer(value, finding.error(), std::move(needs));
}

Value decide_all(const Value& requests, const Catalogue& catalogue, const Benchmarks& benchmarks) {
    if (!requests.as_list()) return answer_to(requests, catalogue, benchmarks);
    List answers;
    answers.reserve(requests.items().size());
    for (const Value& request : requests.items())
        answers.push_back(answer_to(request, catalogue, benchmarks));
    return answers;
}

Value refuse(const Value& request, const base::Error& error) {
    return error_answer(request, error, {});
}

bool has_error(const Value& answers) {
    if (!answers.as_list()) return answers.has("error");
    return std::ranges::any_of(answers.items(), [](const Value& answer) { return answer.has("error"); });
}

}  // namespace discretion
