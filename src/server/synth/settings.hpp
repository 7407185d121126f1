#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "base/result.hpp"

namespace synth {

inline constexpr std::string_view usage = R"(用法：zhiheng synth --data 目录 [选项]
沿每一条程序路径生成合法的模拟案件：每项行为都经程序审查，被拒绝的路径是错误。同一天、同一种子，案件相同。
  --cases 件数      默认600（一个区局一年）
  --seed 种子       默认1
  --bureaus 个数    区局个数，默认1（演示区局）；多于1时新设模拟区局，以 COPY 写入
  --years 年数      立案分布在过去几年内，默认1
  --copy            以 COPY 写入，不经各项用例、不制作文书；抽样由行为重新推演核对
  --acts-every N    以 COPY 写入时每N件写入全部行为，其余只写案件、任务和期限，默认1
  --only-open       以 COPY 写入时只留在办案件
)";

struct Settings {
    std::filesystem::path data;
    std::size_t cases = 600, acts_every = 1;
    std::uint64_t seed = 1;
    int bureaus = 1, years = 1;
    bool copy = false, only_open = false;

    int days() const { return only_open ? 100 : years * 365; }  // how far back cases begin
    static base::Result<Settings> from(std::span<const std::string> arguments);
};

}  // namespace synth
