#pragma once
#include <zip.h>

#include <string>
#include <utility>
#include <vector>

// Files of other hands, made in memory: zip archives, the papers in them, and a PDF as small as it can be.
namespace packed_files {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zipped(const Parts& parts) {
    zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(whole);
    zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(whole, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(whole);
    zip_source_read(whole, bytes.data(), bytes.size());
    zip_source_close(whole);
    zip_source_free(whole);
    return bytes;
}

inline std::string document(const std::string& body) {
    return R"(<w:document xmlns:w="w"><w:body>)" + body + "</w:body></w:document>";
}

inline std::string paragraph(const std::string& words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

inline std::string docx(const std::string& body, const Parts& more = {}) {
    Parts parts{
        {"[Content_Types].xml", "<Types/>"    },
        {"word/document.xml",   document(body)}
    };
    parts.insert(parts.end(), more.begin(), more.end());
    return zipped(parts);
}

// One page with one line of Latin words: "fine 86000 yuan".
inline const std::string small_pdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 "
    "R>>>>>>endobj\n4 0 obj<</Length 41>>stream\nBT /F 12 Tf 20 100 Td (fine 86000 yuan) Tj ET\nendstream "
    "endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";

}  // namespace packed_files
