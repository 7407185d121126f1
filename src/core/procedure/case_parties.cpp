#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "procedure/case.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;
using casefile::Party;

casefile::PartyKind kind_of(std::string_view kind) {
    return kind == "organisation"  ? casefile::PartyKind::organisation
           : kind == "sole_trader" ? casefile::PartyKind::sole_trader
                                   : casefile::PartyKind::person;
}

void identify(Party& party, const base::Value& data) {
    party.kind = kind_of(data.text("kind"));
    party.name = data.text("name");
    if (data.has("code")) party.code = data.text("code");
    if (data.has("id_no")) party.id_no = data.text("id_no");
    if (data.has("region")) party.region = data.text("region");
    if (const auto born = date_in(data, "born")) party.born = born;
}

// What was done before the party came in and concerned nobody in particular is done for it too; what was
// concluded and told to others is not. Where to reach somebody is his own to say (程序规定 第八十三条).
bool concerns_all(const ActType& type) {
    static constexpr std::array<std::string_view, 5> phases{"clue", "evidence", "measures", "running", "any"};
    return std::ranges::find(phases, type.phase) != phases.end() && type.id != "serve" &&
           type.id != "confirm_address";
}

// A clue is registered and a case is filed for whoever turns out to be a party of it, also when the act named
// the one who was known then; filed once. What ended the matter of somebody else ended his alone.
bool opens_the_case(const ActType& type, const State& joining) {
    static constexpr std::array<std::string_view, 3> of_one_party{"record_party", "decline_filing",
                                                                  "transfer_clue"};
    if (type.id == "file_case") return joining.filed == 0;
    return (type.phase == "clue" && std::ranges::find(of_one_party, type.id) == of_one_party.end()) ||
           type.id == "receive_reverse_referral";
}

// 程序规定 第十九条: what began the investigation began that of the case, whoever it concerned; the party
// that joins is investigated from there on.
void join_the_investigation(State& state, std::span<const State> others) {
    const bool is_investigated = std::ranges::any_of(others, [](const State& other) {
        return other.main >= MainState::investigating && other.main <= MainState::archived;
    });
    if (state.main < MainState::investigating && is_investigated) state.main = MainState::investigating;
}

// 行政处罚法 第四十四条: what was concluded about and told to somebody else binds the right party in nothing.
void begin_again(State& state) {
    if (state.main <= MainState::suspended || state.main >= MainState::transferred) return;
    state.main = MainState::investigating;
    state.report = 0;
    state.proposes.clear();
    state.reviews.clear();
    state.notice.reset();
    state.served_notice.reset();
    state.answers.clear();
    state.waivers.clear();
    state.hearing = {};
    state.panels.clear();
}

}  // namespace

// 当事人信息登记 completes what is known of the party, 更正当事人信息 mends a slip in it; the case number and
// the acts stay.
void Case::take_party(const Act& act) {
    auto party = std::ranges::find_if(
        matter_.parties, [&](const casefile::Party& each) { return !act.party || each.id == *act.party; });
    if (party == matter_.parties.end()) return;
    const auto& data = act.data;
    if (act.type == "correct_party") {
        const auto field = data.text("field");
        (field == "code" ? party->code : field == "id_no" ? party->id_no : party->name) = data.text("to");
        return;
    }
    identify(*party, data);
    base::Object details = party->details.object();
    for (const auto* name : {"address", "legal_representative", "phone", "other_contact", "postcode",
                             "gender", "work", "trade_name", "certificate_name"})
        if (data.has(name)) details.set(name, data[name]);
    party->details = std::move(details);
}

// 追加、变更当事人，并案，分案: who the case is about from here on (acts.md §3.4).
void Case::take_parties(const Act& act) {
    if (act.type == "add_party") admit(act.data["party"]);
    if (act.type == "join_case")
        for (const auto& party : act.data.list("parties")) admit(party);
    if (act.type == "replace_party") replace(act);
    if (act.type == "split_case") let_go(act);
}

void Case::admit(const base::Value& data) {
    Party party{.id = std::string(data.text("id")), .name = {}};
    for (auto i = matter_.parties.size() + 1; party.id.empty(); ++i)
        if (std::ranges::find(matter_.parties, fmt::format("p{}", i), &Party::id) == matter_.parties.end())
            party.id = fmt::format("p{}", i);
    identify(party, data);
    if (!by_party_kept_) by_party_.front().assign(live_acts().begin(), live_acts().end());
    by_party_kept_ = true;
    states_.push_back({.party = party.id});
    matter_.parties.push_back(std::move(party));
    by_party_.emplace_back();
    for (const auto& act : live_acts()) {
        const auto& type = recorded_type(act);
        const bool opens = opens_the_case(type, states_.back());
        if (act.type == "strike" || (act.party && !opens) || (!opens && !concerns_all(type))) continue;
        by_party_.back().push_back(act);
        fold(states_.back(), act, context_of(states_.size() - 1, type));
    }
    join_the_investigation(states_.back(), std::span(states_).first(states_.size() - 1));
}

// 程序规定 第四十七条: a successor takes the place of the party as it stands; who was taken for the party by
// mistake is told nothing yet.
void Case::replace(const Act& act) {
    for (const auto place : concerned(act)) {
        Party& party = matter_.parties[place];
        party.code.clear();
        party.id_no.clear();
        party.born.reset();
        party.details = {};
        identify(party, act.data["party"]);
        // The address and the account the former party signed are not those of the new one.
        states_[place].address_confirmed = states_[place].electronic_consent = false;
        if (act.data.text("reason") == "wrong_party") begin_again(states_[place]);
    }
}

// The parties that go are a case of their own from here on.
void Case::let_go(const Act& act) {
    for (const auto& id : act.data.list("parties")) {
        const auto party = std::ranges::find(
            matter_.parties, id.as_string() == nullptr ? std::string() : *id.as_string(), &Party::id);
        if (party == matter_.parties.end() || matter_.parties.size() == 1) continue;
        const auto place = party - matter_.parties.begin();
        matter_.parties.erase(party);
        states_.erase(states_.begin() + place);
        by_party_.erase(by_party_.begin() + place);
    }
}

}  // namespace procedure
