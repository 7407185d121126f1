#include "templates/templates.hpp"

namespace templates {

namespace {

// Laws are cited by code, by short name or by formal title; papers print the formal title.
base::Value formal_titles(const base::Value& statutes) {
    base::Object titles;
    for (const base::Value& law : statutes.items()) {
        titles.set(law.text("code"), law["title"]);
        titles.set(law.text("short"), law["title"]);
    }
    return base::Value(std::move(titles));
}

}  // namespace

base::Result<document::Library> load(const catalogue::Files& files) {
    base::Value shared = TRY(files.load("documents/shared.yaml"));
    const base::Value statutes = TRY(files.load("law/statutes.yaml"));
    if (base::Object* members = shared.as_object()) {
        members->set("laws", formal_titles(statutes));
        members->set("drafts", TRY(files.load("documents/drafts.yaml")));
        members->set("phrases", TRY(files.load("documents/phrases.yaml")));
    }
    base::List forms;
    for (const std::string& path : files.paths("templates/")) forms.push_back(TRY(files.load(path)));
    return document::Library::from(forms, shared);
}

}  // namespace templates
