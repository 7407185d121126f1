#include "volume/content.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include "crypto/sm3.hpp"
#include "volume/container.hpp"

namespace volumes {

namespace {

constexpr std::size_t piece_size = 1 << 20;

struct Digesting {
    crypto::Sm3 sm3;
    volume::Crc32 crc;
    std::uint64_t size = 0;
    void take(std::string_view bytes) {
        sm3.update(bytes);
        crc.update(bytes);
        size += bytes.size();
    }
    Digest end() { return {.size = size, .crc = crc.value(), .sm3 = sm3.finish()}; }
};

}  // namespace

base::Result<void> read_pieces(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size,
                               const Take& take) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(offset));
    std::vector<char> piece(piece_size);
    while (size > 0) {
        const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(size, piece.size()));
        if (!in.read(piece.data(), wanted)) return base::fail("storage_error", file.string() + " 不能读完");
        take({piece.data(), static_cast<std::size_t>(wanted)});
        size -= static_cast<std::uint64_t>(wanted);
    }
    return {};
}

base::Result<Digest> digest_of(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t size) {
    Digesting digesting;
    TRY(read_pieces(file, offset, size, [&](std::string_view bytes) { digesting.take(bytes); }));
    return digesting.end();
}

Digest digest_of(std::string_view bytes) {
    Digesting digesting;
    digesting.take(bytes);
    return digesting.end();
}

}  // namespace volumes
