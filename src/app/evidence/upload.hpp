#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"

namespace evidence {

constexpr std::int64_t file_bytes_max = 2LL << 30;
constexpr std::int64_t chunk_bytes = 4LL << 20;

// An upload in chunks that may be taken up again after a break. Errors: `file_too_large`, `bad_name`.
base::Result<ports::Upload> start_upload(const office::Office&, const identity::Viewer&,
                                         std::string_view case_no, std::string_view name, std::int64_t size,
                                         std::string_view declared_sm3);

struct ChunkReceipt {
    std::string sm3;
    std::vector<std::int64_t> received;
};
// Errors: `bad_chunk` for a number or size that does not fit. A chunk sent twice counts once.
base::Result<ChunkReceipt> receive_chunk(const office::Office&, const identity::Viewer&,
                                         std::string_view upload, std::int64_t k, std::string_view bytes);

// Joins the chunks, decides the type by content, files the evidence under its number with its SM3 and the
// first custody event. Errors: `upload_incomplete`, `unknown_media_type`, `name_is_not_content`,
// `digest_differs`.
base::Result<ports::Evidence> complete_upload(const office::Office&, const identity::Viewer&,
                                              std::string_view upload);

}  // namespace evidence
