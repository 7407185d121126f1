#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "demo/organisation.hpp"
#include "office/office.hpp"
#include "ports/alarm_store.hpp"
#include "ports/calendar_store.hpp"
#include "ports/hand_over_store.hpp"
#include "ports/ports.hpp"

namespace testing_office {

// The outside world of the use cases in memory: one thread, no walls between agencies but equality of the
// region.

class CountingRandom final : public ports::Random {
  public:
    std::string hex(std::size_t bytes) override {
        std::string text = std::to_string(++count_);
        return std::string(2 * bytes - std::min(2 * bytes, text.size()), '0') + text;
    }

  private:
    int count_ = 0;
};

class PlainHasher final : public ports::Hasher {
  public:
    std::string sm3(std::string_view bytes) const override {
        return "sm3:" + std::to_string(std::hash<std::string_view>{}(bytes));
    }
};

class PlainPasswords final : public ports::PasswordHasher {
  public:
    base::Result<std::string> hash(std::string_view password) override {
        return "hash:" + std::string(password);
    }
    bool matches(std::string_view password, std::string_view hash) override {
        return hash == "hash:" + std::string(password);
    }
};

class MemoryIdentities final : public ports::IdentityStore {
  public:
    std::map<std::string, ports::Account, std::less<>> accounts;  // by account name
    std::map<std::string, ports::Session, std::less<>> sessions;  // by token digest

    base::Result<std::optional<ports::Account>> find_account(std::string_view account) override {
        const auto found = accounts.find(account);
        return found == accounts.end() ? std::optional<ports::Account>() : std::optional(found->second);
    }
    base::Result<int> note_failure(std::string_view person, base::Instant) override {
        return ++of(person).failures;
    }
    base::Result<void> lock(std::string_view person, base::Instant until) override {
        of(person).locked_until = until;
        return {};
    }
    base::Result<void> open_session(std::string_view person, std::string_view digest, base::Instant,
                                    base::Instant expires) override {
        of(person).failures = 0;
        sessions[std::string(digest)] = {.person = std::string(person),
                                         .name = {},
                                         .account = of(person).account,
                                         .posts = {},
                                         .expires_at = expires};
        return {};
    }
    base::Result<std::optional<ports::Session>> find_session(std::string_view digest,
                                                             base::Instant at) override {
        const auto found = sessions.find(digest);
        if (found == sessions.end() || found->second.expires_at <= at) return std::optional<ports::Session>();
        return std::optional(found->second);
    }
    base::Result<void> close_session(std::string_view digest) override {
        sessions.erase(std::string(digest));
        return {};
    }
    base::Result<void> change_password(std::string_view person, std::string_view hash,
                                       std::string_view) override {
        of(person).password_hash = hash;
        return {};
    }
    base::Result<void> put_account(std::string_view person, std::string_view account, std::string_view hash,
                                   bool change) override {
        accounts[std::string(account)] = {.person = std::string(person),
                                          .account = std::string(account),
                                          .password_hash = std::string(hash),
                                          .must_change_password = change};
        return {};
    }

  private:
    ports::Account& of(std::string_view person) {
        return std::ranges::find_if(accounts,
                                    [&](const auto& entry) { return entry.second.person == person; })
            ->second;
    }
};

class MemoryDelegations final : public ports::DelegationStore {
  public:
    std::vector<ports::Delegation> grants;

    base::Result<std::vector<ports::Delegation>> list(const identity::Viewer&) override { return grants; }
    base::Result<ports::Delegation> load(const identity::Viewer&, std::string_view id) override {
        const auto found = std::ranges::find(grants, id, &ports::Delegation::id);
        if (found == grants.end()) return base::fail("not_found", "没有这项授权");
        return *found;
    }
    base::Result<void> create(const identity::Viewer&, const ports::Delegation& grant) override {
        grants.push_back(grant);
        return {};
    }
    base::Result<void> end(const identity::Viewer&, const ports::Delegation& grant) override {
        *std::ranges::find(grants, grant.id, &ports::Delegation::id) = grant;
        return {};
    }
};

class MemoryAlarms final : public ports::AlarmStore {
  public:
    std::vector<ports::DueClock> clocks;
    std::vector<ports::ClockWarning> chosen;
    std::map<std::pair<std::string, base::Date>, ports::Digest> told;

    base::Date asked_until;

    base::Result<std::vector<ports::DueClock>> due(const identity::Viewer&, base::Date until, int) override {
        asked_until = until;
        return clocks;
    }
    base::Result<std::vector<ports::ClockWarning>> warnings(const identity::Viewer&) override {
        return chosen;
    }
    base::Result<void> set_warning(const identity::Viewer&, const ports::ClockWarning& warning) override {
        chosen.push_back(warning);
        return {};
    }
    base::Result<void> clear_warning(const identity::Viewer&, std::string_view code) override {
        std::erase_if(chosen, [&](const auto& warning) { return warning.code == code; });
        return {};
    }
    base::Result<std::vector<ports::Digest>> digests(const identity::Viewer&) override {
        return std::vector<ports::Digest>();
    }
    base::Result<std::optional<ports::Digest>> digest(const identity::Viewer& viewer,
                                                      base::Date day) override {
        const auto found = told.find({viewer.person, day});
        return found == told.end() ? std::optional<ports::Digest>() : std::optional(found->second);
    }
    base::Result<std::vector<std::string>> agencies() override { return std::vector<std::string>{"990101"}; }
    base::Result<bool> put_digest(const identity::Viewer& whose, const ports::Digest& digest) override {
        return told.emplace(std::pair(whose.person, digest.day), digest).second;
    }
};

class MemoryCalendars final : public ports::CalendarStore {
  public:
    std::vector<ports::CalendarVersion> versions;
    std::vector<ports::CalendarDifference> differences;
    std::vector<std::string> cases;

    base::Result<std::vector<ports::CalendarVersion>> list() override { return versions; }
    base::Result<ports::CalendarVersion> load(std::string_view id) override {
        const auto found = std::ranges::find(versions, id, &ports::CalendarVersion::id);
        if (found == versions.end()) return base::fail("not_found", "没有这个放假安排");
        return *found;
    }
    base::Result<void> create(const identity::Viewer&, const ports::CalendarVersion& version) override {
        versions.push_back(version);
        return {};
    }
    base::Result<void> settle(const identity::Viewer&, const ports::CalendarVersion& version) override {
        *std::ranges::find(versions, version.id, &ports::CalendarVersion::id) = version;
        return {};
    }
    base::Result<void> put_report(std::string_view, base::Date,
                                  const std::vector<ports::CalendarDifference>& found) override {
        differences = found;
        return {};
    }
    base::Result<std::vector<ports::CalendarDifference>> report(const identity::Viewer&,
                                                                std::string_view) override {
        return differences;
    }
    base::Result<Totals> totals(std::string_view) override {
        return Totals{.cases = 0, .clocks = static_cast<int>(differences.size())};
    }
    base::Result<std::vector<std::string>> touched(base::Date, base::Date, bool) override { return cases; }
};

class NoHandOver final : public ports::HandOverStore {
  public:
    base::Result<std::vector<ports::HeldCase>> cases(const identity::Viewer&, std::string_view) override {
        return std::vector<ports::HeldCase>();
    }
    base::Result<std::vector<ports::HeldProposal>> proposals(const identity::Viewer&,
                                                             std::string_view) override {
        return std::vector<ports::HeldProposal>();
    }
    base::Result<Posts> posts(const identity::Viewer&, std::string_view) override { return Posts(); }
    base::Result<void> give(const identity::Viewer&, const ports::Proposal&) override { return {}; }
    base::Result<void> end_posts(const identity::Viewer&, std::string_view, base::Date,
                                 std::string_view) override {
        return {};
    }
};

class MemoryDirectory final : public ports::Directory {
  public:
    demo::Organisation organisation;

    base::Result<ports::Agency> agency(const identity::Viewer& viewer) override {
        for (const auto& node : organisation.nodes)
            if (node.region == viewer.agency && node.kind == "district")
                return ports::Agency{.code = node.region,
                                     .name = node.name,
                                     .short_name = node.short_name,
                                     .jurisdiction = node.region,
                                     .details = node.details};
        return base::fail("not_found", "没有这个机关");
    }
    base::Result<std::vector<casefile::Staff>> staff(const identity::Viewer& viewer, base::Date) override {
        std::vector<casefile::Staff> staff;
        for (const auto& person : organisation.people) {
            const auto seen = TRY(organisation.viewer(person.id));
            if (seen.agency == viewer.agency)
                staff.push_back({.id = person.id,
                                 .name = person.name,
                                 .roles = seen.roles,
                                 .unit = seen.node,
                                 .certificate = person.certificate});
        }
        return staff;
    }
    base::Result<std::vector<ports::CasePlace>> case_places(const identity::Viewer&) override {
        return std::vector<ports::CasePlace>();
    }
    base::Result<std::vector<ports::Unit>> units(const identity::Viewer& viewer) override {
        std::vector<ports::Unit> units;
        for (const auto& node : organisation.nodes)
            if (node.region == viewer.agency) units.push_back({.node = node.id, .name = node.name});
        return units;
    }
    base::Result<void> put(const std::vector<ports::NodeRow>&,
                           const std::vector<ports::PersonRow>&) override {
        return {};
    }
    base::Result<bool> empty() override { return organisation.nodes.empty(); }
};

}  // namespace testing_office
