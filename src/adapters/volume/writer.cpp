#include "volume/writer.hpp"

#include <fstream>

#include "json/json.hpp"
#include "volume/container.hpp"
#include "volume/content.hpp"
#include "volume_files_embedded.hpp"

namespace volumes {

namespace {

base::Result<Digest> digest(const Source& source) {
    if (source.file.empty()) return digest_of(source.bytes);
    std::error_code error;
    const auto size = std::filesystem::file_size(source.file, error);
    if (error) return base::fail("storage_error", "“" + source.item.title + "”的文件不存在");
    return digest_of(source.file, 0, size);
}

// The contents one behind the other, then the directory.
class Container {
  public:
    explicit Container(const std::filesystem::path& path) : out_(path, std::ios::binary | std::ios::trunc) {}

    base::Result<void> add(const Source& source, const Digest& digest) {
        const volume::Entry entry{source.item.path, digest.size, digest.crc};
        put(volume::local_header(entry));
        if (source.file.empty())
            put(source.bytes);
        else
            TRY(read_pieces(source.file, 0, digest.size, [&](std::string_view piece) { put(piece); }));
        entries_.push_back(entry);
        return {};
    }

    base::Result<void> end() {
        put(volume::directory(entries_));
        out_.flush();
        if (!out_) return base::fail("storage_error", "电子案卷不能写入");
        return {};
    }

  private:
    void put(std::string_view bytes) { out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }

    std::ofstream out_;
    std::vector<volume::Entry> entries_;
};

Source record(std::string_view path, std::string bytes) {
    return {
        .item = {.path = std::string(path), .title = {}, .kind = "record", .size = 0, .sm3 = {}, .page = 0},
        .file = {},
        .bytes = std::move(bytes)
    };
}

base::Result<void> fits(const std::vector<volume::Item>& items) {
    std::uint64_t bytes = 0;
    for (const volume::Item& item : items) bytes += item.size + 2 * item.path.size() + 128;
    if (bytes > volume::container_bytes_max || items.size() + 2 > volume::entries_max)
        return base::fail("volume_too_large", "电子案卷超过4GiB或者65534件，请将录音录像另行附卷");
    return {};
}

base::Result<void> write_all(const std::filesystem::path& to, const volume::Manifest& manifest,
                             const std::vector<Source>& sources, const std::vector<Digest>& digests,
                             const Sign& sign) {
    Container container(to);
    for (std::size_t i = 0; i < sources.size(); ++i) TRY(container.add(sources[i], digests[i]));
    const Source list = record(volume::manifest_path, json::write_canonical(volume::to_value(manifest)));
    TRY(container.add(list, digest_of(list.bytes)));
    const Signed made = TRY(sign(list.bytes));
    const base::Value signature = base::Object{
        {"algorithm",  "SM2-SM3"      },
        {"public_key", made.public_pem},
        {"signature",  made.signature }
    };
    const Source last = record(volume::signature_path, json::write_canonical(signature));
    TRY(container.add(last, digest_of(last.bytes)));
    return container.end();
}

}  // namespace

std::string_view verifier_page() {
    return volume_files::embedded("verify.html");
}

base::Result<volume::Manifest> write(const std::filesystem::path& to, volume::Manifest manifest,
                                     std::vector<Source> sources, const std::vector<volume::Link>& chain,
                                     const Sign& sign) {
    Source page = record("verify.html", std::string(verifier_page()));
    page.item.title = "离线核验";
    page.item.kind = "verifier";
    sources.insert(sources.begin(), std::move(page));
    Source links = record(volume::chain_path, json::write_canonical(volume::to_value(chain)));
    links.item.title = "行为链";
    sources.push_back(std::move(links));
    std::vector<Digest> digests;
    for (Source& source : sources) {
        digests.push_back(TRY(digest(source)));
        source.item.size = digests.back().size;
        source.item.sm3 = digests.back().sm3;
        manifest.items.push_back(source.item);
    }
    TRY(fits(manifest.items));
    const std::filesystem::path part = to.string() + ".part";
    auto written = write_all(part, manifest, sources, digests, sign);
    std::error_code error;
    if (written) std::filesystem::rename(part, to, error);
    if (!written || error) {
        std::filesystem::remove(part, error);
        if (!written) return base::fail(std::move(written.error()));
        return base::fail("storage_error", "不能写入 " + to.string());
    }
    return manifest;
}

}  // namespace volumes
