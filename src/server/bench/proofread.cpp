#include "proofread/proofread.hpp"

#include <fstream>

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "books/books.hpp"

namespace bench {

namespace {

constexpr std::size_t documents_of_a_file = 30;

base::Result<std::vector<std::string>> lines_of(const std::string& path) {
    std::ifstream file(path);
    if (!file) return base::fail("not_found", "打不开文件“" + path + "”");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

}  // namespace

// A file of thirty documents, read against itself; the given texts are taken in turn until there are thirty.
base::Result<base::Value> measure_proofread(std::span<const std::string> arguments) {
    if (arguments.empty()) return base::fail("missing_argument", "还需要文书的文本（.txt）");
    std::vector<proofread::Source> sources;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < documents_of_a_file; ++i) {
        proofread::Source source;
        source.id = arguments[i % arguments.size()];
        source.paragraphs = TRY(lines_of(source.id));
        for (const std::string& line : source.paragraphs) characters += line.size() / 3;
        sources.push_back(std::move(source));
    }
    const auto books = TRY(books::load_books(catalogue::Files()));
    std::size_t findings = 0;
    Measurement measurement("校对三十份文书的案卷");
    repeat(measurement, std::chrono::seconds(3), 20,
           [&] { findings = proofread::check(sources, {}, books->proofreading).size(); });
    measurement.set("documents", sources.size());
    measurement.set("characters", characters);
    measurement.set("findings", findings);
    return measurement.to_value();
}

}  // namespace bench
