#include <fstream>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "document/layout.hpp"
#include "docx/writer.hpp"
#include "json/json.hpp"
#include "templates/templates.hpp"

namespace commands {

namespace {

constexpr std::string_view help =
    R"(用法：zhiheng render 文书 数据文件 -o 输出.pdf [--sheet a4|a5|roll] [--fonts 目录]
用数据（JSON，见 docs/document-facts.md）填写一份文书；输出名以 .txt 结尾时写出文字，以 .docx 结尾时写出 DOCX。
roll 是80毫米卷纸；A5和卷纸只用于当场制作的文书。
文书用其英文名（penalty_decision）或者编号（45）。
退出码：0 完成，2 输入有误。
)";

base::Result<const document::Template*> template_named(const document::Library& library,
                                                       const std::string& name) {
    const document::Template* found = library.find(name);
    if (found == nullptr && !name.empty() && name.find_first_not_of("0123456789") == std::string::npos &&
        name.size() < 4)
        found = library.by_no(std::stoi(name));
    if (found == nullptr) return base::fail("not_found", "没有“" + name + "”这一文书");
    return found;
}

base::Result<void> write(const std::string& path, std::string_view content) {
    std::ofstream file(path, std::ios::binary);
    file << content;
    file.flush();
    if (!file) return base::fail("storage_error", "不能写入 " + path);
    return {};
}

base::Result<void> print(const Options& options) {
    const document::Library library = TRY(templates::load(catalogue::Files()));
    const document::Template* form = TRY(template_named(library, options.words()[0]));
    const std::string text = TRY(read_input(options.words()[1]));
    const base::Value facts = TRY(json::parse(text));
    document::Document paper = TRY(document::fill(*form, facts));
    paper.sheet = TRY(document::sheet_named(options.value("--sheet").value_or("a4")));
    TRY(form->check_sheet(paper.sheet));
    const std::string output = *options.value("-o");
    if (output.ends_with(".txt")) return write(output, document::plain_text(paper));
    const pdf::Renderer renderer(place_of(options).fonts);
    if (output.ends_with(".docx")) {
        const document::Document fitted = TRY(renderer.fitted(paper));
        const std::string text_file = TRY(docx::write(fitted));
        return write(output, text_file);
    }
    const std::string bytes = TRY(renderer.render(paper));
    return write(output, bytes);
}

}  // namespace

int render(Arguments arguments) {
    const auto options = Options::read(arguments, {"-o", "--fonts", "--sheet"}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 2 || !options->value("-o")) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto printed = print(*options);
    return printed ? done : complain(printed.error());
}

}  // namespace commands
