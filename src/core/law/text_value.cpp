#include "law/text.hpp"

namespace law {

namespace {

using base::List;
using base::Object;
using base::Value;

Value lines_value(const std::vector<std::string>& lines) {
    return List(lines.begin(), lines.end());
}

}  // namespace

Value paragraphs_value(const Article& article) {
    List paragraphs;
    for (const Paragraph& paragraph : article.paragraphs) {
        List items;
        for (const Item& item : paragraph.items)
            items.push_back(Object{
                {"no",   item.number},
                {"text", item.text  }
            });
        paragraphs.push_back(Object{
            {"text",  paragraph.text  },
            {"items", std::move(items)}
        });
    }
    return paragraphs;
}

Value text_value(const LawText& text) {
    List articles;
    for (const Article& article : text.articles)
        articles.push_back(Object{
            {"article",    address_of(article.number)},
            {"part",       article.part              },
            {"chapter",    article.chapter           },
            {"section",    article.section           },
            {"paragraphs", paragraphs_value(article) }
        });
    return Object{
        {"title",    text.title                         },
        {"points",   text.numbering == Numbering::points},
        {"excerpt",  text.is_excerpt                    },
        {"history",  lines_value(text.history)          },
        {"preamble", lines_value(text.preamble)         },
        {"articles", std::move(articles)                },
        {"annex",    lines_value(text.annex)            }
    };
}

}  // namespace law
