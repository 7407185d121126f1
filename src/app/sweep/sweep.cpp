#include "sweep/sweep.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace sweep {

namespace {

constexpr std::size_t listed_max = 200;

base::Result<int> number(const base::Value& content, std::string_view name) {
    const auto value = content.integer(name);
    if (!value || *value < 1 || *value > 3650)
        return base::fail("bad_catalogue", fmt::format("documents/sweep.yaml：{} 应当是1至3650的整数", name));
    return static_cast<int>(*value);
}

// One place in one night.
class Sweeping {
  public:
    Sweeping(ports::SweepStore& store, const Place& place, base::Instant before)
        : store_(store), place_(place), before_(before) {
        for (ports::Leaving& one : place.leavings.all()) {
            if (one.changed_at < before)
                old_.push_back(std::move(one));
            else
                worked_on_.insert(one.id);
        }
    }

    // Somebody who sent a piece lately goes on, however long ago the upload was begun.
    base::Result<void> forget_uploads(std::vector<Removed>& removed) {
        if (place_.kind.empty()) return {};
        for (const auto& upload : TRY(store_.abandoned(place_.kind, before_))) {
            if (worked_on_.contains(upload.id)) continue;
            if (!TRY(store_.forget(place_.kind, upload.id, before_))) continue;
            removed.push_back({.title = place_.title,
                               .id = upload.id,
                               .agency = upload.agency,
                               .since = upload.begun_at,
                               .bytes = 0});
            forgotten_[upload.id] = removed.size() - 1;
        }
        return {};
    }

    base::Result<void> remove_files(std::vector<Removed>& removed, const std::function<bool()>& goes_on) {
        for (const ports::Leaving& one : old_) {
            if (!goes_on()) return {};
            if (!TRY(place_.leavings.remove(one, [&] { return is_unwanted(one.id); }))) continue;
            if (const auto upload = forgotten_.find(one.id); upload != forgotten_.end())
                removed[upload->second].bytes += one.bytes;
            else
                removed.push_back({.title = place_.title,
                                   .id = one.id,
                                   .agency = {},
                                   .since = one.changed_at,
                                   .bytes = one.bytes});
        }
        return {};
    }

  private:
    base::Result<bool> is_unwanted(const std::string& id) {
        if (id.empty()) return true;
        return !TRY(store_.is_wanted(place_.kind, id));
    }

    ports::SweepStore& store_;
    const Place& place_;
    base::Instant before_;
    std::vector<ports::Leaving> old_;
    std::set<std::string, std::less<>> worked_on_;
    std::map<std::string, std::size_t, std::less<>> forgotten_;
};

}  // namespace

base::Result<Rules> Rules::from(const base::Value& content) {
    Rules rules;
    rules.evidence_upload_days = TRY(number(content, "evidence_upload_days"));
    rules.foreign_upload_days = TRY(number(content, "foreign_upload_days"));
    rules.work_hours = TRY(number(content, "work_hours"));
    return rules;
}

base::Result<std::vector<Removed>> run(ports::SweepStore& store, const ports::Clock& clock,
                                       const std::vector<Place>& places,
                                       const std::function<bool()>& goes_on) {
    std::vector<Removed> removed;
    for (const Place& place : places) {
        if (!goes_on()) break;
        Sweeping sweeping(store, place, clock.now().plus_hours(-place.hours));
        TRY(sweeping.forget_uploads(removed));
        TRY(sweeping.remove_files(removed, goes_on));
    }
    return removed;
}

base::Value report(const std::vector<Removed>& removed) {
    base::List listed;
    std::int64_t bytes = 0;
    for (const Removed& one : removed) {
        bytes += one.bytes;
        if (listed.size() == listed_max) continue;
        base::Object row{
            {"title", one.title             },
            {"since", one.since.date().str()},
            {"bytes", one.bytes             }
        };
        if (!one.id.empty()) row.set("id", one.id);
        if (!one.agency.empty()) row.set("agency", one.agency);
        listed.push_back(std::move(row));
    }
    return base::Object{
        {"removed", removed.size()   },
        {"bytes",   bytes            },
        {"list",    std::move(listed)}
    };
}

}  // namespace sweep
