#include "evidence/media_type.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace evidence {

namespace {

struct Mark {
    std::size_t offset;
    std::string_view bytes;
    std::string_view type;
};

using namespace std::string_view_literals;

constexpr std::array marks = {
    Mark{0, "\x89PNG\r\n\x1a\n"sv, "image/png"      },
    Mark{0, "\xff\xd8\xff"sv,      "image/jpeg"     },
    Mark{0, "GIF8"sv,              "image/gif"      },
    Mark{8, "WEBP"sv,              "image/webp"     },
    Mark{0, "BM"sv,                "image/bmp"      },
    Mark{0, "%PDF-"sv,             "application/pdf"},
    Mark{8, "WAVE"sv,              "audio/wav"      },
    Mark{0, "ID3"sv,               "audio/mpeg"     },
    Mark{0, "\xff\xfb"sv,          "audio/mpeg"     },
    Mark{0, "OggS"sv,              "audio/ogg"      },
    Mark{0, "fLaC"sv,              "audio/flac"     },
    Mark{0, "\x1a\x45\xdf\xa3"sv,  "video/webm"     },
    Mark{8, "AVI "sv,              "video/x-msvideo"},
    Mark{0, "#!AMR"sv,             "audio/amr"      },
};

// ISO base media: the brand after `ftyp` says which kind.
std::string iso_media(std::string_view head) {
    if (head.size() < 12 || head.substr(4, 4) != "ftyp") return {};
    const std::string_view brand = head.substr(8, 4);
    if (brand.starts_with("M4A")) return "audio/mp4";
    if (brand == "heic" || brand == "mif1" || brand == "heix") return "image/heic";
    if (brand.starts_with("qt")) return "video/quicktime";
    return "video/mp4";
}

constexpr std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// A zip whose first parts are those of a word processor's file.
bool is_docx(std::string_view head) {
    return head.starts_with("PK\x03\x04"sv) && head.contains("[Content_Types].xml") && head.contains("word/");
}

// UTF-8 or GB 18030 without a control letter; what looks like a page or a script is no text.
bool is_text(std::string_view head) {
    constexpr std::size_t looked_at = 4096;
    const std::string_view text = head.substr(0, looked_at);
    const std::size_t first = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string_view::npos || text[first] == '<' || text.substr(first).starts_with("#!"))
        return false;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto letter = static_cast<unsigned char>(text[at]);
        if (letter == 0x7f || (letter < 0x20 && letter != '\t' && letter != '\r' && letter != '\n'))
            return false;
        ++at;
    }
    return true;
}

struct Extension {
    std::string_view name;
    std::string_view type;  // or its beginning
};

constexpr std::array extensions = {
    Extension{"png",  "image/png"      },
    Extension{"jpg",  "image/jpeg"     },
    Extension{"jpeg", "image/jpeg"     },
    Extension{"gif",  "image/gif"      },
    Extension{"webp", "image/webp"     },
    Extension{"bmp",  "image/bmp"      },
    Extension{"heic", "image/heic"     },
    Extension{"pdf",  "application/pdf"},
    Extension{"docx", word             },
    Extension{"txt",  "text/plain"     },
    Extension{"wav",  "audio/"         },
    Extension{"mp3",  "audio/mpeg"     },
    Extension{"m4a",  "audio/"         },
    Extension{"ogg",  "audio/ogg"      },
    Extension{"amr",  "audio/amr"      },
    Extension{"mp4",  "video/"         },
    Extension{"mov",  "video/"         },
    Extension{"webm", "video/"         },
    Extension{"mkv",  "video/"         },
    Extension{"avi",  "video/x-msvideo"},
};

}  // namespace

std::string media_type_of(std::string_view head) {
    for (const Mark& mark : marks)
        if (head.size() >= mark.offset + mark.bytes.size() &&
            head.substr(mark.offset, mark.bytes.size()) == mark.bytes)
            return std::string(mark.type);
    if (std::string media = iso_media(head); !media.empty()) return media;
    if (is_docx(head)) return std::string(word);
    return is_text(head) ? "text/plain" : "";
}

bool name_contradicts(std::string_view name, std::string_view media_type) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    std::string extension(name.substr(dot + 1));
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const Extension& known : extensions)
        if (known.name == extension) return !media_type.starts_with(known.type);
    return true;  // an ending of some other kind (.exe, .docx) on what is a picture or a film
}

}  // namespace evidence
