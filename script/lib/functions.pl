# Reads a module as text with names (`wasm-opt -g -S`) and writes it smaller.
#   functions.pl sorted <in >out   functions that begin alike stand side by side, which brotli makes use of
use strict;
use warnings;

binmode STDIN, ':raw';
binmode STDOUT, ':raw';
my $text = do { local $/; <STDIN> };
my @functions;
$text =~ s/^ \(func \$.*?^ \)\n/push @functions, $&; ''/gmse;
$text =~ s/^\)\s*\z//m or die "the module does not end with its functions\n";
die "functions.pl is told sorted\n" if ($ARGV[0] // '') ne 'sorted';
my %key = map { $_ => key($_) } @functions;
@functions = sort { $key{$a} cmp $key{$b} } @functions;
print $text, @functions, ")\n";

# What a function does without the names in it; then those names, without the hashes that another folder would change.
sub key {
    my ($function) = @_;
    my ($does, $named) = ($function, $function);
    $does =~ s/\$(?:"[^"]*"|[^\s()]+)/\$/g;
    $named =~ s/::h[0-9a-f]{16}|\[[0-9a-f]{8,16}\]//g;
    return "$does\0$named";
}
