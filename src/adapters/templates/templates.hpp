#pragma once
#include <set>
#include <string>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "document/template.hpp"

namespace templates {

// Every form of catalogue/templates/, with the shared parts and words of catalogue/documents/shared.yaml.
base::Result<document::Library> load(const catalogue::Files& files);

// Drafts for a region or an agency, and those of another time: catalogue/documents/drafts/, one edition a
// file.
base::Result<base::List> draft_editions(const catalogue::Files& files);

// Every act something is drafted for, by whatever edition.
base::Result<std::set<std::string>> drafted_acts(const catalogue::Files& files);

}  // namespace templates
