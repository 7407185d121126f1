#include "acts/published_copies.hpp"

#include "documents/papers.hpp"
#include "publicity/prepare.hpp"

namespace acts {

namespace {

// The summary is a paper of this very act: it is set as it will stand.
base::Result<std::vector<documents::Preview>> own_papers(const office::Office& office,
                                                         const identity::Viewer& viewer,
                                                         const cases::LoadedCase& loaded,
                                                         const Judged& judged) {
    cases::LoadedCase after{
        .record = loaded.record, .agency = loaded.agency, .staff = loaded.staff, .state = *judged.after};
    after.record.acts.push_back(
        {.act = judged.act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
    const auto sources = TRY(documents::gather(office, viewer, after, judged.act.n, {}, judged.finding));
    return documents::previews(sources);
}

}  // namespace

base::Result<Judged> with_published_copies(const office::Office& office, const identity::Viewer& viewer,
                                           const cases::LoadedCase& loaded, const ActRequest& request,
                                           Judged judged) {
    if (request.act != "publish" || judged.refusal) return judged;
    base::List copies;
    const auto of = static_cast<int>(request.data.integer("of").value_or(0));
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, loaded.record.no)))
        if (row.act_n == of && row.status != "struck" && publicity::is_published(row.document))
            copies.push_back(TRY(publicity::kept_copy(office, viewer, loaded, row.id)));
    for (const documents::Preview& paper : TRY(own_papers(office, viewer, loaded, judged)))
        if (publicity::is_published(paper.id))
            copies.push_back(TRY(publicity::kept_copy(office, loaded, paper)));
    ActRequest whole = request;
    whole.data.as_object()->set("copies", std::move(copies));
    return judge(office, loaded, whole, judged.act.at, judged.act.approved_by);
}

}  // namespace acts
