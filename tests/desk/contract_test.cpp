#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "catalogue/catalogue.hpp"
#include "catalogue/yaml.hpp"
#include "discretion/catalogue.hpp"
#include "http/desk/routes.hpp"
#include "http/documents/check_routes.hpp"
#include "http/documents/sheet_routes.hpp"
#include "http/fast_lists/fast_list_routes.hpp"
#include "http/foreign_volumes/foreign_volume_routes.hpp"
#include "http/phrases/phrase_routes.hpp"
#include "http/sealing/sealing_routes.hpp"
#include "http/self_check/nightly_routes.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"
#include "testing/memory_names.hpp"
#include "testing/memory_services.hpp"
#include "testing/memory_signing.hpp"

namespace {

// No text is held; the contract only asks for the routes.
class NoLaws final : public ports::LawStore {
  public:
    base::Result<std::vector<Stored>> put(const std::vector<ports::LawText>&, base::Instant, bool) override {
        return std::vector<Stored>();
    }
    base::Result<std::vector<ports::LawVersion>> versions() override {
        return std::vector<ports::LawVersion>();
    }
    base::Result<std::vector<ports::LawVersion>> versions(std::string_view) override { return versions(); }
    base::Result<std::vector<ports::LawArticle>> articles(std::string_view, base::Date) override {
        return std::vector<ports::LawArticle>();
    }
    base::Result<ports::ArticleAnswer> article(std::string_view, std::string_view, base::Date) override {
        return ports::ArticleAnswer();
    }
};

// No meeting is held either.
class NoMeetings final : public ports::MeetingStore {
  public:
    base::Result<void> create(const identity::Viewer&, const ports::MeetingRow&) override { return {}; }
    base::Result<ports::MeetingRow> load(const identity::Viewer&, std::string_view) override {
        return base::fail("not_found", "没有这个会议");
    }
    base::Result<void> save(const identity::Viewer&, const ports::MeetingRow&) override { return {}; }
    base::Result<std::vector<ports::MeetingRow>> mine(const identity::Viewer&) override {
        return std::vector<ports::MeetingRow>();
    }
};

// No file is written; the contract only asks for the routes.
class NoVolumes final : public ports::VolumeDesk {
  public:
    base::Result<std::vector<ports::ChainAct>> chain(const identity::Viewer&, std::string_view) override {
        return std::vector<ports::ChainAct>();
    }
    base::Result<std::filesystem::path> write(volume::Manifest, std::vector<ports::VolumePiece>,
                                              const std::vector<volume::Link>&) override {
        return std::filesystem::path();
    }
    base::Result<Room> room() override { return std::make_shared<const std::filesystem::path>(); }
    const base::Value& rules() const override { return rules_; }

  private:
    base::Value rules_;
};

class NoFindings final : public ports::FindingStore {
  public:
    base::Result<void> put(base::Date, const std::vector<ports::Finding>&) override { return {}; }
    base::Result<std::optional<ports::FindingReport>> latest(const identity::Viewer&) override {
        return std::nullopt;
    }
};

class NoReader final : public ports::PaperReader {
  public:
    base::Result<std::vector<std::string>> read(std::string_view, std::string_view) const override {
        return std::vector<std::string>();
    }
};

class NoForeignStore final : public ports::ForeignVolumeStore {
  public:
    base::Result<void> begin(const identity::Viewer&, const ports::ForeignUpload&) override { return {}; }
    base::Result<ports::ForeignUpload> upload(const identity::Viewer&, std::string_view) override {
        return ports::ForeignUpload();
    }
    base::Result<void> note_piece(const identity::Viewer&, std::string_view, std::int64_t,
                                  std::string_view) override {
        return {};
    }
    base::Result<std::vector<ports::ForeignUpload>> uploads(const identity::Viewer&) override {
        return std::vector<ports::ForeignUpload>();
    }
    base::Result<void> end(const identity::Viewer&, std::string_view) override { return {}; }
    base::Result<void> keep(const identity::Viewer&, const ports::ForeignVolume&) override { return {}; }
    base::Result<std::vector<ports::ForeignVolume>> list(const identity::Viewer&) override {
        return std::vector<ports::ForeignVolume>();
    }
    base::Result<ports::ForeignVolume> load(const identity::Viewer&, std::string_view) override {
        return ports::ForeignVolume();
    }
    base::Result<void> note_view(const identity::Viewer&, std::string_view, std::string_view) override {
        return {};
    }
};

class NoForeignShelf final : public ports::ForeignShelf {
  public:
    base::Result<void> put_piece(std::string_view, std::uint64_t, std::string_view) override { return {}; }
    base::Result<void> claim(std::string_view) override { return {}; }
    base::Result<void> take(std::string_view) override { return {}; }
    base::Result<ports::CheckedVolume> check(std::string_view) override { return ports::CheckedVolume(); }
    void release(std::string_view) override {}
    base::Result<void> keep(std::string_view) override { return {}; }
    void drop_unfinished(std::string_view) override {}
    void drop_kept(std::string_view) override {}
    base::Result<volume::Manifest> manifest(std::string_view) override { return volume::Manifest(); }
    base::Result<std::string> text(std::string_view, std::uint64_t, std::uint64_t) override {
        return std::string();
    }
    std::filesystem::path path(std::string_view) override { return {}; }
    const volume::ForeignLimits& limits() const override { return limits_; }
    std::string sm3_of(const volume::Manifest&) const override { return {}; }
    base::Result<base::Value> read_json(std::string_view) const override { return base::Value(); }

  private:
    volume::ForeignLimits limits_;
};

class NoPapers final : public ports::PaperRegister {
  public:
    base::Result<std::optional<ports::CheckedPaper>> find(std::string_view) override { return std::nullopt; }
};

class NoNights final : public ports::NightlyStore {
  public:
    base::Result<bool> is_done(std::string_view, base::Date) override { return true; }
    base::Result<void> note(const ports::NightlyRun&) override { return {}; }
    base::Result<std::vector<ports::NightlyRun>> runs(const identity::Viewer&) override {
        return std::vector<ports::NightlyRun>();
    }
};

class NoSheets final : public ports::SheetViews {
  public:
    base::Result<std::vector<document::SheetView>> sheets(const document::Document&) override {
        return std::vector<document::SheetView>();
    }
};

class NoPhrases final : public ports::PhraseStore {
  public:
    base::Result<std::vector<ports::Phrase>> list(const identity::Viewer&) override {
        return std::vector<ports::Phrase>();
    }
    base::Result<ports::Phrase> load(const identity::Viewer&, std::string_view) override {
        return base::fail("not_found", "没有这条常用语");
    }
    base::Result<std::int64_t> count(const identity::Viewer&, std::string_view) override { return 0; }
    base::Result<void> create(const identity::Viewer&, const ports::Phrase&) override { return {}; }
    base::Result<void> save(const identity::Viewer&, const ports::Phrase&) override { return {}; }
};

class NoHeads final : public ports::HeadStore {
  public:
    base::Result<std::vector<ports::SentHead>> pending(int) override { return none<ports::SentHead>(); }
    base::Result<void> keep_receipt(const ports::HeadReceipt&) override { return {}; }
    base::Result<void> note_failure(const ports::DayHead&, std::string_view, base::Instant) override {
        return {};
    }
    base::Result<bool> knows(std::string_view) override { return false; }
    base::Result<std::vector<ports::ReceivedHead>> received_from(std::string_view) override {
        return none<ports::ReceivedHead>();
    }
    base::Result<void> keep_received(const ports::ReceivedHead&) override { return {}; }
    base::Result<std::vector<ports::SentHead>> sent(const identity::Viewer&, ports::Month) override {
        return none<ports::SentHead>();
    }
    base::Result<std::vector<ports::ReceivedHead>> received(const identity::Viewer&) override {
        return none<ports::ReceivedHead>();
    }
    base::Result<std::vector<ports::HeadReceipt>> receipts() override { return none<ports::HeadReceipt>(); }
    base::Result<std::vector<ports::ReceivedHead>> all_received() override {
        return none<ports::ReceivedHead>();
    }
    base::Result<std::vector<ports::DayHead>> heads_of(std::string_view) override {
        return none<ports::DayHead>();
    }

  private:
    template <class Row>
    static std::vector<Row> none() {
        return {};
    }
};

class NoKeys final : public ports::HeadKeys {
  public:
    base::Result<ports::SignedText> sign_text(std::string_view, std::string_view) override {
        return ports::SignedText();
    }
    bool is_signed(std::string_view, std::string_view, std::string_view) const override { return false; }
};

std::set<std::string> contract() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/api/openapi.yaml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const auto api = catalogue::read_yaml(text, "openapi.yaml");
    std::set<std::string> operations;
    if (!api) return operations;
    for (const auto& [path, item] : (*api)["paths"].object())
        for (const char* method : {"get", "post", "put", "delete"})
            if (item.has(method)) operations.insert(std::string(method) + " " + path);
    return operations;
}

std::set<std::string> routes() {
    const auto books = books::load_books(catalogue::Files());
    testing_office::MemoryDesk memory(
        **books, *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml")));
    session::SignIn sign_in{memory.identities, memory.passwords, memory.hasher, memory.random, memory.clock};
    NoLaws laws;
    NoMeetings meetings;
    NoVolumes volumes;
    NoFindings findings;
    NoReader reader;
    NoHeads heads;
    NoKeys keys;
    heads::Exchange exchange(heads, keys, memory.clock);
    testing_office::NoSigningStore signatures;
    testing_office::NoStamper stamper;
    testing_office::NoSigner signer;
    testing_office::NoChecker checker;
    const sealing::Desk sealing(memory.office,
                                {.store = signatures,
                                 .stamper = stamper,
                                 .here = signer,
                                 .service = nullptr,
                                 .checker = checker,
                                 .canonical = json::write_canonical,
                                 .read = [](std::string_view text) { return json::parse(text); }});
    testing_office::MemoryServices service_rows(memory.evidence);
    testing_office::MemoryMessenger messenger;
    const electronic_service::Service services(memory.office, service_rows, messenger,
                                               (*books)->electronic_service);
    testing_office::MemoryNames name_rows(memory.evidence);
    testing_office::FixedWords words;
    const naming::FileNames file_names(memory.office, name_rows, words, (*books)->naming);
    const explorer::Index index((*books)->discretion, (*books)->laws, (*books)->words);
    const desk::Desk desk{.office = memory.office,
                          .sign_in = sign_in,
                          .laws = laws,
                          .meetings = meetings,
                          .known_laws = (*books)->laws,
                          .explorer = index,
                          .watch = memory.watch,
                          .volumes = volumes,
                          .calendars = memory.calendars,
                          .hand_over = memory.hand_over,
                          .findings = findings,
                          .heads = exchange,
                          .services = services,
                          .file_names = file_names,
                          .proofreading = (*books)->proofreading,
                          .papers = reader,
                          .violations = discretion::violations_to_value(memory.office.discretion)};
    http::Router router;
    desk::add_routes(router, desk);
    NoPapers papers;
    desk::add_check_routes(router, papers);
    NoNights nights;
    desk::add_nightly_routes(router, desk, nights);
    desk::add_sealing_routes(router, desk, sealing);
    NoPhrases phrases;
    desk::add_phrase_routes(router, desk, phrases);
    NoSheets sheets;
    desk::add_sheet_routes(router, desk, sheets);
    desk::add_fast_list_routes(router, desk, {memory.office, memory.fast_lists});
    NoForeignStore foreign_store;
    NoForeignShelf foreign_shelf;
    const foreign_volumes::Room foreign{
        .office = memory.office, .store = foreign_store, .shelf = foreign_shelf};
    desk::add_foreign_volume_routes(router, desk, foreign);
    std::set<std::string> operations;
    for (const auto& route : router.routes()) {
        std::string method = route.method;
        for (char& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        operations.insert(method + " " + route.pattern);
    }
    return operations;
}

TEST(Contract, IsWhatTheServerAnswers) {
    EXPECT_FALSE(contract().empty());
    EXPECT_EQ(contract(), routes());
}

}  // namespace
