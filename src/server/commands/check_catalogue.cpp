#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "books/books.hpp"
#include "books/field_book.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "discretion/check.hpp"
#include "json/json.hpp"
#include "templates/templates.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng catalogue check [目录]
      zhiheng catalogue import 目录（法律文本，见 zhiheng catalogue import --help）
检查法律数据：每个文件都能读入，每一行都有依据和施行日期，行为、状态、期限、文书、违法事项、裁量基准相互对得上；
罚款幅度不留空当、不重叠，事实加重而幅度不减轻（法律自身的跳跃除外），裁量基准不超出法定幅度。每个事项一行合格证明。
不给目录时检查程序内置的数据。退出码：0 没有问题，1 有问题（指出文件和行）。
)";

// What could be read and is still wrong: gaps, overlaps, days without a text, rows outside the law.
int report_faults(const discretion::CheckReport& report) {
    for (const discretion::CheckFault& fault : report.faults) {
        std::cout << fmt::format("{}（{}）{}：{}", fault.violation, fault.law, fault.kind, fault.detail);
        if (!fault.witness.empty()) std::cout << " " << json::write(fault.witness);
        std::cout << "\n";
    }
    return report.faults.empty() ? done : refused;
}

// One line an item or place: on which texts, and what was tried.
void certify(const discretion::Certificate& certificate) {
    std::string texts;
    for (const std::string& text : certificate.texts) texts += (texts.empty() ? "" : "，") + text;
    std::string jumps;
    for (const std::string& jump : certificate.jumps) jumps += "；法律自身的跳跃 " + jump;
    std::cout << fmt::format("{} {} {}：{}；罚款{}组，基准和清单{}行，事实组合{}种，轻重比较{}次{}\n",
                             certificate.is_clean ? "合格" : "有误", certificate.id, certificate.name, texts,
                             certificate.fines, certificate.rows, certificate.points, certificate.comparisons,
                             jumps);
}

void certify(const discretion::CheckReport& report) {
    for (const discretion::Certificate& certificate : report.items) certify(certificate);
    for (const discretion::Certificate& certificate : report.places) certify(certificate);
}

// Forms: a field nobody fills, a block the law asks for, a condition that can never hold.
int report_forms(const books::Books& books, const std::set<std::string>& drafted,
                 const base::Value& mandatory) {
    const document::FieldBook fields = books::field_book(books.rules.table);
    const auto forms = document::check(books.templates, fields, mandatory);
    for (const document::TemplateFault& fault : forms)
        std::cout << fmt::format("文书格式 {} {}：{}\n", fault.form, fault.kind, fault.detail);
    const auto drafts = document::check_drafts(books.templates, fields, drafted, mandatory);
    for (const document::TemplateFault& fault : drafts)
        std::cout << fmt::format("文书草稿 {} {}：{}\n", fault.form, fault.kind, fault.detail);
    return forms.empty() && drafts.empty() ? done : refused;
}

}  // namespace

int catalogue(Arguments arguments) {
    if (!arguments.empty() && arguments.front() == "import") return import_laws(arguments.subspan(1));
    return check_catalogue(arguments);
}

int check_catalogue(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    const bool check =
        !options->words().empty() && options->words().front() == "check" && options->words().size() <= 2;
    if (options->help() || !check) {
        say(help);
        return options->help() ? done : bad_input;
    }
    if (options->words().size() == 2 &&
        !std::filesystem::is_directory(std::filesystem::path(options->words()[1]) / "procedure"))
        return complain({"bad_option", "目录 " + options->words()[1] + " 中没有法律数据"});
    const catalogue::Files files =
        options->words().size() == 2 ? catalogue::Files(options->words()[1]) : catalogue::Files();
    const auto books = books::load_books(files);
    if (!books) return complain(books.error(), refused);
    const discretion::CheckReport report = discretion::check((*books)->discretion);
    certify(report);
    if (report_faults(report) != done) return refused;
    const auto mandatory = files.load("documents/mandatory.yaml");
    if (!mandatory) return complain(mandatory.error(), refused);
    const auto drafted = templates::drafted_acts(files);
    if (!drafted) return complain(drafted.error(), refused);
    if (report_forms(**books, *drafted, *mandatory) != done) return refused;
    std::cout << fmt::format("没有发现问题：行为{}种，期限{}种，文书{}种，格式{}份\n",
                             (*books)->rules.table.acts().size(), (*books)->rules.clocks.codes().size(),
                             (*books)->rules.table.documents().size(), (*books)->templates.forms().size());
    std::cout << fmt::format(
        "违法事项{}个，罚款幅度{}组，试过{}种事实组合，每种恰有一档；地区基准{}份，轻重比较{}次\n",
        (*books)->discretion.violations().size(), report.fines, report.points, report.places.size(),
        report.comparisons);
    return done;
}

}  // namespace commands
