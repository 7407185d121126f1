#include <array>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/bench.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "commands/signing.hpp"
#include "synth/synth.hpp"

namespace {

constexpr std::string_view help = R"(执衡：市场监管行政执法办案
用法：zhiheng 命令 [选项]；zhiheng 命令 --help 显示该命令的用法
  serve       启动服务
  decide      裁量：请求 → 结论
  replay      程序：情景 → 每个行为的结论、状态、期限、文书
  procedure   程序的行为、期限、拒绝和状态图，写成一页
  render      用数据填写一份文书
  proofread   校对文书：.txt、.docx、带文字的 .pdf
  verify      核验行为链、附件、签名和列表
  volume      导出电子案卷，列出缺少的文书
  certificate 根证书、电子印章和执法人员的签名证书
  signer      试验用的签名服务
  catalogue   检查法律数据，导入法律文本
  migrate     升级数据库
  user        账号和密码
  digest      写好今天的每日摘要
  self-check  自检在办案件
  rebuild     由行为重写列表
  bench       一项测量，写出 JSON
  synth       为测量生成模拟案件
)";

struct Command {
    std::string_view name;
    int (*run)(std::span<const std::string>);
};

constexpr std::array all_commands = {
    Command{"serve",       commands::serve             },
    Command{"decide",      commands::decide            },
    Command{"replay",      commands::replay            },
    Command{"procedure",   commands::procedure_page    },
    Command{"render",      commands::render            },
    Command{"proofread",   commands::proofread         },
    Command{"verify",      commands::verify            },
    Command{"volume",      commands::volume            },
    Command{"certificate", commands::certificate       },
    Command{"signer",      commands::signer            },
    Command{"catalogue",   commands::catalogue         },
    Command{"migrate",     commands::migrate           },
    Command{"user",        commands::user              },
    Command{"digest",      commands::digest            },
    Command{"self-check",  commands::self_check_command},
    Command{"rebuild",     commands::rebuild_command   },
    Command{"bench",       bench::run                  },
    Command{"synth",       synth::run                  },
};

int run(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        commands::say(help);
        return commands::bad_input;
    }
    if (arguments.front() == "--help" || arguments.front() == "-h") return commands::say(help);
    for (const Command& command : all_commands)
        if (command.name == arguments.front()) return command.run(std::span(arguments).subspan(1));
    return commands::complain(
        {"unknown_command", "没有“" + arguments.front() + "”这个命令；zhiheng --help 显示全部命令"});
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(std::vector<std::string>(words + 1, words + count));
    } catch (const std::exception& failure) {
        std::cerr << "zhiheng：系统内部错误：" << failure.what() << "\n";
        return 70;
    }
}
