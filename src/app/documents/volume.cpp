#include "documents/volume.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;
using ports::DocumentRow;

constexpr int receipt_no = 50;
constexpr int public_notice_no = 51;

bool belongs(const DocumentRow& row, Part part) {
    return row.status != "struck" && !row.slot.empty() &&
           row.slot.starts_with(part == Part::main ? 'Z' : 'F');
}

const casefile::Act* act_of(const procedure::Case& file, int n) {
    const auto found = std::ranges::find(file.acts(), n, &casefile::Act::n);
    return found == file.acts().end() ? nullptr : &*found;
}

// The paper a receipt proves the service of; nothing for any other paper.
const DocumentRow* served_by(const Sources& sources, const DocumentRow& receipt) {
    if (receipt.no != receipt_no && receipt.no != public_notice_no) return nullptr;
    const casefile::Act* serving = act_of(sources.loaded.state, receipt.act_n);
    if (!serving) return nullptr;
    for (const auto& row : sources.documents)
        if (serving->data.integer("document") == row.no && serving->data.integer("of") == row.act_n)
            return &row;
    return nullptr;
}

// A receipt stands where its paper stands, directly behind it (程序规定 第七十八条).
auto place(const Sources& sources, const DocumentRow& row) {
    const DocumentRow* paper = served_by(sources, row);
    const DocumentRow& anchor = paper ? *paper : row;
    return std::tuple(anchor.slot, anchor.made_at, anchor.act_n, anchor.no, paper ? 1 : 0, row.made_at);
}

std::vector<DocumentRow> ordered(const Sources& sources, Part part) {
    std::vector<DocumentRow> rows;
    for (const auto& row : sources.documents) {
        const DocumentRow* paper = served_by(sources, row);
        if (belongs(paper ? *paper : row, part)) rows.push_back(row);
    }
    std::ranges::stable_sort(rows, {}, [&](const DocumentRow& row) { return place(sources, row); });
    return rows;
}

// 程序规定 第七十九条: recordings are listed with where they are kept and their hash; they have no pages.
void list_files(List& entries, const Sources& sources) {
    for (const auto& file : sources.evidence)
        entries.push_back(Object{
            {"no", entries.size() + 1},
            {"number", file.no},
            {"name", file.name},
            {"date", file.added_at.date().str()},
            {"page", "—"},
            {"note", "电子文件 " + file.sm3.substr(0, 8)}
        });
}

}  // namespace

Value volume(const Sources& sources, Part part, const PagesOf& pages_of) {
    const Value& data = sources.act.data;
    List entries;
    int page = 1;
    for (const auto& row : ordered(sources, part)) {
        entries.push_back(Object{
            {"no",     entries.size() + 1      },
            {"number", row.number              },
            {"name",   row.title               },
            {"date",   row.made_at.date().str()},
            {"page",   page                    },
            {"note",   ""                      }
        });
        page += std::max(1, pages_of(row));
    }
    const auto pieces = entries.size();
    if (part == Part::main) list_files(entries, sources);
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
