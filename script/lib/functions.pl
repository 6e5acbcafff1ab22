# Reads a module as text with names (`wasm-opt -g -S`) and writes it smaller.
#   functions.pl silent <in >out   panics stop the program without a word
#   functions.pl sorted <in >out   functions that are alike stand side by side, which brotli makes use of
use strict;
use warnings;

# What is called when a program written in Rust stops, and what makes its message. Each ends in a trap by itself too, with
# the browser's message in the console. Nothing else calls them: the page writes nothing by `{:?}`.
my $PANICS = qr/
      core::(?:panicking::(?!panic_count)|option::(?:unwrap|expect)_failed|result::unwrap_failed|cell::panic_already)
    | core::(?:str::slice_error_fail|slice::index::slice_\w*fail|slice::copy_from_slice_impl::len_mismatch_fail)
    | alloc::(?:raw_vec::(?:handle_error|capacity_overflow)|alloc::handle_alloc_error)
    | alloc::vec::Vec<.*>::\w+::assert_failed
    | hashbrown::raw::Fallibility>?::capacity_overflow
    | std::panicking::(?:panic_handler::|panic_with_hook|begin_panic)
    | console_error_panic_hook::(?:hook|Error)
    | .*\ as\ core::fmt::Debug>::fmt
/x;

my $STRING = qr/"(?:[^"\\]|\\.)*"/;
my $NAME = qr/\$$STRING|\$[^\s()"]+/;

binmode STDIN, ':raw';
binmode STDOUT, ':raw';
my $text = do { local $/; <STDIN> };
my @functions;
$text =~ s/^ \(func \$.*?^ \)\n/push @functions, $&; ''/gmse;
$text =~ s/^\)\s*\z//m or die "the module does not end with its functions\n";
my $task = $ARGV[0] // '';
if ($task eq 'silent') {
    my %silent = map { $_ => 1 } grep { defined } map { silent($_) } @functions;
    $_ = silenced($_, \%silent) for @functions;
    forget_places();
} elsif ($task eq 'sorted') {
    my %key = map { $_ => key($_) } @functions;
    @functions = side_by_side(sort { $key{$a} cmp $key{$b} } @functions);
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

# A row of functions in which each is followed by the one, of those left, that has most pairs of lines in common with it.
sub side_by_side {
    my @left = @_;
    my @pairs = map { pairs($_) } @left;
    my %having;
    for my $i (0 .. $#left) { push @{$having{$_}}, $i for keys %{$pairs[$i]} }
    # What many have tells none of them apart.
    my @telling = map { [grep { @{$having{$_}} < 200 } keys %$_] } @pairs;
    my ($here, @row) = 0;
    while (defined $here) {
        push @row, $left[$here];
        $left[$here] = undef;
        my %common;
        for my $pair (@{$telling[$here]}) { defined $left[$_] && $common{$_}++ for @{$having{$pair}} }
        my $last = $here;
        my ($most, $next) = 0;
        for my $other (sort { $a <=> $b } keys %common) {
            my $share = $common{$other} / (keys(%{$pairs[$other]}) + keys(%{$pairs[$last]}) - $common{$other});
            ($most, $next) = ($share, $other) if $share > $most;
        }
        ($here) = defined $next ? $next : grep { defined $left[$_] } 0 .. $#left;
    }
    return @row;
}

# Each two lines of a function that follow each other. Hashes in names may stay: here lines are only the same or not.
sub pairs {
    my @lines = map { s/^\s+//r } grep { /[^\s)]/ } split /\n/, $_[0];
    shift @lines;
    return {map { ("$lines[$_]\n" . ($lines[$_ + 1] // '') => 1) } 0 .. $#lines};
}

# The name of a function that is to be silent.
sub silent {
    my ($head, $name) = $_[0] =~ /^( \(func ($NAME).*)\n/ or die "a function without a name\n";
    my $known = $name =~ s/^\$|\[\w+\]//gr; # which of several crates of a name
    # What comes from elsewhere, or could be called from there, stays.
    return $head !~ /\((?:import|export) / && $known =~ /^"?<?(?:$PANICS)/ ? $name : undef;
}

sub silenced {
    my ($function, $silent) = @_;
    my ($head, $name) = $function =~ /^( \(func ($NAME).*)\n/;
    return $silent->{$name} ? "$head\n  (unreachable)\n )\n" : $function;
}

# Where in the source it would have stopped: the places (name and its length, line, column) and the files' names.
sub forget_places {
    my %data = %{data()};
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
    put_data(\%data);
}

# What lies in memory when the program begins: bytes by their address.
sub data {
    my %data;
    while ($text =~ /\(data \S+ \(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)/g) { $data{$1} = bytes($2) }
    return \%data;
}

sub put_data {
    my ($data) = @_;
    $text =~ s/(\(data \S+ \(i32\.const (\d+)\) ")(?:[^"\\]|\\.)*"/$1 . written($data->{$2}) . '"'/ge;
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
