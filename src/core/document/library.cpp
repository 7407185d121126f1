#include <fmt/format.h>

#include <algorithm>

#include "document/template.hpp"

namespace document {

using base::Value;

namespace {

// What an override does not say it takes from the form it changes.
Value merged(const Value& changes, const base::List& forms) {
    if (changes.has("blocks")) return changes;
    for (const Value& form : forms) {
        if (form.text("id") != changes.text("id") || form.has("place") || !form.has("blocks")) continue;
        base::Object whole = form.object();
        whole.erase("from");
        whole.erase("to");
        for (const auto& [name, value] : changes.object()) whole.set(name, value);
        return Value(std::move(whole));
    }
    return changes;
}

// The shared table with the wording of one place in it.
Value reworded(const Value& shared, const Value& form) {
    base::Object table = shared.object();
    for (const char* name : {"texts", "parts"}) {
        if (!form.has(name)) continue;
        base::Object members = shared[name].object();
        for (const auto& [key, value] : form[name].object()) members.set(key, value);
        table.set(name, Value(std::move(members)));
    }
    return Value(std::move(table));
}

// A nearer place before a wider one; among the versions of one place the one in force.
template <class Is>
const Template* best(const std::vector<Template>& forms, const Use& use, Is is) {
    const Template* found = nullptr;
    for (const Template& form : forms) {
        if (!is(form) || !use.place.starts_with(form.place())) continue;
        if (use.day && !form.in_force(*use.day)) continue;
        if (!found || form.place().size() >= found->place().size()) found = &form;
    }
    return found;
}

// Words that stand on no sheet of their own.
Value words_form(const std::string& id, const Value& blocks) {
    return base::Object{
        {"id",     id      },
        {"title",  id      },
        {"style",  "record"},
        {"blocks", blocks  }
    };
}

std::string place_of(const Value& edition) {
    return edition.has("place") ? fmt::format("（{}）", edition.text("place")) : std::string();
}

Value in_edition(const Value& form, const Value& edition) {
    base::Object made = form.object();
    for (const char* name : {"place", "from", "to"})
        if (edition.has(name)) made.set(name, edition[name]);
    return Value(std::move(made));
}

bool is_same_edition(const Template& one, const Template& other) {
    return one.place() == other.place() && !one.before(other) && !other.before(one);
}

}  // namespace

base::Result<Library> Library::from(const base::List& forms, const Value& shared) {
    Library made;
    for (const Value& form : forms) {
        Template read = TRY(Template::from(merged(form, forms), reworded(shared, form)));
        TRY(made.add(std::move(read)));
    }
    std::ranges::stable_sort(made.forms_, {}, &Template::no);
    TRY(made.add_drafts(
        base::Object{
            {"drafts", shared["drafts"]}
    },
        shared));
    for (const Value& edition : shared.list("draft_editions")) TRY(made.add_drafts(edition, shared));
    TRY(made.add_places(shared["phrases"].list("places"), shared));
    return made;
}

// An edition has a place, or a day it begins or ends, and the wording of `texts` and `parts` beside its
// drafts.
base::Result<void> Library::add_drafts(const Value& edition, const Value& shared) {
    const Value table = reworded(shared, edition);
    for (const auto& [act, fields] : edition["drafts"].object())
        for (const auto& [field, blocks] : fields.object()) {
            const std::string name = fmt::format("{}.{}", act, field);
            Template words =
                TRY(Template::from(in_edition(words_form(name + place_of(edition), blocks), edition), table));
            for (const Draft& other : drafts_[act])
                if (other.field == field && is_same_edition(other.words, words))
                    return base::fail("bad_template",
                                      name + place_of(edition) + " 的草稿写了两次，施行日期相同");
            drafts_[act].push_back({field, std::move(words)});
        }
    return {};
}

base::Result<void> Library::add_places(const base::List& table, const Value& shared) {
    for (const Value& place : table) {
        const Value form = words_form(std::string(place.text("name")), base::List{place["t"]});
        places_.push_back({std::string(place.text("name")), std::string(place.text("help")),
                           TRY(Template::from(form, shared))});
    }
    return {};
}

const std::vector<Draft>& Library::drafts_of(std::string_view act) const {
    static const std::vector<Draft> none;
    const auto found = drafts_.find(act);
    return found == drafts_.end() ? none : found->second;
}

// Two versions of one form for one place must not be in force on the same day.
base::Result<void> Library::add(Template form) {
    for (const Template& other : forms_)
        if (other.id() == form.id() && other.place() == form.place() && other.overlaps(form))
            return base::fail("bad_template", fmt::format("模板 {} 写了两次，施行日期重叠", form.id()));
    const auto later = std::ranges::find_if(forms_, [&](const Template& other) {
        return other.id() == form.id() && other.place() == form.place() && form.before(other);
    });
    forms_.insert(later, std::move(form));
    return {};
}

const Template* Library::find(std::string_view id, const Use& use) const {
    return best(forms_, use,
                [&](const Template& form) { return form.id() == id || (!id.empty() && form.mark() == id); });
}

const Template* Library::by_no(int no, const Use& use) const {
    if (no == 0) return nullptr;
    return best(forms_, use, [&](const Template& form) { return form.no() == no; });
}

}  // namespace document
