# Reads a module as text with names (`wasm-opt -g -S`) and writes it smaller.
#   functions.pl silent <in >out   panics stop the program without a word
#   functions.pl sorted <in >out   functions that begin alike stand side by side, which brotli makes use of
use strict;
use warnings;

# What is called when a program written in Rust stops, and what makes its message. Each ends in a trap by itself too, with
# the browser's message in the console. Nothing else calls them.
my $PANICS = qr/
      core::(?:panicking::(?!panic_count)|option::(?:unwrap|expect)_failed|result::unwrap_failed|cell::panic_already)
    | core::(?:str::slice_error_fail|slice::index::slice_\w*fail|slice::copy_from_slice_impl::len_mismatch_fail)
    | alloc::(?:raw_vec::(?:handle_error|capacity_overflow)|alloc::handle_alloc_error)
    | alloc::vec::Vec<.*>::\w+::assert_failed
    | hashbrown::raw::Fallibility>?::capacity_overflow
    | std::panicking::(?:panic_handler::|panic_with_hook|begin_panic)
    | console_error_panic_hook::(?:hook|Error)
/x;

binmode STDIN, ':raw';
binmode STDOUT, ':raw';
my $text = do { local $/; <STDIN> };
my @functions;
$text =~ s/^ \(func \$.*?^ \)\n/push @functions, $&; ''/gmse;
$text =~ s/^\)\s*\z//m or die "the module does not end with its functions\n";
my $task = $ARGV[0] // '';
if ($task eq 'silent') {
    silence($_) for @functions;
    forget_places();
} elsif ($task eq 'sorted') {
    my %key = map { $_ => key($_) } @functions;
    @functions = sort { $key{$a} cmp $key{$b} } @functions;
} else {
    die "functions.pl is told silent or sorted\n";
}
print $text, @functions, ")\n";

# What a function does without the names in it; then those names, without the hashes that another folder would change.
sub key {
    my ($function) = @_;
    my ($does, $named) = ($function, $function);
    $does =~ s/\$(?:"[^"]*"|[^\s()]+)/\$/g;
    $named =~ s/::h[0-9a-f]{16}|\[[0-9a-f]{8,16}\]//g;
    return "$does\0$named";
}

sub silence {
    my ($head, $name) = $_[0] =~ /^( \(func \$("[^"]*"|[^\s()]+).*)\n/ or die "a function without a name\n";
    $name =~ s/\[\w+\]//g; # which of several crates of a name
    # What comes from elsewhere, or could be called from there, stays.
    return if $head =~ /\((?:import|export) / || $name !~ /^"?<?(?:$PANICS)/;
    $_[0] = "$head\n  (unreachable)\n )\n";
}

# Where in the source it would have stopped: the places (name and its length, line, column) and the files' names.
sub forget_places {
    my %data;
    while ($text =~ /\(data \S+ \(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)/g) { $data{$1} = bytes($2) }
    my %files;
    for my $at (keys %data) {
        while ($data{$at} =~ m{(?:/rustc/|/rust/deps/|index\.crates\.io|src/)[\w/.-]*?\.rs}g) {
            $files{pack 'VV', $at + $-[0], length $&} = 1;
            substr $data{$at}, $-[0], length $&, "\0" x length $&;
        }
    }
    for my $at (keys %data) {
        for (my $place = -$at & 3; $place + 16 <= length $data{$at}; $place += 4) {
            next unless $files{substr $data{$at}, $place, 8};
            substr $data{$at}, $place, 16, pack 'VVVV', 1, 0, 0, 0; # a text without letters
            $place += 12;
        }
    }
    $text =~ s/(\(data \S+ \(i32\.const (\d+)\) ")(?:[^"\\]|\\.)*"/$1 . written($data{$2}) . '"'/ge;
}

sub bytes {
    my ($written) = @_;
    my %sign = (t => "\t", n => "\n", r => "\r");
    $written =~ s/\\([0-9a-fA-F]{2}|.)/length $1 == 2 ? chr hex $1 : $sign{$1} \/\/ $1/ge;
    return $written;
}

sub written {
    my ($bytes) = @_;
    $bytes =~ s/[^ !#-\[\]-~]/sprintf '\\%02x', ord $&/ge;
    return $bytes;
}
