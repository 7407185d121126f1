#include "http/problem.hpp"

#include <algorithm>
#include <array>

#include "json/json.hpp"

namespace http {

namespace {

struct Titled {
    std::string_view code, title;
};

// Codes of which the status alone would say something else.
constexpr std::array titles = {
    Titled{"wrong_credentials",        "登录没有成功"      },
    Titled{"wrong_password",           "原密码不正确"      },
    Titled{"password_change_required", "须先修改密码"      },
    Titled{"upload_incomplete",        "文件没有收齐"      },
    Titled{"upload_complete",          "文件已经上传完毕"  },
    Titled{"proposal_settled",         "事项已经处理"      },
    Titled{"key_reused",               "请求标识重复使用"  },
    Titled{"repeated",                 "重复的请求"        },
    Titled{"in_progress",              "相同请求正在处理"  },
    Titled{"storage_full",             "存储空间不足"      },
    Titled{"bad_input",                "填写的内容有误"    },
    Titled{"volume_not_sound",         "电子案卷核验未通过"},
    Titled{"unknown_media_type",       "不接收这类文件"    },
    Titled{"name_is_not_content",      "文件内容与名称不符"},
};

std::string_view title_of_status(int status) {
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
        case 410:
            return "已经失效";
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

std::string_view title(std::string_view code, int status) {
    const auto* const found = std::ranges::find(titles, code, &Titled::code);
    return found == titles.end() ? title_of_status(status) : found->title;
}

}  // namespace

Response problem(int status, const base::Error& error, const base::Object& more) {
    base::Object body{
        {"type", "urn:zhiheng:problem:" + error.code},
        {"title", title(error.code, status)},
        {"status", status},
        {"detail", error.message},
        {"code", error.code}
    };
    if (!error.basis.empty()) body.set("basis", error.basis);
    if (!error.field.empty()) body.set("field", error.field);
    for (const auto& [name, value] : more) body.set(name, value);
    return bytes(status, "application/problem+json", json::write(std::move(body)));
}

}  // namespace http
