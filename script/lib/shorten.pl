# A module and its script know each other's functions by long names, most of which end in 16 digits: no compression
# shortens those. Here both get names of two letters, and so does what the script has for itself. What other scripts call
# keeps its name.
#   perl script/lib/shorten.pl page.js page_bg.wasm
use strict;
use warnings;

my ($script_file, $module_file) = @ARGV;
my ($script, $module) = (content($script_file), content($module_file));
my $at = 8; # after the module's own eight bytes
my %short;
my @names = map { my $first = $_; map { "$first$_" } 'a' .. 'z', 'A' .. 'Z' } 'A' .. 'Z';

my $written = substr $module, 0, $at;
while ($at < length $module) {
    my $section = ord take(1);
    my $end = number();
    $end += $at;
    my $inside = $section == 2 ? imports() : $section == 7 ? exports() : take($end - $at);
    die "$module_file: section $section does not end where it says\n" if $at != $end;
    $written .= chr($section) . counted($inside);
}
drop_unused();
my $known = join '|', map { quotemeta } sort { length $b <=> length $a } keys %short;
$script =~ s/(?<![\w\$])($known)(?![\w\$])/$short{$1}/g;
shorten_own();
put($script_file, $script);
put($module_file, $written);

# What the script has for a module that no longer calls it, and what only that called.
sub drop_unused {
    $script =~ s/^ {8}(\w+): function.*?^ {8}\}[^\n]*\n/$short{$1} ? $& : ''/gems;
    my $before = '';
    while ($before ne $script) {
        $before = $script;
        for my $name ($script =~ /^function (\w+)/gm) {
            next unless $script =~ /^function $name\(.*?^\}\n+/ms;
            my $others = $` . $';
            $script = $others unless $others =~ /\b$name\b/;
        }
    }
}

# What the script has for itself at its left margin, and the arguments of its functions. Neither is a member of anything, nor
# part of a name of a file or of a kind of file.
sub shorten_own {
    my %kept = map { $_ => 1 } grep { defined } values %short, $script =~ /^export (?:async )?function (\w+)|^export \{ (\w+)/gm;
    my @declared = map { split /, / } $script =~ /^(?:async )?(?:function|const|let) (\w+(?:, \w+)*)/gm;
    my %own = map { $_ => short($_) } grep { !$kept{$_} } @declared;
    my $own = join '|', sort { length $b <=> length $a } keys %own;
    $script =~ s{(?<![\w\$./'"`])($own)(?![\w\$:])}{$own{$1}}g;
    $script =~ s/\barg(\d)\b/\$$1/g;
}

# What the module calls of its script, and the name of the script's functions as a whole.
sub imports {
    my $count = number();
    my $inside = leb($count);
    for (1 .. $count) {
        my ($from, $name, $kind) = (text(), text(), take(1));
        die "$module_file: $name is no function\n" if ord $kind;
        $script =~ s/"\Q$from\E": /"_": /;
        $inside .= counted('_') . counted(short($name)) . $kind . leb(number());
    }
    return $inside;
}

# What the script calls of its module.
sub exports {
    my $count = number();
    my $inside = leb($count);
    for (1 .. $count) {
        my $name = text();
        $inside .= counted($name =~ /^__|^wasm_bindgen__/ ? short($name) : $name) . take(1) . leb(number());
    }
    return $inside;
}

# The next name that the script does not have yet.
sub short {
    my ($name) = @_;
    return $short{$name} //= do {
        shift @names while @names && $script =~ /(?<![\w\$])$names[0](?![\w\$])/;
        shift @names // die "$module_file: more names than there are of two letters\n";
    };
}

sub take {
    my ($count) = @_;
    die "$module_file: ends too early\n" if $at + $count > length $module;
    $at += $count;
    return substr $module, $at - $count, $count;
}

sub text { return take(number()) }

# WebAssembly writes numbers in bytes of seven bits, the lowest first (LEB128).
sub number {
    my ($value, $shift) = (0, 0);
    while (1) {
        my $byte = ord take(1);
        $value |= ($byte & 127) << $shift;
        return $value if $byte < 128;
        $shift += 7;
    }
}

sub leb {
    my ($value) = @_;
    my $bytes = '';
    for (; $value > 127; $value >>= 7) { $bytes .= chr($value & 127 | 128) }
    return $bytes . chr $value;
}

sub counted { return leb(length $_[0]) . $_[0] }

sub content {
    my ($name) = @_;
    open my $file, '<:raw', $name or die "$name: $!\n";
    local $/;
    return <$file>;
}

sub put {
    my ($name, $content) = @_;
    open my $file, '>:raw', $name or die "$name: $!\n";
    print $file $content;
    close $file or die "$name: $!\n";
}
