#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "ports/clock.hpp"
#include "ports/directory.hpp"

namespace directory {

// The directory as it was at most one second ago: every act asks for the agency and its people, who change a
// few times a month. A post or certificate that ended otherwise than by its date is felt one second later.
class KeptDirectory final : public ports::Directory {
  public:
    KeptDirectory(ports::Directory& behind, const ports::Clock& clock) : behind_(behind), clock_(clock) {}

    base::Result<ports::Agency> agency(const identity::Viewer& viewer) override;
    base::Result<std::vector<casefile::Staff>> staff(const identity::Viewer& viewer, base::Date day) override;
    base::Result<std::vector<ports::Unit>> units(const identity::Viewer& viewer) override;
    base::Result<std::vector<ports::CasePlace>> case_places(const identity::Viewer& viewer) override {
        return behind_.case_places(viewer);
    }
    base::Result<void> put(const std::vector<ports::NodeRow>& nodes,
                           const std::vector<ports::PersonRow>& people) override;
    base::Result<bool> empty() override;
    void forget() override;

  private:
    struct Agency {  // what is seen from one agency, the same for all who belong to it
        base::Instant read_at;
        std::optional<ports::Agency> itself = {};
        std::optional<std::vector<casefile::Staff>> staff = {};
        base::Date staff_on;
        std::optional<std::vector<ports::Unit>> units = {};
    };
    template <class Part, class Read>
    base::Result<Part> kept(const identity::Viewer& viewer, std::optional<Part> Agency::* part, Read read,
                            std::optional<base::Date> day = std::nullopt);

    ports::Directory& behind_;
    const ports::Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Agency, std::less<>> agencies_;
};

}  // namespace directory
