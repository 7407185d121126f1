#include "foreign_volumes/show_volume.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

namespace foreign_volumes {

namespace {

constexpr std::uint64_t record_bytes_max = 64 << 20;  // the list of acts; an act is some kilobytes

// A volume being read: where each thing in it lies.
class Reading {
  public:
    Reading(const Room& room, std::string_view id, const volume::Manifest& manifest)
        : room_(room), id_(id), manifest_(manifest), offsets_(volume::content_offsets(manifest)) {
        for (std::size_t i = 0; i < manifest.items.size(); ++i) places_.emplace(manifest.items[i].path, i);
    }

    std::optional<std::size_t> place_of(std::string_view path) const {
        const auto found = places_.find(path);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }
    base::Result<base::Value> json(std::size_t place) const {
        const std::uint64_t size = manifest_.items[place].size;
        if (size > record_bytes_max) return base::fail("too_long", "内容过长");
        return room_.shelf.read_json(TRY(room_.shelf.text(id_, offsets_[place], size)));
    }

    // What cannot be read is left blank: the text of the act can be opened as it is.
    ForeignAct act(const volume::Link& link, std::size_t place) const {
        ForeignAct act{.n = link.n,
                       .title = manifest_.items[place].title,
                       .at = {},
                       .hash = link.hash,
                       .signers = {},
                       .item = static_cast<int>(place)};
        const auto body = json(place);
        if (!body) return act;
        act.at = body->text("at");
        for (const base::Value& signature : body->list("signatures"))
            act.signers.emplace_back(signature.text("name"));
        return act;
    }

    base::Result<std::vector<ForeignAct>> acts() const {
        std::vector<ForeignAct> acts;
        const auto chain = place_of(volume::chain_path);
        if (!chain) return acts;
        const base::Value listed = TRY(json(*chain));
        for (const volume::Link& link : TRY(volume::read_links(listed)))
            if (const auto place = place_of(link.path)) acts.push_back(act(link, *place));
        return acts;
    }

  private:
    const Room& room_;
    std::string_view id_;
    const volume::Manifest& manifest_;
    std::vector<std::uint64_t> offsets_;
    std::map<std::string_view, std::size_t> places_;
};

}  // namespace

base::Result<std::vector<ports::ForeignVolume>> list(const Room& room, const identity::Viewer& viewer) {
    return room.store.list(viewer);
}

base::Result<Shown> show(const Room& room, const identity::Viewer& viewer, std::string_view id) {
    Shown shown{.volume = TRY(room.store.load(viewer, id)), .manifest = {}, .acts = {}};
    shown.manifest = TRY(room.shelf.manifest(shown.volume.id));
    shown.acts = TRY(Reading(room, shown.volume.id, shown.manifest).acts());
    TRY(room.store.note_view(viewer, shown.volume.id, shown.volume.id));
    return shown;
}

base::Result<Stretch> open_item(const Room& room, const identity::Viewer& viewer, std::string_view id,
                                std::int64_t item) {
    const auto kept = TRY(room.store.load(viewer, id));
    const volume::Manifest manifest = TRY(room.shelf.manifest(kept.id));
    if (item < 0 || std::cmp_greater_equal(item, manifest.items.size()))
        return base::fail("not_found", "案卷中没有这一件");
    const auto place = static_cast<std::size_t>(item);
    TRY(room.store.note_view(viewer, kept.id, fmt::format("{}/{}", kept.id, item)));
    return Stretch{.path = room.shelf.path(kept.id),
                   .offset = volume::content_offsets(manifest)[place],
                   .size = manifest.items[place].size,
                   .item = manifest.items[place]};
}

}  // namespace foreign_volumes
