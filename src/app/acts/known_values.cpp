#include <fmt/format.h>

#include <algorithm>

#include "acts/filling.hpp"
#include "base/money.hpp"
#include "clocks/performance.hpp"
#include "procedure/derived.hpp"

namespace acts {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::int64_t spot_fine_without_reason = 10000;  // fen; 行政处罚法 第六十八条第（一）项

bool is_natural(const casefile::Party& party) {
    return party.kind != casefile::PartyKind::organisation;
}

// Whoever speaks for the party: the person, or the representative of the organisation.
std::string_view speaker_of(const casefile::Party& party) {
    const auto representative = party.details.text("legal_representative");
    return representative.empty() || party.kind == casefile::PartyKind::person ? std::string_view(party.name)
                                                                               : representative;
}

std::string_view place_of(const Filling& filling) {
    const auto* clue = filling.last("register_clue");
    if (clue != nullptr && !clue->data.text("place").empty()) return clue->data.text("place");
    return filling.party()->details.text("address");
}

std::string_view kind_of(casefile::PartyKind kind) {
    switch (kind) {
        case casefile::PartyKind::person:
            return "person";
        case casefile::PartyKind::sole_trader:
            return "sole_trader";
        case casefile::PartyKind::organisation:
            return "organisation";
    }
    return {};
}

void fill_party_record(Filling& filling) {
    const casefile::Party& party = *filling.party();
    filling.set("kind", kind_of(party.kind));
    filling.set_text("name", party.name);
    filling.set_text("code", party.code);
    filling.set_text("id_no", party.id_no);
    if (party.born) filling.set_text("born", party.born->str());
    filling.set_text("region", party.region);
    for (const char* detail : {"address", "legal_representative", "phone", "other_contact"})
        filling.set_text(detail, party.details.text(detail));
}

Value article(std::string_view law, std::int64_t number, std::int64_t paragraph) {
    return Object{
        {"law",       law      },
        {"article",   number   },
        {"paragraph", paragraph}
    };
}

// 行政处罚法 第七十二条第一款第（一）项: of what is unpaid, though the law would bear it on the whole fine.
base::Money late_fee(const Filling& filling, const clocks::Performance& owed) {
    const auto& state = filling.loaded.state;
    const auto accrued = procedure::accrued_late_fee(*state.standing(0, filling.today), state.live_acts(),
                                                     filling.today, state.rules());
    if (owed.fine_due == base::Money()) return {};
    return base::Money::fen(accrued.in_fen() * owed.fine_rest().in_fen() / owed.fine_due.in_fen());
}

}  // namespace

void fill_people(Filling& filling) {
    if (filling.party() == nullptr) return;
    const casefile::Party& party = *filling.party();
    if (filling.is("record_party")) fill_party_record(filling);
    if (filling.is("onsite_check") || filling.is("decide_on_spot"))
        filling.set_text("place", place_of(filling));
    if (filling.is("call_interview")) filling.set_text("person", speaker_of(party));
    if (filling.is("interview"))
        filling.set("person", Object{
                                  {"name",     speaker_of(party)                                   },
                                  {"relation", is_natural(party) ? "party" : "legal_representative"}
        });
    if (filling.is("demand_materials")) filling.set_text("from", party.name);
    if (filling.is("collect_evidence")) filling.set_text("provider", speaker_of(party));
    if (filling.is("confirm_address")) {
        filling.set_text("address", party.details.text("address"));
        filling.set_text("phone", party.details.text("phone"));
        filling.set_text("receiver", speaker_of(party));
    }
}

void fill_orders(Filling& filling) {
    if (filling.is("order_correction")) filling.set("article", article("行政处罚法", 28, 1));
    if (const auto* test = filling.last("commission_test");
        test != nullptr && filling.is("announce_test_period")) {
        filling.set("from", test->at.date().str());
        filling.set_text("to", test->data.text("due"));
    }
    if (filling.is("file_case")) {
        const auto* clue = filling.last("register_clue");
        if (clue != nullptr)
            for (const char* day : {"act_start", "act_end"})
                filling.set_text(day, clue->data.text("found_on"));
    }
    if (filling.is("report_investigation")) {
        Object sections;
        for (const char* section : {"party", "course", "facts", "nature", "proposal", "discretion"})
            sections.set(section, true);
        filling.set("sections", std::move(sections));
        if (!filling.holds("penalty") && !filling.facts.violations.empty()) {
            List violations;
            for (const auto& id : filling.facts.violations) violations.emplace_back(id);
            filling.set("penalty", Object{
                                       {"violations", std::move(violations)}
            });
        }
    }
}

// 行政复议法 第二十三条: reconsideration comes first.
void fill_on_spot(Filling& filling) {
    if (filling.is("decide_on_spot")) {
        const Value& agency = filling.loaded.agency.details;
        filling.set("remedies", Object{
                                    {"first",      "reconsideration"                  },
                                    {"body",       agency.text("reconsideration_body")},
                                    {"recon_days", 60                                 }
        });
    }
    if (filling.is("collect_on_spot")) {
        const auto fine = base::Money::parse(filling.facts.penalty.text("fine"));
        filling.set_text("sum", filling.facts.penalty.text("fine"));
        if (fine)
            filling.set("ground",
                        fine->in_fen() <= spot_fine_without_reason ? "fine_up_to_100" : "hard_later");
    }
    if (const auto* cash = filling.last("collect_on_spot"); cash != nullptr && filling.is("remit_cash")) {
        filling.set_text("sum", cash->data.text("sum"));
        filling.set("step", filling.last("remit_cash") == nullptr ? "to_agency" : "to_bank");
    }
}

void fill_enforcement(Filling& filling) {
    if (filling.is("apply_court")) filling.set_text("court", filling.loaded.agency.details.text("court"));
    const auto owed = clocks::performance(filling.loaded.state.live_acts());
    if (!owed) return;
    if (filling.is("dun") || filling.is("apply_court")) {
        filling.set("rest", (owed->fine_rest() + owed->gains_rest()).str());
        filling.set("late_fee", late_fee(filling, *owed).str());
    }
    if (filling.is("close")) {
        if (owed->performed_on) filling.set("performance", "罚没款已缴清，处罚决定已全部履行");
        if (filling.facts.goods.empty()) filling.set("goods", "没有涉案财物");
    }
}

void fill_presets(Filling& filling) {
    for (const procedure::Field& field : filling.type.fields)
        if (!field.preset.is_null() && !filling.holds(field.name))
            filling.values.set(field.name, field.preset);
}

}  // namespace acts
