#include <fmt/format.h>

#include <map>

#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "postgres/cases/case_copy.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/integrity/projection_differences.hpp"
#include "synth/plan.hpp"
#include "synth/routes.hpp"
#include "synth/story.hpp"

namespace synth {

namespace {

constexpr std::size_t batch = 2'000, many_cases = 100'000, pool_max = 20'000, sample_max = 300;

ports::Signature signature_of(const casefile::Matter& place, const std::string& person, const char* role,
                              const char* step, base::Instant at) {
    ports::Signature signature{.person = person,
                               .name = person,
                               .role = role,
                               .step = step,
                               .certificate_no = {},
                               .opinion = {},
                               .at = at};
    for (const auto& one : place.staff)
        if (one.id == person) signature.name = one.name;
    return signature;
}

std::vector<ports::RecordedAct> recorded(const procedure::Case& file) {
    std::vector<ports::RecordedAct> acts;
    for (const casefile::Act& act : file.acts()) {
        ports::RecordedAct one{.act = act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}};
        one.act.recorded_at = act.at.plus_hours(1);
        for (const auto& person : act.by)
            one.signatures.push_back(signature_of(file.matter(), person, "HANDLER", "propose", act.at));
        if (act.approved_by)
            one.signatures.push_back(
                signature_of(file.matter(), *act.approved_by, "LEADER", "approve", act.at));
        acts.push_back(std::move(one));
    }
    return acts;
}

class Copying {
  public:
    Copying(const Making& making, Report& report, postgres::Connection owner)
        : making_(making),
          report_(report),
          copy_(std::move(owner)),
          dice_(making.settings.seed),
          plan_(making.book, making.settings.cases, making.opened.office().today(), making.settings.days()),
          teller_(making.opened.office().rules, making.book) {}

    base::Result<void> run() {
        const bool many = making_.settings.cases >= many_cases;
        last_ = TRY(copy_.numbers_taken());
        if (many) TRY(copy_.set_indexes_aside());
        TRY(write());
        TRY(copy_.finish());
        return many ? copy_.bring_indexes_back() : base::Result<void>();
    }

    const std::vector<std::string>& sample() const { return sample_; }

  private:
    base::Result<void> write() {
        std::size_t written = 0;
        while (written < making_.settings.cases) {
            const Bureau& bureau = making_.land.bureaus[dice_.below(making_.land.bureaus.size())];
            const Station& station = bureau.stations[dice_.below(bureau.stations.size())];
            if (written % making_.settings.acts_every == 0 || pool_.empty()) {
                if (!TRY(tell(bureau, station))) continue;
            } else {
                liken(bureau, station);
            }
            if (++written % batch == 0) TRY(copy_.flush());
        }
        return copy_.flush();
    }

    std::string number(const std::string& region, int year) {
        return fmt::format("{}-{}-{:06}", region, year, ++last_[{region, year}]);
    }

    base::Result<bool> tell(const Bureau& bureau, const Station& station) {
        const base::Date today = making_.opened.office().today();
        const Planned planned = plan_.next(dice_);
        const Stage stage{
            .place = bureau.place, .cast = station.cast, .from = planned.from, .until = today.plus_days(-1)};
        const History history = TRY(teller_.tell(*planned.path, stage, dice_));
        if (history.file.acts().empty()) return false;
        postgres::WholeCase whole{.no = {},
                                  .node = station.node,
                                  .matter = history.begun,
                                  .acts = recorded(history.file),
                                  .projection = {}};
        whole.projection = cases::project(history.file, today, whole.acts);
        if (making_.settings.only_open && !whole.projection.open) return false;
        whole.no = number(bureau.place.agency, planned.from.year());
        report_.count(history);
        auto rows = copy_.add(whole);
        if (sample_.size() < sample_max) sample_.push_back(whole.no);
        if (pool_.size() < pool_max)
            pool_.push_back(std::move(rows));
        else
            pool_[dice_.below(pool_max)] = std::move(rows);
        return true;
    }

    // Another party, other officers, another number; what the procedure made of the acts stays.
    void liken(const Bureau& bureau, const Station& station) {
        const auto& like = pool_[dice_.below(pool_.size())];
        const Story story(making_.book, making_.book.paths.front(), bureau.place.agency, dice_);
        const auto& first = station.handlers[dice_.below(station.handlers.size())];
        const auto& second = station.handlers[dice_.below(station.handlers.size())];
        copy_.add_like(like, {
                                 .no = number(bureau.place.agency, like.year()),
                                 .node = station.node,
                                 .party = story.party().name,
                                 .province = bureau.place.province,
                                 .parties = postgres::parties_value({story.party()}
                                   ),
                                 .handlers = {first.id, second.id},
                                 .handler_names = {first.name, second.name}
        });
    }

    const Making& making_;
    Report& report_;
    postgres::CaseCopy copy_;
    procedure::Dice dice_;
    Plan plan_;
    Teller teller_;
    std::vector<postgres::CaseRows> pool_;
    std::vector<std::string> sample_;
    std::map<std::pair<std::string, int>, int> last_;
};

// Loads cases as the desk would and compares what lists show with the fold of their acts.
base::Result<base::Value> check_sample(const office::Office& office, const std::vector<std::string>& sample) {
    const identity::Viewer auditor{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};
    base::List differences;
    for (const std::string& no : sample) {
        const auto record = TRY(office.ports.cases.load(auditor, no));
        const auto state = TRY(cases::fold(office.rules, record.matter, record.acts));
        const auto shown = TRY(office.ports.cases.projection(auditor, no));
        for (const auto& fault : TRY(office.ports.cases.check_chain(auditor, no)))
            differences.push_back(no + "：" + fault.message);
        const auto folded = cases::project(state, shown.as_of, record.acts);
        for (auto& difference : postgres::projection_differences(shown, folded))
            differences.push_back(no + "：" + difference);
    }
    return base::Object{
        {"checked",     sample.size()         },
        {"differences", std::move(differences)}
    };
}

}  // namespace

base::Result<void> copy_histories(const Making& making, Report& report) {
    auto& database = making.opened.database();
    Copying copying(making, report, TRY(postgres::Connection::open(database.conninfo("zhiheng_owner"))));
    TRY(copying.run());
    TRY(database.owner().write(postgres::Context(), "copy/counters"));
    report.set("cases", making.settings.cases);
    report.set("sample", TRY(check_sample(making.opened.office(), copying.sample())));
    return {};
}

}  // namespace synth
