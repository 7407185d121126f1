#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct Agency {
    std::string code;          // region code, GB/T 2260
    std::string name;          // 临江市城东区市场监督管理局
    std::string short_name;    // what stands before 市监 in document numbers
    std::string jurisdiction;  // code of the discretion chain
    base::Value details;       // reconsideration_body, court, bank, bank_address, address, phone …
    friend bool operator==(const Agency&, const Agency&) = default;
};

struct Unit {
    std::string node, name;
};

// Where cases may lie: a unit of the viewer's agency, or an agency he supervises.
struct CasePlace {
    std::string node, name, region;
    bool is_unit = false;
};

// The organisation tree as read from catalogue/demo/organisation.yaml or an import: nodes from the top down.
struct NodeRow {
    std::string id, parent, kind, name, short_name,
        region;  // kind: ministry province city district station unit
    base::Value details;
};

struct PersonRow {
    std::string id, name;
    struct PostRow {
        std::string node;
        std::vector<std::string> roles;
        base::Date from;
    };
    std::vector<PostRow> posts;
    std::optional<casefile::Certificate> certificate;
};

class Directory {
  public:
    virtual ~Directory() = default;
    virtual base::Result<Agency> agency(const identity::Viewer&) = 0;
    // Everybody who holds a post in the viewer's agency on that day; roles are the union over his posts
    // there, `unit` is the node of the first post.
    virtual base::Result<std::vector<casefile::Staff>> staff(const identity::Viewer&, base::Date day) = 0;
    virtual base::Result<std::vector<Unit>> units(const identity::Viewer&) = 0;
    virtual base::Result<std::vector<CasePlace>> case_places(const identity::Viewer&) = 0;
    // Imports an organisation; a node or person that exists is replaced. Runs as the owner, not as a viewer.
    virtual base::Result<void> put(const std::vector<NodeRow>&, const std::vector<PersonRow>&) = 0;
    virtual base::Result<bool> empty() = 0;
    virtual void forget() {}  // posts or grants changed: whatever is kept of them is read anew
};

}  // namespace ports
