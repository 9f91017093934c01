# Sourced by the scripts here: where things are, and how to speak.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/jibiao
TOOLCHAIN=${JIBIAO_TOOLCHAIN:-$CACHE/toolchain-$(cat "$ROOT/cmake/toolchain-recipe")}
EMCC_MIN=3.1.69

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then BOLD=$'\e[1m' RED=$'\e[31m' PLAIN=$'\e[0m'; else BOLD='' RED='' PLAIN=''; fi
say() { printf '%s%s%s\n' "$BOLD" "$*" "$PLAIN"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
    printf '%s%s: %s%s\n' "$RED" "${0##*/}" "$*" "$PLAIN" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# own_emscripten: prints the folder of a recent enough Emscripten of the person's own, if there is one.
# cmake/wasm-toolchain.cmake searches the same places in the same order.
own_emscripten() {
    local dir version path
    path=$(command -v emcc || true)
    for dir in "${EMSCRIPTEN_ROOT:-}" "${EMSDK:+$EMSDK/upstream/emscripten}" \
        "${path:+$(dirname "$(readlink -f "$path")")}" /usr/share/emscripten; do
        [ -n "$dir" ] && [ -f "$dir/cmake/Modules/Platform/Emscripten.cmake" ] || continue
        version=$(tr -d '"\n' <"$dir/emscripten-version.txt") || continue
        version=${version%-git}
        if [ "$(printf '%s\n' "$EMCC_MIN" "$version" | sort -V | head -n 1)" = "$EMCC_MIN" ]; then
            printf '%s\n' "$dir"
            return
        fi
    done
}
