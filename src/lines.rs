//! Which lines of a checklist can match a text, told by the groups that stand in it.

use crate::pattern::{GroupId, GroupSet, Pattern};

/// A line of a criterion, by its number: contrary ones are looked for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Contrary(usize),
    Evidence(usize),
}

/// A line and the number of its criterion.
#[derive(Debug, Clone)]
pub struct Line {
    pub criterion: usize,
    pub part: Part,
    groups: Box<[GroupId]>,
}

/// The lines of a checklist by their groups.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    /// In the order of the checklist.
    lines: Vec<Line>,
    /// Which criteria have a line with this group.
    by_group: Vec<Vec<usize>>,
    /// Every line stands once, below its rarest group: only lines whose rarest group stands in a passage can match there, and
    /// those are few, while words such as "barrierefrei" stand in most lines and most passages.
    by_rarest: Vec<Vec<u32>>,
    /// For groups that few criteria have: the lines of evidence with it.
    telling: Vec<Vec<u32>>,
}

/// A group that this many criteria have or fewer tells what a passage is about.
const TELLING: usize = 3;

impl LineIndex {
    /// Of so many groups, and of lines in the order of the checklist.
    pub fn new<'p>(groups: usize, lines: impl Iterator<Item = (usize, Part, &'p Pattern)>) -> Self {
        let line = |(criterion, part, pattern): (usize, Part, &Pattern)| Line { criterion, part, groups: pattern.groups.as_slice().into() };
        let lines: Vec<Line> = lines.map(line).collect();
        let mut by_group: Vec<Vec<usize>> = vec![Vec::new(); groups];
        let mut uses: Vec<usize> = vec![0; groups];
        for (line, group) in lines.iter().flat_map(|line| line.groups.iter().map(move |group| (line, group.index()))) {
            uses[group] += 1;
            if by_group[group].last() != Some(&line.criterion) {
                by_group[group].push(line.criterion);
            }
        }
        let mut by_rarest: Vec<Vec<u32>> = vec![Vec::new(); groups];
        let mut telling: Vec<Vec<u32>> = vec![Vec::new(); groups];
        for (number, line) in (0..).zip(&lines) {
            if let Some(rarest) = line.groups.iter().min_by_key(|g| uses[g.index()]) {
                by_rarest[rarest.index()].push(number);
            }
            if matches!(line.part, Part::Evidence(_)) {
                let few = line.groups.iter().filter(|g| by_group[g.index()].len() <= TELLING);
                few.for_each(|g| telling[g.index()].push(number));
            }
        }
        Self { lines, by_group, by_rarest, telling }
    }

    /// Which criteria have a line with this group, ascending.
    pub fn criteria(&self, group: GroupId) -> &[usize] {
        &self.by_group[group.index()]
    }

    /// Whether the group tells what a passage is about.
    pub fn is_telling(&self, group: GroupId) -> bool {
        self.criteria(group).len() <= TELLING
    }

    /// The lines of evidence with this group, if it is a telling one.
    pub fn telling(&self, group: GroupId) -> impl Iterator<Item = &Line> {
        self.telling[group.index()].iter().map(|&line| &self.lines[line as usize])
    }

    /// Puts the numbers of the lines of which every group is present into `out`, in the order of the checklist.
    pub fn standing(&self, present: &GroupSet, out: &mut Vec<u32>) {
        out.clear();
        let lines = present.iter().flat_map(|g| &self.by_rarest[g.index()]).copied();
        out.extend(lines.filter(|&line| self.lines[line as usize].groups.iter().all(|&g| present.has(g))));
        out.sort_unstable();
    }

    /// The line of this number.
    pub fn line(&self, number: u32) -> &Line {
        &self.lines[number as usize]
    }
}
