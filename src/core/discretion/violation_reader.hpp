#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace discretion {

// What the rows of violations refer to by code.
struct References {
    const law::Statutes& statutes;
    const FactTable& facts;
    const CircumstanceTable& circumstances;
    const Catalogue& catalogue;  // serious facts and sets, exemptions, police rows
    const std::vector<std::pair<std::string, Personal>>& personal;
    const std::vector<std::string>& police;  // ids in the order of catalogue.police()
};

base::Result<Violation> read_violation(const base::Value& row, const References& references);
base::Result<Exemption> read_exemption(const base::Value& row, const law::Statutes&,
                                       const CircumstanceTable&);
base::Result<PoliceRow> read_police(const base::Value& row, const FactTable&);
base::Result<Personal> read_personal(const base::Value& row, const Catalogue&);

}  // namespace discretion
