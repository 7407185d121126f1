#pragma once
#include <map>
#include <string>
#include <vector>

#include "ports/benchmark_store.hpp"
#include "ports/spreadsheets.hpp"

namespace testing_office {

// Versions of benchmark tables in memory, without the walls of the database.
class MemoryBenchmarks final : public ports::BenchmarkStore {
  public:
    std::vector<ports::BenchmarkVersion> versions;
    std::map<std::string, std::vector<ports::BenchmarkSignature>, std::less<>> signed_by;

    base::Result<std::vector<ports::BenchmarkVersion>> list(const identity::Viewer&) override {
        return std::vector(versions.rbegin(), versions.rend());
    }
    base::Result<std::vector<ports::BenchmarkVersion>> of_table(const identity::Viewer&,
                                                                std::string_view table) override {
        std::vector<ports::BenchmarkVersion> found;
        for (const auto& version : versions)
            if (version.table == table) found.insert(found.begin(), version);
        return found;
    }
    base::Result<ports::BenchmarkVersion> load(const identity::Viewer&, std::string_view id) override {
        for (const auto& version : versions)
            if (version.id == id) return version;
        return base::fail("not_found", "没有这个裁量基准");
    }
    base::Result<std::vector<ports::BenchmarkSignature>> signatures(const identity::Viewer&,
                                                                    std::string_view id) override {
        return signed_by[std::string(id)];
    }
    base::Result<void> create(const identity::Viewer&, const ports::BenchmarkVersion& version) override {
        versions.push_back(version);
        return {};
    }
    base::Result<void> save(const identity::Viewer&, const ports::BenchmarkVersion& version,
                            const std::optional<ports::BenchmarkSignature>& signature) override {
        for (auto& kept : versions) {
            if (kept.id != version.id) continue;
            if (kept.lock != version.lock) return base::fail("version_conflict", "已被他人处理");
            kept = version;
            ++kept.lock;
            if (signature) signed_by[version.id].push_back(*signature);
        }
        return {};
    }
    base::Result<std::vector<ports::BenchmarkVersion>> approved() override {
        std::vector<ports::BenchmarkVersion> found;
        for (const auto& version : versions)
            if (version.status == "approved") found.push_back(version);
        return found;
    }
};

// Hands out the sheet it was given, whatever the file.
class GivenSpreadsheets final : public ports::Spreadsheets {
  public:
    benchmark::Sheet sheet;

    base::Result<benchmark::Sheet> read(std::string_view, std::string_view) const override { return sheet; }
    base::Result<std::string> write_xlsx(const Rows&) const override { return std::string("PK"); }
    std::string write_csv(const Rows&) const override { return ""; }
};

}  // namespace testing_office
