#include "docx/writer.hpp"

#include <sstream>

#include "docx/body.hpp"
#include "docx/package.hpp"

namespace docx {

namespace {

constexpr const char* main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

constexpr const char* content_types = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";
constexpr const char* package_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)";
constexpr const char* document_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>)";
constexpr const char* settings = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>)";

std::string text_of(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

pugi::xml_node root(pugi::xml_document& xml, const char* name) {
    pugi::xml_node made = xml.append_child(name);
    made.append_attribute("xmlns:w") = main_namespace;
    made.append_attribute("xmlns:r") = relation_namespace;
    return made;
}

std::string properties(const document::Document& document) {
    pugi::xml_document xml;
    pugi::xml_node made = xml.append_child("cp:coreProperties");
    made.append_attribute("xmlns:cp") =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    made.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    made.append_child("dc:title").text().set(document.title.c_str());
    made.append_child("dc:creator").text().set(document.agency.c_str());
    made.append_child("dc:language").text().set("zh-CN");
    return text_of(xml);
}

}  // namespace

base::Result<std::string> write(const document::Document& document) {
    pugi::xml_document text, footer;
    Body body(root(text, "w:document").append_child("w:body"), document);
    body.write();
    body.write_footer(root(footer, "w:ftr"));
    return zipped({
        {"[Content_Types].xml",          content_types       },
        {"_rels/.rels",                  package_relations   },
        {"word/document.xml",            text_of(text)       },
        {"word/_rels/document.xml.rels", document_relations  },
        {"word/settings.xml",            settings            },
        {"word/footer1.xml",             text_of(footer)     },
        {"docProps/core.xml",            properties(document)}
    });
}

}  // namespace docx
