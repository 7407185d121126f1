#pragma once
#include <fstream>
#include <sstream>
#include <string>

#include "base/value.hpp"
#include "catalogue/yaml.hpp"

namespace discretion {

// profiles.yaml: one row per request; what a row leaves out is a company, found and decided on the day given.
inline base::Value rows_of_file(const std::string& name) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/discretion/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return catalogue::read_yaml(text.str(), name).value();
}

inline base::Value claims(const base::Value& codes) {
    base::List list;
    for (const base::Value& code : codes.items())
        list.push_back(base::Object{
            {"code",         code                },
            {"evidence_ids", base::List{"ZJ0001"}}
        });
    return list;
}

inline base::Value profile_request(const base::Value& row) {
    base::Object request{
        {"violation_id",  row["item"]                                                                    },
        {"jurisdiction",  row["place"]                                                                   },
        {"act_end",       row.has("act") ? row["act"] : base::Value("2025-09-01")                        },
        {"discovered_on", row.has("act") ? row["act"] : base::Value("2025-09-01")                        },
        {"decision_on",   row.has("decided") ? row["decided"] : base::Value("2025-10-01")                },
        {"actor",         base::Object{{"kind", row.has("party") ? row["party"] : base::Value("entity")}}},
        {"facts",         row.has("facts") ? row["facts"] : base::Value(base::Object())                  },
        {"circumstances", claims(row["with"])                                                            },
        {"serious_facts", claims(row["serious"])                                                         }
    };
    if (row.has("fine")) request.set("proposed_fine", row["fine"]);
    return request;
}

}  // namespace discretion
