#pragma once
#include <string>
#include <vector>

#include "signing/certificate.hpp"
#include "signing/statement.hpp"

namespace signing {

// What was found out about one signature by arithmetic and by reading what lies there now.
struct Findings {
    Statement statement = {};
    Certificate certificate = {};
    bool signature_holds = false;  // over the statement, with the key of the certificate
    bool issuer_holds = false;     // the certificate was signed by an authority that is trusted here
    std::string data_sm3 = {}, text_sm3 = {}, pdf_sm3 = {};  // as they are now
};

struct Check {
    std::string what;  // signature certificate validity data text pdf
    bool holds = false;
    std::string words;
};

struct Verdict {
    std::vector<Check> checks;
    bool holds() const;
};

Verdict judge(const Findings& findings);

}  // namespace signing
