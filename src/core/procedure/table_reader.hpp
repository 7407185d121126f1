#pragma once
#include "procedure/table.hpp"

namespace procedure {

// Reads the five catalogue files of the procedure; every fault names the row and the reason.
struct TableReader {
    const Table::Sources& sources;
    Table::Age age;
    Table table = {};

    base::Result<void> read();

    // Whether this version of a row is the one that counts among all versions of it.
    base::Result<bool> counts(const base::Value& row, const std::vector<const base::Value*>& versions,
                              const std::string& place) const;

    base::Result<void> read_names();
    base::Result<void> read_documents();
    base::Result<void> read_refusals();
    base::Result<void> read_refusal(const std::string& code, const base::Value& row,
                                    const std::string& place);
    base::Result<void> read_acts();
    base::Result<ActType> read_act(const base::Value& row, int order);
    base::Result<StateSet> read_open(const base::Value& row, const std::string& place);
    base::Result<std::vector<Field>> read_fields(const base::List& rows, const std::string& place,
                                                 bool of_paper = false);
    base::Result<Field> read_field(const base::Value& row, const std::string& place, bool of_paper);
    base::Result<void> resolve_type(Field& field, const base::Value& row, const std::string& place,
                                    bool of_paper);
    base::Result<void> read_steps();
    base::Result<void> check_references();
};

}  // namespace procedure
