# Sourced by ./run: who can sign in to the demonstration bureau, from the same files the server reads.

print_accounts() {
    local password
    password=$(sed -n 's/^password: *//p' catalogue/demo/organisation.yaml)
    say "账号（密码都是 $password）："
    sed -nE "s/^- \{id: [^,]+, name: ([^,]+), account: ([a-z]+), posts: \[\{node: ([^,]+), roles: \[([^]]+)\].*/\2 \1 \3 \4/p" \
        catalogue/demo/organisation.yaml |
        while read -r account name node roles; do
            node=$(sed -nE "s/^- \{id: $node,.* name: ([^,}]+).*/\1/p; /^- id: $node\$/,/^- /s/^  name: (.*)/\1/p" \
                catalogue/demo/organisation.yaml | head -1)
            printf '  %-10s %s %s（%s）\n' "$account" "$name" "$(seats "$roles")" "$node"
        done
}

# HANDLER, SERVER → 办案人员、送达人: the names the desk shows.
seats() {
    local role title titles=
    for role in ${1//,/ }; do
        title=$(sed -n "/^roles:/,/^[a-z]*:$/s/^  $role: //p" catalogue/procedure/states.yaml)
        titles+="${titles:+、}${title:-名称未定的岗位}"
    done
    printf '%s' "$titles"
}
