#!/bin/sh
# Starts the executable of a multi-binary archive that Lambda's Handler, or a route in bootstrap.map, names.
# Builtins only: the smallest Lambda images have a shell and little else. docs/shim.md has the behaviour as a table.
# Each variable begins with an underscore: nobody can give a Lambda function one, so none of the target's is changed.

# _shown=$1 on one line: whatever could forge a log line or colour a terminal as \xNN, at most 200 bytes of it
_show() {
    LC_ALL=C _rest=$1 _shown='' _bytes=0
    while [ -n "$_rest" ]; do
        [ $((_bytes += 1)) -le 200 ] || { _shown=$_shown... && return; }
        _tail=${_rest#?} && _byte=${_rest%"$_tail"} && _rest=$_tail
        case $_byte in
            [\ -~]) _shown=$_shown$_byte ;;
            *) _shown=$_shown$(printf '\\x%02x' $(($(printf %d "'$_byte") & 255))) ;;
        esac
    done
}

# _refuse <exit code> <cause> [<name that ends the cause>]
_refuse() {
    _show "$_asked" && _line="lambda-bootstrap: cannot start $_kind '$_shown'"
    [ -z "$_target" ] || { _show "$_target" && _line="$_line by route '$_shown'"; }
    _show "${3-}" && printf '%s\n' "$_line: $2$_shown; $_fix" >&2
    exit "$1"
}

_refuse_map() {
    _kind=from _asked=bootstrap.map _target='' _fix='package the bundle again'
    _refuse 127 "$@"
}

_read_map() {
    _length=0 _number=0
    while IFS= read -r _line && _length=$((_length + 1)) || [ -n "$_line" ]; do
        [ $((_length += ${#_line})) -le 65536 ] || _refuse_map 'it is longer than 65536 bytes'
        case $((_number += 1)):$_line in
            '1:lambda-bootstrap-map 1') ;;
            1:*) _refuse_map "its first line is not 'lambda-bootstrap-map 1' but " "$_line" ;;
            *:wrapper) _wrapper=${AWS_LAMBDA_EXEC_WRAPPER-} ;;
            *:'route '*' '*) _line=${_line#route } && _read_route "${_line%% *}" "${_line#* }" ;;
            *) _refuse_map "it has a line other than 'wrapper' and 'route MATCH TARGET': " "$_line" ;;
        esac
    done
}

# _read_route <match> <target>: the unquoted match is the pattern
_read_route() {
    _routes=1
    [ -z "$_target" ] || return 0
    case ${AWS_LAMBDA_FUNCTION_NAME-} in
        $1) _target=$2 ;;
    esac
}

# _path=root and $1 as one normalised path
_resolve() {
    case $1 in
        '') _refuse 127 'it is empty or not set' ;;
        /*) _refuse 127 'it is an absolute path' ;;
    esac
    [ $((${#_root} + 1 + ${#1})) -le 4095 ] || _refuse 127 'its path is longer than 4095 bytes'
    _rest=$1/ _path=''
    while [ -n "$_rest" ]; do
        _segment=${_rest%%/*} && _rest=${_rest#*/}
        case $_segment in
            '' | .) ;;
            ..) [ -n "$_path" ] || _refuse 127 'it leads out of ' "$_root" && _path=${_path%/*} ;;
            *) _path=$_path/$_segment ;;
        esac
    done
    _path=$_root$_path
}

# _check <path> <self>
_check() {
    [ -e "$1" ] || _refuse 127 'there is no such file in ' "$_root"
    [ ! -d "$1" ] || _refuse 126 'it is a directory'
    [ ! "$1" -ef "$2" ] || _refuse 126 'it is this bootstrap, which would start itself forever'
    [ -x "$1" ] || { _fix='zip it with mode 0755' && _refuse 126 'it is not executable'; }
}

_kind=Handler _asked=${_HANDLER-} _target='' _routes='' _wrapper=''
_fix='set Handler to the path of an executable in the archive, such as bin/orders'
case ${LAMBDA_TASK_ROOT-} in
    /*) _root=$LAMBDA_TASK_ROOT ;;
    *) _root=$(pwd -P) && [ -n "$_root" ] || _refuse 127 'LAMBDA_TASK_ROOT is not set' ;;
esac
while [ "$_root" != "${_root%/}" ]; do _root=${_root%/}; done

_map=$_root/bootstrap.map
if [ -e "$_map" ]; then
    [ -f "$_map" ] && [ -r "$_map" ] || _refuse_map 'it cannot be read'
    _read_map <"$_map"
fi
_name=$_asked
if [ -n "$_routes" ]; then
    _kind='function' _asked=${AWS_LAMBDA_FUNCTION_NAME-} _name=$_target
    _fix="set its route in the bundle's <routes>"
    [ -n "$_name" ] || _refuse 127 'no route in bootstrap.map matches it'
fi
_resolve "$_name"
_check "$_path" "$0"

if [ -n "$_wrapper" ]; then
    _kind=wrapper _asked=$_wrapper _target='' _root=/
    _fix='set AWS_LAMBDA_EXEC_WRAPPER to the absolute path of an executable, such as /opt/wrapper'
    case $_wrapper in
        /*) _check "$_wrapper" "$0" ;;
        *) _refuse 127 'it is not an absolute path' ;;
    esac
    set -- "$_path" "$@"
    _path=$_wrapper
fi
exec "$_path" "$@"
