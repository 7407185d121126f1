#include "postgres/sweep/sweep_store.hpp"

namespace postgres {
namespace {

const Context& runner() {
    static const Context context = Context::for_purpose("nightly");
    return context;
}

}  // namespace

base::Result<std::vector<ports::AbandonedUpload>> SweepStore::abandoned(std::string_view kind,
                                                                        base::Instant begun_before) {
    std::vector<ports::AbandonedUpload> list;
    for (const auto row : TRY(app_.read(runner(), "sweep/abandoned", Params(kind, begun_before))))
        list.push_back(
            {.id = row.text("upload"), .agency = row.text("agency"), .begun_at = row.instant("begun_at")});
    return list;
}

base::Result<bool> SweepStore::forget(std::string_view kind, std::string_view id,
                                      base::Instant begun_before) {
    return TRY(app_.write(runner(), "sweep/forget", Params(kind, id, begun_before)))
        .front()
        .truth("forgotten");
}

base::Result<bool> SweepStore::is_wanted(std::string_view kind, std::string_view id) {
    return TRY(app_.read(runner(), "sweep/is_wanted", Params(kind, id))).front().truth("wanted");
}

}  // namespace postgres
