#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

// The signed head of an agency's day, as in day_heads.
struct DayHead {
    std::string region;
    base::Date day = {};
    int acts = 0;
    std::string prev_head = {}, head = {}, signature = {}, public_pem = {};
};

// What the superior node says of a head it keeps, under its own signature.
struct HeadReceipt {
    std::string region;
    base::Date day;
    std::string head;
    std::string superior;  // region code
    base::Instant at;
    std::string signature, public_pem;
};

struct SentHead {
    DayHead head;
    std::string superior;  // "" where there is none above
    std::optional<HeadReceipt> receipt = {};
    int attempts = 0;
    std::string error = {};  // of the last attempt that failed
};

struct ReceivedHead {
    DayHead head;
    base::Instant at;
};

struct Month {
    base::Date from, until;  // both included
};

class HeadStore {
  public:
    virtual ~HeadStore() = default;
    // Heads that still have no receipt, the oldest first; those of the highest node have nobody to go to.
    virtual base::Result<std::vector<SentHead>> pending(int heads_max) = 0;
    virtual base::Result<void> keep_receipt(const HeadReceipt&) = 0;
    virtual base::Result<void> note_failure(const DayHead&, std::string_view error, base::Instant at) = 0;

    virtual base::Result<bool> knows(std::string_view region) = 0;
    // Everything received from an agency, in the order in which it came.
    virtual base::Result<std::vector<ReceivedHead>> received_from(std::string_view region) = 0;
    // One that is there stays.
    virtual base::Result<void> keep_received(const ReceivedHead&) = 0;

    // For pages: of the viewer's own agency; of the agencies below him.
    virtual base::Result<std::vector<SentHead>> sent(const identity::Viewer&, Month) = 0;
    virtual base::Result<std::vector<ReceivedHead>> received(const identity::Viewer&) = 0;

    // For verify: what superiors hold against what is stored here now.
    virtual base::Result<std::vector<HeadReceipt>> receipts() = 0;
    virtual base::Result<std::vector<ReceivedHead>> all_received() = 0;
    virtual base::Result<std::vector<DayHead>> heads_of(std::string_view region) = 0;
};

// The agencies' SM2 keys; they do not leave the adapter.
struct SignedText {
    std::string signature, public_pem;
};
class HeadKeys {
  public:
    virtual ~HeadKeys() = default;
    virtual base::Result<SignedText> sign_text(std::string_view region, std::string_view text) = 0;
    virtual bool is_signed(std::string_view public_pem, std::string_view text,
                           std::string_view signature) const = 0;
};

}  // namespace ports
