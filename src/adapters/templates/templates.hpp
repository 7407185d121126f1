#pragma once
#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "document/template.hpp"

namespace templates {

// Every form of catalogue/templates/, with the shared parts and words of catalogue/documents/shared.yaml.
base::Result<document::Library> load(const catalogue::Files& files);

}  // namespace templates
