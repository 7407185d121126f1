#include "alarms/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace alarms {

namespace {

constexpr int rows_max = 50'000;
constexpr std::size_t lines_max = 30;  // of one kind; the page shows all
constexpr std::size_t content_max = 100;

std::vector<const Alarm*> of_kind(const std::vector<Alarm>& alarms, Kind kind) {
    std::vector<const Alarm*> found;
    for (const Alarm& alarm : alarms)
        if (alarm.kind == kind) found.push_back(&alarm);
    return found;
}

std::string cure_words(const Alarm& alarm) {
    std::string words;
    for (const auto& [act, title] : alarm.cures) words += (words.empty() ? "可办：" : "、") + title;
    return words;
}

void write_kind(std::string& text, int& number, const std::vector<const Alarm*>& alarms, Kind kind) {
    if (alarms.empty()) return;
    static constexpr std::array numerals{"一", "二", "三", "四", "五", "六", "七"};
    text += fmt::format("{}、{}{}件\n", numerals[static_cast<std::size_t>(number++)], label_of(kind),
                        alarms.size());
    for (std::size_t i = 0; i < std::min(alarms.size(), lines_max); ++i) {
        const Alarm& alarm = *alarms[i];
        text += fmt::format("  {} {}：{}。{}\n", alarm.case_no, alarm.cause, alarm.says, cure_words(alarm));
    }
    if (alarms.size() > lines_max) text += fmt::format("  其余{}件见预警页。\n", alarms.size() - lines_max);
}

base::Value content_of(const std::vector<Alarm>& alarms, int waiting, int returned) {
    base::Object counts;
    for (int i = 0; i < kinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        counts.set(code_of(kind), of_kind(alarms, kind).size());
    }
    base::List list;
    for (std::size_t i = 0; i < std::min(alarms.size(), content_max); ++i)
        list.push_back(base::Object{
            {"kind",    code_of(alarms[i].kind)},
            {"case_no", alarms[i].case_no      },
            {"clock",   alarms[i].clock        },
            {"due",     alarms[i].due.str()    }
        });
    return base::Object{
        {"counts",   std::move(counts)},
        {"alarms",   std::move(list)  },
        {"waiting",  waiting          },
        {"returned", returned         }
    };
}

identity::Viewer viewer_of(const std::string& agency, const casefile::Staff& person, base::Date today) {
    identity::Viewer viewer{.person = person.id,
                            .name = person.name,
                            .node = person.unit,
                            .agency = agency,
                            .roles = person.roles};
    for (const casefile::Delegation& grant : person.delegations)
        if (grant.from <= today && today <= grant.until && !viewer.has_role(grant.role))
            viewer.roles.push_back(grant.role);
    return viewer;
}

// Everything of one agency is read once and told to each of its people as far as it concerns him.
base::Result<void> write_agency(const Watch& watch, const std::string& agency, DigestRun& run,
                                const std::function<bool()>& goes_on) {
    const office::Office& office = watch.office();
    const base::Date today = office.today();
    const identity::Viewer whole{.person = {}, .name = {}, .node = {}, .agency = agency, .roles = {"SYSTEM"}};
    const auto staff = TRY(office.ports.directory.staff(whole, today));
    if (staff.empty()) return {};
    const auto due = TRY(watch.due(whole, rows_max));
    const auto own = TRY(watch.own_warnings(whole));
    for (const casefile::Staff& person : staff) {
        if (!goes_on()) return {};
        const identity::Viewer viewer = viewer_of(agency, person, today);
        ++run.persons;
        if (TRY(watch.store().digest(viewer, today))) continue;
        auto alarms = watch.of_clocks(due, own, viewer, Watch::widest(viewer));
        for (Alarm& alarm : TRY(watch.of_proposals(viewer))) alarms.push_back(std::move(alarm));
        for (Alarm& alarm : TRY(watch.further(viewer))) alarms.push_back(std::move(alarm));
        const int waiting = static_cast<int>(TRY(office.ports.proposals.waiting_for(viewer)).size());
        const int returned = static_cast<int>(TRY(office.ports.proposals.returned_to(viewer)).size());
        const ports::Digest digest{.day = today,
                                   .made_at = office.now(),
                                   .content = content_of(alarms, waiting, returned),
                                   .text = digest_text(person.name, today, alarms, waiting, returned)};
        if (TRY(watch.store().put_digest(viewer, digest))) ++run.made;
    }
    return {};
}

}  // namespace

std::string digest_text(const std::string& name, base::Date day, const std::vector<Alarm>& alarms,
                        int waiting, int returned) {
    std::string text = fmt::format("{} {}今日事项\n", day.chinese(), name);
    int number = 0;
    for (int i = 0; i < kinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        write_kind(text, number, of_kind(alarms, kind), kind);
    }
    if (waiting > 0) text += fmt::format("等待您确认、审批的报批件{}件。\n", waiting);
    if (returned > 0) text += fmt::format("退回给您的报批件{}件。\n", returned);
    if (alarms.empty() && waiting == 0 && returned == 0) text += "没有需要处理的事项。\n";
    return text;
}

base::Result<DigestRun> write_digests(const Watch& watch, const std::function<bool()>& goes_on) {
    DigestRun run;
    for (const std::string& agency : TRY(watch.store().agencies())) {
        if (!goes_on()) break;
        TRY(write_agency(watch, agency, run, goes_on));
    }
    return run;
}

}  // namespace alarms
