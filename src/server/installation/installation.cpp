#include "installation/installation.hpp"

#include <iostream>
#include <system_error>

#include "catalogue/catalogue.hpp"
#include "catalogue/yaml.hpp"
#include "crypto/secret.hpp"

namespace installation {

namespace {

base::Result<std::unique_ptr<postgres::Database>> open_database(const Place& place) {
    postgres::Database::Options options;
    options.when_in_use = place.when_in_use;
    if (place.database_url) return postgres::Database::open_url(*place.database_url, options);
    return postgres::Database::open_private(place.data, options);
}

}  // namespace

base::Result<std::unique_ptr<Installation>> Installation::open(const Place& place) {
    std::error_code failure;
    if (place.must_exist && !place.database_url &&
        !std::filesystem::exists(place.data / "postgres" / "PG_VERSION", failure))
        return base::fail("database_missing", "目录 " + place.data.string() + " 中没有执衡的数据库");
    std::filesystem::create_directories(place.data, failure);
    if (failure)
        return base::fail("storage_error",
                          "不能建立数据目录 " + place.data.string() + "：" + failure.message());
    std::optional<messages::MailServer> mail;
    if (place.mail) mail = TRY(messages::MailServer::read(*place.mail));
    auto books = TRY(books::load_books(catalogue::Files()));
    std::string secret = TRY(crypto::installation_secret(place.data / "secret"));
    auto database = TRY(open_database(place));
    auto made = std::unique_ptr<Installation>(
        new Installation(std::move(database), std::move(books), place, std::move(secret), std::move(mail)));
    for (const std::string& unread : TRY(made->benchmarks_in_force_.reload()))
        std::cerr << "裁量基准不能读取，未予适用：" << unread << std::endl;
    TRY(made->fast_track_.reload());
    TRY(made->calendars_->reload());
    return made;
}

Installation::Installation(std::unique_ptr<postgres::Database> database, std::unique_ptr<books::Books> books,
                           const Place& place, std::string secret, std::optional<messages::MailServer> mail)
    : database_(std::move(database)),
      books_(std::move(books)),
      renderer_(place.fonts),
      renderer_port_(renderer_, place.address),
      binder_(renderer_),
      blobs_(place.data / "files"),
      identities_(database_->app()),
      stored_directory_(database_->app(), database_->owner()),
      directory_(stored_directory_, clock_),
      cases_(database_->app(), blobs_),
      queries_(database_->app()),
      proposals_(database_->app()),
      drafts_(database_->app()),
      evidence_(database_->app()),
      documents_(database_->app()),
      paper_register_(database_->app()),
      phrases_(database_->app()),
      laws_(database_->app(), database_->owner()),
      meetings_(database_->app()),
      benchmarks_(database_->app()),
      fast_lists_(database_->app()),
      delegations_(database_->app()),
      alarms_(database_->app()),
      calendar_store_(database_->app()),
      hand_over_(database_->app()),
      nights_(database_->app()),
      batches_(database_->app()),
      findings_(database_->app()),
      head_exchange_(database_->app()),
      foreign_volumes_(database_->app()),
      foreign_shelf_(place.data / "foreign", books_->foreign),
      service_store_(database_->app()),
      carriers_(place.data / "outbox", std::move(mail), clock_),
      naming_store_(database_->app()),
      sweep_store_(database_->app()),
      upload_leavings_(place.data / "files" / "uploads", files::upload_of),
      work_leavings_(place.data / "volumes", files::volume_work_of),
      file_words_(books_->naming),
      benchmarks_in_force_(benchmarks_, books_->discretion.facts()),
      fast_track_(fast_lists_, books_->fast_track,
                  [](std::string_view why) {
                      std::cerr << "简案快办清单未能重新读取，下次使用时再读：" << why << std::endl;
                  }),
      rules_in_force_(books_->rules),
      explorer_(books_->discretion, books_->laws, books_->words) {
    const ports::Ports ports{.clock = clock_,
                             .random = random_,
                             .hasher = hasher_,
                             .passwords = passwords_,
                             .identities = identities_,
                             .directory = directory_,
                             .cases = cases_,
                             .queries = queries_,
                             .proposals = proposals_,
                             .drafts = drafts_,
                             .evidence = evidence_,
                             .blobs = blobs_,
                             .documents = documents_,
                             .renderer = renderer_port_,
                             .binder = binder_,
                             .benchmarks = benchmarks_,
                             .delegations = delegations_,
                             .spreadsheets = spreadsheets_};
    office_ = std::make_unique<office::Office>(office::Office{.ports = ports,
                                                              .rules = rules_in_force_,
                                                              .discretion = books_->discretion,
                                                              .templates = books_->templates,
                                                              .benchmarks = benchmarks_in_force_,
                                                              .fast_track = fast_track_,
                                                              .shelf = shelf_,
                                                              .pictures = books_->pictures});
    watch_ = std::make_unique<alarms::Watch>(*office_, alarms_, books_->alarms);
    calendars_ = std::make_unique<calendars::Calendars>(*office_, rules_in_force_, calendar_store_,
                                                        books_->holidays, catalogue::read_yaml);
    sign_in_ = std::make_unique<session::SignIn>(identities_, passwords_, hasher_, random_, clock_);
    day_heads_ = std::make_unique<postgres::DayHeads>(database_->app(), std::move(secret));
    volumes_ = std::make_unique<VolumeDesk>(database_->app(), *day_heads_, random_, place.data / "volumes",
                                            books_->binding);
    heads_ = std::make_unique<heads::Exchange>(head_exchange_, *day_heads_, clock_);
    services_ = std::make_unique<electronic_service::Service>(*office_, service_store_, carriers_,
                                                              books_->electronic_service);
    file_names_ = std::make_unique<naming::FileNames>(*office_, naming_store_, file_words_, books_->naming);
    watch_->also([this](const identity::Viewer& viewer) { return services_->reminders(viewer); });
}

base::Result<std::vector<sweep::Removed>> Installation::clear_away(const std::function<bool()>& goes_on) {
    constexpr int hours_a_day = 24;
    const sweep::Rules& rules = books_->sweep;
    return sweep::run(sweep_store_, clock_,
                      {
                          {.kind = "evidence",
                           .title = "未完成的证据上传",
                           .hours = rules.evidence_upload_days * hours_a_day,
                           .leavings = upload_leavings_},
                          {.kind = "foreign",
                           .title = "未完成的外来案卷上传",
                           .hours = rules.foreign_upload_days * hours_a_day,
                           .leavings = foreign_shelf_  },
                          {.kind = {},
                           .title = "装订中断留下的目录",
                           .hours = rules.work_hours,
                           .leavings = work_leavings_  }
    },
                      goes_on);
}

}  // namespace installation
