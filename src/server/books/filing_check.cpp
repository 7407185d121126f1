#include "books/filing_check.hpp"

#include <memory>

#include "office/fast_track.hpp"

namespace books {

namespace {

struct Lists {
    discretion::Catalogue catalogue;
    office::FastTrackLists fast;
};

base::Result<Lists> read(const catalogue::Files& files) {
    const discretion::Sources sources = TRY(discretion::Sources::read(files));
    discretion::Catalogue catalogue = TRY(discretion::Catalogue::from(sources));
    const base::Value rows = TRY(files.load("procedure/fast_track.yaml"));
    office::FastTrackLists fast = TRY(office::FastTrackLists::from(rows, catalogue));
    return Lists{.catalogue = std::move(catalogue), .fast = std::move(fast)};
}

}  // namespace

procedure::FilingCheck filing_check(const catalogue::Files& files) {
    auto lists = std::make_shared<std::optional<Lists>>();
    return [files, lists](const base::Value& filing, std::string_view agency,
                          base::Date on) -> std::optional<procedure::PenaltyFault> {
        if (!*lists) {
            auto loaded = read(files);
            if (!loaded)
                return procedure::PenaltyFault{.code = "fast_track_not_allowed",
                                               .message = loaded.error().message,
                                               .basis = {},
                                               .field = "fast"};
            lists->emplace(std::move(*loaded));
        }
        auto fault = office::not_listed((*lists)->fast, (*lists)->catalogue, agency, filing, on);
        if (!fault) return std::nullopt;
        return procedure::PenaltyFault{.code = "fast_track_not_allowed",
                                       .message = std::move(fault->why),
                                       .basis = std::move(fault->basis),
                                       .field = std::move(fault->field)};
    };
}

}  // namespace books
