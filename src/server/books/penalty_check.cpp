#include "books/penalty_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/money.hpp"
#include "discretion/decide.hpp"

namespace books {

namespace {

using base::Money;
using base::Object;
using base::Value;

// Shared by the copies of the function object; read once.
struct Reader {
    catalogue::Files files;
    std::shared_ptr<const discretion::Catalogue> catalogue = {};
    bool tried = false;

    const discretion::Catalogue* get() {
        if (!tried) {
            tried = true;
            if (const auto sources = discretion::Sources::read(files))
                if (auto read = discretion::Catalogue::from(*sources))
                    catalogue = std::make_shared<const discretion::Catalogue>(std::move(*read));
        }
        return catalogue.get();
    }
};

std::string_view actor_kind(casefile::PartyKind kind) {
    return kind == casefile::PartyKind::organisation  ? "entity"
           : kind == casefile::PartyKind::sole_trader ? "individual_business"
                                                      : "natural";
}

std::optional<Money> sum_in(std::string_view text) {
    const auto sum = Money::parse(text);
    return sum ? std::optional(*sum) : std::nullopt;
}

// The most any of the violations may be fined; nothing when one of them cannot be answered.
std::optional<Money> most_of_all(const Value& penalty, Object request,
                                 const discretion::Catalogue& catalogue) {
    std::optional<Money> most;
    for (const auto& violation : penalty.list("violations")) {
        request.set("violation_id", violation);
        const Value finding = discretion::decide_all(Value(request), catalogue);
        const auto top = finding.has("error") ? std::nullopt : sum_in(finding["statutory"].text("max"));
        if (!top) return std::nullopt;
        most = std::max(most.value_or(*top), *top);
    }
    return most;
}

}  // namespace

procedure::PenaltyCheck penalty_check(const catalogue::Files& files) {
    auto reader = std::make_shared<Reader>(Reader{.files = files});
    return [reader](const Value& penalty, const casefile::Party& party, base::Date act_start,
                    base::Date act_end, base::Date on) -> std::optional<procedure::PenaltyFault> {
        const auto fine = sum_in(penalty.text("fine"));
        const auto* catalogue = fine ? reader->get() : nullptr;
        if (catalogue == nullptr) return std::nullopt;
        const auto most = most_of_all(penalty,
                                      Object{
                                          {"facts",         Object{}                                },
                                          {"act_start",     act_start.str()                         },
                                          {"act_end",       act_end.str()                           },
                                          {"discovered_on", act_end.str()                           },
                                          {"decision_on",   on.str()                                },
                                          {"actor",         Object{{"kind", actor_kind(party.kind)}}},
                                          {"proposed_fine", fine->str()                             }
        },
                                      *catalogue);
        if (!most || *fine <= *most) return std::nullopt;
        return procedure::PenaltyFault{.code = "amount_outside_range",
                                       .message = fmt::format("法定最高{}元", most->str()),
                                       .basis = "行政处罚法 第四条、第三十四条",
                                       .field = "penalty.fine"};
    };
}

}  // namespace books
