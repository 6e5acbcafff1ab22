//! What tells one text file from another; the build script stamps the files in the same way.

/// A number that is the same for the same text, and hardly ever for two texts (FNV-1a, 64 bits).
pub fn stamp(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
