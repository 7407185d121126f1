#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "document/template.hpp"
#include "pdf/renderer.hpp"
#include "templates/templates.hpp"

namespace bench {

namespace {

constexpr int volume_pages = 100;

// As many copies of the paper as fill a volume of a hundred pages, printed as one file.
base::Result<base::Value> volume_of(const pdf::Renderer& renderer, const document::Document& paper) {
    const int pages = TRY(renderer.print(paper)).pages;
    const std::vector<document::Document> papers(static_cast<std::size_t>((volume_pages + pages - 1) / pages),
                                                 paper);
    Measurement measurement("一卷");
    int printed = 0;
    repeat(measurement, std::chrono::seconds(3), 3, [&] {
        if (const auto volume = renderer.print(papers)) printed = volume->pages;
    });
    return base::Object{
        {"pages",     printed                            },
        {"median_ms", measurement.to_value()["median_ms"]}
    };
}

}  // namespace

// From facts to PDF bytes, as when an officer looks at the paper he is writing.
base::Result<base::Value> measure_pdf(std::span<const std::string> arguments) {
    const base::Value facts = TRY(read_input(arguments, 0, "文书数据（JSON）"));
    const std::string id = arguments.size() > 1 ? arguments[1] : "penalty_decision";
    const document::Library library = TRY(templates::load(catalogue::Files()));
    const document::Template* form = library.find(id);
    if (!form) return base::fail("unknown_template", "没有文书模板“" + id + "”");
    const pdf::Renderer renderer(arguments.size() > 2 ? std::optional<std::filesystem::path>(arguments[2])
                                                      : std::nullopt);
    TRY(renderer.warm_up());
    const document::Document first = TRY(document::fill(*form, facts));
    std::size_t bytes = TRY(renderer.render(first)).size();
    Measurement measurement("排出一份 " + id);
    repeat(measurement, std::chrono::seconds(3), 20, [&] {
        const auto document = document::fill(*form, facts);
        if (const auto pdf = document ? renderer.render(*document) : base::Result<std::string>())
            bytes = pdf->size();
    });
    measurement.set("bytes", bytes);
    measurement.set("pages", TRY(renderer.print(first)).pages);
    measurement.set("volume", TRY(volume_of(renderer, first)));
    return measurement.to_value();
}

}  // namespace bench
