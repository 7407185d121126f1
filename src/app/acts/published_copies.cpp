#include "acts/published_copies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/belonging.hpp"
#include "acts/other_case.hpp"
#include "base/text.hpp"
#include "documents/papers.hpp"
#include "publicity/known.hpp"

namespace acts {

namespace {

// The case as it will stand, so that what the act itself tells to be hidden is hidden in its texts.
cases::LoadedCase with_act(const cases::LoadedCase& loaded, const Judged& judged) {
    cases::LoadedCase after{
        .record = loaded.record, .agency = loaded.agency, .staff = loaded.staff, .state = *judged.after};
    after.record.acts.push_back(
        {.act = judged.act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
    return after;
}

// 公示规定 第四条: who was punished, by whom and what for is what publicity is about.
base::Result<void> check_hide(const cases::LoadedCase& loaded, const ActRequest& request, base::Date today) {
    constexpr std::size_t least = 2, most = 60, words_max = 50;
    const base::List& words = request.data.list("hide");
    if (words.size() > words_max)
        return base::fail("too_many", fmt::format("另需隐去的文字最多{}处", words_max), {}, "data.hide");
    const auto known = publicity::known_of(loaded.state.matter(), loaded.state.acts(), loaded.agency, today);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string* word = words[i].as_string();
        if (word == nullptr) continue;  // refused with its place by the form
        const std::string place = fmt::format("data.hide.{}", i);
        const std::size_t letters = base::character_count(*word);
        if (base::is_blank(*word) || letters < least || letters > most)
            return base::fail("bad_length", fmt::format("另需隐去的文字应当是{}至{}个字", least, most), {},
                              place);
        const bool is_kept =
            std::ranges::any_of(known.kept, [&](const std::string& kept) { return kept.contains(*word); });
        if (is_kept)
            return base::fail(
                "must_be_shown",
                fmt::format("“{}”是单位名称、地址或者机关信息的一部分，应当公示，不能隐去", *word),
                "公示规定 第四条", place);
    }
    return {};
}

// The summary is a paper of this very act: it is set as it will stand.
base::Result<std::vector<documents::Preview>> own_papers(const office::Office& office,
                                                         const identity::Viewer& viewer,
                                                         const cases::LoadedCase& after,
                                                         const Judged& judged) {
    const auto sources = TRY(documents::gather(office, viewer, after, judged.act.n, {}, judged.finding));
    return documents::previews(sources);
}

base::Result<std::vector<publicity::Publication>> to_publish(const office::Office& office,
                                                             const identity::Viewer& viewer,
                                                             const cases::LoadedCase& loaded,
                                                             const ActRequest& request,
                                                             const Judged& judged) {
    TRY(check_hide(loaded, request, office.today()));
    const cases::LoadedCase after = with_act(loaded, judged);
    std::vector<publicity::Publication> ready;
    const auto of = static_cast<int>(request.data.integer("of").value_or(0));
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, loaded.record.no)))
        if (row.act_n == of && row.status != "struck" && publicity::is_published(row.document))
            ready.push_back(TRY(publicity::publication_of(office, viewer, after, row.id)));
    for (const documents::Preview& paper : TRY(own_papers(office, viewer, after, judged))) {
        if (!publicity::is_published(paper.id)) continue;
        ready.push_back(TRY(publicity::publication_of(office, after, paper)));
        ready.back().key = fmt::format("{}-{}", paper.id, ready.size());
    }
    return ready;
}

// 公示规定 第六条: whoever publishes answers for what is seen by everybody, so it is what he has seen
// himself.
std::optional<procedure::Refusal> unlike_what_was_seen(const office::Office& office,
                                                       const ActRequest& request,
                                                       const std::vector<publicity::Publication>& ready) {
    if (!request.looked_at) return std::nullopt;
    procedure::Refusal refusal{
        .code = "publication_not_seen",
        .message = "公示文本还没有查看：请在核对一步逐份查看将要公示的文本，确认后再公示",
        .basis = "公示规定 第六条",
        .field = "looked_at"};
    if (request.looked_at->empty()) return refusal;
    std::string changed;
    for (const auto& one : ready) {
        const bool was_seen = std::ranges::find(*request.looked_at, office.ports.hasher.sm3(one.pdf)) !=
                              request.looked_at->end();
        if (!was_seen) changed += fmt::format("《{}》", one.title);
    }
    if (changed.empty()) return std::nullopt;
    refusal.code = "publication_changed";
    refusal.message = fmt::format(
        "案件在查看之后有变化，{}的公示文本与查看过的不一致，没有公示：请重新查看后再公示", changed);
    return refusal;
}

}  // namespace

base::Result<std::vector<publicity::Publication>> publications(const office::Office& office,
                                                               const identity::Viewer& viewer,
                                                               std::string_view case_no,
                                                               const ActRequest& request) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    if (request.act != "publish")
        return base::fail("not_publishable", "只有公示处罚信息才有公示文本", {}, "act");
    const auto* type = office.rules.table.find(request.act);
    if (type == nullptr) return base::fail("not_found", "没有这一行为");
    TRY(check_by_hand(*type, request));
    TRY(check_belonging(loaded, viewer, *type, request));
    const base::Instant at = TRY(instant_of(request, loaded.state, office.now()));
    const Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    if (judged.refusal)
        return base::fail("refused_by_law", judged.refusal->message, judged.refusal->basis,
                          judged.refusal->field);
    return to_publish(office, viewer, loaded, request, judged);
}

std::optional<procedure::Refusal> proposed_unseen(const ActRequest& request) {
    if (request.act != "publish" || request.looked_at) return std::nullopt;
    return procedure::Refusal{
        .code = "publication_not_seen",
        .message = "提出这件报批时没有查看公示文本，不能据此公示：请退回报批人，由其查看公示文本后重新提出",
        .basis = "公示规定 第六条",
        .field = "looked_at"};
}

base::Result<Judged> with_published_copies(const office::Office& office, const identity::Viewer& viewer,
                                           const cases::LoadedCase& loaded, const ActRequest& request,
                                           Judged judged) {
    if (request.act != "publish" || judged.refusal) return judged;
    const auto ready = TRY(to_publish(office, viewer, loaded, request, judged));
    for (const auto& one : ready)
        if (one.left > 0) TRY(publicity::kept_copy(office, one));
    judged.refusal = unlike_what_was_seen(office, request, ready);
    if (judged.refusal) return judged;
    base::List copies;
    for (const auto& one : ready) copies.push_back(TRY(publicity::kept_copy(office, one)));
    ActRequest whole = request;
    whole.data.as_object()->set("copies", std::move(copies));
    return judge(office, loaded, whole, judged.act.at, judged.act.approved_by);
}

}  // namespace acts
