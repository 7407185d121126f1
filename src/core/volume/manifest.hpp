#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace volume {

// One thing in the volume, in its order.
struct Item {
    std::string path;   // 正卷/003 行政处罚决定书.pdf
    std::string title;  // 行政处罚决定书
    std::string kind;   // verifier, paper, original, evidence, act, record
    std::uint64_t size = 0;
    std::string sm3;
    int page = 0;  // in its part; 0 where there are none
    // Of a bound copy that bears page numbers: SM3 of the paper as it was made, which lies beside it
    // untouched.
    std::string original = {};
};

// The list that is signed: what is in the volume, in which order, and the head of the chain of acts.
struct Manifest {
    std::string case_no, agency, agency_name, made_at, head;
    std::vector<Item> items;
};

constexpr std::string_view manifest_path = "manifest.json";
constexpr std::string_view signature_path = "signature.json";
constexpr std::string_view chain_path = "记录/行为链.json";
constexpr std::string_view format_name = "zhiheng-volume/1";

base::Value to_value(const Manifest& manifest);
base::Result<Manifest> read_manifest(const base::Value& value);

// Where the content of each item begins in a volume that was found sound: all places follow from the list.
std::vector<std::uint64_t> content_offsets(const Manifest& manifest);

// The chain of acts as the volume tells it: the text of each act is the file at `path`.
struct Link {
    int n = 0;
    std::string act, prev_hash, hash, path;
};
base::Value to_value(const std::vector<Link>& links);
base::Result<std::vector<Link>> read_links(const base::Value& value);

}  // namespace volume
