#include <fmt/format.h>

#include <algorithm>

#include "http/desk/routes.hpp"
#include "http/laws/law_value.hpp"
#include "law/citation.hpp"

namespace desk {

namespace {

using base::Date;
using base::List;
using base::Object;
using base::Value;

constexpr int range_articles_max = 30;  // of 第…条至第…条
constexpr std::size_t citations_max = 20;

// The day for which a text is asked: ?on=, else today.
base::Result<Date> day_of(const Desk& desk, const http::Request& request) {
    const auto on = request.query("on");
    if (!on || on->empty()) return desk.office.today();
    const auto day = Date::parse(*on);
    if (!day) return base::fail("bad_date", "on：" + day.error().message, {}, "on");
    return *day;
}

base::Error not_held(std::string_view law, std::string_view article, Date day) {
    return {"text_not_held", fmt::format("未收录条文：{}{}（{}）", law, article, day.chinese())};
}

const ports::LawVersion* version_on(const std::vector<ports::LawVersion>& versions, Date day) {
    const auto found = std::ranges::find_if(versions, [&](const ports::LawVersion& version) {
        return version.from <= day && (!version.to || day <= *version.to);
    });
    return found == versions.end() ? nullptr : &*found;
}

http::Response laws(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto versions = TRY_OR_REFUSE(desk.laws.versions());
    List list;
    for (const ports::LawVersion& version : versions) list.push_back(law_version_value(version));
    return http::json(200, Object{
                               {"versions", std::move(list)}
    });
}

http::Response law(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {"on"}));
    const Date day = TRY_OR_REFUSE(day_of(desk, request));
    const std::string code = desk.known_laws.code_of(request.parameter("code"));
    const auto versions = TRY_OR_REFUSE(desk.laws.versions(code));
    const ports::LawVersion* version = version_on(versions, day);
    if (!version) return refuse(not_held(request.parameter("code"), "", day));
    const auto articles = TRY_OR_REFUSE(desk.laws.articles(code, version->version_date));
    List list, others;
    for (const ports::LawArticle& article : articles) list.push_back(law_article_value(article));
    for (const ports::LawVersion& other : versions) others.push_back(law_version_value(other));
    return http::json(200, Object{
                               {"version",  law_version_value(*version)},
                               {"head",     version->head              },
                               {"articles", std::move(list)            },
                               {"versions", std::move(others)          }
    });
}

http::Response article(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {"on"}));
    const Date day = TRY_OR_REFUSE(day_of(desk, request));
    const std::string_view written = request.parameter("article");
    const auto number = ::law::article_number(written);
    if (!number)
        return refuse({"bad_article",
                       fmt::format("“{}”不是条文：请写成 124、120-1 或者 第一百二十四条", written),
                       {},
                       "article"});
    const std::string code = desk.known_laws.code_of(request.parameter("code"));
    const auto answer = TRY_OR_REFUSE(desk.laws.article(code, ::law::address_of(*number), day));
    if (!answer.version || !answer.article)
        return refuse(not_held(request.parameter("code"), " " + ::law::title_of(*number), day));
    return http::json(200, Object{
                               {"version", law_version_value(*answer.version)},
                               {"article", law_article_value(*answer.article)}
    });
}

// "反不正当竞争法(2019)": a name that tells the text by its year asks for that text, whatever the day.
base::Result<Date> day_for(const Desk& desk, const std::string& code, std::string_view written, Date day) {
    for (const std::string_view open : {"（", "("}) {
        const auto at = written.rfind(open);
        if (at == std::string_view::npos) continue;
        const auto first = Date::parse(std::string(written.substr(at + open.size(), 4)) + "-01-01");
        if (!first) continue;
        const auto versions = TRY(desk.laws.versions(code));
        for (const ports::LawVersion& version : versions)
            if (version.version_date.year() == first->year())
                return version.to && *version.to < day ? *version.to : std::max(version.from, day);
    }
    return day;
}

// One provision with the articles it names, or that they are not held.
base::Result<Value> cited_value(const Desk& desk, const ::law::Cited& cited, Date asked) {
    const std::string code = desk.known_laws.code_of(cited.law);
    const Date day = TRY(day_for(desk, code, cited.law, asked));
    Object value{
        {"law",       cited.law                                                       },
        {"code",      code                                                            },
        {"article",   cited.article ? Value(::law::title_of(*cited.article)) : Value()},
        {"paragraph", cited.paragraph                                                 },
        {"item",      cited.item                                                      },
        {"on",        day.str()                                                       }
    };
    const auto versions = TRY(desk.laws.versions(code));
    const ports::LawVersion* version = version_on(versions, day);
    value.set("version", version ? law_version_value(*version) : Value());
    List articles;
    if (version && cited.article) {
        const int last = cited.through
                             ? std::min(cited.through->number, cited.article->number + range_articles_max)
                             : cited.article->number;
        for (::law::ArticleNumber number = *cited.article; number.number <= last;
             number = {number.number + 1, 0}) {
            auto answer = TRY(desk.laws.article(code, ::law::address_of(number), day));
            if (answer.article) articles.push_back(law_article_value(*answer.article));
        }
    }
    value.set("held", version && (!cited.article || !articles.empty()));
    value.set("other_versions", !versions.empty());
    value.set("articles", std::move(articles));
    return value;
}

http::Response citations(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {"text", "on"}));
    const Date day = TRY_OR_REFUSE(day_of(desk, request));
    const auto text = request.query("text");
    if (!text || text->empty() || text->size() > ::law::citation_bytes_max)
        return refuse({"bad_text", "请给出不超过 2000 字节的引用文字", {}, "text"});
    auto found = ::law::citations_in(*text);
    if (found.size() > citations_max) found.resize(citations_max);
    List list;
    for (const ::law::Cited& cited : found) list.push_back(TRY_OR_REFUSE(cited_value(desk, cited, day)));
    return http::json(200, Object{
                               {"cited", std::move(list)}
    });
}

}  // namespace

// The law is for everybody: no sign-in.
void add_law_routes(http::Router& router, const Desk& desk) {
    const auto open = [&](const char* pattern, auto answer) {
        router.add("GET", pattern,
                   [&desk, answer](const http::Request& request) { return answer(desk, request); });
    };
    open("/api/laws", laws);
    open("/api/laws/{code}", law);
    open("/api/laws/{code}/articles/{article}", article);
    open("/api/citations", citations);
}

}  // namespace desk
