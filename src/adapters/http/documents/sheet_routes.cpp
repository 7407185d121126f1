#include "http/documents/sheet_routes.hpp"

#include <cmath>

#include "http/documents/previewed.hpp"
#include "http/documents/words.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

// Thousandths of the sheet, so that a place fits a page of any size on the screen.
Value share(double part, double whole) {
    return static_cast<std::int64_t>(std::lround(part / whole * 1000));
}

Value sentence_value(const document::SheetView& view, const document::SentencePlace& place) {
    List lines;
    for (const document::Rectangle& line : place.lines)
        lines.push_back(Object{
            {"x",      share(line.x,      view.width) },
            {"y",      share(line.y,      view.height)},
            {"width",  share(line.width,  view.width) },
            {"height", share(line.height, view.height)}
        });
    return Object{
        {"field", typed_field(place.fact)},
        {"text",  place.text             },
        {"lines", std::move(lines)       }
    };
}

Value sheet_value(const document::SheetView& view) {
    List sentences;
    for (const document::SentencePlace& place : view.sentences)
        if (!typed_field(place.fact).empty()) sentences.push_back(sentence_value(view, place));
    return Object{
        {"width",     static_cast<std::int64_t>(std::lround(view.width)) },
        {"height",    static_cast<std::int64_t>(std::lround(view.height))},
        {"picture",   view.picture                                       },
        {"sentences", std::move(sentences)                               }
    };
}

}  // namespace

void add_sheet_routes(http::Router& router, const Desk& desk, ports::SheetViews& views) {
    const SignedRoutes add(router, desk);
    add("POST", "/api/cases/{no}/preview/sheets",
        [&views](const Desk& office, const http::Request& request, const identity::Viewer& viewer) {
            const auto paper = TRY_OR_REFUSE(previewed(office, request, viewer));
            List sheets;
            for (const auto& view : TRY_OR_REFUSE(views.sheets(paper))) sheets.push_back(sheet_value(view));
            return http::json(200, Object{
                                       {"sheets", std::move(sheets)}
            });
        });
}

}  // namespace desk
