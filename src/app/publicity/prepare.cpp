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
    ports::DocumentRow row;
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

base::Result<Prepared> prepare(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view id) {
    Prepared made{.row = TRY(office.ports.documents.load(viewer, id)),
                  .paper = {},
                  .changes = {},
                  .words = {},
                  .left = {}};
    constexpr std::string_view published[] = {"penalty_decision", "penalty_summary_sheet"};
    if (std::ranges::find(published, made.row.document) == std::end(published))
        return base::fail("not_publishable", "只有行政处罚决定书和行政处罚信息摘要予以公示",
                          "公示规定 第四条");
    const auto loaded = TRY(cases::load_case(office, viewer, made.row.case_no));
    if (!may_prepare(viewer, loaded))
        return base::fail("not_permitted", "只有信用监管人员、本案办案人员和负责人可以办理公示",
                          "公示规定 第十九条");
    const redact::Known known =
        known_of(loaded.state.matter(), loaded.state.acts(), loaded.agency, made.row.made_at.date());
    document::Document served = TRY(documents::paper(office, made.row));
    served.check.clear();  // the code leads to the paper as it was served
    made.paper = redact::redact(std::move(served), known, made.changes);
    made.words = document::plain_text(made.paper);
    made.left = redact::leaks(made.words, known);
    return made;
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

}  // namespace

base::Result<Value> compare(const office::Office& office, const identity::Viewer& viewer,
                            std::string_view id) {
    const Prepared made = TRY(prepare(office, viewer, id));
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
        {"document",   made.row.id          },
        {"title",      made.row.title       },
        {"number",     made.row.number      },
        {"paragraphs", std::move(paragraphs)},
        {"counts",     std::move(counted)   },
        {"left",       std::move(left)      }
    };
}

base::Result<std::string> pdf(const office::Office& office, const identity::Viewer& viewer,
                              std::string_view id) {
    const Prepared made = TRY(prepare(office, viewer, id));
    if (!made.left.empty())
        return base::fail("personal_data_left",
                          fmt::format("还有{}处个人信息没有隐去，不能公示", made.left.size()),
                          "公示规定 第六条");
    return office.ports.renderer.pdf(made.paper);
}

}  // namespace publicity
