#compdef verbatim
# Completes verbatim in zsh: source <(verbatim completion zsh)
_verbatim() {
	local line
	local -a candidates
	while IFS= read -r line; do
		candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
	done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
	if (( ${#candidates} )); then
		_describe verbatim candidates
	else
		_files
	fi
}
compdef _verbatim verbatim
