#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"
#include "ports/fast_list_store.hpp"

namespace office {

using FastTrackItem = ports::FastListItem;

// 简案快办适用事项清单 of one place (procedure.md §14).
struct FastTrackList {
    std::string region, title;
    base::Date from;
    std::optional<base::Date> to;
    std::vector<FastTrackItem> items;

    // By its number (3, 第3项, 清单第3项), its title or a violation of it; null when it has none such.
    const FastTrackItem* find(std::string_view named) const;
    std::string all() const;  // "1 违反明码标价规定；2 …"
};

class FastTrackLists {
  public:
    // Content of catalogue/procedure/fast_track.yaml. Error `bad_catalogue` names list and row: an unknown
    // violation, a number or a title that comes twice, two lists of one place on one day.
    static base::Result<FastTrackLists> from(const base::Value& content, const discretion::Catalogue&);
    // Takes the place of the earlier ones of its region from its day on.
    void add(FastTrackList list) { lists_.push_back(std::move(list)); }
    // The list of the district, else of its city, else of its province; null when none is in force. Of several of
    // one place the one that began last holds, and when it has ended none of that place does.
    const FastTrackList* of(std::string_view agency, base::Date day) const;

  private:
    std::vector<FastTrackList> lists_;
};

// Why a filing may not go the fast way by the list of its place; the field below the data of the act.
struct NotListed {
    std::string why, basis, field;
};
std::optional<NotListed> not_listed(const FastTrackLists&, const discretion::Catalogue&,
                                    std::string_view agency, const base::Value& filing, base::Date on);

}  // namespace office
