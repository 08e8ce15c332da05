# Completes verbatim in fish: verbatim completion fish | source
function __verbatim_candidates
	set -l words (commandline -opc)
	set -l candidates ($words[1] complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
	if test (count $candidates) -gt 0
		printf '%s\n' $candidates
	else
		__fish_complete_path (commandline -ct)
	end
end
complete -c verbatim -f -a '(__verbatim_candidates)'
