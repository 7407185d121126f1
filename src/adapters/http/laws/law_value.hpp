#pragma once
#include "base/value.hpp"
#include "ports/law_store.hpp"

namespace desk {

// Values of the HTTP contract for law texts (api/openapi.yaml: LawVersion, LawArticle).
base::Value law_version_value(const ports::LawVersion&);
base::Value law_article_value(const ports::LawArticle&);

}  // namespace desk
