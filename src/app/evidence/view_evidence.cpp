#include "evidence/view_evidence.hpp"

namespace evidence {

base::Result<Opened> view_evidence(const office::Office& office, const identity::Viewer& viewer,
                                   std::string_view id, bool first_part) {
    Opened opened{.evidence = TRY(office.ports.evidence.load(viewer, id)), .path = {}};
    opened.path = TRY(office.ports.blobs.path(opened.evidence.sm3));
    if (first_part)
        TRY(office.ports.evidence.add_custody(viewer, {.evidence = opened.evidence.id,
                                                       .kind = "viewed",
                                                       .person = viewer.person,
                                                       .person_name = viewer.name,
                                                       .at = office.now(),
                                                       .note = {}}));
    return opened;
}

}  // namespace evidence
