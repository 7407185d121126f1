#include "publicity/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cases/load_case.hpp"
#include "documents/print.hpp"
#include "publicity/known.hpp"
#include "redact/redact.hpp"

namespace publicity {

namespace {

using base::List;
using base::Object;
using base::Value;

struct Prepared {
    ports::DocumentRow row = {};
    document::Document paper;
    std::vector<redact::Change> changes;
    std::string words;  // of the whole paper, as they would be published
    std::vector<redact::Hit> left;
};

bool may_prepare(const identity::Viewer& viewer, const cases::LoadedCase& loaded) {
    const auto handlers = loaded.state.handlers();
    return viewer.has_role("CREDIT") || viewer.has_role("LEADER") || viewer.has_role("CHIEF") ||
           std::ranges::find(handlers, viewer.person) != handlers.end();
}

Prepared redacted(const cases::LoadedCase& loaded, document::Document served, base::Date made_on) {
    Prepared made;
    const redact::Known known = known_of(loaded.state.matter(), loaded.state.acts(), loaded.agency, made_on);
    served.check.clear();  // the code leads to the paper as it was served
    made.paper = redact::redact(std::move(served), known, made.changes);
    made.words = document::plain_text(made.paper);
    made.left = redact::leaks(made.words, known);
    const redact::Facts facts = facts_of(loaded.state.matter(), loaded.state.acts(), loaded.agency);
    for (redact::Hit& hit : redact::remains(made.words, facts)) made.left.push_back(std::move(hit));
    return made;
}

base::Result<ports::DocumentRow> publishable(const office::Office& office, const identity::Viewer& viewer,
                                             std::string_view id) {
    auto row = TRY(office.ports.documents.load(viewer, id));
    if (!is_published(row.document))
        return base::fail("not_publishable", "只有行政处罚决定书和行政处罚信息摘要予以公示",
                          "公示规定 第四条");
    return row;
}

base::Result<void> check_may_prepare(const identity::Viewer& viewer, const cases::LoadedCase& loaded) {
    if (may_prepare(viewer, loaded)) return {};
    return base::fail("not_permitted", "只有信用监管人员、本案办案人员和负责人可以办理公示",
                      "公示规定 第十九条");
}

base::Result<Prepared> prepare(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view id) {
    const auto row = TRY(publishable(office, viewer, id));
    const auto loaded = TRY(cases::load_case(office, viewer, row.case_no));
    TRY(check_may_prepare(viewer, loaded));
    Prepared made = redacted(loaded, TRY(documents::paper(office, row)), row.made_at.date());
    made.row = row;
    return made;
}

base::Result<void> check_nothing_left(std::size_t left) {
    if (left == 0) return {};
    return base::fail("personal_data_left", fmt::format("还有{}处个人信息没有隐去，不能公示", left),
                      "公示规定 第六条");
}

base::Result<std::string> printed(const office::Office& office, const Prepared& made) {
    TRY(check_nothing_left(made.left.size()));
    return office.ports.renderer.pdf(made.paper);
}

// What was published of a paper last: the copy the act of publication names.
struct Published {
    const casefile::Act* act = nullptr;
    const Value* copy = nullptr;
};
Published published_of(const cases::LoadedCase& loaded, const ports::DocumentRow& row) {
    Published last;
    for (const casefile::Act& act : loaded.state.live_acts()) {
        if (act.type != "publish" || (act.data.integer("of") != row.act_n && act.n != row.act_n)) continue;
        for (const Value& copy : act.data.list("copies"))
            if (copy.text("document") == row.document &&
                (copy.text("number").empty() || copy.text("number") == row.number))
                last = {.act = &act, .copy = &copy};
    }
    return last;
}

Value paragraph_value(const redact::Change& change) {
    List parts;
    std::size_t at = 0;
    const auto add = [&](std::size_t end) {
        if (end > at)
            parts.push_back(Object{
                {"text", change.before.substr(at, end - at)}
            });
    };
    for (const redact::Hit& hit : change.hits) {
        add(hit.begin);
        parts.push_back(Object{
            {"text", change.before.substr(hit.begin, hit.end - hit.begin)},
            {"kind", hit.kind},
            {"instead", hit.instead}
        });
        at = hit.end;
    }
    add(change.before.size());
    return Object{
        {"parts",   std::move(parts)    },
        {"changed", !change.hits.empty()}
    };
}

// Both versions paragraph by paragraph, what was hidden, and what the proof still finds.
Object comparison_of(const Prepared& made) {
    List paragraphs, left;
    std::map<std::string, int> counts;
    for (const redact::Change& change : made.changes) {
        paragraphs.push_back(paragraph_value(change));
        for (const redact::Hit& hit : change.hits) ++counts[hit.kind];
    }
    Object counted;
    for (const auto& [kind, count] : counts) counted.set(kind, count);
    for (const redact::Hit& hit : made.left)
        left.push_back(Object{
            {"kind", hit.kind},
            {"text", made.words.substr(hit.begin, hit.end - hit.begin)}
        });
    return Object{
        {"paragraphs", std::move(paragraphs)},
        {"counts",     std::move(counted)   },
        {"left",       std::move(left)      }
    };
}

base::Result<Publication> finished(const office::Office& office, const Prepared& made,
                                   std::string_view document, std::string_view title,
                                   std::string_view number) {
    Publication ready{.key = {},
                      .document = std::string(document),
                      .title = std::string(title),
                      .number = std::string(number),
                      .pdf = {},
                      .comparison = comparison_of(made),
                      .left = made.left.size()};
    if (made.left.empty()) ready.pdf = TRY(printed(office, made));
    return ready;
}

}  // namespace

base::Result<Value> compare(const office::Office& office, const identity::Viewer& viewer,
                            std::string_view id) {
    const Prepared made = TRY(prepare(office, viewer, id));
    Object value = comparison_of(made);
    value.set("document", made.row.id);
    value.set("title", made.row.title);
    value.set("number", made.row.number);
    const auto loaded = TRY(cases::load_case(office, viewer, made.row.case_no));
    if (const Published published = published_of(loaded, made.row); published.copy)
        value.set("published", Object{
                                   {"act_n", published.act->n                },
                                   {"at",    published.act->at.str()         },
                                   {"sm3",   published.copy->text("sm3")     },
                                   {"size",  *published.copy->integer("size")}
        });
    return value;
}

base::Result<std::string> pdf(const office::Office& office, const identity::Viewer& viewer,
                              std::string_view id) {
    const Prepared made = TRY(prepare(office, viewer, id));
    return printed(office, made);
}

bool is_published(std::string_view document) {
    return document == "penalty_decision" || document == "penalty_summary_sheet";
}

base::Result<Publication> publication_of(const office::Office& office, const identity::Viewer& viewer,
                                         const cases::LoadedCase& loaded, std::string_view id) {
    const auto row = TRY(publishable(office, viewer, id));
    const Prepared made = redacted(loaded, TRY(documents::paper(office, row)), row.made_at.date());
    Publication ready = TRY(finished(office, made, row.document, row.title, row.number));
    ready.key = row.id;
    return ready;
}

base::Result<Publication> publication_of(const office::Office& office, const cases::LoadedCase& loaded,
                                         const documents::Preview& paper) {
    const Prepared made = redacted(loaded, paper.document, office.today());
    return finished(office, made, paper.id, paper.document.title, {});
}

base::Result<Value> kept_copy(const office::Office& office, const Publication& ready) {
    TRY(check_nothing_left(ready.left));
    const ports::Blob blob = TRY(office.ports.blobs.put(ready.pdf));
    Object copy{
        {"document", ready.document},
        {"title",    ready.title   },
        {"sm3",      blob.sm3      },
        {"size",     blob.size     }
    };
    if (!ready.number.empty()) copy.set("number", ready.number);
    return copy;
}

base::Result<std::string> published_pdf(const office::Office& office, const identity::Viewer& viewer,
                                        std::string_view id) {
    const auto row = TRY(publishable(office, viewer, id));
    const auto loaded = TRY(cases::load_case(office, viewer, row.case_no));
    const Published published = published_of(loaded, row);
    if (!published.copy) return base::fail("not_found", "这份文书还没有公示");
    return office.ports.blobs.read(published.copy->text("sm3"));
}

}  // namespace publicity
