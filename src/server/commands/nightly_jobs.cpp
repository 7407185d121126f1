#include "commands/nightly_jobs.hpp"

#include <fmt/format.h>

#include <iostream>

#include "alarms/digest.hpp"
#include "documents/pages.hpp"
#include "http/heads/letter_value.hpp"
#include "self_check/run.hpp"

namespace commands {

namespace {

base::Result<base::Value> digests(const alarms::Watch& watch, const nightly::GoesOn& goes_on) {
    const auto run = TRY(alarms::write_digests(watch, goes_on));
    return base::Object{
        {"persons", run.persons},
        {"made",    run.made   }
    };
}

base::Result<base::Value> check_cases(installation::Installation& installation, base::Date day,
                                      const nightly::GoesOn& goes_on) {
    const auto checked = TRY(
        self_check::check(installation.office(), installation.batches(), self_check::Scope::open, goes_on));
    TRY(installation.findings().put(day, checked.findings));
    return base::Object{
        {"cases",    checked.cases          },
        {"findings", checked.findings.size()}
    };
}

base::Result<base::Value> clear_away(installation::Installation& installation,
                                     const nightly::GoesOn& goes_on) {
    const auto removed = TRY(installation.clear_away(goes_on));
    for (const sweep::Removed& one : removed)
        std::cerr << fmt::format("清理：{}，{} {}，{} 起，{} 字节", one.title, one.agency, one.id,
                                 one.since.date().str(), one.bytes)
                  << std::endl;
    return sweep::report(removed);
}

base::Result<base::Value> count_pages(installation::Installation& installation,
                                      const nightly::GoesOn& goes_on) {
    return base::Object{
        {"counted", TRY(documents::count_the_rest(installation.office(), goes_on))}
    };
}

// Fails, and so is tried again, until every head has its receipt.
base::Result<base::Value> send_heads(installation::Installation& installation, const std::string& superior,
                                     const nightly::GoesOn& goes_on) {
    heads::Transport transport;
    if (!superior.empty()) transport = TRY(desk::transport_to(superior));
    int sent = 0, more = 0;
    do {
        more = TRY(installation.heads().deliver(transport, goes_on));
        sent += more;
    } while (more > 0 && goes_on());
    return base::Object{
        {"sent", sent}
    };
}

}  // namespace

std::vector<nightly::Job> nightly_jobs(installation::Installation& installation,
                                       const std::string& superior) {
    return {
        {"digest", [&watch = installation.watch()](
                       base::Date, const nightly::GoesOn& goes_on) { return digests(watch, goes_on); }},
        {"self_check",
         [&installation](base::Date day, const nightly::GoesOn& goes_on) {
             return check_cases(installation, day, goes_on);
         }},
        {"sweep",
         [&installation](base::Date, const nightly::GoesOn& goes_on) {
             return clear_away(installation, goes_on);
         }},
        {"pages",
         [&installation](base::Date, const nightly::GoesOn& goes_on) {
             return count_pages(installation, goes_on);
         }},
        {"heads", [&installation, superior](base::Date, const nightly::GoesOn& goes_on) {
             return send_heads(installation, superior, goes_on);
         }}
    };
}

}  // namespace commands
