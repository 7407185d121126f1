#include "naming/proofread_file.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cases/load_case.hpp"
#include "documents/file_words.hpp"
#include "proofread/letters.hpp"
#include "proofread/scan.hpp"

namespace naming {

namespace {

constexpr std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

struct Words {
    std::vector<std::string> paragraphs;
    bool is_scan = false;
};

// By what it is, whatever it is called.
std::string_view name_for(std::string_view type) {
    if (type == "application/pdf") return "file.pdf";
    if (type == "text/plain") return "file.txt";
    return type == word ? "file.docx" : "";
}

base::Result<Words> words_of(const office::Office& office, const FileNames& names,
                             const ports::PaperReader& papers, const identity::Viewer& viewer,
                             const ports::Evidence& evidence) {
    if (const auto name = name_for(evidence.type); !name.empty()) {
        constexpr std::int64_t most = 32 << 20;
        if (evidence.size > most) return base::fail("file_too_large", "文件超过32 MiB，不予读取");
        const std::string bytes = TRY(office.ports.blobs.read(evidence.sm3));
        auto read = papers.read(name, bytes);
        if (read) return Words{.paragraphs = *std::move(read)};
        if (read.error().code != "no_text" || evidence.type != "application/pdf")
            return base::fail(read.error());
    } else if (!evidence.type.starts_with("image/")) {
        return base::fail("no_words", "录音、录像没有文字，不能校对");
    }
    return Words{.paragraphs = TRY(names.words_read(viewer, evidence)), .is_scan = true};
}

// A licence of the party is read against the case; a paper about somebody else would only differ from it.
bool speaks_of_party(const std::vector<std::string>& paragraphs, const proofread::CaseFacts& facts) {
    proofread::Letters all;
    for (const std::string& paragraph : paragraphs)
        all += proofread::without_spaces(proofread::letters_of(paragraph));
    return std::ranges::any_of(facts.parties, [&](const proofread::Party& party) {
        return !party.name.empty() &&
               proofread::has(all, proofread::without_spaces(proofread::letters_of(party.name)));
    });
}

}  // namespace

base::Result<base::Value> proofread_file(const office::Office& office, const FileNames& names,
                                         const ports::PaperReader& papers, const identity::Viewer& viewer,
                                         std::string_view id, const proofread::Knowledge& knowledge) {
    const ports::Evidence evidence = TRY(office.ports.evidence.load(viewer, id));
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, evidence.case_no));
    Words words = TRY(words_of(office, names, papers, viewer, evidence));
    const bool is_scan = words.is_scan;
    const std::size_t paragraphs = words.paragraphs.size();

    documents::FileWords file = TRY(documents::file_words(office, viewer, loaded));
    if (!speaks_of_party(words.paragraphs, file.facts)) file = {};
    const std::size_t own = file.sources.size();
    proofread::Source source;
    source.id = evidence.id;
    source.title = evidence.name;
    source.paragraphs = std::move(words.paragraphs);
    file.sources.push_back(std::move(source));

    auto findings = proofread::check(file.sources, file.facts, knowledge);
    std::erase_if(findings, [&](const proofread::Finding& finding) {
        return finding.place.source != own && (!finding.other || finding.other->source != own);
    });
    findings = proofread::as_of_another_hand(std::move(findings), own);
    if (is_scan) findings = proofread::as_read_from_picture(std::move(findings), own);
    base::Value report = proofread::report(file.sources, findings);
    report.as_object()->set("read", base::Object{
                                        {"scan",       is_scan   },
                                        {"paragraphs", paragraphs},
                                        {"case",       own > 0   }
    });
    return report;
}

}  // namespace naming
