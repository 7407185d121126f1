#include "messages/smtp.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>

#include "messages/mail_text.hpp"

namespace messages {

namespace {

constexpr long connect_seconds = 5;

struct Body {
    std::string_view rest;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* user) {
    auto& body = *static_cast<Body*>(user);
    const std::size_t bytes = std::min(size * count, body.rest.size());
    std::copy_n(body.rest.data(), bytes, buffer);
    body.rest.remove_prefix(bytes);
    return bytes;
}

// The last line the server said is its receipt: "250 2.0.0 Ok: queued as 4XyZ".
std::size_t note(char* buffer, std::size_t size, std::size_t count, void* user) {
    std::string line(buffer, size * count);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    if (line.starts_with("250")) *static_cast<std::string*>(user) = line.substr(0, 200);
    return size * count;
}

// RFC 5322 3.3; the names of days and months are English whatever the language of the server.
std::string mail_date(base::Instant now) {
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto local = now.point() + std::chrono::minutes(base::Instant::china_offset_minutes);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local - midnight));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0800",
                       days[std::chrono::weekday(midnight).c_encoding()], static_cast<unsigned>(day.day()),
                       months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

base::Error not_sent(CURLcode code) {
    return {"message_not_sent",
            fmt::format("邮件没有发出：{}。请稍后重试，或者改用其他方式送达", curl_easy_strerror(code))};
}

}  // namespace

base::Result<std::string> Smtp::send(const ports::Message& message) {
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::string text = TRY(mail_text(message, server_.sender, mail_date(clock_.now())));
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) return base::fail(not_sent(CURLE_FAILED_INIT));
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, fmt::format("<{}>", message.to).c_str()), curl_slist_free_all);
    Body body{text};
    std::string answer;
    CURL* const h = curl.get();
    // The part behind the last slash is what we greet with.
    curl_easy_setopt(h, CURLOPT_URL, fmt::format("{}/{}", server_.url, domain_of(server_.sender)).c_str());
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(h, CURLOPT_MAIL_FROM, fmt::format("<{}>", server_.sender).c_str());
    curl_easy_setopt(h, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(h, CURLOPT_USE_SSL,
                     static_cast<long>(server_.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!server_.authority.empty()) curl_easy_setopt(h, CURLOPT_CAINFO, server_.authority.c_str());
    if (!server_.user.empty()) {
        curl_easy_setopt(h, CURLOPT_USERNAME, server_.user.c_str());
        curl_easy_setopt(h, CURLOPT_PASSWORD, server_.password.c_str());
    }
    curl_easy_setopt(h, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(h, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(h, CURLOPT_READDATA, &body);
    curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, note);
    curl_easy_setopt(h, CURLOPT_HEADERDATA, &answer);
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(h, CURLOPT_TIMEOUT, static_cast<long>(server_.timeout_seconds));
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    const CURLcode code = curl_easy_perform(h);
    if (code != CURLE_OK) return base::fail(not_sent(code));
    return answer;
}

}  // namespace messages
