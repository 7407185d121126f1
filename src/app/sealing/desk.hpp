#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/signer.hpp"
#include "ports/signing_store.hpp"
#include "ports/stamper.hpp"

namespace sealing {

// The file of these acts was archived after act `act_n` made its papers: they stay as they were bound.
// Cover, index and note, which archiving makes, are still signed.
bool is_bound(std::span<const casefile::Act> acts, int act_n);

struct Tools {
    ports::SigningStore& store;
    ports::Stamper& stamper;
    ports::Signer& here;
    ports::Signer* service;  // a hardware module or the bureau's signing service; null where none is attached
    const ports::SignatureChecker& checker;
    std::function<std::string(const base::Value&)> canonical;  // the text that is hashed and signed
    std::function<base::Result<base::Value>(std::string_view)> read;
};

// Seals papers and signs them. A paper is set one last time with seal and handwriting in their places; from
// then on its bytes are kept and never made again, and every signature covers its data, its words and those
// bytes.
class Desk {
  public:
    Desk(const office::Office& office, Tools tools) : office_(office), tools_(std::move(tools)) {}

    // Signatures with what checking them finds, handwriting, and what the viewer may do with the paper.
    base::Result<base::Value> state(const identity::Viewer&, std::string_view document) const;

    // The seal of the agency (电子印章), by who works on the case or leads: the act behind the paper was
    // approved before the paper came to be. Errors: `not_permitted`, `already_sealed`, `no_certificate`,
    // `no_seal_place`.
    base::Result<void> seal(const identity::Viewer&, std::string_view document,
                            std::vector<ports::FindingAnswer> answers) const;
    // Whether the next seal or signature closes the paper: then its findings are answered first.
    base::Result<bool> closes(const identity::Viewer&, std::string_view document) const;

    // An officer's own signature under his passphrase. A paper without a place for a seal is closed by the
    // first one; one with such a place is sealed before.
    base::Result<void> sign(const identity::Viewer&, std::string_view document, std::string_view passphrase,
                            std::vector<ports::FindingAnswer> answers) const;

    // A party or a witness signs by hand on the screen, before the paper is sealed.
    base::Result<void> handwrite(const identity::Viewer&, std::string_view document, const base::Value& body,
                                 std::string_view device) const;

  private:
    struct Frozen {
        ports::SealedPaper paper;
        std::vector<signing::Handwritten> handwritten;
    };
    base::Result<ports::DocumentRow> for_signing(const identity::Viewer&, std::string_view document) const;
    base::Result<Frozen> freeze(const identity::Viewer&, const ports::DocumentRow&, bool with_seal) const;
    base::Result<ports::PaperSignature> signature(const identity::Viewer&, const ports::DocumentRow&,
                                                  const Frozen&, signing::Kind,
                                                  std::string_view passphrase) const;
    base::Result<std::vector<signing::HandMark>> hands(
        const std::vector<ports::HandwrittenSignature>& signatures) const;
    base::Result<base::Value> checked(const identity::Viewer&, const ports::DocumentRow&,
                                      const ports::PaperSignature&) const;
    std::string hash_of_file(std::string_view sm3) const;

    const office::Office& office_;
    Tools tools_;
};

// Where somebody may sign by hand on a paper, as the form calls the places.
std::vector<std::string> places(const std::vector<document::Spot>& spots);
bool has_seal_place(const document::Document& paper);

}  // namespace sealing
