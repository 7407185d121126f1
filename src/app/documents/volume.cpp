#include "documents/volume.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;

// 程序规定 第七十九条: recordings are listed with where they are kept and their hash; they have no pages.
void list_files(List& entries, const Sources& sources, const std::vector<::volume::Paper>& papers) {
    for (std::size_t i = 0; i < sources.evidence.size(); ++i) {
        const auto& file = sources.evidence[i];
        if (!papers[sources.documents.size() + i].slot.empty()) continue;
        entries.push_back(Object{
            {"no", entries.size() + 1},
            {"number", file.no},
            {"name", file.name},
            {"date", file.added_at.date().str()},
            {"page", "—"},
            {"note", "电子文件 " + file.sm3.substr(0, 8)}
        });
    }
}

// 3, or 3-5; the column of the index is four signs wide, a longer range breaks behind the hyphen.
std::string page_range(int first, int pages) {
    if (pages <= 1) return std::to_string(first);
    const std::string range = fmt::format("{}-{}", first, first + pages - 1);
    return range.size() <= 4 ? range : fmt::format("{}- {}", first, first + pages - 1);
}

}  // namespace

Value volume(const Sources& sources, Part part, const PagesOf& pages_of) {
    const Value& data = sources.act.data;
    List entries;
    int page = 1;
    const auto papers = binder_papers(sources.loaded.state, sources.documents, sources.evidence, pages_of);
    for (const ::volume::Bound& bound : ::volume::bind(papers, part)) {
        const ::volume::Paper& paper = papers[bound.paper];
        const int pages = std::max(1, paper.pages);
        entries.push_back(Object{
            {"no", entries.size() + 1},
            {"number", paper.number},
            {"name", paper.title},
            {"date", paper.made_at.date().str()},
            {"page", page_range(bound.page, pages)},
            {"note", ""}
        });
        page = bound.page + pages;
    }
    const auto pieces = entries.size();
    if (part == Part::main) list_files(entries, sources, papers);
    return Object{
        {"part",       part == Part::main ? "main" : "side"},
        {"entries",    std::move(entries)                  },
        {"pieces",     pieces                              },
        {"pages",      page - 1                            },
        {"retention",  data.text("retention_code")         },
        {"archive_no", data.text("archive_no")             }
    };
}

}  // namespace documents
