#include "http/problem.hpp"

#include "json/json.hpp"

namespace http {

namespace {

std::string_view title(int status) {
    switch (status) {
        case 400:
            return "请求有误";
        case 401:
            return "尚未登录";
        case 403:
            return "不允许";
        case 404:
            return "没有找到";
        case 405:
            return "不支持这种操作";
        case 408:
            return "请求超时";
        case 409:
            return "内容已被他人更新";
        case 412:
            return "版本不符";
        case 413:
            return "内容过大";
        case 415:
            return "内容类型不符";
        case 416:
            return "范围超出文件";
        case 422:
            return "依法不能进行";
        case 428:
            return "缺少版本";
        case 429:
            return "操作过于频繁";
        case 431:
            return "请求头过大";
        case 500:
            return "系统内部错误";
        case 503:
            return "系统繁忙";
        default:
            return status < 500 ? "请求未被接受" : "系统错误";
    }
}

}  // namespace

Response problem(int status, const base::Error& error, const base::Object& more) {
    base::Object body{
        {"type",   "urn:zhiheng:problem:" + error.code},
        {"title",  title(status)                      },
        {"status", status                             },
        {"detail", error.message                      },
        {"code",   error.code                         }
    };
    if (!error.basis.empty()) body.set("basis", error.basis);
    if (!error.field.empty()) body.set("field", error.field);
    for (const auto& [name, value] : more) body.set(name, value);
    return bytes(status, "application/problem+json", json::write(std::move(body)));
}

}  // namespace http
