#include "books/penalty_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/money.hpp"
#include "discretion/decide.hpp"
#include "discretion/left_out.hpp"

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

// Every violation answered; one that cannot be answered with what is known ends the checking of sums.
base::List findings_of(const Value& penalty, Object request, const discretion::Catalogue& catalogue) {
    base::List findings;
    for (const auto& violation : penalty.list("violations")) {
        request.set("violation_id", violation);
        findings.push_back(discretion::decide_all(Value(request), catalogue));
    }
    return findings;
}

// The most any of the violations may be fined.
std::optional<Money> most_of_all(const base::List& findings) {
    std::optional<Money> most;
    for (const auto& finding : findings) {
        const auto top = finding.has("error") ? std::nullopt : sum_in(finding["statutory"].text("max"));
        if (!top) return std::nullopt;
        most = std::max(most.value_or(*top), *top);
    }
    return most;
}

// 行政处罚法 第二十八条第二款
std::optional<procedure::PenaltyFault> item_left_out(const base::List& findings, const Value& penalty) {
    for (const auto& finding : findings)
        if (const auto kind = discretion::left_out(finding, penalty))
            return procedure::PenaltyFault{
                .code = "mandatory_item_missing",
                .message = *kind == "confiscate_gains" ? "应当没收违法所得" : "应当没收违法财物",
                .basis = *kind == "confiscate_gains" ? "行政处罚法 第二十八条第二款" : "",
                .field = "penalty.kinds"};
    return std::nullopt;
}

}  // namespace

procedure::PenaltyCheck penalty_check(const catalogue::Files& files) {
    auto reader = std::make_shared<Reader>(Reader{.files = files});
    return [reader](const Value& penalty, const casefile::Party& party, base::Date act_start,
                    base::Date act_end, base::Date on) -> std::optional<procedure::PenaltyFault> {
        const auto* catalogue = reader->get();
        if (catalogue == nullptr) return std::nullopt;
        const auto fine = sum_in(penalty.text("fine"));
        Object request{
            {"facts",         Object{}                                },
            {"act_start",     act_start.str()                         },
            {"act_end",       act_end.str()                           },
            {"discovered_on", act_end.str()                           },
            {"decision_on",   on.str()                                },
            {"actor",         Object{{"kind", actor_kind(party.kind)}}}
        };
        if (fine) request.set("proposed_fine", fine->str());
        const auto findings = findings_of(penalty, std::move(request), *catalogue);
        if (auto missing = item_left_out(findings, penalty)) return missing;
        const auto most = fine ? most_of_all(findings) : std::nullopt;
        if (!most || *fine <= *most) return std::nullopt;
        return procedure::PenaltyFault{.code = "amount_outside_range",
                                       .message = fmt::format("法定最高{}元", most->str()),
                                       .basis = "行政处罚法 第五条第二款、第三十二条",
                                       .field = "penalty.fine"};
    };
}

procedure::KnownViolation violation_check(const catalogue::Files& files) {
    auto reader = std::make_shared<Reader>(Reader{.files = files});
    return [reader](std::string_view id) {
        const auto* catalogue = reader->get();
        return catalogue == nullptr || catalogue->find(id) != nullptr;
    };
}

}  // namespace books
