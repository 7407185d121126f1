#include "acts/reasoning_draft.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "document/drafts.hpp"
#include "documents/facts.hpp"

namespace acts {

namespace {

// Sentences as the reader sees them: up to 。 or the end of a line.
std::vector<std::string> sentences(std::string_view text) {
    static constexpr std::string_view stop = "。";
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto period = text.find(stop), line = text.find('\n');
        const bool by_line = line < period;
        const auto end = by_line                            ? line
                         : period == std::string_view::npos ? text.size()
                                                            : period + stop.size();
        const std::string_view one = text.substr(0, end);
        if (!base::is_blank(one)) found.emplace_back(one);
        text.remove_prefix(std::min(text.size(), end + (by_line ? 1 : 0)));
    }
    return found;
}

base::List without(const std::vector<std::string>& all, const std::vector<std::string>& known) {
    base::List rest;
    for (const std::string& one : all)
        if (std::ranges::find(known, one) == known.end()) rest.push_back(one);
    return rest;
}

// What the words of the draft rest on: the trace, the act, and what the case holds.
base::Value facts_of(const base::Value& finding, const cases::LoadedCase& loaded, const casefile::Act& act) {
    const auto told = [](const casefile::Act& one) {
        return base::Object{
            {"n",     one.n       },
            {"type",  one.type    },
            {"at",    one.at.str()},
            {"data",  one.data    },
            {"paper", one.paper   }
        };
    };
    base::List acts;
    for (const casefile::Act& one : loaded.state.live_acts())
        if (!documents::is_about_another(one, act)) acts.emplace_back(told(one));
    return base::Object{
        {"act",        told(act)      },
        {"acts",       std::move(acts)},
        {"discretion", finding        }
    };
}

}  // namespace

std::string_view reasons_field(std::string_view act) {
    return act == "approve_notice" ? "reasons" : "discretion_reasons";
}

std::string reasoning_draft(const office::Office& office, const base::Value& finding,
                            const cases::LoadedCase& loaded, const casefile::Act& act) {
    if (finding["reasons"].as_object() == nullptr) return {};
    const document::Draft* draft =
        document::draft_for(office.templates, document::every_act, document::reasoning,
                            {.place = loaded.agency.code, .day = act.at.date()});
    if (draft == nullptr) return {};
    std::string text;
    for (const std::string& line : document::lines_of(*draft, facts_of(finding, loaded, act)))
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

base::Value with_reasoning_note(const office::Office& office, const base::Value& finding,
                                const cases::LoadedCase& loaded, const casefile::Act& act) {
    base::Object paper = act.paper.object();
    if (act.paper["discretion"].as_object() == nullptr) return act.paper;
    base::Object stated = act.paper["discretion"].object();
    stated.erase("found");
    stated.erase("reasoning");
    if (finding["law_version"].has("law"))
        stated.set("found",
                   base::Object{
                       {"law",  finding["law_version"].text("law")},
                       {"tier", finding["recommended_tier"]       }
        });
    const std::string draft = reasoning_draft(office, finding, loaded, act);
    const auto written = act.paper.text(reasons_field(act.type));
    if (!draft.empty() && !base::is_blank(written)) {
        const auto drafted = sentences(draft), wrote = sentences(written);
        stated.set("reasoning", base::Object{
                                    {"is_edited", drafted != wrote},
                                    {"removed", without(drafted, wrote)},
                                    {"added", without(wrote, drafted)}
        });
    }
    paper.set("discretion", std::move(stated));
    return base::Value(std::move(paper));
}

}  // namespace acts
