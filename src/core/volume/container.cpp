#include "volume/container.hpp"

namespace volume {

namespace {

constexpr std::uint32_t local_mark = 0x04034b50, central_mark = 0x02014b50, end_mark = 0x06054b50;
constexpr std::uint16_t version = 20, utf8_names = 0x0800;
constexpr std::uint16_t no_time = 0,
                        first_day = 0x0021;  // 1 January 1980: the container has no time of its own
constexpr std::size_t local_size = 30, central_size = 46;

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::uint64_t get(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i)
        value |=
            static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]))
            << (8 * i);
    return value;
}

void put_common(std::string& out, const Entry& entry) {
    put(out, version, 2);
    put(out, utf8_names, 2);
    put(out, 0, 2);  // stored as it is
    put(out, no_time, 2);
    put(out, first_day, 2);
    put(out, entry.crc, 4);
    put(out, entry.size, 4);
    put(out, entry.size, 4);
    put(out, entry.path.size(), 2);
    put(out, 0, 2);
}

constexpr std::array<std::uint32_t, 256> make_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1) ? (value >> 1) ^ 0xEDB8'8320U : value >> 1;
        table[i] = value;
    }
    return table;
}
constexpr std::array<std::uint32_t, 256> table = make_table();

// The UTF-8 character at the head of the text; a byte that belongs to none stands alone.
std::string_view first_of(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (length > text.size()) return text.substr(0, 1);
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return text.substr(0, 1);
    return text.substr(0, length);
}

// Marks that turn the direction of writing would show another name than there is (U+200B–200F, 202A–202E,
// 2066–2069).
bool is_hidden(std::string_view one) {
    if (one.size() != 3) return false;
    const auto code = ((static_cast<unsigned char>(one[0]) & 0x0FU) << 12) |
                      ((static_cast<unsigned char>(one[1]) & 0x3FU) << 6) |
                      (static_cast<unsigned char>(one[2]) & 0x3FU);
    return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

}  // namespace

std::string local_header(const Entry& entry) {
    std::string out;
    put(out, local_mark, 4);
    put_common(out, entry);
    return out + entry.path;
}

std::string central_header(const Entry& entry, std::uint64_t offset) {
    std::string out;
    put(out, central_mark, 4);
    put(out, version, 2);
    put_common(out, entry);
    put(out, 0, 2);  // comment
    put(out, 0, 2);  // disk
    put(out, 0, 2);
    put(out, 0, 4);
    put(out, offset, 4);
    return out + entry.path;
}

std::string end_record(std::size_t count, std::uint64_t size, std::uint64_t offset) {
    std::string out;
    put(out, end_mark, 4);
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, size, 4);
    put(out, offset, 4);
    put(out, 0, 2);
    return out;
}

std::uint64_t directory_offset(const std::vector<Entry>& entries) {
    std::uint64_t offset = 0;
    for (const Entry& entry : entries) offset += local_size + entry.path.size() + entry.size;
    return offset;
}

std::string directory(const std::vector<Entry>& entries) {
    std::string out;
    std::uint64_t offset = 0;
    for (const Entry& entry : entries) {
        out += central_header(entry, offset);
        offset += local_size + entry.path.size() + entry.size;
    }
    return out + end_record(entries.size(), out.size(), offset);
}

End read_end(std::string_view last) {
    if (last.size() != end_record_size || get(last, 0, 4) != end_mark) return {};
    return {.broken = false,
            .count = static_cast<std::size_t>(get(last, 10, 2)),
            .size = get(last, 12, 4),
            .offset = get(last, 16, 4)};
}

Directory read_directory(std::string_view bytes, std::size_t count) {
    Directory made;
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (bytes.size() - at < central_size || get(bytes, at, 4) != central_mark) return made;
        const auto name_size = static_cast<std::size_t>(get(bytes, at + 28, 2));
        if (bytes.size() - at - central_size < name_size) return made;
        Listed listed;
        listed.entry.crc = static_cast<std::uint32_t>(get(bytes, at + 16, 4));
        listed.entry.size = get(bytes, at + 24, 4);
        listed.entry.path = std::string(bytes.substr(at + central_size, name_size));
        listed.offset = get(bytes, at + 42, 4);
        listed.is_encrypted = (get(bytes, at + 8, 2) & 1) != 0;
        listed.is_compressed = get(bytes, at + 10, 2) != 0 || get(bytes, at + 20, 4) != listed.entry.size;
        made.entries.push_back(std::move(listed));
        at += central_size + name_size;
    }
    made.broken = at != bytes.size();
    return made;
}

void Crc32::update(std::string_view bytes) {
    for (const char c : bytes)
        state_ = (state_ >> 8) ^ table[(state_ ^ static_cast<unsigned char>(c)) & 0xFF];
}

std::string safe_name(std::string_view name, std::size_t bytes_max) {
    std::string made;
    for (std::size_t i = 0; i < name.size();) {
        const std::string_view one = first_of(name.substr(i));
        i += one.size();
        const auto first = static_cast<unsigned char>(one.front());
        if (is_hidden(one) || first == 0x7F) continue;
        const bool bad = one.size() == 1 && (first < 0x20 || first >= 0x80 ||
                                             std::string_view("/\\:*?\"<>|").contains(one.front()));
        if (made.size() + one.size() > bytes_max) break;
        made += bad ? std::string_view("_") : one;
    }
    while (made.starts_with('.') || made.starts_with(' ')) made.erase(0, 1);
    while (made.ends_with('.') || made.ends_with(' ')) made.pop_back();
    return made.empty() ? "_" : made;
}

}  // namespace volume
