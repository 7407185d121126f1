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

base::Result<base::List> draft_editions(const catalogue::Files& files) {
    base::List editions;
    for (const std::string& path : files.paths("documents/drafts/")) {
        base::Value edition = TRY(files.load(path));
        if (edition["drafts"].object().empty() || (!edition.has("place") && !edition.has("from")))
            return base::fail("bad_template",
                              path + "：缺少 drafts，或者没有写明地区（place）、施行日期（from）");
        editions.push_back(std::move(edition));
    }
    return editions;
}

base::Result<std::set<std::string>> drafted_acts(const catalogue::Files& files) {
    std::set<std::string> acts;
    base::List tables{TRY(files.load("documents/drafts.yaml"))};
    for (const base::Value& edition : TRY(draft_editions(files))) tables.push_back(edition["drafts"]);
    for (const base::Value& table : tables)
        for (const auto& [act, fields] : table.object()) acts.insert(act);
    return acts;
}

base::Result<document::Library> load(const catalogue::Files& files) {
    base::Value shared = TRY(files.load("documents/shared.yaml"));
    const base::Value statutes = TRY(files.load("law/statutes.yaml"));
    if (base::Object* members = shared.as_object()) {
        members->set("laws", formal_titles(statutes));
        members->set("drafts", TRY(files.load("documents/drafts.yaml")));
        members->set("draft_editions", TRY(draft_editions(files)));
        members->set("phrases", TRY(files.load("documents/phrases.yaml")));
    }
    base::List forms;
    for (const std::string& path : files.paths("templates/")) forms.push_back(TRY(files.load(path)));
    return document::Library::from(forms, shared);
}

}  // namespace templates
