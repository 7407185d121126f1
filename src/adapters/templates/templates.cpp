#include "templates/templates.hpp"

namespace templates {

base::Result<document::Library> load(const catalogue::Files& files) {
    const base::Value shared = TRY(files.load("documents/shared.yaml"));
    base::List forms;
    for (const std::string& path : files.paths("templates/")) forms.push_back(TRY(files.load(path)));
    return document::Library::from(forms, shared);
}

}  // namespace templates
