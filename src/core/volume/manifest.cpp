#include "volume/manifest.hpp"

#include "volume/container.hpp"

namespace volume {

using base::List;
using base::Object;
using base::Value;

base::Value to_value(const Manifest& manifest) {
    List items;
    for (const Item& item : manifest.items) {
        Object value{
            {"path",  item.path                           },
            {"title", item.title                          },
            {"kind",  item.kind                           },
            {"size",  static_cast<std::int64_t>(item.size)},
            {"sm3",   item.sm3                            }
        };
        if (item.page > 0) value.set("page", item.page);
        if (!item.original.empty()) value.set("original", item.original);
        items.push_back(std::move(value));
    }
    return Object{
        {"format",      format_name         },
        {"case",        manifest.case_no    },
        {"agency",      manifest.agency     },
        {"agency_name", manifest.agency_name},
        {"made_at",     manifest.made_at    },
        {"head",        manifest.head       },
        {"items",       std::move(items)    }
    };
}

base::Result<Manifest> read_manifest(const Value& value) {
    if (value.text("format") != format_name) return base::fail("bad_volume", "不是本程序的电子案卷");
    Manifest made{.case_no = std::string(value.text("case")),
                  .agency = std::string(value.text("agency")),
                  .agency_name = std::string(value.text("agency_name")),
                  .made_at = std::string(value.text("made_at")),
                  .head = std::string(value.text("head")),
                  .items = {}};
    for (const Value& row : value.list("items")) {
        Item item{.path = std::string(row.text("path")),
                  .title = std::string(row.text("title")),
                  .kind = std::string(row.text("kind")),
                  .size = 0,
                  .sm3 = std::string(row.text("sm3")),
                  .page = static_cast<int>(row.integer("page").value_or(0)),
                  .original = std::string(row.text("original"))};
        const auto size = row.integer("size");
        if (item.path.empty() || item.sm3.size() != 64 || !size || *size < 0)
            return base::fail("bad_volume", "清单中有不完整的一行");
        item.size = static_cast<std::uint64_t>(*size);
        made.items.push_back(std::move(item));
    }
    return made;
}

std::vector<std::uint64_t> content_offsets(const Manifest& manifest) {
    std::vector<std::uint64_t> offsets;
    std::uint64_t at = 0;
    for (const Item& item : manifest.items) {
        at += local_header({.path = item.path, .size = item.size, .crc = 0}).size();
        offsets.push_back(at);
        at += item.size;
    }
    return offsets;
}

base::Value to_value(const std::vector<Link>& links) {
    List acts;
    for (const Link& link : links)
        acts.push_back(Object{
            {"n",         link.n        },
            {"act",       link.act      },
            {"prev_hash", link.prev_hash},
            {"hash",      link.hash     },
            {"path",      link.path     }
        });
    return Object{
        {"acts", std::move(acts)}
    };
}

base::Result<std::vector<Link>> read_links(const Value& value) {
    std::vector<Link> links;
    for (const Value& row : value.list("acts"))
        links.push_back({.n = static_cast<int>(row.integer("n").value_or(0)),
                         .act = std::string(row.text("act")),
                         .prev_hash = std::string(row.text("prev_hash")),
                         .hash = std::string(row.text("hash")),
                         .path = std::string(row.text("path"))});
    return links;
}

}  // namespace volume
