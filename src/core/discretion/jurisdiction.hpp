#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "discretion/circumstance.hpp"
#include "discretion/condition.hpp"
#include "discretion/exact.hpp"

namespace discretion {

struct Shares {
    Decimal4 lenient_to = {}, aggravated_from = {};  // of the span from minimum to maximum
    std::string source = {};
    Confidence lenient_confidence = Confidence::text, aggravated_confidence = Confidence::text;
};

struct Floor {
    Decimal4 share = {};  // of the statutory minimum
    std::string source = {};
};

struct HearingRule {
    base::Money natural = {}, entity = {};
    std::vector<std::string> kinds = {};
    std::string source = {};
};

struct SummaryRule {
    base::Money natural = {}, entity = {};
    std::string source = {};
};

// A row of a benchmark that gives findings a force for one violation.
struct ForceRow {
    std::string violation = {};
    std::vector<CircumstanceId> when = {};
    Force force = Force::weight;
    base::Date from = {};
    std::optional<base::Date> to = {};
    std::string source = {};
    Confidence confidence = Confidence::text;
};

// An entry of a list of what is not punished.
struct ListEntry {
    std::string item = {}, violation = {}, title = {};
    Condition when = {};
    std::vector<CircumstanceId> findings = {};
};

struct ExemptionList {
    std::string list = {}, title = {}, source = {};
    bool is_complete = false;
    base::Date from = {};
    std::vector<ListEntry> entries = {};
};

// What one place lays down; what it leaves out is that of the place above it.
struct Jurisdiction {
    std::string id = {}, name = {};
    bool is_example = false;
    std::optional<Shares> shares = {};
    std::optional<Floor> floor = {};
    std::optional<HearingRule> hearing = {};
    std::optional<SummaryRule> summary = {};
    std::optional<bool> individual_business_is_natural = {};
    std::vector<ForceRow> forces = {};
    std::vector<ExemptionList> lists = {};
};

// The rows that hold in one place: the nearest first, the country last.
class Chain {
  public:
    explicit Chain(std::vector<const Jurisdiction*> places) : places_(std::move(places)) {}
    const Shares& shares() const { return *nearest(&Jurisdiction::shares); }
    const std::optional<Floor>& floor() const { return nearest(&Jurisdiction::floor); }
    const HearingRule& hearing() const { return *nearest(&Jurisdiction::hearing); }
    const SummaryRule& summary() const { return *nearest(&Jurisdiction::summary); }
    bool individual_business_is_natural() const {
        return *nearest(&Jurisdiction::individual_business_is_natural);
    }
    const std::vector<const Jurisdiction*>& places() const { return places_; }

  private:
    template <class T>
    const std::optional<T>& nearest(std::optional<T> Jurisdiction::* rule) const {
        for (const Jurisdiction* place : places_)
            if (place->*rule) return place->*rule;
        return places_.back()->*rule;
    }
    std::vector<const Jurisdiction*> places_;
};

}  // namespace discretion
