#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <semaphore>

#include "acts/act_request.hpp"
#include "base/text.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "http/documents/knowledge.hpp"
#include "naming/proofread_file.hpp"
#include "proofread/proofread.hpp"

namespace desk {

namespace {

using base::Object;
using base::Value;

constexpr std::uint64_t file_bytes_max = (32U << 20U) + 1;
constexpr std::uint64_t words_bytes_max = 12U << 20U;
constexpr std::size_t papers_max = 50;
constexpr std::size_t paragraphs_max = 20'000;
constexpr std::size_t name_bytes_max = 400;

// A stranger's PDF is read by a program of its own: never more than two at once.
class Turn {
  public:
    Turn() : taken_(free().try_acquire_for(std::chrono::seconds(5))) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        if (taken_) free().release();
    }
    bool is_mine() const { return taken_; }

  private:
    static std::counting_semaphore<2>& free() {
        static std::counting_semaphore<2> slots(2);
        return slots;
    }
    bool taken_;
};

// The words of one file; nothing is kept.
http::Response read_paper(const Desk& desk, const http::Request& request, const identity::Viewer&) {
    TRY_OR_REFUSE(check_queries(request, {"name"}));
    const auto name = request.query("name");
    if (!name || name->empty()) return refuse({"missing_field", "请写明文件名", {}, "name"});
    const Turn turn;
    if (!turn.is_mine()) return refuse({"busy", "正在读取其他文件，请稍后再试"});
    const auto paragraphs = TRY_OR_REFUSE(desk.papers.read(*name, request.body));
    return http::json(200, Object{
                               {"name",       std::string(*name)   },
                               {"paragraphs", text_list(paragraphs)}
    });
}

base::Result<proofread::Source> source_in(const Value& paper, const std::string& field) {
    TRY(acts::check_members(paper, {"name", "paragraphs"}, field));
    const auto* name = paper["name"].as_string();
    if (name == nullptr || name->empty() || name->size() > name_bytes_max)
        return base::fail("missing_field", "请写明文书的名称", {}, field + ".name");
    proofread::Source source;
    source.id = *name;
    if (paper["paragraphs"].as_list() == nullptr)
        return base::fail("wrong_type", "应当是一列文字", {}, field + ".paragraphs");
    const auto& paragraphs = paper.list("paragraphs");
    if (paragraphs.size() > paragraphs_max)
        return base::fail("too_long", "文书超过20000段，不予校对", {}, field + ".paragraphs");
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto* text = paragraphs.at(i).as_string();
        const std::string place = fmt::format("{}.paragraphs.{}", field, i);
        if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, place);
        if (base::character_count(*text) > proofread::paragraph_characters_max)
            return base::fail("too_long", "有一段超过120000字，不予校对", {}, place);
        source.paragraphs.push_back(*text);
    }
    return source;
}

base::Result<std::vector<proofread::Source>> sources_in(const Value& body) {
    TRY(acts::check_members(body, {"papers"}));
    if (body["papers"].as_list() == nullptr) return base::fail("missing_field", "请加入文书", {}, "papers");
    const auto& papers = body.list("papers");
    if (papers.empty()) return base::fail("missing_field", "请加入文书", {}, "papers");
    if (papers.size() > papers_max)
        return base::fail("too_many", fmt::format("一次最多校对{}份", papers_max), {}, "papers");
    std::vector<proofread::Source> sources;
    for (std::size_t i = 0; i < papers.size(); ++i)
        sources.push_back(TRY(source_in(papers.at(i), fmt::format("papers.{}", i))));
    return sources;
}

// Papers of other hands as one file, read against each other; nothing is kept.
http::Response proofread_foreign(const Desk& desk, const http::Request& request, const identity::Viewer&) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto sources = TRY_OR_REFUSE(sources_in(body));
    return http::json(200, proofread::report(sources, proofread::check(sources, {}, knowledge_of(desk))));
}

// A file of a case written by another hand: a licence, a contract, a report of a laboratory.
http::Response proofread_evidence(const Desk& desk, const http::Request& request,
                                  const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.evidence.load(viewer, request.parameter("id")));
    const Turn turn;
    if (!turn.is_mine()) return refuse({"busy", "正在读取其他文件，请稍后再试"});
    return http::json(200,
                      TRY_OR_REFUSE(naming::proofread_file(desk.office, desk.file_names, desk.papers, viewer,
                                                           request.parameter("id"), knowledge_of(desk))));
}

}  // namespace

void add_foreign_paper_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("POST", "/api/foreign-papers/words", read_paper, {.body_limit = file_bytes_max});
    add("GET", "/api/evidence/{id}/proofreading", proofread_evidence);
    add("POST", "/api/foreign-papers/proofreading", proofread_foreign, {.body_limit = words_bytes_max});
}

}  // namespace desk
