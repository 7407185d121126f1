# Sourced by ./run and ./test: what has to be on the machine before anything is built.

# One compiler cache serves every checkout of the project: paths are hashed relative to it.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*"; }
give_up() { printf '%s\n' "$*" >&2; exit 1; }

# The packages of the named sections of tools/packages.txt.
packages_of() {
    local wanted=" $* "
    awk -v wanted="$wanted" '/^\[/ { gsub(/[][]/, ""); here = index(wanted, " " $0 " ") > 0; next }
                             here && NF && !/^#/ { print $1 }' tools/packages.txt
}

missing_packages() {
    local package
    local -A present=()
    while read -r package; do present[${package%%:*}]=1; done < <(
        dpkg-query -W -f='${db:Status-Status} ${binary:Package}\n' | sed -n 's/^installed //p')
    for package in $(packages_of "$@"); do
        [[ ${present[$package]:-} ]] || printf '%s ' "$package"
    done
}

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

install_packages() {
    local sections=("$@") missing
    if [[ $(node_major) -eq 0 ]] || ! command -v npm >/dev/null; then sections+=(node); fi
    missing=$(missing_packages "${sections[@]}")
    [[ -z $missing ]] && return
    command -v apt-get >/dev/null || give_up "无法继续：本脚本只能在 Debian 12 上安装软件包（没有 apt-get）。"
    [[ $EUID -eq 0 ]] || command -v sudo >/dev/null ||
        give_up "无法继续：需要 root 或 sudo 权限来安装软件包：$missing"
    say "安装软件包：$missing"
    # Ours is a private cluster under the data folder: the package must not start one of its own.
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' |
        as_root tee /etc/postgresql-common/createcluster.d/zhiheng.conf >/dev/null
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing ||
        give_up "无法继续：软件包没有装上，请检查网络和软件源后再试。"
}

node_major() {
    local version
    version=$(node --version 2>/dev/null) || { echo 0; return; }
    version=${version#v}
    echo "${version%%.*}"
}

# Debian 12 has Node.js 18; the web build needs 20. An older one fetches a newer one by lock file.
# The two builds of Node.js are optional packages, so npm says nothing when neither could be fetched.
node_of_npm() { compgen -G 'tools/node/node_modules/node-linux-*/bin'; }

prepare_node() {
    [[ $(node_major) -ge 20 ]] && return
    if [[ ! $(node_of_npm) ]]; then
        say "安装 Node.js 22（系统自带的版本低于 20）"
        rm -rf tools/node/node_modules
        npm ci --prefix tools/node --no-audit --no-fund --loglevel=error ||
            give_up "无法继续：Node.js 没有装上，请检查网络后再试。"
        [[ $(node_of_npm) ]] ||
            give_up "无法继续：Node.js 没有下载下来，请检查网络、代理和本机信任的证书（npm ping）后再试。"
    fi
    PATH=$PWD/$(node_of_npm | head -1):$PATH
    [[ $(node_major) -ge 20 ]] || give_up "无法继续：没有适合本机的 Node.js（需要 20 以上）。"
}

# What a folder holds, by name, size and time: changes when anything in it does.
fingerprint() {
    find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort |
        sha256sum | cut -c1-64
}

# done_before NAME FINGERPRINT: true when step NAME was finished on the same input.
done_before() { [[ -f build/stamps/$1 && $(<"build/stamps/$1") == "$2" ]]; }
mark_done() { mkdir -p build/stamps && printf '%s\n' "$2" >"build/stamps/$1"; }

# As many jobs as there are cores, but no more than the memory feeds at 1.5 GB each.
build_jobs() {
    local cores by_memory
    cores=$(nproc)
    by_memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
    ((by_memory < 1)) && by_memory=1
    echo $((cores < by_memory ? cores : by_memory))
}

# 仿宋 for the papers; without it they are set in Noto Serif CJK, and the script says so.
prepare_fonts() { tools/fonts.sh build/fonts || true; }

web_dependencies() {
    local lock
    lock=$(sha256sum web/package-lock.json | cut -c1-64)
    [[ -d web/node_modules ]] && done_before web-dependencies "$lock" && return
    say "安装网页依赖（按 web/package-lock.json）"
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix web --no-audit --no-fund --loglevel=error ||
        give_up "无法继续：网页依赖没有装上，请检查网络后再试。"
    mark_done web-dependencies "$lock"
}

# Into web/dist, with a packed copy beside every text the browser loads.
build_web() {
    local state
    state=$(fingerprint web api)
    [[ -f web/dist/index.html ]] && done_before web "$state" && return
    web_dependencies
    say "构建网页"
    (cd web && node node_modules/vite/bin/vite.js build --logLevel warn) ||
        give_up "无法继续：网页构建失败，原因见上。"
    find web/dist -type f \( -name '*.js' -o -name '*.css' -o -name '*.html' -o -name '*.svg' \) -size +1k \
        -exec gzip -9 -k -f -n {} +
    mark_done web "$state"
}

# build_program PRESET [FILE]: configures and builds one preset; FILE is what must lie in its folder afterwards.
build_program() {
    local state
    state=$(fingerprint src cmake catalogue db api tests CMakeLists.txt CMakePresets.json)
    [[ -e build/$1/${2:-build.ninja} ]] && done_before "program-$1" "$state" && return
    say "构建程序（$1）"
    mkdir -p build
    cmake --preset "$1" >"build/configure-$1.log" 2>&1 ||
        { cat "build/configure-$1.log" >&2; give_up "无法继续：构建配置失败，原因见上。"; }
    cmake --build "build/$1" -- -j "$(build_jobs)" || give_up "无法继续：构建失败，原因见上。"
    mark_done "program-$1" "$state"
}
