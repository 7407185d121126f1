#pragma once
#include "base/value.hpp"
#include "heads/exchange.hpp"
#include "http/client.hpp"

namespace desk {

// Heads and receipts as two installations speak of them.
base::Value head_value(const ports::DayHead& head);
base::Value letter_value(const heads::Letter& letter);
base::Value receipt_value(const ports::HeadReceipt& receipt);
base::Result<heads::Letter> letter_from(const base::Value& body);
base::Result<ports::HeadReceipt> receipt_from(const base::Value& body);

// Over HTTP to the superior installation at host:port.
base::Result<heads::Transport> transport_to(std::string_view host_and_port);

}  // namespace desk
