#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "ports/electronic_service_store.hpp"
#include "ports/messenger.hpp"
#include "testing/memory_cases.hpp"

namespace testing_office {

// Keeps what was sent, as a party would find it in its mailbox.
class MemoryMessenger final : public ports::Messenger {
  public:
    std::vector<ports::Message> messages;
    bool is_down = false;

    base::Result<std::string> send(const ports::Message& message) override {
        if (is_down) return base::fail("message_not_sent", "邮件没有发出");
        messages.push_back(message);
        return "250 OK";
    }
};

class MemoryServices final : public ports::ElectronicServiceStore {
  public:
    explicit MemoryServices(MemoryEvidence& evidence) : evidence_(evidence) {}
    std::vector<ports::ElectronicService> rows;
    bool struck = false, sealed = true;

    base::Result<void> create(const identity::Viewer&, const ports::ElectronicService& service) override {
        rows.push_back(service);
        return {};
    }
    base::Result<std::optional<ports::ElectronicService>> of_request(
        const identity::Viewer&, const ports::Idempotency& request) override {
        for (const auto& row : rows)
            if (row.request.key == request.key) {
                if (row.request.digest != request.digest)
                    return base::fail("key_reused", "幂等键已用于另一个请求");
                return std::optional(row);
            }
        return std::optional<ports::ElectronicService>();
    }
    base::Result<bool> is_sealed(const identity::Viewer&, std::string_view) override { return sealed; }
    base::Result<void> settle(const identity::Viewer&, const ports::ElectronicService& service) override {
        for (auto& row : rows) {
            if (row.id == service.id && row.state == "sending") row = service;
        }
        for (auto& row : rows)
            for (const auto& later : rows)
                if (later.document == service.document && later.state == "sent" &&
                    row.document == later.document && &row < &later &&
                    (row.state == "sending" || row.state == "sent"))
                    row.state = "void";
        return {};
    }
    base::Result<std::vector<ports::ElectronicService>> of_document(const identity::Viewer&,
                                                                    std::string_view document) override {
        std::vector<ports::ElectronicService> found;
        for (const auto& row : rows)
            if (row.document == document) found.insert(found.begin(), row);
        return found;
    }
    base::Result<std::vector<ports::ElectronicService>> unopened(const identity::Viewer& viewer,
                                                                 base::Date until) override {
        std::vector<ports::ElectronicService> found;
        for (const auto& row : rows)
            if (row.state == "sent" && !row.opened_at && row.remind_on <= until &&
                row.sent_by == viewer.person)
                found.push_back(row);
        return found;
    }
    base::Result<std::optional<ports::ElectronicService>> by_link(std::string_view link) override {
        const auto* row = of(link);
        return row == nullptr ? std::optional<ports::ElectronicService>() : std::optional(*row);
    }
    base::Result<bool> is_struck(std::string_view) override { return struck; }
    base::Result<std::optional<bool>> try_code(std::string_view link, std::string_view code,
                                               const ports::Opening& opening, int wrong_max) override {
        auto* row = of(link);
        if (row == nullptr || row->code_sm3.empty() || row->code_until <= opening.at ||
            row->wrong >= wrong_max)
            return std::optional<bool>();
        if (row->code_sm3 != code) {
            ++row->wrong;
            return std::optional(false);
        }
        row->code_sm3.clear();
        reading_ = opening;
        if (!row->opened_at) {
            row->opened_at = opening.at;
            row->device = opening.device;
            row->address = opening.address;
        }
        return std::optional(true);
    }
    base::Result<bool> replace_code(std::string_view link, std::string_view code, base::Instant until,
                                    int codes_max) override {
        auto* row = of(link);
        if (row == nullptr || row->codes >= codes_max) return false;
        row->code_sm3 = code;
        row->code_until = until;
        ++row->codes;
        return true;
    }
    base::Result<bool> may_read(std::string_view, std::string_view key, base::Instant at) override {
        return reading_.reading_sm3 == key && at < reading_.reading_until;
    }
    base::Result<void> file_receipt(std::string_view link, const ports::Evidence& evidence) override {
        auto* row = of(link);
        if (row == nullptr || !row->receipt.empty()) return {};
        evidence_.rows[evidence.id] = evidence;
        row->receipt = evidence.id;
        return {};
    }

  private:
    ports::ElectronicService* of(std::string_view link) {
        const auto found = std::ranges::find(rows, link, &ports::ElectronicService::link_sm3);
        return found == rows.end() ? nullptr : &*found;
    }
    MemoryEvidence& evidence_;
    ports::Opening reading_ = {};
};

}  // namespace testing_office
