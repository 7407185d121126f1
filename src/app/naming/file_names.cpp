#include "naming/file_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/belonging.hpp"
#include "base/text.hpp"
#include "cases/load_case.hpp"
#include "naming/recognise.hpp"
#include "proofread/letters.hpp"

namespace naming {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t name_letters_max = 120;

// The ending a file came with, .png; empty when it came without one.
std::string ending_of(std::string_view file_name) {
    constexpr std::size_t ending_max = 6;
    const std::size_t dot = file_name.rfind('.');
    if (dot == std::string_view::npos || file_name.size() - dot > ending_max) return {};
    return std::string(file_name.substr(dot));
}

// 卷宗 is printed and unpacked: nothing that turns the direction of reading or leads to another folder.
base::Result<std::string> checked_name(std::string_view name) {
    const auto letters = proofread::letters_of(name);
    const auto plain = proofread::trimmed(letters);
    if (plain.empty()) return base::fail("missing_field", "请填写名称", {}, "name");
    if (plain.size() > name_letters_max)
        return base::fail("bad_name", fmt::format("名称不能超过{}个字", name_letters_max), {}, "name");
    const bool odd = std::ranges::any_of(plain, [](char32_t letter) {
        return proofread::is_hidden(letter) || letter == U'/' || letter == U'\\' || letter == U'\n';
    });
    if (odd || plain.front() == U'.')
        return base::fail("bad_name", "名称不能含有斜线、换行和不可见的字符，也不能以点开头", {}, "name");
    return proofread::text_of(plain);
}

Value proposal_value(const Proposal& proposal) {
    List why;
    for (const std::string& reason : proposal.why) why.emplace_back(reason);
    Object value{
        {"kind_id", proposal.kind_id},
        {"kind",    proposal.kind   },
        {"name",    proposal.name   },
        {"why",     std::move(why)  }
    };
    if (!proposal.party.empty()) value.set("party", proposal.party);
    if (!proposal.number.empty()) value.set("number", proposal.number);
    if (proposal.date) value.set("date", proposal.date->str());
    return value;
}

// Some readers leave bytes that no database takes.
std::string kept_words(const std::vector<std::string>& words, std::size_t letters_max) {
    std::string kept;
    std::size_t letters = 0;
    for (const std::string& line : words) {
        if (line == ports::page_break) continue;
        letters += base::character_count(line);
        if (letters > letters_max) break;
        kept += line + "\n";
    }
    std::erase(kept, '\0');
    return kept;
}

// What a file is stands on its first page; what an annex behind it says is no name for the whole.
std::vector<std::string> first_page(const std::vector<std::string>& words) {
    return {words.begin(), std::ranges::find(words, ports::page_break)};
}

}  // namespace

base::Result<std::vector<ports::FileNaming>> FileNames::of_case(const identity::Viewer& viewer,
                                                                std::string_view case_no) const {
    TRY(office_.ports.cases.projection(viewer, case_no));
    return store_.of_case(viewer, case_no);
}

base::Result<ports::Evidence> FileNames::writable(const identity::Viewer& viewer, std::string_view id) const {
    const ports::Evidence evidence = TRY(office_.ports.evidence.load(viewer, id));
    const auto loaded = TRY(cases::load_case(office_, viewer, evidence.case_no));
    TRY(acts::check_may_add_files(loaded, viewer, office_.rules.table));
    return evidence;
}

base::Result<ports::Evidence> FileNames::give(const identity::Viewer& viewer, std::string_view id,
                                              std::string_view name) const {
    const ports::Evidence evidence = TRY(writable(viewer, id));
    std::string given = TRY(checked_name(name));
    const auto namings = TRY(store_.of_case(viewer, evidence.case_no));
    const auto found = std::ranges::find(namings, evidence.id, &ports::FileNaming::evidence);
    const std::string file_name = found == namings.end() ? evidence.name : found->file_name;
    const bool was_proposed = found != namings.end() && found->proposal.text("name") == given;
    const std::string ending = ending_of(file_name);
    if (!given.ends_with(ending)) given += ending;
    const base::Instant now = office_.now();
    TRY(store_.give(viewer, id,
                    {.name = given,
                     .was_proposed = was_proposed,
                     .by = viewer.person,
                     .by_name = viewer.name,
                     .at = now}));
    TRY(office_.ports.evidence.add_custody(viewer, {.evidence = evidence.id,
                                                    .kind = "named",
                                                    .person = viewer.person,
                                                    .person_name = viewer.name,
                                                    .at = now,
                                                    .note = given}));
    return office_.ports.evidence.load(viewer, id);
}

base::Result<void> FileNames::read_anew(const identity::Viewer& viewer, std::string_view id) const {
    TRY(writable(viewer, id));
    return store_.queue(viewer, id, office_.now());
}

base::Result<std::vector<std::string>> FileNames::words_read(const identity::Viewer& viewer,
                                                             const ports::Evidence& evidence) const {
    const auto namings = TRY(store_.of_case(viewer, evidence.case_no));
    const auto found = std::ranges::find(namings, evidence.id, &ports::FileNaming::evidence);
    const std::string state = found == namings.end() ? "" : found->state;
    if (state == "waiting" || state == "reading")
        return base::fail("still_reading", "文字还在识别，请稍候再校对");
    if (state == "failed") return base::fail("no_words", "文字没有识别出来，不能校对：" + found->failure);
    const std::string words = TRY(store_.words(viewer, evidence.id));
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        lines.push_back(words.substr(begin, end - begin));
        begin = end + 1;
    }
    if (std::ranges::all_of(lines, [](const std::string& line) { return base::is_blank(line); }))
        return base::fail("no_words", "没有识别出文字，不能校对");
    return lines;
}

base::Result<std::vector<std::string>> FileNames::words_of(const ports::FileToRead& file) const {
    if (file.size > rules_.file_bytes_max)
        return base::fail("file_too_large", fmt::format("文件超过{}MB，不作识别，请人工命名",
                                                        rules_.file_bytes_max / (1024 * 1024)));
    const std::string bytes = TRY(office_.ports.blobs.read(file.sm3));
    return reader_.read(file.type, bytes);
}

ports::FileOutcome FileNames::outcome_of(const ports::FileToRead& file) const {
    const auto words = words_of(file);
    ports::FileOutcome outcome{.state = "nothing", .proposal = {}, .failure = {}, .words = {}};
    if (!words && words.error().code == "stopped") {
        outcome.state = "waiting";
        return outcome;
    }
    if (!words) {
        outcome.state = "failed";
        outcome.failure = words.error().message;
        return outcome;
    }
    outcome.words = kept_words(*words, rules_.words_max);
    if (const auto proposal = recognise(rules_, first_page(*words), file.parties)) {
        outcome.state = "proposed";
        outcome.proposal = proposal_value(*proposal);
    }
    return outcome;
}

base::Result<bool> FileNames::read_next() const {
    const auto file = TRY(store_.take(office_.now()));
    if (!file) return false;
    TRY(store_.finish(file->evidence, outcome_of(*file), office_.now()));
    return true;
}

}  // namespace naming
