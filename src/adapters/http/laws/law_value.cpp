#include "http/laws/law_value.hpp"

namespace desk {

using base::Object;
using base::Value;

Value law_version_value(const ports::LawVersion& version) {
    return Object{
        {"code",         version.code                                   },
        {"title",        version.title                                  },
        {"version_date", version.version_date.str()                     },
        {"from",         version.from.str()                             },
        {"to",           version.to ? Value(version.to->str()) : Value()},
        {"dated_by",     version.dated_by                               },
        {"excerpt",      version.is_excerpt                             },
        {"points",       version.is_in_points                           },
        {"articles",     version.articles_count                         }
    };
}

Value law_article_value(const ports::LawArticle& article) {
    return Object{
        {"article",    article.address   },
        {"title",      article.title     },
        {"part",       article.part      },
        {"chapter",    article.chapter   },
        {"section",    article.section   },
        {"paragraphs", article.paragraphs}
    };
}

}  // namespace desk
