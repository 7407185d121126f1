#include "directory/kept_directory.hpp"

#include <chrono>

namespace directory {

namespace {

constexpr std::chrono::seconds fresh_for{1};

}  // namespace

template <class Part, class Read>
base::Result<Part> KeptDirectory::kept(const identity::Viewer& viewer, std::optional<Part> Agency::* part,
                                       Read read, std::optional<base::Date> day) {
    const base::Instant now = clock_.now();
    {
        const std::lock_guard guard(mutex_);
        Agency& agency = agencies_[viewer.agency];
        const bool fresh = now >= agency.read_at && now.point() - agency.read_at.point() < fresh_for;
        if (!fresh) {
            agency = Agency();
            agency.read_at = now;
        }
        if (day && agency.staff_on != *day) agency.staff.reset();
        if (agency.*part) return *(agency.*part);
    }
    Part answer = TRY(read());
    const std::lock_guard guard(mutex_);
    Agency& agency = agencies_[viewer.agency];
    agency.*part = answer;
    if (day) agency.staff_on = *day;
    return answer;
}

base::Result<ports::Agency> KeptDirectory::agency(const identity::Viewer& viewer) {
    return kept(viewer, &Agency::itself, [&] { return behind_.agency(viewer); });
}

base::Result<std::vector<casefile::Staff>> KeptDirectory::staff(const identity::Viewer& viewer,
                                                                base::Date day) {
    return kept(viewer, &Agency::staff, [&] { return behind_.staff(viewer, day); }, day);
}

base::Result<std::vector<ports::Unit>> KeptDirectory::units(const identity::Viewer& viewer) {
    return kept(viewer, &Agency::units, [&] { return behind_.units(viewer); });
}

base::Result<void> KeptDirectory::put(const std::vector<ports::NodeRow>& nodes,
                                      const std::vector<ports::PersonRow>& people) {
    auto done = behind_.put(nodes, people);
    forget();
    return done;
}

void KeptDirectory::forget() {
    const std::lock_guard guard(mutex_);
    agencies_.clear();
}

base::Result<bool> KeptDirectory::empty() {
    return behind_.empty();
}

}  // namespace directory
