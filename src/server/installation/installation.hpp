#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "alarms/watch.hpp"
#include "base/result.hpp"
#include "books/books.hpp"
#include "calendars/calendars.hpp"
#include "cases/shelf.hpp"
#include "crypto/ports.hpp"
#include "directory/kept_directory.hpp"
#include "electronic_service/service.hpp"
#include "explorer/index.hpp"
#include "files/blob_store.hpp"
#include "files/leavings.hpp"
#include "heads/exchange.hpp"
#include "installation/foreign_shelf.hpp"
#include "installation/pdf_binder.hpp"
#include "installation/pdf_renderer.hpp"
#include "installation/volume_desk.hpp"
#include "messages/carriers.hpp"
#include "naming/file_names.hpp"
#include "office/office.hpp"
#include "pdf/renderer.hpp"
#include "postgres/alarms/alarm_store.hpp"
#include "postgres/benchmarks/benchmark_store.hpp"
#include "postgres/calendars/calendar_store.hpp"
#include "postgres/cases/case_queries.hpp"
#include "postgres/cases/case_store.hpp"
#include "postgres/database.hpp"
#include "postgres/delegations/delegation_store.hpp"
#include "postgres/documents/document_store.hpp"
#include "postgres/documents/paper_register.hpp"
#include "postgres/drafts/draft_store.hpp"
#include "postgres/electronic_services/electronic_service_store.hpp"
#include "postgres/evidence/evidence_store.hpp"
#include "postgres/fast_lists/fast_list_store.hpp"
#include "postgres/foreign_volumes/foreign_volume_store.hpp"
#include "postgres/hand_over/hand_over_store.hpp"
#include "postgres/identity/identity_store.hpp"
#include "postgres/integrity/day_heads.hpp"
#include "postgres/integrity/head_exchange.hpp"
#include "postgres/laws/law_store.hpp"
#include "postgres/naming/naming_store.hpp"
#include "postgres/nightly/nightly_store.hpp"
#include "postgres/organisation/directory.hpp"
#include "postgres/panels/meeting_store.hpp"
#include "postgres/phrases/phrase_store.hpp"
#include "postgres/proposals/proposal_store.hpp"
#include "postgres/self_check/case_batches.hpp"
#include "postgres/self_check/finding_store.hpp"
#include "postgres/sweep/sweep_store.hpp"
#include "session/sign_in.hpp"
#include "spreadsheet/spreadsheets.hpp"
#include "system/clock.hpp"
#include "system/random.hpp"
#include "text_files/file_words.hpp"
#include "text_files/paper_reader.hpp"

namespace installation {

struct Place {
    std::filesystem::path data = "var";
    std::optional<std::string> database_url = {};  // else a private cluster below `data`
    std::optional<std::filesystem::path> fonts = {};
    std::string address = {};  // https://zhifa.example: where papers lead whoever checks them
    std::optional<std::filesystem::path> mail = {};  // settings of the mail server
    postgres::Cluster::WhenInUse when_in_use = postgres::Cluster::WhenInUse::refuse;
    bool must_exist = false;  // for tools that only look: a wrong folder is refused, not filled
};

// One installation with everything joined: the database opened, the law read, the use cases' outside world in
// place.
class Installation {
  public:
    static base::Result<std::unique_ptr<Installation>> open(const Place& place);

    const office::Office& office() const { return *office_; }
    session::SignIn& sign_in() { return *sign_in_; }
    postgres::Database& database() { return *database_; }
    postgres::DayHeads& day_heads() { return *day_heads_; }
    pdf::Renderer& renderer() { return renderer_; }
    ports::SheetViews& sheet_views() { return renderer_port_; }
    const law::Register& known_laws() const { return books_->laws; }
    ports::LawStore& laws() { return laws_; }
    ports::MeetingStore& meetings() { return meetings_; }
    ports::NightlyStore& nights() { return nights_; }
    ports::CaseBatches& batches() { return batches_; }
    ports::FindingStore& findings() { return findings_; }
    heads::Exchange& heads() { return *heads_; }
    electronic_service::Service& services() { return *services_; }
    base::Result<std::vector<sweep::Removed>> clear_away(const std::function<bool()>& goes_on);
    void stop_reading() { file_words_.stop(); }
    const naming::FileNames& file_names() const { return *file_names_; }
    const explorer::Index& explorer() const { return explorer_; }
    const alarms::Watch& watch() const { return *watch_; }
    ports::VolumeDesk& volumes() { return *volumes_; }
    ports::ForeignVolumeStore& foreign_volumes() { return foreign_volumes_; }
    ports::ForeignShelf& foreign_shelf() { return foreign_shelf_; }
    calendars::Calendars& calendars() { return *calendars_; }
    ports::HandOverStore& hand_over() { return hand_over_; }
    ports::PaperRegister& paper_register() { return paper_register_; }
    ports::PhraseStore& phrases() { return phrases_; }
    ports::FastListStore& fast_lists() { return fast_lists_; }
    const proofread::Knowledge& proofreading() const { return books_->proofreading; }
    const ports::PaperReader& papers() const { return papers_; }

  private:
    Installation(std::unique_ptr<postgres::Database> database, std::unique_ptr<books::Books> books,
                 const Place& place, std::string secret, std::optional<messages::MailServer> mail);

    std::unique_ptr<postgres::Database> database_;
    std::unique_ptr<books::Books> books_;
    systems::WallClock clock_;
    systems::SystemRandom random_;
    crypto::Sm3Hasher hasher_;
    crypto::Argon2Hasher passwords_;
    pdf::Renderer renderer_;
    PdfRenderer renderer_port_;
    PdfBinder binder_;
    files::BlobStore blobs_;
    postgres::IdentityStore identities_;
    postgres::Directory stored_directory_;
    directory::KeptDirectory directory_;
    cases::Shelf shelf_;
    postgres::CaseStore cases_;
    postgres::CaseQueries queries_;
    postgres::ProposalStore proposals_;
    postgres::DraftStore drafts_;
    postgres::EvidenceStore evidence_;
    postgres::DocumentStore documents_;
    postgres::PaperRegister paper_register_;
    postgres::PhraseStore phrases_;
    postgres::LawStore laws_;
    postgres::MeetingStore meetings_;
    postgres::BenchmarkStore benchmarks_;
    postgres::FastListStore fast_lists_;
    postgres::DelegationStore delegations_;
    postgres::AlarmStore alarms_;
    postgres::CalendarStore calendar_store_;
    postgres::HandOverStore hand_over_;
    postgres::NightlyStore nights_;
    postgres::CaseBatches batches_;
    postgres::FindingStore findings_;
    postgres::HeadExchange head_exchange_;
    postgres::ForeignVolumeStore foreign_volumes_;
    ForeignShelf foreign_shelf_;
    postgres::ElectronicServiceStore service_store_;
    messages::Carriers carriers_;
    postgres::NamingStore naming_store_;
    postgres::SweepStore sweep_store_;
    files::Leavings upload_leavings_, work_leavings_;
    text_files::FileWords file_words_;
    spreadsheet::Spreadsheets spreadsheets_;
    text_files::PaperReader papers_;
    office::BenchmarksInForce benchmarks_in_force_;
    office::FastTrackInForce fast_track_;
    office::RulesInForce rules_in_force_;
    explorer::Index explorer_;
    std::unique_ptr<office::Office> office_;
    std::unique_ptr<alarms::Watch> watch_;
    std::unique_ptr<calendars::Calendars> calendars_;
    std::unique_ptr<session::SignIn> sign_in_;
    std::unique_ptr<postgres::DayHeads> day_heads_;
    std::unique_ptr<VolumeDesk> volumes_;
    std::unique_ptr<heads::Exchange> heads_;
    std::unique_ptr<electronic_service::Service> services_;
    std::unique_ptr<naming::FileNames> file_names_;
};

}  // namespace installation
