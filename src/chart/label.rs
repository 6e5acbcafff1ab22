//! Where names go: wrapped, pushed apart, out of the way of lines.

use super::brush::Point;

/// A text box: upper left corner and size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Block {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Block {
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    fn contains(&self, (x, y): Point) -> bool {
        (self.left..=self.right()).contains(&x) && (self.top..=self.bottom()).contains(&y)
    }
}

/// Breaks a text at its spaces (not at non-breaking ones) so that each line is at most `width` wide; a word
/// that is wider by itself ends in an ellipsis.
pub(super) fn wrap<E>(
    text: &str,
    width: f64,
    measure: impl Fn(&str) -> Result<f64, E>,
) -> Result<Vec<String>, E> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if let Some(last) = lines.last_mut() {
            let joined = format!("{last} {word}");
            if measure(&joined)? <= width {
                *last = joined;
                continue;
            }
        }
        lines.push(shortened(word, width, &measure)?);
    }
    Ok(lines)
}

fn shortened<E>(word: &str, width: f64, measure: impl Fn(&str) -> Result<f64, E>) -> Result<String, E> {
    if measure(word)? <= width {
        return Ok(word.into());
    }
    let mut kept: String = word.chars().take(60).collect();
    while kept.pop().is_some() {
        let cut = format!("{kept}…");
        if measure(&cut)? <= width {
            return Ok(cut);
        }
    }
    Ok(String::new())
}

/// Labels next to each other that had to share a place.
struct Cluster {
    /// Where each member would want the cluster's top to be, summed.
    wishes: f64,
    members: f64,
    height: f64,
}

impl Cluster {
    fn top(&self, top: f64, bottom: f64) -> f64 {
        (self.wishes / self.members).min(bottom - self.height).max(top)
    }
}

/// Tops for labels of these `(wanted middle, height)`, so that none overlaps another or leaves the space
/// from `top` to `bottom`, and all are moved as little as possible. Labels for which there is no space,
/// from the end of the list, get `None`.
pub(super) fn apart(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<Option<f64>> {
    let mut room = bottom - top;
    // From the top down. They are few: a sort would be longer than all the rest.
    let mut order: Vec<usize> = Vec::new();
    for (index, (middle, height)) in wanted.iter().enumerate() {
        if middle.is_finite() && *height <= room {
            room -= height;
            let above = order.iter().take_while(|other| wanted[**other].0 <= *middle).count();
            order.insert(above, index);
        }
    }
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in &order {
        let (middle, height) = wanted[*index];
        let mut next = Cluster { wishes: middle - height / 2.0, members: 1.0, height };
        while let Some(above) =
            clusters.pop_if(|above| above.top(top, bottom) + above.height > next.top(top, bottom))
        {
            next.wishes = above.wishes + next.wishes - next.members * above.height;
            next.members += above.members;
            next.height += above.height;
        }
        clusters.push(next);
    }
    let mut tops = vec![None; wanted.len()];
    let mut queue = order.iter();
    for cluster in &clusters {
        let mut at = cluster.top(top, bottom);
        for index in queue.by_ref().take(cluster.members as usize) {
            tops[*index] = Some(at);
            at += wanted[*index].1;
        }
    }
    tops
}

/// The best of eight places around a ring for a text of this size: inside the plot, off the lines, off what
/// already stands there, and close to the right or left rather than above or below.
pub(super) fn beside(
    ring: Point,
    size: Point,
    gap: f64,
    plot: Block,
    lines: &[Vec<Point>],
    taken: &[Block],
) -> Block {
    let (width, height) = size;
    let columns = [gap, -gap - width, -width / 2.0];
    let rows = [-height / 2.0, gap, -gap - height];
    let places = [(0, 0), (1, 0), (0, 2), (0, 1), (1, 2), (1, 1), (2, 2), (2, 1)];
    let near = |block: &Block| {
        let left = block.left.min(plot.right() - width).max(plot.left);
        let top = block.top.min(plot.bottom() - height).max(plot.top);
        Block { left, top, ..*block }
    };
    let cost = |rank: usize, wanted: &Block| {
        let block = near(wanted);
        let moved = (block.left - wanted.left).abs() + (block.top - wanted.top).abs();
        let crossed = lines.iter().map(|line| crossings(line, &block)).sum::<usize>() as f64;
        let covered = taken.iter().filter(|other| block.overlaps(other)).count() as f64;
        let on_ring = if block.contains(ring) { 1.0 } else { 0.0 };
        covered * 1000.0 + on_ring * 500.0 + crossed * 10.0 + moved + rank as f64
    };
    let wanted = places.map(|(column, row)| Block {
        left: ring.0 + columns[column],
        top: ring.1 + rows[row],
        width,
        height,
    });
    let costs: Vec<f64> = wanted.iter().enumerate().map(|(rank, block)| cost(rank, block)).collect();
    let best = (0..wanted.len()).min_by(|a, b| costs[*a].total_cmp(&costs[*b])).unwrap_or(0);
    near(&wanted[best])
}

/// How much of a line lies under a box, counted every few pixels.
fn crossings(line: &[Point], block: &Block) -> usize {
    const EVERY: f64 = 4.0;
    let along = |pair: &[Point]| {
        let (from, to) = (pair[0], pair[1]);
        let steps = ((to.0 - from.0).hypot(to.1 - from.1) / EVERY).ceil().clamp(1.0, 1000.0);
        (0..steps as usize)
            .filter(|step| {
                let share = *step as f64 / steps;
                block.contains((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share))
            })
            .count()
    };
    line.windows(2).map(along).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ten_each(text: &str) -> Result<f64, ()> {
        Ok(text.chars().count() as f64 * 10.0)
    }

    #[test]
    fn texts_break_at_spaces_and_long_words_end_in_an_ellipsis() {
        assert_eq!(wrap("uden loft", 100.0, ten_each), Ok(vec!["uden loft".into()]));
        assert_eq!(wrap("uden budgetloft", 100.0, ten_each), Ok(vec!["uden".into(), "budgetloft".into()]));
        assert_eq!(wrap("14\u{a0}mio.", 50.0, ten_each), Ok(vec!["14\u{a0}m…".into()]));
        assert_eq!(wrap("", 50.0, ten_each), Ok(vec![]));
    }

    #[test]
    fn equal_wishes_are_shared_evenly() {
        let tops = apart(&[(50.0, 20.0), (50.0, 20.0), (90.0, 20.0)], 0.0, 100.0);
        assert_eq!(tops, [Some(30.0), Some(50.0), Some(80.0)]);
    }

    #[test]
    fn the_last_named_gives_way_where_space_ends() {
        assert_eq!(apart(&[(5.0, 20.0), (5.0, 20.0)], 0.0, 30.0), [Some(0.0), None]);
        assert_eq!(apart(&[(f64::NAN, 20.0)], 0.0, 30.0), [None]);
    }

    #[test]
    fn a_text_keeps_off_the_lines_and_inside_the_plot() {
        let plot = Block { left: 0.0, top: 0.0, width: 200.0, height: 100.0 };
        let lines = [vec![(0.0, 50.0), (200.0, 50.0)]];
        let block = beside((190.0, 50.0), (60.0, 16.0), 8.0, plot, &lines, &[]);
        assert!(block.right() <= 200.0);
        assert_eq!(crossings(&lines[0], &block), 0);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_or_leave(wanted in proptest::collection::vec((-50.0..350.0, 5.0..60.0), 0..8)) {
            let tops = apart(&wanted, 0.0, 200.0);
            let mut spans: Vec<(f64, f64)> =
                tops.iter().zip(&wanted).filter_map(|(top, (_, height))| top.map(|top| (top, top + height))).collect();
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(spans.iter().all(|(top, bottom)| *top >= -1e-9 && *bottom <= 200.0 + 1e-9), "{spans:?}");
            prop_assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-9), "{spans:?}");
        }
    }
}
