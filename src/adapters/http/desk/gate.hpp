#pragma once
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "alarms/watch.hpp"
#include "base/error.hpp"
#include "base/result.hpp"
#include "calendars/calendars.hpp"
#include "electronic_service/service.hpp"
#include "explorer/index.hpp"
#include "heads/exchange.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"
#include "identity/viewer.hpp"
#include "law/register.hpp"
#include "naming/file_names.hpp"
#include "office/office.hpp"
#include "ports/finding_store.hpp"
#include "ports/hand_over_store.hpp"
#include "ports/law_store.hpp"
#include "ports/meeting_store.hpp"
#include "ports/paper_reader.hpp"
#include "ports/proposal_store.hpp"
#include "ports/volume_desk.hpp"
#include "procedure/refusal.hpp"
#include "proofread/knowledge.hpp"
#include "session/sign_in.hpp"

namespace desk {

// What every handler works with.
struct Desk {
    const office::Office& office;
    session::SignIn& sign_in;
    ports::LawStore& laws;
    ports::MeetingStore& meetings;
    const law::Register& known_laws;
    const explorer::Index& explorer;
    const alarms::Watch& watch;
    ports::VolumeDesk& volumes;
    calendars::Calendars& calendars;
    ports::HandOverStore& hand_over;
    ports::FindingStore& findings;
    heads::Exchange& heads;
    const electronic_service::Service& services;
    const naming::FileNames& file_names;
    const proofread::Knowledge& proofreading;
    const ports::PaperReader& papers;
    base::Value violations;  // GET /api/violations, written once
};

inline constexpr std::string_view session_cookie = "zhiheng_session";

using ViewerHandler = std::function<http::Response(const http::Request&, const identity::Viewer&)>;

// Lets only signed-in people through: 401 `not_signed_in`; 403 while a first password has to be changed.
http::Handler signed_in(const Desk&, ViewerHandler);

// Adds the routes of an area, each open to signed-in people only: `add("GET", "/api/cases", list)`.
class SignedRoutes {
  public:
    using Handler = std::function<http::Response(const Desk&, const http::Request&, const identity::Viewer&)>;

    SignedRoutes(http::Router& router, const Desk& desk) : router_(router), desk_(desk) {}

    void operator()(std::string method, std::string pattern, Handler, http::RouteOptions = {}) const;

  private:
    http::Router& router_;
    const Desk& desk_;
};

// The error as a problem with the status its code stands for.
http::Response refuse(const base::Error&);
// 422: the law refuses, with article, further codes and what would cure it.
http::Response refuse_by_law(const procedure::Refusal&);

// The body as a JSON object. Errors: `bad_json`, `wrong_type`.
base::Result<base::Value> object_body(const http::Request&);

// Parameters of the query other than these are refused: `unknown_field`.
base::Result<void> check_queries(const http::Request&, std::initializer_list<std::string_view> allowed);

// Stands for the session of a request where what happened in it is kept; nobody signs in with it.
std::string session_mark(const Desk&, const http::Request&);

// The version of the case its writer saw (If-Match), nothing for `*`: any. Errors: `version_missing`,
// `bad_header`.
base::Result<std::optional<std::int64_t>> version_seen(const http::Request&);
// Errors: `key_missing`, `bad_header`.
base::Result<ports::Idempotency> idempotency_of(const http::Request&, const ports::Hasher&);

}  // namespace desk

// Unwraps a Result inside a handler, or answers with its error.
#define TRY_OR_REFUSE(expression)                                               \
    (__extension__({                                                            \
        auto try_result_ = (expression);                                        \
        if (!try_result_.has_value()) return desk::refuse(try_result_.error()); \
        try_unwrap_(std::move(try_result_));                                    \
    }))
