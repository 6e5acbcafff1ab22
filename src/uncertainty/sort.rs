//! Sorting in few instructions: the standard library's sorts, quick as they are, would weigh several kilobytes in the
//! page for each kind of value.

/// Sorts into rising order (D. L. Shell 1959, with gaps that shrink to 4/9). Values that cannot be compared end up
/// anywhere.
pub fn sort<T: Copy + PartialOrd>(values: &mut [T]) {
    if values.windows(2).all(|pair| pair[0] <= pair[1]) {
        return;
    }
    let mut gap = values.len();
    while gap > 1 {
        gap = (gap * 4 / 9).max(1);
        for i in gap..values.len() {
            let value = values[i];
            let mut place = i;
            while place >= gap && value < values[place - gap] {
                values[place] = values[place - gap];
                place -= gap;
            }
            values[place] = value;
        }
    }
}
