#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "document/template.hpp"
#include "pdf/renderer.hpp"
#include "templates/templates.hpp"

namespace bench {

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
    return measurement.to_value();
}

}  // namespace bench
