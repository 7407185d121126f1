#pragma once
#include <map>
#include <string>
#include <vector>

#include "ports/fast_list_store.hpp"

namespace testing_office {

// Lists of the fast track in memory, without the walls of the database.
class MemoryFastLists final : public ports::FastListStore {
  public:
    std::vector<ports::FastListRow> rows;
    std::map<std::string, std::vector<ports::FastListSignature>, std::less<>> signed_by;
    bool is_out_of_reach = false;

    base::Result<std::vector<ports::FastListRow>> list(const identity::Viewer&) override {
        return std::vector(rows.rbegin(), rows.rend());
    }
    base::Result<ports::FastListRow> load(const identity::Viewer&, std::string_view id) override {
        for (const auto& row : rows)
            if (row.id == id) return row;
        return base::fail("not_found", "没有这份清单");
    }
    base::Result<std::vector<ports::FastListSignature>> signatures(const identity::Viewer&,
                                                                   std::string_view id) override {
        return signed_by[std::string(id)];
    }
    base::Result<void> create(const identity::Viewer&, const ports::FastListRow& list) override {
        for (const auto& row : rows)
            if (row.agency == list.agency && row.status == "waiting")
                return base::fail("list_waiting", "本机关已有一份清单在审批中");
        rows.push_back(list);
        return {};
    }
    base::Result<void> sign(const identity::Viewer&, const ports::FastListRow& list,
                            const ports::FastListSignature& signature) override {
        for (auto& row : rows) {
            if (row.id != list.id) continue;
            if (row.lock != list.lock) return base::fail("version_conflict", "已被他人处理");
            row = list;
            ++row.lock;
            signed_by[list.id].push_back(signature);
        }
        return {};
    }
    base::Result<std::vector<ports::FastListRow>> approved() override {
        if (is_out_of_reach) return base::fail("database_failed", "数据库暂不可用");
        std::vector<ports::FastListRow> found;
        for (const auto& row : rows)
            if (row.status == "approved") found.push_back(row);
        return found;
    }
};

}  // namespace testing_office
