#include <stdlib.h>

#include <charconv>
#include <fstream>

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "crypto/sm2.hpp"
#include "volume/reader.hpp"
#include "volume/writer.hpp"

namespace bench {

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string pattern = fs::temp_directory_path() / "zhiheng-volume-XXXXXX";
        if (const char* made = mkdtemp(pattern.data())) path = made;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

base::Result<int> mebibytes_of(std::span<const std::string> arguments) {
    int mebibytes = 1024;
    if (arguments.empty()) return mebibytes;
    const std::string& text = arguments[0];
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mebibytes);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || mebibytes < 1 || mebibytes > 4000)
        return base::fail("bad_option", "大小应当是1至4000之间的MiB数");
    return mebibytes;
}

void write_recording(const fs::path& file, int mebibytes) {
    std::string piece(1 << 20, '\0');
    std::ofstream out(file, std::ios::binary);
    for (int i = 0; i < mebibytes; ++i) {
        for (std::size_t k = 0; k < piece.size(); k += 64)
            piece[k] = static_cast<char>(k / 64 * 31 + static_cast<std::size_t>(i));
        out << piece;
    }
}

ports::VolumePiece recording(const fs::path& file) {
    ports::VolumePiece piece{.item = {}, .file = file, .bytes = {}};
    piece.item.path = "证据/ZJ0001 现场录像.mp4";
    piece.item.title = "现场录像";
    piece.item.kind = "evidence";
    return piece;
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

// A volume with one recording written and checked again; the memory of the process is what both took at most.
base::Result<base::Value> measure_volume(std::span<const std::string> arguments) {
    const int mebibytes = TRY(mebibytes_of(arguments));
    const Folder folder;
    if (folder.path.empty()) return base::fail("storage_error", "不能建立临时目录");
    write_recording(folder.path / "recording", mebibytes);
    const auto key = TRY(crypto::SigningKey::generate());
    const auto sign = [&](std::string_view text) -> base::Result<volumes::Signed> {
        return volumes::Signed{.signature = key.sign(text), .public_pem = key.public_pem()};
    };
    const volume::Manifest manifest{.case_no = "990101-2026-000001",
                                    .agency = "990101",
                                    .agency_name = "测量",
                                    .made_at = "2026-01-01T00:00:00+08:00",
                                    .head = std::string(64, '0'),
                                    .items = {}};
    base::Result<volume::Manifest> written = manifest;
    base::Result<volumes::Verified> verified = volumes::Verified();
    const double writing = seconds_of([&] {
        written = volumes::write(folder.path / "volume.zip", manifest, {recording(folder.path / "recording")},
                                 {}, sign);
    });
    if (!written) return base::fail(written.error());
    const double checking = seconds_of([&] { verified = volumes::verify(folder.path / "volume.zip"); });
    if (!verified) return base::fail(verified.error());
    if (!verified->sound()) return base::fail("internal_error", verified->faults.front().message);
    Measurement measurement("写出并核验一份电子案卷");
    measurement.add(std::chrono::nanoseconds(static_cast<std::int64_t>((writing + checking) * 1e9)));
    measurement.set("mib", mebibytes);
    measurement.set("write_seconds", rounded(writing, 2));
    measurement.set("verify_seconds", rounded(checking, 2));
    return measurement.to_value();
}

}  // namespace bench
